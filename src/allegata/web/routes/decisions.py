"""Decisions on claims. Each answers with the document's claims as they stand after it."""

from fastapi import APIRouter

from allegata.app.views import CaseDocument, ReviewedClaim
from allegata.model.claim import Claim
from allegata.model.decision import Action
from allegata.model.errors import InputError
from allegata.web.answers import JsonAnswer
from allegata.web.bodies import ClaimBody, DecisionBody, UndoBody
from allegata.web.desk import Answer, AtDesk, Desk, Key, now
from allegata.web.edits import apply_changes
from allegata.web.newclaims import new_claim
from allegata.web.offsets import maps_of, to_span
from allegata.web.views.reader import claims_view

router = APIRouter()


@router.post("/api/documents/{document_id}/decisions")
def decide(document_id: str, body: DecisionBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Accept, reject or edit a claim."""

    def act() -> Answer:
        desk.case.decide(
            document_id,
            action=Action(body.action),
            proposal_id=body.proposal_id,
            claim=_edited(desk, document_id, body),
            reviewer=desk.reviewer,
            why=body.why,
        )
        return _saved(desk, document_id)

    return JsonAnswer(desk.decisions.do(key, act))


@router.post("/api/documents/{document_id}/undo")
def undo(document_id: str, body: UndoBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Take back the last decision on the document, or the one named."""

    def act() -> Answer:
        desk.case.undo(document_id, reviewer=desk.reviewer, decision_id=body.decision_id)
        return _saved(desk, document_id)

    return JsonAnswer(desk.decisions.do(key, act))


@router.post("/api/documents/{document_id}/claims")
def add_claim(document_id: str, body: ClaimBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Add a claim that the machine did not find."""

    def act() -> Answer:
        shown = desk.case.document(document_id)
        layers = shown.document.layers if shown.document else ()
        span = to_span(body.span.model_dump(), maps_of(layers))
        desk.case.decide(
            document_id,
            action=Action.ADD,
            claim=new_claim(shown, body, span),
            reviewer=desk.reviewer,
        )
        return _saved(desk, document_id)

    return JsonAnswer(desk.decisions.do(key, act))


def _edited(desk: Desk, document_id: str, body: DecisionBody) -> Claim | None:
    if body.action != "edit":
        return None
    if body.changes is None:
        raise InputError("web.no_changes", "An edit says what it changes.")
    item = _item(desk.case.document(document_id), body.proposal_id)
    return apply_changes(item.current, body.changes, desk.find_place)


def _item(shown: CaseDocument, claim_id: str) -> ReviewedClaim:
    for item in shown.claims:
        if item.id == claim_id:
            return item
    raise InputError("review.no_claim", "The document has no such claim.", "Load it anew.")


def _saved(desk: Desk, document_id: str) -> Answer:
    return {"saved_at": now(), "claims": claims_view(desk.case.document(document_id))}
