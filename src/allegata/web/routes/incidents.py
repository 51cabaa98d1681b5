"""Incidents of the record: the list, one of them, and what people decide of it.

Every decision answers with the code under which the incident now stands, and what was done in
words; the page then asks for the record anew.
"""

from fastapi import APIRouter

from allegata.app.case import Case
from allegata.app.views import CaseDocument
from allegata.model.linking import ClaimRef
from allegata.model.wire import Json
from allegata.web.answers import JsonAnswer
from allegata.web.bodies import GradeBody, MergeBody, RangeBody, SplitBody, UndoLinkBody
from allegata.web.desk import Answer, AtDesk, Key, now
from allegata.web.views.copying import copying_view
from allegata.web.views.incidents import row_view
from allegata.web.views.record import document_ids, record_view
from allegata.web.views.sums import sum_view
from allegata.web.views.told import Sight

router = APIRouter()


@router.get("/api/incidents")
def list_incidents(desk: AtDesk) -> JsonAnswer:
    """List every incident of the record, and say how many pairs wait for a person."""
    rows: list[Json] = [row_view(record) for record in desk.case.incidents(are_brief=True)]
    return JsonAnswer({"incidents": rows, "doubtful": len(desk.case.doubtful())})


@router.get("/api/sums")
def list_sums(desk: AtDesk, *, names: bool = False) -> JsonAnswer:
    """List the running totals of the case, each beside the incidents that lie within it."""
    found = desk.case.sums()
    ids = tuple(sorted({each.total.claim.document for each in found}))
    sight = Sight(documents_of(desk.case, ids), names=names)
    return JsonAnswer({"sums": [sum_view(each, sight) for each in found]})


@router.post("/api/link")
def link(desk: AtDesk, key: Key) -> JsonAnswer:
    """Link the documents of the case anew: only what has changed is compared."""

    def act() -> Answer:
        report = desk.case.link(reviewer=desk.reviewer)
        told = f"{report.accounts} accounts tell of {report.incidents} incidents"
        doubt = f"{report.doubtful} {'pair is' if report.doubtful == 1 else 'pairs are'} in doubt"
        return {"saved_at": now(), "notice": f"{told}; {doubt}"}

    return JsonAnswer(desk.intake.do(key, act))


@router.get("/api/incidents/{code}")
def get_incident(code: str, desk: AtDesk, *, names: bool = False) -> JsonAnswer:
    """Return an incident by its code or a former one; ``names`` uncovers those of people."""
    record = desk.case.incident(code)
    sight = Sight(documents_of(desk.case, document_ids(record)), names=names)
    grades: list[Json] = [
        {"value": value, "gloss": gloss} for value, gloss in desk.case.grades_offered()
    ]
    copying = copying_view(desk.case.copying([record.code]), sight)
    return JsonAnswer(record_view(record, sight) | {"grades": grades, "copying": copying})


@router.post("/api/incidents/{code}/grade")
def grade(code: str, body: GradeBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Grade an incident; without a reason it is refused."""

    def act() -> Answer:
        desk.case.grade(code, body.value, why=body.why, reviewer=desk.reviewer)
        return _done(code, f"Graded {body.value.replace('_', ' ')}.")

    return JsonAnswer(desk.decisions.do(key, act))


@router.post("/api/incidents/{code}/range")
def settle(code: str, body: RangeBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Settle the range of an outcome; without a reason it is refused."""

    def act() -> Answer:
        numbers = (body.low, body.best, body.high)
        desk.case.settle(code, body.outcome, numbers, why=body.why, reviewer=desk.reviewer)
        return _done(code, f"Settled: {body.outcome.value.replace('_', ' ')}.")

    return JsonAnswer(desk.decisions.do(key, act))


@router.post("/api/incidents/{code}/split")
def split(code: str, body: SplitBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Split claims off: they become an incident of their own."""

    def act() -> Answer:
        claims = [ClaimRef(each.document, each.claim) for each in body.claims]
        made = desk.case.split(code, claims, why=body.why, reviewer=desk.reviewer)
        return _done(code, f"Split off: the picked claims are {made} now.")

    return JsonAnswer(desk.decisions.do(key, act))


@router.post("/api/incidents/{code}/merge")
def merge(code: str, body: MergeBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Make one incident of two."""

    def act() -> Answer:
        kept = desk.case.merge(code, body.code, why=body.why, reviewer=desk.reviewer)
        return _done(kept, f"Merged: both are {kept} now.")

    return JsonAnswer(desk.decisions.do(key, act))


@router.post("/api/incidents/{code}/undo")
def undo(code: str, body: UndoLinkBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Take back a merge, a split, a grade or a decision on a link."""

    def act() -> Answer:
        desk.case.undo_link(body.decision, reviewer=desk.reviewer)
        return _done(code, "Taken back.")

    return JsonAnswer(desk.decisions.do(key, act))


def documents_of(case: Case, ids: tuple[str, ...]) -> dict[str, CaseDocument]:
    """Return documents by their ids."""
    return {id_: case.document(id_) for id_ in ids}


def _done(code: str, notice: str) -> Answer:
    return {"saved_at": now(), "code": code, "notice": notice}
