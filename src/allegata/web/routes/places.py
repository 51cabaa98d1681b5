"""Places before a person: what the words may mean, and which ground they chose."""

from typing import Annotated

from fastapi import APIRouter, Query

from allegata.app.choosing import Answer as PlaceAnswer
from allegata.web.answers import JsonAnswer
from allegata.web.bodies import AlikeBody, PlaceAnswerBody, UndoPlaceBody
from allegata.web.desk import Answer, AtDesk, Desk, Key, now
from allegata.web.offsets import Utf16, maps_of, to_span
from allegata.web.views.places import entries_view, places_view
from allegata.web.views.reader import claims_view

router = APIRouter()


@router.get("/api/places")
def find_places(
    desk: AtDesk,
    name: Annotated[str, Query(min_length=1, max_length=200)],
    country: Annotated[str | None, Query(pattern="^[A-Z]{2}$")] = None,
) -> JsonAnswer:
    """Find what a name may mean in the gazetteers of this computer."""
    return JsonAnswer({"places": entries_view(desk.case.find_places(name, country=country))})


@router.get("/api/documents/{document_id}/places")
def list_places(document_id: str, desk: AtDesk) -> JsonAnswer:
    """List the places that a document names, with what people chose."""
    return JsonAnswer(_places(desk, document_id))


@router.post("/api/documents/{document_id}/places")
def choose(document_id: str, body: PlaceAnswerBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Record which ground the words of a mention stand for."""

    def act() -> Answer:
        span = to_span(
            {"layer": body.layer, "start": body.start, "end": body.end}, _maps(desk, document_id)
        )
        desk.case.choose_place(
            document_id, span, _answer(body), reviewer=desk.reviewer, why=body.why
        )
        return _saved(desk, document_id)

    return JsonAnswer(desk.decisions.do(key, act))


@router.post("/api/documents/{document_id}/places/alike")
def choose_alike(document_id: str, body: AlikeBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Take a choice for every other mention of its name in the document."""

    def act() -> Answer:
        desk.case.choose_alike(document_id, body.choice_id, reviewer=desk.reviewer)
        return _saved(desk, document_id)

    return JsonAnswer(desk.decisions.do(key, act))


@router.post("/api/documents/{document_id}/places/undo")
def undo(document_id: str, body: UndoPlaceBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Take a choice back."""

    def act() -> Answer:
        desk.case.undo_place(document_id, body.choice_id, reviewer=desk.reviewer)
        return _saved(desk, document_id)

    return JsonAnswer(desk.decisions.do(key, act))


def _answer(body: PlaceAnswerBody) -> PlaceAnswer:
    return PlaceAnswer(
        entry_id=body.entry_id,
        point=body.point,
        radius_km=body.radius_km,
        ring=body.ring,
        as_before=body.as_before,
    )


def _places(desk: Desk, document_id: str) -> Answer:
    places = desk.case.places(document_id)
    return {"places": places_view(places, _maps(desk, document_id), desk.find_place)}


def _saved(desk: Desk, document_id: str) -> Answer:
    claims = claims_view(desk.case.document(document_id))
    return {"saved_at": now(), "claims": claims, **_places(desk, document_id)}


def _maps(desk: Desk, document_id: str) -> dict[str, Utf16]:
    shown = desk.case.document(document_id)
    return maps_of(shown.document.layers) if shown.document is not None else {}
