"""The record of incidents: all of them, one of them, its history, and the grades that people give.

A grade is a decision on a code, with a reason; it holds for the incident under whatever code it
goes on, and is taken back like every other decision.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from allegata.app.copying import Beside, case_graph, incident_graph
from allegata.app.linked import Keeper, Linked, Settings, words_of
from allegata.app.linking import Act, require_incident
from allegata.app.recording import Sides, record_of
from allegata.app.settling import settled_in_force
from allegata.app.summing import sums
from allegata.app.ties import Ties, ties_of
from allegata.app.views import CaseReferences
from allegata.model.copying import CopyGraph
from allegata.model.errors import InputError
from allegata.model.ids import short_id
from allegata.model.ledger import EntryKind
from allegata.model.linking import ClaimRef, KnownIncident, LinkDecision, LinkOutcome
from allegata.model.record import (
    Grade,
    GradeDecision,
    HistoryLine,
    IncidentRecord,
    RangeDecision,
)
from allegata.model.store_port import CaseReader, CaseStore, CaseWriter
from allegata.model.sums import SumBeside
from allegata.model.wire import to_json
from allegata.stages.resolve.figures import Figure
from allegata.stages.resolve.grading import values_of
from allegata.stages.resolve.reckoning import in_numbers

SAID = {
    LinkOutcome.SAME: "the same incident",
    LinkOutcome.PART_OF: "part of another",
    LinkOutcome.RELATED: "related, and not the same",
    LinkOutcome.DIFFERENT: "different incidents",
}


def all_records(
    reader: CaseReader, keeper: Keeper, settings: Settings, *, are_brief: bool = False
) -> tuple[IncidentRecord, ...]:
    """Return every incident of the record, by code, also those of people's own lists alone.

    Brief ones have their ranges under the one rule alone.
    """
    linked = keeper.linked(reader)
    return known_records(reader, linked, settings, are_brief=are_brief, with_lists=True)


def known_records(
    reader: CaseReader,
    linked: Linked,
    settings: Settings,
    *,
    are_brief: bool = False,
    with_lists: bool = False,
) -> tuple[IncidentRecord, ...]:
    """Return every incident that a document of ``linked`` tells of, by code.

    ``with_lists`` asks for those too that stand in people's own lists alone.
    """
    context = _Context(reader, linked)
    return tuple(
        record_of(linked, each, context.sides(each), settings, is_brief=are_brief)
        for each in linked.known
        if _is_held(linked, each) or (with_lists and _is_listed(linked, each))
    )


def sums_beside(reader: CaseReader, keeper: Keeper, settings: Settings) -> tuple[SumBeside, ...]:
    """Return the running totals of the case, each beside the incidents that lie within it."""
    linked = keeper.linked(reader)
    records = known_records(reader, linked, settings, are_brief=True)
    return sums(linked, records, reader.sources(), settings)


def one_record(reader: CaseReader, keeper: Keeper, code: str, settings: Settings) -> IncidentRecord:
    """Return an incident by its code or a former one; an unknown code is an InputError."""
    linked = keeper.linked(reader)
    incident = require_incident(linked, code)
    return record_of(linked, incident, _Context(reader, linked).sides(incident), settings)


def copying_graph(
    reader: CaseReader, keeper: Keeper, codes: Sequence[str] | None, references: CaseReferences
) -> CopyGraph:
    """Return who copies whom in incidents, in all of the case where ``codes`` is None."""
    linked = keeper.linked(reader)
    beside = Beside(reader.sources(), words_of(linked), references)
    if codes is None:
        asked = [each for each in linked.known if _is_held(linked, each)]
    else:
        asked = [require_incident(linked, code) for code in codes]
    graphs = [incident_graph(linked, each, beside) for each in asked]
    return graphs[0] if codes is not None and len(graphs) == 1 else case_graph(graphs)


def grade(
    store: CaseStore, keeper: Keeper, code: str, value: str, settings: Settings, act: Act
) -> GradeDecision:
    """Record a person's grade of an incident, and return it.

    Raises:
        InputError: no such incident or grade, or no reason is given.
    """
    offered = dict(values_of(settings.scheme))
    if value not in offered:
        raise InputError(
            "grade.unknown",
            f"The scheme {settings.scheme} has no grade {value}.",
            f"It has: {', '.join(offered)}.",
        )
    if not act.why.strip():
        raise InputError(
            "grade.no_reason",
            "A grade needs a reason.",
            "Say in a sentence why it is this one; it stands beside the grade.",
        )
    with store.write() as writer:
        incident = require_incident(keeper.linked(writer), code)
        made = GradeDecision(
            _next_id(writer),
            incident.code,
            settings.scheme,
            value,
            act.why.strip(),
            act.reviewer,
            act.at,
        )
        _append(writer, made)
    return made


def undo_grade(store: CaseStore, decision_id: str, act: Act) -> bool:
    """Take a grade back, and say whether there was one of that id in force."""
    with store.write() as writer:
        standing = {each.id: each for each in grades_in_force(writer.gradings())}
        if decision_id not in standing:
            return False
        back = replace(
            standing[decision_id],
            id=_next_id(writer),
            undoes=decision_id,
            reviewer=act.reviewer,
            at=act.at,
        )
        _append(writer, back)
    return True


def grades_in_force(gradings: Iterable[GradeDecision]) -> tuple[GradeDecision, ...]:
    """Return the grades that were not taken back, oldest first."""
    standing: dict[str, GradeDecision] = {}
    for each in gradings:
        if each.undoes is not None:
            standing.pop(each.undoes, None)
        else:
            standing[each.id] = each
    return tuple(standing.values())


class _Context:
    """What the ledger tells of incidents, read once for all of them."""

    def __init__(self, reader: CaseReader, linked: Linked) -> None:
        self._register = reader.sources()
        self._gradings = reader.gradings()
        self._standing = grades_in_force(self._gradings)
        self._ranges = reader.ranges_settled()
        self._settled = settled_in_force(self._ranges)
        self._acts = _acts(reader.link_decisions())
        self._undone = {each.undoes for each in reader.link_decisions()}
        self._linked = linked
        self._ties = ties_of(linked)
        self._words = words_of(linked)
        self._acts_of: defaultdict[ClaimRef, list[int]] = defaultdict(list)
        for place, act in enumerate(self._acts):
            for ref in {ref for each in act for ref in (each.a, each.b)}:
                self._acts_of[ref].append(place)

    def sides(self, incident: KnownIncident) -> Sides:
        """Return what stands beside the claims of one incident."""
        codes = {incident.code, *incident.formers}
        last = next((each for each in reversed(self._standing) if each.code in codes), None)
        history = tuple(self._history(incident, codes))
        ties = self._ties.get(incident.code, Ties())
        # What was settled for an incident that this one took over was of fewer people.
        settled = {each.outcome: each for each in self._settled if each.code == incident.code}
        ranges = tuple(settled.values())
        return Sides(self._register, _grade(last), history, ties, self._words, ranges)

    def _history(self, incident: KnownIncident, codes: set[str]) -> list[HistoryLine]:
        lines = [HistoryLine(incident.at, "machine", f"got the code {incident.code}")]
        for id_ in sorted({ref.document for ref in incident.claims}):
            shown = self._linked.documents.get(id_)
            if shown is not None:
                row = shown.row
                lines.append(HistoryLine(row.added_at, row.added_by, f"{row.label} was added"))
        acts = {place for ref in incident.claims for place in self._acts_of.get(ref, ())}
        lines += [self._act_line(self._acts[place]) for place in sorted(acts)]
        in_force = {each.id for each in self._standing}
        lines += [_grade_line(each, in_force) for each in self._gradings if each.code in codes]
        standing = {each.id for each in self._settled}
        lines += [
            _range_line(each, standing, incident.code)
            for each in self._ranges
            if each.code in codes
        ]
        return sorted(lines, key=lambda line: line.at)

    def _act_line(self, act: Sequence[LinkDecision]) -> HistoryLine:
        first = act[0]
        why = f": {first.why}" if first.why else ""
        if first.undoes is not None:
            return HistoryLine(first.at, first.reviewer, f"took back: {_said(act)}")
        undone = all(each.id in self._undone for each in act)
        return HistoryLine(
            first.at, first.reviewer, _said(act) + why, None if undone else first.act or first.id
        )


def _said(act: Sequence[LinkDecision]) -> str:
    first = act[0]
    if len(act) == 1:
        return f"two accounts are {SAID[first.outcome]}"
    if first.outcome is LinkOutcome.DIFFERENT:
        return "some claims were split off"
    return f"{len(act) + 1} accounts were made one incident"


def _acts(decisions: Iterable[LinkDecision]) -> list[list[LinkDecision]]:
    """Return decisions by what people did as one, an act and its undoing apart."""
    acts: dict[tuple[str, bool, str], list[LinkDecision]] = {}
    for each in decisions:
        key = (each.act or each.id, each.undoes is not None, each.at)
        acts.setdefault(key, []).append(each)
    return list(acts.values())


def _grade(decision: GradeDecision | None) -> Grade | None:
    if decision is None:
        return None
    gloss = dict(values_of(decision.scheme)).get(decision.value, "")
    return Grade(
        decision.scheme,
        decision.value,
        gloss,
        (),
        decision.reviewer,
        decision.why,
        decision.at,
    )


def _grade_line(each: GradeDecision, in_force: set[str]) -> HistoryLine:
    value = each.value.replace("_", " ")
    if each.undoes is not None:
        return HistoryLine(each.at, each.reviewer, f"took back the grade {value}")
    text = f"graded {value}: {each.why}"
    return HistoryLine(each.at, each.reviewer, text, each.id if each.id in in_force else None)


def _range_line(each: RangeDecision, in_force: set[str], code: str) -> HistoryLine:
    bounds = each.bounds
    numbers = in_numbers(Figure(bounds.low, bounds.best, bounds.high))
    text = f"{numbers} {each.outcome.value.replace('_', ' ')}"
    text += "" if each.code == code else f" for {each.code}, before it came into this one"
    if each.undoes is not None:
        return HistoryLine(each.at, each.reviewer, f"took back the range settled: {text}")
    decision = each.id if each.id in in_force else None
    return HistoryLine(each.at, each.reviewer, f"settled {text}: {each.why}", decision)


def _is_held(linked: Linked, incident: KnownIncident) -> bool:
    return any(linked.claim(ref) is not None for ref in incident.claims)


def _is_listed(linked: Linked, incident: KnownIncident) -> bool:
    return any(ref in linked.own for ref in incident.claims)


def _append(writer: CaseWriter, decision: GradeDecision) -> None:
    body = to_json(decision)
    if not isinstance(body, dict):
        raise TypeError("a grade is an object")
    writer.append(EntryKind.GRADED, body, at=decision.at, reviewer=decision.reviewer)


def _next_id(reader: CaseReader) -> str:
    """Return an id that no other ledger shares."""
    head = reader.head()
    return short_id("grade", head.hash, head.seq + 1)
