"""The workbench's application: routes on one open case, behind the guard."""

from collections.abc import Callable
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response

from allegata.app.case import Case
from allegata.model.errors import AllegataError
from allegata.model.places import GazetteerEntry
from allegata.web.answers import problem, problem_of
from allegata.web.assets import PAGE, load_assets
from allegata.web.desk import Desk
from allegata.web.guard import Gate, Guard
from allegata.web.pages import plain_page
from allegata.web.routes import (
    case,
    decisions,
    documents,
    incidents,
    numbers,
    pairs,
    places,
    references,
    search,
)

PARTS = (case, documents, decisions, numbers, places, references, search, incidents, pairs)
ROOMS = (
    *("/", "/references", "/search", "/read/{document_id}"),
    *("/incidents", "/incident/{code}", "/pairs"),
)


def create_app(
    opened: Case,
    *,
    gate: Gate,
    reviewer: str,
    find_place: Callable[[str], GazetteerEntry | None],
) -> FastAPI:
    """Return the application. It closes nothing: the case belongs to the caller."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    name = Path(opened.info().path).name
    app.state.desk = Desk(opened, name=name, reviewer=reviewer, find_place=find_place)
    app.add_middleware(Guard, gate=gate)
    for part in PARTS:
        app.include_router(part.router)
    _add_pages(app)
    app.add_exception_handler(AllegataError, _on_purpose)
    app.add_exception_handler(RequestValidationError, _wrong_body)
    app.add_exception_handler(HTTPException, _http)
    return app


def _add_pages(app: FastAPI) -> None:
    assets = load_assets()

    def page() -> Response:
        return Response(assets[PAGE].content, media_type=assets[PAGE].media_type)

    def asset(name: str) -> Response:
        if name not in assets:
            raise HTTPException(404)
        return Response(assets[name].content, media_type=assets[name].media_type)

    for room in ROOMS:
        app.add_api_route(room, page, methods=["GET"])
    app.add_api_route("/{name}", asset, methods=["GET"])


async def _on_purpose(_request: Request, error: Exception) -> Response:
    if not isinstance(error, AllegataError):
        raise error
    return problem_of(error)


async def _wrong_body(_request: Request, error: Exception) -> Response:
    """Name the fields that are wrong, never what they held: it may be text of a document."""
    errors = error.errors() if isinstance(error, RequestValidationError) else ()
    fields = sorted({".".join(str(part) for part in each["loc"]) for each in errors})
    return problem(
        "web.bad_request",
        f"The page sent something that the workbench does not take: {', '.join(fields)}.",
        "Check what you typed there; if it looks right, reload the page.",
        status=422,
    )


async def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    code, words = {
        404: ("web.not_found", "There is nothing at this address."),
        405: ("web.method", "The workbench does not do that at this address."),
    }.get(status, ("web.bad_request", "The workbench does not understand this request."))
    if request.url.path.startswith("/api/"):
        return problem(code, words, status=status)
    return plain_page("Not found" if status == 404 else "Not possible", (words,), status=status)
