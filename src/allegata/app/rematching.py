"""Decisions and the proposals of a later reading: which belongs to which, and nothing is lost.

A decision is matched by the id of its claim, then by a trigger that overlaps with the same
outcome, then by its quote found again in the text; one that matches nothing is kept as it is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from allegata.app.anchoring import around, find_again
from allegata.app.views import ReviewedClaim
from allegata.model.claim import Claim
from allegata.model.decision import Action, Anchor, Decision, Match
from allegata.model.document import Document
from allegata.model.ids import digest
from allegata.model.ledger import canonical
from allegata.model.span import Span
from allegata.model.vocabularies import LayerKind
from allegata.model.wire import Json, digested

# Where it stands, how sure the machine is, and ids that hold within one reading only.
_NO_VALUES = frozenset(
    (
        *("span", "trigger", "evidence", "confidence", "score", "reasons", "origin", "doubts"),
        *("incident", "characterises", "alternatives", "of", "part_of"),
    )
)


def values_digest(claim: Claim) -> str:
    """Return a digest of what a claim says: without its place, ids, confidence and origin."""
    values = _values(digested(claim))
    if not isinstance(values, dict):
        raise TypeError("a claim is an object")
    values.pop("id")
    counts = values["counts"]
    for count in counts if isinstance(counts, list) else []:
        if isinstance(count, dict):
            count.pop("id")
    return digest(canonical(values))


def anchor_of(document: Document, claim: Claim) -> Anchor:
    """Return where ``claim`` stands, with the words around it."""
    layer, trigger = document.layer(claim.trigger.layer), claim.trigger
    before, after = around(layer, trigger)
    return Anchor(
        document=document.id,
        trigger=trigger,
        spans=tuple(evidence.span for evidence in claim.evidence),
        quote=layer.slice(trigger),
        before=before,
        after=after,
        outcomes=tuple(sorted({count.outcome for count in claim.counts})),
    )


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the last decision on each claim that was not taken back, oldest first."""
    standing: dict[str, Decision] = {}
    for decision in decisions:
        if decision.action is not Action.UNDO:
            standing[decision.id] = decision
        elif decision.undoes is not None:
            standing.pop(decision.undoes, None)
    last = {decision.claim.id: decision.id for decision in standing.values()}
    return tuple(standing[decision_id] for decision_id in standing if decision_id in last.values())


def review(
    proposals: Sequence[Claim], decided: Sequence[Decision], document: Document
) -> tuple[ReviewedClaim, ...]:
    """Return every proposal and every decision in force, matched, in document order."""
    matched = _match(proposals, decided, document)
    taken = set(matched.values())
    items = [
        _reviewed(decision, proposals[matched[index]] if index in matched else None)
        for index, decision in enumerate(decided)
    ]
    items += [
        ReviewedClaim(claim.id, claim, None, Match.NEW)
        for index, claim in enumerate(proposals)
        if index not in taken
    ]
    layers = {layer.id: number for number, layer in enumerate(document.layers)}
    return tuple(sorted(items, key=lambda item: _order(item, layers)))


def _order(item: ReviewedClaim, layers: Mapping[str, int]) -> tuple[int, int, int, str]:
    """Return what sorts in document order, the layer of the present reading first."""
    trigger = (item.proposal or item.current).trigger
    return layers.get(trigger.layer, len(layers)), trigger.start, trigger.end, item.id


def _reviewed(decision: Decision, proposal: Claim | None) -> ReviewedClaim:
    if proposal is None:
        never_proposed = decision.proposed is None
        match = Match.KEPT if never_proposed else Match.NOT_PROPOSED
        return ReviewedClaim(decision.claim.id, None, decision, match)
    judged = decision.proposed or values_digest(decision.claim)
    same = values_digest(proposal) == judged
    return ReviewedClaim(proposal.id, proposal, decision, Match.KEPT if same else Match.DIFFERS)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A proposal that may be what a decision was about; the greater ``closeness``, the likelier."""

    index: int
    closeness: tuple[int, int, int]


_Rule = Callable[[Decision, Sequence[Claim], Document], Iterator[_Candidate]]


def _match(
    proposals: Sequence[Claim], decided: Sequence[Decision], document: Document
) -> dict[int, int]:
    """Return the proposal's index for each decision's index, at most one each."""
    matched: dict[int, int] = {}
    taken: set[int] = set()
    rules: tuple[_Rule, ...] = (_by_id, _by_overlap, _by_quote)
    for rule in rules:
        for index, decision in enumerate(decided):
            if index in matched:
                continue
            free = [item for item in rule(decision, proposals, document) if item.index not in taken]
            if free:
                best = max(free, key=lambda item: (item.closeness, -item.index))
                matched[index] = best.index
                taken.add(best.index)
    return matched


def _by_id(
    decision: Decision, proposals: Sequence[Claim], _document: Document
) -> Iterator[_Candidate]:
    """The same id in the same layer: another layer's text may hold other words there."""
    for index, claim in enumerate(proposals):
        if claim.id == decision.claim.id and claim.trigger.layer == decision.anchor.trigger.layer:
            yield _Candidate(index, (0, 0, 0))


def _by_overlap(
    decision: Decision, proposals: Sequence[Claim], _document: Document
) -> Iterator[_Candidate]:
    yield from _overlapping(decision, decision.anchor.trigger, proposals)


def _by_quote(
    decision: Decision, proposals: Sequence[Claim], document: Document
) -> Iterator[_Candidate]:
    for layer in document.layers:
        if layer.kind is not LayerKind.TRANSLATION:
            found = find_again(decision.anchor, layer)
            if found is not None:
                yield from _overlapping(decision, found, proposals)


def _overlapping(
    decision: Decision, place: Span, proposals: Sequence[Claim]
) -> Iterator[_Candidate]:
    outcomes = set(decision.anchor.outcomes)
    for index, claim in enumerate(proposals):
        theirs = {count.outcome for count in claim.counts}
        if claim.kind is not decision.claim.kind or not claim.trigger.overlaps(place):
            continue
        if theirs == outcomes or theirs & outcomes:
            shared = min(claim.trigger.end, place.end) - max(claim.trigger.start, place.start)
            yield _Candidate(index, (int(theirs == outcomes), shared, -len(claim.trigger)))


def _values(value: Json) -> Json:
    if isinstance(value, dict):
        return {name: _values(item) for name, item in value.items() if name not in _NO_VALUES}
    if isinstance(value, list):
        return [_values(item) for item in value]
    return value
