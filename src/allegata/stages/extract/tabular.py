"""Claims of tables of incidents: a row is one claim, with the day, place and event of its cells.

In: the view, the facts of its sentences. Out: the tables' rows as facts with frames of harm, and
the stretches that they take out of the reading of sentences. A row with a day of its own is an
incident; a row of a district or a month is a sum.
"""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from allegata.lang.grammar.frames import HarmFrame
from allegata.lang.grammar.numbers import Quantity
from allegata.lang.grammar.parts import Counted
from allegata.lang.grammar.people import GroupPhrase
from allegata.lang.grammar.tables import CellCount, Range, TableRow, pipe_tables, read_table
from allegata.lang.pack import LanguagePack
from allegata.model.vocabularies import ClaimKind, Qualifier, Scope
from allegata.places.phrases import FoundPlace
from allegata.stages.extract.drafts import Draft
from allegata.stages.extract.facts import SentenceFacts
from allegata.stages.extract.view import View

_CELL = re.compile(
    r"(?P<table>.*(?:tbl|table)\[\d+\].*?)/tr\[(?P<row>\d+)\]/t[cdh]\[(?P<cell>\d+)\]"
)
RULE, CONFIDENCE = "harm.table", 0.85


@dataclass(frozen=True, slots=True)
class RowFacts:
    """A row of a table as facts; ``dated``: it tells the day of one incident."""

    facts: SentenceFacts
    dated: bool


def table_rows(
    view: View, sentences: Sequence[SentenceFacts], pack: LanguagePack
) -> list[RowFacts]:
    """Return the rows of all tables that count people, in order."""
    tables = _of_regions(view)
    if "|" in view.text:
        tables += pipe_tables(view.text)
    if not tables:
        return []
    starts = [one.start for one in sentences]
    found = []
    for cells in tables:
        for row in read_table(view.text, cells, pack):
            first = max(bisect.bisect_right(starts, row.start) - 1, 0)
            last = bisect.bisect_left(starts, row.end)
            inside = [one for one in sentences[first:last] if one.end > row.start]
            if inside:
                found.append(_row(view, row, inside))
    return sorted(found, key=lambda one: one.facts.start)


def outside(sentences: Sequence[SentenceFacts], found: Sequence[RowFacts]) -> list[SentenceFacts]:
    """Return the sentences that stand in no row; both are in order."""
    ends = [row.facts.end for row in found]

    def is_in_row(facts: SentenceFacts) -> bool:
        at = bisect.bisect_right(ends, facts.start)
        return at < len(found) and found[at].facts.start < facts.end

    return [one for one in sentences if not is_in_row(one)]


def row_draft(row: RowFacts, incident: str | None) -> Draft:
    """Return the claim of a row."""
    facts = row.facts
    first = facts.harms[0]
    draft = Draft(
        kind=ClaimKind.HARM,
        trigger=(first.start, first.end),
        key=first.outcome.value,
        scope=Scope.INCIDENT if row.dated else Scope.AGGREGATE,
        rule=RULE,
        confidence=CONFIDENCE,
        sentences=[facts],
        incident=incident,
        harms=list(facts.harms),
    )
    draft.places, draft.dates = list(facts.places), list(facts.dates)
    for act in facts.acts:
        draft.add_act(act)
    return draft


def _of_regions(view: View) -> list[list[list[Range]]]:
    """Return the cells of tables whose format says which cells they have."""
    tables: dict[str, dict[int, dict[int, Range]]] = {}
    for region in view.layer.regions:
        match = _CELL.match(region.path or "")
        if match is None:
            continue
        start, end = view.offsets.to_clean(region.start, region.end)
        cells = tables.setdefault(match["table"], {}).setdefault(int(match["row"]), {})
        known = cells.get(int(match["cell"]), (start, end))
        cells[int(match["cell"])] = (min(known[0], start), max(known[1], end))
    return [
        [[row[at] for at in sorted(row)] for _, row in sorted(table.items())]
        for table in tables.values()
        if len(table) > 1
    ]


def _row(view: View, row: TableRow, inside: Sequence[SentenceFacts]) -> RowFacts:
    dates = tuple(date for one in inside for date in one.dates if row.start <= date.start < row.end)
    facts = replace(
        inside[0],
        start=row.start,
        end=row.end,
        text=view.text[row.start : row.end],
        dates=dates,
        places=tuple(_places(view, row, inside)),
        harms=tuple(_frames(row.counts, row.event)),
        harm_agents=tuple(None for one in row.counts if not one.part),
        acts=tuple(act for one in inside for act in one.acts),
        parts=(),
        positions=(),
        requests=(),
        norms=(),
        hedges=(),
        voices=(),
    )
    return RowFacts(facts, any(date.phrase.day is not None for date in dates))


def _places(view: View, row: TableRow, inside: Sequence[SentenceFacts]) -> Iterator[FoundPlace]:
    told = [
        place
        for one in inside
        for place in one.places
        if isinstance(place, FoundPlace) and row.start <= place.start < row.end
    ]
    if told or row.place is None:
        yield from told
        return
    start, end = row.place
    name = view.text[start:end]
    yield FoundPlace(start, end, name, name, "admin" if row.district else "settlement")


def _frames(counts: Sequence[CellCount], event: str | None) -> Iterator[HarmFrame]:
    for index, count in enumerate(counts):
        if count.part:
            continue
        parts = []
        for other in counts[index + 1 :]:
            if not other.part:
                break
            parts.append(_group(other))
        yield HarmFrame(
            first=0,
            last=0,
            start=count.cell[0],
            end=count.cell[1],
            outcome=count.outcome,
            event=event,
            victims=(Counted(_group(count), tuple(parts), ()),),
            passive=False,
            finite=False,
            cumulative=False,
            rule=RULE,
        )


def _group(count: CellCount) -> GroupPhrase:
    number = Quantity(count.best, count.best, count.best, Qualifier.STATED, count.cell)
    return GroupPhrase(
        start=count.cell[0],
        end=count.cell[1],
        head=(count.cell[1], count.cell[1]),
        quantity=number,
        quantity_range=count.cell,
        age=count.age,
        sex=count.sex,
    )
