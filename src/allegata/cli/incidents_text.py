"""Incidents in plain text, for a terminal: a row each, one whole, or a figure with its words."""

from collections.abc import Iterable, Iterator, Mapping

from allegata.app.covering import A_NAME, covered, may_hide
from allegata.app.own_beside import Fit, beside
from allegata.app.rules import rule_view
from allegata.app.seen_before import Seen, Standing
from allegata.app.views import DoubtfulPair
from allegata.app.voices import contest_words, origin_name, said_by
from allegata.cli.parties_text import party_lines
from allegata.cli.search_text import harmless, isolated
from allegata.model.claim import Claim
from allegata.model.count import Bounds
from allegata.model.importing import ImportedFigure
from allegata.model.incident import Tally
from allegata.model.record import TEAM, IncidentRecord, OriginRow, StatusGroup, ToldCount
from allegata.model.vocabularies import Event, Outcome
from allegata.stages.resolve.figures import Figure
from allegata.stages.resolve.reckoning import in_numbers

MOST_WORDS = 300
NOBODY = "nobody named"
LISTED_ALONE = "no document held tells of it"
FITS = {Fit.SAME: "the same as", Fit.WITHIN: "within", Fit.OUTSIDE: "outside"}
Titles = Mapping[str, str]  # names of documents by their ids


def row_lines(records: Iterable[IncidentRecord]) -> Iterator[str]:
    """Yield a line for each incident."""
    for record in records:
        ranges = ", ".join(
            f"{in_numbers(_figure(tally))} {tally.outcome.value.replace('_', ' ')}"
            + " (settled)" * (tally.rule == TEAM)
            for tally in record.standing()
            if _is_told(tally)
        )
        parts = [record.code, _when(record), _head(record), ranges or "no figure", _weight(record)]
        if record.is_listed_alone:
            parts[3:] = [_listed(record)]
        yield "  ".join(harmless(part) for part in parts)


def record_lines(
    record: IncidentRecord, titles: Titles, *, names: tuple[str, ...] = ()
) -> Iterator[str]:
    """Yield one incident: its ranges, who says what, positions, grade and history."""
    formers = f" (formerly {', '.join(record.formers)})" if record.formers else ""
    yield f"{record.code}{formers}"
    yield harmless(f"{_head(record)}, {_when(record)}")
    yield LISTED_ALONE if record.is_listed_alone else _weight(record)
    for label, codes in (("part of", [record.whole]), ("holds", record.parts)):
        if any(codes):
            yield f"{label} {', '.join(code for code in codes if code)}"
    if record.related:
        yield f"related: {', '.join(record.related)}"
    if record.named_dead:
        yield f"named among the dead: {record.named_dead}"
    yield from _own_lines(record)
    for settled in record.settled:
        if not any(tally.outcome is settled.outcome for tally in record.tallies):
            yield ""
            yield from _settled_lines(record, settled.outcome)
    for tally in record.tallies:
        yield ""
        yield from _range_lines(record, tally)
        yield from _status_lines(record, tally.outcome)
        yield from _origin_lines(record, tally, titles, names)
    yield from _position_lines(record, names)
    yield from party_lines(record.parties)
    yield from _grade_lines(record)
    if record.history:
        yield ""
        yield "history"
        yield from (
            harmless(f"  {line.at}  {line.reviewer}  {line.text}")
            + (f"  [{line.decision}]" if line.decision else "")
            for line in record.history
        )


def explain_lines(
    record: IncidentRecord, outcome: Outcome, titles: Titles, *, names: tuple[str, ...] = ()
) -> Iterator[str]:
    """Yield a figure with every count behind it: its words, whose they are, and why it counts."""
    told = [tally for tally in record.tallies if tally.outcome is outcome]
    if not told:
        yield f"{record.code}: nobody says how many were {outcome.value.replace('_', ' ')}."
        return
    for tally in told:
        yield from _range_lines(record, tally)
        yield from _status_lines(record, tally.outcome)
    claims = dict(record.claims)
    for row in record.rows:
        for each in row.counts:
            if _is_of(each, outcome):
                yield ""
                yield from _count_lines(row, each, claims.get(each.claim), titles, names)


def seen_lines(found: Iterable[Seen], titles: Titles) -> Iterator[str]:
    """Yield how each account of a document stands to what the case holds."""
    known = list(found)
    if not known:
        yield "It tells of no incident."
    for each in known:
        code = each.code or "no code yet: link the case"
        if each.standing is Standing.NEW:
            yield f"{code}: new; no other document tells of it"
            continue
        since = f", first on {each.since}" if each.since else ""
        documents = _many(len(each.told_by), "other document")
        toll = f"a new toll: {'; '.join(each.tolls)}" if each.tolls else "held already"
        yield harmless(f"{code}: {toll}; told by {documents}{since}")
        yield from (f"    {isolated(harmless(titles.get(id_, id_)))}" for id_ in each.told_by)
        if each.reasons:
            why = ", ".join(reason.removeprefix("for: ") for reason in each.reasons)
            yield harmless(f"    why: {why}")


def pair_lines(pairs: Iterable[DoubtfulPair], titles: Titles) -> Iterator[str]:
    """Yield doubtful pairs: the claims that a decision names, and what was compared."""
    for number, pair in enumerate(pairs, 1):
        yield f"{number}."
        for side in (pair.a, pair.b):
            ref = side.claims[0][0].claim if side.claims else side.account.claims[0]
            name = titles.get(side.account.document, side.account.roll)
            code = f", in {side.code}" if side.code else ""
            yield f"  {ref}  {isolated(harmless(name))}{code}"
        yield from (f"    {harmless(reason)}" for reason in pair.link.reasons)


def _is_of(told: ToldCount, outcome: Outcome) -> bool:
    fallen = outcome is Outcome.KILLED and told.count.outcome is Outcome.DIED_LATER
    return told.count.outcome is outcome or fallen


def _count_lines(
    row: OriginRow, told: ToldCount, claim: Claim | None, titles: Titles, names: tuple[str, ...]
) -> Iterator[str]:
    state = "counted" if told.used else f"not counted: {told.reason}"
    yield harmless(
        f"  {in_numbers(_of(told.count.bounds))}  {origin_name(row.origin) or NOBODY}  {state}"
    )
    document = titles.get(told.claim.document, told.claim.document)
    yield f"    {isolated(harmless(document))}, published {told.published or 'unknown'}"
    said = said_by(claim.attribution) if claim is not None else ""
    yield f"    {harmless(said)} {words(told.quote, names, beside=told.original)}".rstrip()
    if told.original:
        yield f"    original: {words(told.original, names, beside=told.quote)}"
    yield f"    claim {told.claim.claim}"


def _origin_lines(
    record: IncidentRecord, tally: Tally, titles: Titles, names: tuple[str, ...]
) -> Iterator[str]:
    for row in record.rows:
        counts = [each for each in row.counts if _is_of(each, tally.outcome)]
        for each in counts:
            sign = "*" if each.used else " "
            reason = "" if each.used else f"  ({each.reason})"
            figure = in_numbers(_of(each.count.bounds))
            document = isolated(harmless(titles.get(each.claim.document, "")))
            who = harmless(origin_name(row.origin) or NOBODY)
            yield f"  {sign} {figure:>8}  {who}, {each.published or 'undated'}, {document}{reason}"
            if each.used:
                yield f"             {words(each.quote, names, beside=each.original)}"


def _range_lines(record: IncidentRecord, tally: Tally) -> Iterator[str]:
    yield from _settled_lines(record, tally.outcome)
    name = tally.outcome.value.replace("_", " ")
    yield f"{name}: {_range(tally)}  by {rule_view(tally.rule)['name']} ({tally.rule})"
    others = [
        f"{other.rule} {_range(other)}"
        for other in record.others
        if other.outcome is tally.outcome and _figure(other) != _figure(tally)
    ]
    if others:
        yield f"  by other rules: {'; '.join(others)}"


def _settled_lines(record: IncidentRecord, outcome: Outcome) -> Iterator[str]:
    """Yield the range that a person settled, which stands before that of the rule."""
    for settled in record.settled:
        if settled.outcome is outcome:
            name = outcome.value.replace("_", " ")
            yield harmless(
                f"{name}: {_range(settled.tally())}  settled by {settled.reviewer}: {settled.why}"
            )


def _status_lines(record: IncidentRecord, outcome: Outcome) -> Iterator[str]:
    """Yield the ranges by status where somebody tells one, and why one is contested."""
    told = [each for each in record.by_status if each.tally.outcome is outcome]
    if any(each.group is not StatusGroup.UNKNOWN for each in told):
        ranges = [
            f"{each.group.value} {_range(each.tally)}" + (" (contested)" * each.is_contested)
            for each in told
        ]
        yield f"  by status: {'; '.join(ranges)}"
    why = dict.fromkeys(contest_words(each) for each in told if each.is_contested)
    yield from (harmless(f"    {each}") for each in why)


def _own_lines(record: IncidentRecord) -> Iterator[str]:
    for own in record.own:
        told = ", ".join(_figure_beside(record, each) for each in own.figures) or "no figure"
        yield harmless(f"in the list {own.table} as {own.id}: {told}")


def _figure_beside(record: IncidentRecord, figure: ImportedFigure) -> str:
    """Return a figure of a list, and how it stands to the range, which it never enters."""
    found = beside(record, figure)
    if found is None:
        return figure_words(figure)
    return f"{figure_words(figure)} ({FITS[found.fit]} the range, {_range(found.tally)})"


def _listed(record: IncidentRecord) -> str:
    """Return what people's own lists have of an incident of which no document held tells."""
    told = [
        f"{', '.join(map(figure_words, own.figures)) or 'no figure'} in {own.table} as {own.id}"
        for own in record.own
    ]
    return f"{'; '.join(told)}; {LISTED_ALONE}"


def figure_words(figure: ImportedFigure) -> str:
    """Return a figure of a person's own list: "12 to 15 civilians killed"."""
    numbers = " to ".join(str(each) for each in dict.fromkeys((figure.told[0], figure.told[-1])))
    if figure.best is None and (figure.low is None or figure.high is None):
        numbers = f"at {'most' if figure.low is None else 'least'} {numbers}"
    group = f" {figure.group}" if figure.group else ""
    return f"{numbers}{group} {figure.outcome.value.replace('_', ' ')}"


def _position_lines(record: IncidentRecord, names: tuple[str, ...]) -> Iterator[str]:
    if record.positions:
        yield ""
        yield "positions"
    for each in record.positions:
        party = harmless(each.party or "a party that nobody names")
        value = each.value.value.replace("_", " ")
        yield f"  {each.published or 'undated'}  {party}: {value}"
        yield f"    {words(each.quote, names)}"


def _grade_lines(record: IncidentRecord) -> Iterator[str]:
    if record.grade is not None:
        yield ""
        yield harmless(
            f"grade: {record.grade.value} ({record.grade.scheme}), decided by "
            f"{record.grade.decider}: {record.grade.why}"
        )
        yield f"  {record.grade.gloss}"
    if record.proposed_grade is not None:
        yield "" if record.grade is None else "  the machine proposes:"
        yield f"proposed grade: {record.proposed_grade.value} ({record.proposed_grade.scheme})"
        yield f"  {record.proposed_grade.gloss}"
        yield from (f"  {criterion}" for criterion in record.proposed_grade.criteria)


def words(quote: str, names: tuple[str, ...], *, beside: str | None = None) -> str:
    """Return a quote for a terminal, with names covered."""
    if may_hide(quote, beside, names):
        return A_NAME  # that it is somewhere in it is all that is known
    text = harmless(covered(quote, names))
    return isolated(f"“{text if len(text) <= MOST_WORDS else text[:MOST_WORDS] + '…'}”")


def _head(record: IncidentRecord) -> str:
    event = (
        record.event.value.replace("_", " ") if record.event is not Event.UNKNOWN else "incident"
    )
    places = [
        mention.place.name if mention.place is not None else mention.raw for mention in record.where
    ]
    if record.is_listed_alone:
        places = [each.where for each in record.own if each.where]
    return f"{event} in {isolated(', '.join(places[:3]))}" if places else event


def _when(record: IncidentRecord) -> str:
    return record.when.edtf if record.when is not None else "undated"


def _weight(record: IncidentRecord) -> str:
    camps = len({row.origin.camp or row.origin.id for row in record.rows})
    documents = len({ref.document for ref, _ in record.claims})
    return (
        f"{_many(len(record.rows), 'origin')} in {_many(camps, 'camp')}, "
        f"{_many(documents, 'document')}"
    )


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _range(tally: Tally) -> str:
    figure = in_numbers(_figure(tally))
    if tally.best is None or tally.low is None or tally.low == tally.high:
        return figure
    return f"{figure}, best {tally.best}"


def _figure(tally: Tally) -> Figure:
    return Figure(tally.low, tally.best, tally.high)


def _of(bounds: Bounds) -> Figure:
    return Figure(bounds.low, bounds.best, bounds.high)


def _is_told(tally: Tally) -> bool:
    return any(number is not None for number in (tally.low, tally.best, tally.high))
