"""MELTT: rows of tables of events matched by window and taxonomies, a transparent rule.

In: tables of events, a window of days and kilometres. Out: which rows are one event. The rule is
that of Donnay, Dunford, McGrath, Backer and Cunningham, "Integrating Conflict Event Data" (Journal
of Conflict Resolution 63(5), 2019), written from the paper:

* two rows of two tables come into question where both their days lie within the window, and they
  are near enough;
* every taxonomy must agree at some level; the finest at which it does, over its depth, is its
  score, and their mean that of the pair, 0 the best;
* of all pairs the best are taken first, each row once;
* tables are folded in one after the other, in the order given; rows of one day and episodes of
  several are matched apart, and a pair of the two is flagged only.

>>> jos = EventRow("a", 1, "1", 734000, 734000, 9.92, 8.89, (("raid", "attack"),))
>>> same = EventRow("b", 1, "7", 734001, 734001, 9.93, 8.90, (("bombing", "attack"),))
>>> [[row.id for row in event] for event in match_tables([[jos], [same]], Window(1, 3.0)).events]
[['1', '7']]
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import acos, cos, degrees, floor, radians, sin
from typing import Final

from allegata.model.matching import EventRow, MatchedTables, TableMatch, Window

KM_A_DEGREE: Final = 111.111  # as the authors' programme counts; exact totals need it
_WHOLE: Final = 360


def match_tables(tables: Sequence[Sequence[EventRow]], window: Window) -> MatchedTables:
    """Return the events of all tables, in the order of the tables and their rows."""
    events: list[list[EventRow]] = []
    matches: list[TableMatch] = []
    flagged: list[TableMatch] = []
    for table in tables:
        near = list(_near([event[0] for event in events], table, window))
        flagged += [match for _, _, match in near if match.a.is_episode != match.b.is_episode]
        alike = [found for found in near if found[2].a.is_episode == found[2].b.is_episode]
        taken: set[int] = set()
        given: set[int] = set()
        for event, row, match in sorted(alike, key=lambda found: (found[2].score, *found[:2])):
            if event in taken or row in given:
                continue
            taken.add(event)
            given.add(row)
            events[event].append(match.b)
            matches.append(match)
        events += [[row] for at, row in enumerate(table) if at not in given]
    return MatchedTables(tuple(map(tuple, events)), tuple(matches), tuple(flagged))


def apart_km(one: EventRow, other: EventRow) -> float:
    """Return the great-circle distance as the authors' programme counts it."""
    lat1, lat2 = radians(one.lat), radians(other.lat)
    east = radians(other.lon - one.lon)
    part = sin(lat1) * sin(lat2) + cos(lat1) * cos(lat2) * cos(east)
    return degrees(acos(max(-1.0, min(1.0, part)))) * KM_A_DEGREE


def agreement(one: EventRow, other: EventRow) -> tuple[int, ...] | None:
    """Return the finest level at which each taxonomy agrees; None where one does at none."""
    levels = []
    for mine, theirs in zip(one.levels, other.levels, strict=True):
        pairs = zip(mine, theirs, strict=False)
        level = next((at for at, (left, right) in enumerate(pairs) if left == right), None)
        if level is None:
            return None
        levels.append(level)
    return tuple(levels)


def _near(
    firsts: Sequence[EventRow], table: Sequence[EventRow], window: Window
) -> Iterator[tuple[int, int, TableMatch]]:
    """Yield the pairs within the window whose taxonomies agree, by their places in the lists."""
    held = _Held(firsts, window)
    for at, row in enumerate(table):
        for event in held.around(row):
            match = _compared(firsts[event], row, window)
            if match is not None:
                yield event, at, match


class _Held:
    """Rows by their first day and band of latitude, so that few need be compared."""

    def __init__(self, rows: Sequence[EventRow], window: Window) -> None:
        self._window = window
        self._high = max(window.km / KM_A_DEGREE, 0.01)
        self._cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        for at, row in enumerate(rows):
            self._cells[row.first, self._band(row)].append(at)

    def around(self, row: EventRow) -> Iterator[int]:
        """Yield the places of rows that may lie in the window around ``row``, in their order."""
        days, band = self._window.days, self._band(row)
        found = [
            at
            for day in range(row.first - days, row.first + days + 1)
            for near in (band - 1, band, band + 1)
            for at in self._cells.get((day, near), ())
        ]
        return iter(sorted(found))

    def _band(self, row: EventRow) -> int:
        return floor((row.lat % _WHOLE) / self._high)


def _compared(one: EventRow, other: EventRow, window: Window) -> TableMatch | None:
    if abs(one.last - other.last) > window.days:
        return None
    km = apart_km(one, other)
    if km > window.km:
        return None
    levels = agreement(one, other)
    if levels is None:
        return None
    depths = [len(classes) for classes in one.levels]
    parts = [
        level / (depth - 1) if depth > 1 else 0.0
        for level, depth in zip(levels, depths, strict=True)
    ]
    score = round(sum(parts) / len(parts), 9) if parts else 0.0
    days = max(abs(one.first - other.first), abs(one.last - other.last))
    return TableMatch(one, other, days, round(km, 3), score, levels)
