"""Tables of events as recorders have them, to events that may be one.

In: rows of tables by their heads, which columns hold what, taxonomies of codes. Out: what
``stages.resolve.meltt`` makes of them. A row that cannot be placed in time or space is left out and
told, never guessed at.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from allegata.app.table_columns import Cells, RowProblem, Table, find_columns
from allegata.model.errors import InputError
from allegata.model.matching import EventRow, MatchedTables, Window
from allegata.stages.resolve.meltt import match_tables

# What columns are usually called, in small letters; the first that a table has is taken.
USUAL: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "event_id_cnty", "eventid", "event_id", "event", "source_id", "data_id", "code"),
    "date": ("date", "event_date", "date_start", "startdate", "start_date"),
    "end": ("enddate", "end_date", "date_end"),
    "lat": ("latitude", "lat"),
    "lon": ("longitude", "lon", "lng", "long"),
}
NEEDED = ("date", "lat", "lon")


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """Classes of the codes in ``column``: by table and code, the finest class first."""

    column: str
    classes: Mapping[tuple[str, str], tuple[str, ...]]

    def of(self, table: str, cells: Cells) -> tuple[str, ...]:
        """Return the classes of a row's code; empty where it is not known."""
        return self.classes.get((table, cells.get(self.column, "").strip()), ())


@dataclass(frozen=True, slots=True)
class MatchReport:
    """What was matched, which rows were left out and why, and how many rows each table had."""

    found: MatchedTables
    problems: tuple[RowProblem, ...]
    rows: Mapping[str, int] = field(default_factory=dict)


def match(
    tables: Sequence[Table],
    window: Window,
    *,
    columns: Mapping[str, str],
    taxonomies: Sequence[Taxonomy] = (),
) -> MatchReport:
    """Match the rows of tables; ``columns`` names those of date, end, lat, lon and id.

    Raises:
        InputError: a table lacks a column, or two have one name.
    """
    names = [table.name for table in tables]
    if len(set(names)) != len(names):
        raise InputError(
            "match.same_name",
            "Two tables have the same name.",
            "Rename one of the files: a row is told by its table's name.",
        )
    problems: list[RowProblem] = []
    read: list[list[EventRow]] = []
    counted: dict[str, int] = {}
    for table in tables:
        where = find_columns(table, USUAL, needed=NEEDED, told=columns)
        rows = []
        for number, cells in enumerate(table.rows, 1):
            counted[table.name] = number
            row = _row(table.name, number, cells, where, taxonomies, problems)
            rows += [row] if row is not None else []
        read.append(rows)
    return MatchReport(match_tables(read, window), tuple(problems), counted)


def _row(  # each of these decides whether a row can be placed
    table: str,
    number: int,
    cells: Cells,
    where: Mapping[str, str],
    taxonomies: Sequence[Taxonomy],
    problems: list[RowProblem],
) -> EventRow | None:
    def told(what: str) -> str:
        return (cells.get(where[what]) or "").strip() if what in where else ""

    faults = []
    first, last = _day(told("date")), _day(told("end") or told("date"))
    lat, lon = _degrees(told("lat"), 90.0), _degrees(told("lon"), 180.0)
    if first is None or last is None or last < first:
        faults.append(("match.bad_date", f"no day in {told('date')!r} to {told('end')!r}"))
    if lat is None or lon is None:
        faults.append(("match.bad_point", f"no point in {told('lat')!r}, {told('lon')!r}"))
    problems += [RowProblem(table, number, code, message) for code, message in faults]
    if faults or first is None or last is None or lat is None or lon is None:
        return None
    levels = tuple(taxonomy.of(table, cells) for taxonomy in taxonomies)
    problems += [
        RowProblem(
            table,
            number,
            "match.unknown_code",
            f"{taxonomy.column} {cells.get(taxonomy.column, '')!r} is in no taxonomy",
        )
        for taxonomy, classes in zip(taxonomies, levels, strict=True)
        if not classes
    ]
    return EventRow(table, number, told("id") or str(number), first, last, lat, lon, levels)


def _day(written: str) -> int | None:
    try:
        return dt.date.fromisoformat(written[:10]).toordinal()
    except ValueError:
        return None


def _degrees(written: str, most: float) -> float | None:
    try:
        degrees = float(written)
    except ValueError:
        return None
    return degrees if -most <= degrees <= most else None


def by_sources(found: MatchedTables) -> Iterator[tuple[int, int]]:
    """Yield how many events so many tables tell of, few tables first."""
    counted: dict[int, int] = {}
    for event in found.events:
        counted[len(event)] = counted.get(len(event), 0) + 1
    yield from sorted(counted.items())
