"""The queue of doubtful pairs, and what people decide of them."""

from collections.abc import Sequence

from fastapi import APIRouter

from allegata.app.views import DoubtfulPair, PairSide
from allegata.model.linking import ClaimRef
from allegata.model.wire import Json
from allegata.web.answers import JsonAnswer
from allegata.web.bodies import PairBody, RefBody, UndoLinkBody
from allegata.web.desk import Answer, AtDesk, Desk, Key, now
from allegata.web.routes.incidents import documents_of
from allegata.web.views.pairs import reasons_view, side_view
from allegata.web.views.told import Sight

router = APIRouter()
SENT = 20  # the page asks again long before it has gone through them


@router.get("/api/pairs")
def list_pairs(desk: AtDesk) -> JsonAnswer:
    """List the pairs that a person had best look at, the most useful first."""
    return JsonAnswer(_queue(desk))


@router.post("/api/pairs")
def decide(body: PairBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Record what a person decides of a pair."""

    def act() -> Answer:
        decision = desk.case.decide_link(
            _ref(body.a), _ref(body.b), body.outcome, why=body.why, reviewer=desk.reviewer
        )
        return _queue(desk) | {"saved_at": now(), "pair": body.pair, "decision": decision.id}

    return JsonAnswer(desk.decisions.do(key, act))


@router.post("/api/pairs/undo")
def undo(body: UndoLinkBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Take a decision on a pair back; the pair may come up again."""

    def act() -> Answer:
        desk.case.undo_link(body.decision, reviewer=desk.reviewer)
        return _queue(desk) | {"saved_at": now()}

    return JsonAnswer(desk.decisions.do(key, act))


def _queue(desk: Desk) -> Answer:
    pairs = desk.case.doubtful()
    sent = pairs[:SENT]
    ids = {side.account.document for pair in sent for side in (pair.a, pair.b) if side.claims}
    sight = Sight(documents_of(desk.case, tuple(sorted(ids))))
    return {"pairs": [_pair(pair, sight) for pair in sent], "total": len(pairs)}


def _pair(pair: DoubtfulPair, sight: Sight) -> Json:
    return {
        "id": f"{pair.link.a} {pair.link.b}",
        "reasons": reasons_view(pair.link),
        "a": _side(pair.a, sight),
        "b": _side(pair.b, sight),
    }


def _side(side: PairSide, sight: Sight) -> dict[str, Json]:
    first = _first(side.account.document, [ref for ref, _ in side.claims], side.account.claims)
    view = side_view(side.account, side.claims, sight, code=side.code)
    return view | {"ref": {"document": first.document, "claim": first.claim}}


def _first(document: str, refs: Sequence[ClaimRef], ids: Sequence[str]) -> ClaimRef:
    """Return the claim that a decision on the account holds on to."""
    return refs[0] if refs else ClaimRef(document, ids[0])


def _ref(body: RefBody) -> ClaimRef:
    return ClaimRef(body.document, body.claim)
