"""Numbers that OCR read in Arabic script: their pictures, and what a person saw in them."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.responses import Response

from allegata.app.views import CaseDocument
from allegata.web.answers import JsonAnswer
from allegata.web.bodies import SeenBody
from allegata.web.desk import Answer, AtDesk, Key, now
from allegata.web.offsets import Utf16, maps_of, to_span
from allegata.web.views.numbers import numbers_view

router = APIRouter()
PNG = "image/png"


@router.get("/api/documents/{document_id}/numbers")
def list_numbers(document_id: str, desk: AtDesk) -> JsonAnswer:
    """List the numbers of a document that count for nothing until a person has seen them."""
    shown = desk.case.document(document_id)
    return JsonAnswer({"numbers": numbers_view(shown.numbers, _maps(shown))})


@router.post("/api/documents/{document_id}/numbers")
def see_number(document_id: str, body: SeenBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Record what stands in the picture of a number."""

    def act() -> Answer:
        maps = _maps(desk.case.document(document_id))
        span = to_span({"layer": body.layer, "start": body.start, "end": body.end}, maps)
        numbers = desk.case.see_number(document_id, span, body.value, reviewer=desk.reviewer)
        return {"saved_at": now(), "numbers": numbers_view(numbers, maps)}

    return JsonAnswer(desk.decisions.do(key, act))


@router.get("/api/documents/{document_id}/crop")
def crop(
    document_id: str,
    desk: AtDesk,
    layer: Annotated[str, Query(max_length=300)],
    start: int,
    end: int,
) -> Response:
    """Show words as they stand in the original, with a margin around them."""
    maps = _maps(desk.case.document(document_id))
    span = to_span({"layer": layer, "start": start, "end": end}, maps)
    return Response(desk.case.picture(document_id, span), media_type=PNG)


@router.get("/api/documents/{document_id}/pages/{page}")
def page_picture(
    document_id: str, page: Annotated[int, Path(ge=1, le=100_000)], desk: AtDesk
) -> Response:
    """Show a page of the original."""
    return Response(desk.case.page_picture(document_id, page), media_type=PNG)


def _maps(shown: CaseDocument) -> dict[str, Utf16]:
    return maps_of(shown.document.layers) if shown.document is not None else {}
