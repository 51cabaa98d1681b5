"""People's decisions on claims: accept, reject, edit, add, and take back.

A claim keeps the id under which it was first judged, so that later decisions on it replace the
earlier ones, whatever the machine proposes by then.
"""

from collections.abc import Iterator
from dataclasses import replace

from allegata.app.number_gate import settled
from allegata.app.rematching import anchor_of, in_force, values_digest
from allegata.app.viewing import case_document
from allegata.app.views import CaseDocument, ReviewedClaim
from allegata.model.claim import Claim
from allegata.model.decision import Action, Anchor, Decision
from allegata.model.document import Document
from allegata.model.errors import InputError
from allegata.model.ids import short_id
from allegata.model.ledger import EntryKind, Head
from allegata.model.span import Span
from allegata.model.store_port import CaseStore, CaseWriter
from allegata.model.vocabularies import LayerKind
from allegata.model.wire import Json, to_json


def decide(  # a decision has this many sides
    store: CaseStore,
    document_id: str,
    *,
    action: Action,
    proposal_id: str | None,
    claim: Claim | None,
    reviewer: str,
    at: str,
    why: str = "",
) -> Decision:
    """Record a decision and return it.

    ``proposal_id`` is the id of a reviewed claim; ``claim`` is what an edit makes of it, or what
    is added.

    Raises:
        InputError: no such claim, evidence that is not what its layer says, or a count whose
            number was read by OCR in Arabic script and seen by nobody.
    """
    with store.write() as writer:
        shown = case_document(writer, document_id)
        if shown.document is None:
            raise InputError("review.not_read", "This document was not read; it has no claims.")
        decision_id = _next_id(writer.head())
        judged, anchor, proposed = _judged(shown, shown.document, action, proposal_id, claim)
        if action is not Action.REJECT:
            judged = settled(judged, _before(shown, proposal_id), shown.numbers)
        if action is Action.ADD:
            judged = replace(judged, id=short_id("added", document_id, decision_id))
        decision = Decision(
            id=decision_id,
            action=action,
            claim=judged,
            anchor=anchor,
            reviewer=reviewer,
            at=at,
            why=why,
            proposed=proposed,
        )
        record(writer, document_id, decision)
    return decision


def undo(
    store: CaseStore, document_id: str, *, reviewer: str, at: str, decision_id: str | None = None
) -> Decision | None:
    """Take back a decision in force, by default the document's last; None if there is none."""
    with store.write() as writer:
        case_document(writer, document_id)
        standing = in_force(writer.decisions(document_id))
        chosen = [item for item in standing if decision_id in {None, item.id}]
        if not chosen:
            if decision_id is None:
                return None
            raise InputError(
                "review.no_decision",
                f"There is no decision {decision_id} in force on this document.",
                "It may have been taken back already.",
            )
        last = chosen[-1]
        decision = replace(
            last,
            id=_next_id(writer.head()),
            action=Action.UNDO,
            reviewer=reviewer,
            at=at,
            why="",
            undoes=last.id,
        )
        record(writer, document_id, decision)
    return decision


def record(writer: CaseWriter, document_id: str, decision: Decision) -> None:
    """Put a decision in the ledger."""
    body = to_json(decision)
    if not isinstance(body, dict):
        raise TypeError("a decision is an object")
    writer.append(
        EntryKind.DECISION,
        body,
        at=decision.at,
        reviewer=decision.reviewer,
        document_id=document_id,
    )


def check_evidence(document: Document, claim: Claim) -> None:
    """Raise an InputError where ``claim`` cites words that its document does not hold."""
    for evidence in claim.evidence:
        _check_span(document, evidence.span)
        if document.layer(evidence.layer).kind is LayerKind.TRANSLATION:
            raise InputError(
                "review.translation",
                "Evidence must be words of the original, not of a translation.",
                "Mark the words in the original layer.",
            )
        if document.quote(evidence.span) != evidence.quote:
            raise InputError(
                "review.quote_differs",
                f"The quote {evidence.quote[:60]!r} is not what the document says there.",
                "Mark the words in the text again.",
            )
    for span in _spans(to_json(claim)):
        _check_span(document, span)


def _judged(
    shown: CaseDocument,
    document: Document,
    action: Action,
    proposal_id: str | None,
    claim: Claim | None,
) -> tuple[Claim, Anchor, str | None]:
    """Return the claim as judged, its anchor, and the digest of what was proposed."""
    if action is Action.UNDO:
        raise InputError("review.undo", "To take a decision back, use undo.")
    if (claim is not None) != (action in {Action.EDIT, Action.ADD}):
        raise InputError("review.claim", "An edit or addition comes with its claim, others do not.")
    if claim is not None:
        check_evidence(document, claim)
    if action is Action.ADD:
        if proposal_id is not None or claim is None:
            raise InputError("review.claim", "What is added is no proposal.")
        return claim, anchor_of(document, claim), None
    item = _item(shown, proposal_id)
    earlier = item.decision
    if claim is None:
        claim = item.proposal if action is Action.ACCEPT and item.proposal else item.current
    if earlier is not None:
        claim = replace(claim, id=earlier.claim.id)
    else:
        claim = replace(claim, id=item.id)
    if item.proposal is not None:
        return claim, anchor_of(document, item.proposal), values_digest(item.proposal)
    if earlier is None:
        raise ValueError("a reviewed claim has a proposal or a decision")
    return claim, earlier.anchor, earlier.proposed


def _item(shown: CaseDocument, proposal_id: str | None) -> ReviewedClaim:
    for item in shown.claims:
        if item.id == proposal_id:
            return item
    raise InputError(
        "review.no_claim",
        f"The document has no claim {proposal_id}.",
        "It may have been read again since; load it anew.",
    )


def _before(shown: CaseDocument, proposal_id: str | None) -> Claim | None:
    """Return the claim that the person had in front of them, None where they add one."""
    if proposal_id is None:
        return None
    item = _item(shown, proposal_id)
    return item.proposal or item.current


def _check_span(document: Document, span: Span) -> None:
    found = next((layer for layer in document.layers if layer.id == span.layer), None)
    if found is None or span.end > len(found.text):
        raise InputError(
            "review.span",
            f"{span.layer} {span.start}..{span.end} does not lie in the document.",
            "Mark the words in the text again.",
        )


def _spans(value: Json) -> Iterator[Span]:
    """Yield every span within the JSON of a claim."""
    if isinstance(value, dict):
        layer, start, end = value.get("layer"), value.get("start"), value.get("end")
        if isinstance(layer, str) and isinstance(start, int) and isinstance(end, int):
            yield Span(layer, start, end)
        for item in value.values():
            yield from _spans(item)
    elif isinstance(value, list):
        for item in value:
            yield from _spans(item)


def _next_id(head: Head) -> str:
    """Return a decision's id, which no other ledger shares."""
    return short_id("decision", head.hash, head.seq + 1)
