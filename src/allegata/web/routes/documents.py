"""Documents: the list, one of them, and all that can be added."""

import tempfile
from pathlib import Path
from urllib.parse import unquote

from fastapi import APIRouter, Header, Request
from starlette.concurrency import run_in_threadpool

from allegata.app.views import AddEvent
from allegata.model.errors import InputError
from allegata.model.source import Provenance
from allegata.model.wire import Json
from allegata.runners.inputs import iter_inputs
from allegata.web.answers import JsonAnswer
from allegata.web.bodies import PostBody, TranslationBody
from allegata.web.desk import Answer, AtDesk, Desk, Key, now
from allegata.web.views.inbox import row_view
from allegata.web.views.reader import document_view

router = APIRouter()
LONGEST_NAME = 200  # bytes; file systems stop at 255
OUTCOMES = {
    "added": "read",
    "already": "already in the case",
    "refused": "not read",
    "failed": "failed",
}


@router.get("/api/documents")
def list_documents(desk: AtDesk) -> JsonAnswer:
    """List every document of the case, newest first, refused ones among them."""
    rows = desk.case.documents()
    names = {row.id: row.name for row in rows}
    return JsonAnswer({"documents": [row_view(row, names) for row in reversed(rows)]})


@router.get("/api/documents/{document_id}")
def get_document(document_id: str, desk: AtDesk) -> JsonAnswer:
    """Return one document with its text and its claims."""
    shown = desk.case.document(document_id)
    view = document_view(shown, names=_name_of(desk, shown.row.container))
    return JsonAnswer(view | {"codes": dict[str, Json](desk.case.codes(document_id))})


@router.post("/api/documents")
async def add_file(
    request: Request, desk: AtDesk, key: Key, x_file_name: str = Header(max_length=5_000)
) -> JsonAnswer:
    """Take in one file: the body is its bytes, and a header holds its percent-encoded name.

    It lies in the case's own folder while it is read, so that nothing of it reaches another disk.
    """
    folder = desk.case.info().path
    with tempfile.TemporaryDirectory(prefix=".upload-", dir=folder) as holding:
        path = Path(holding) / safe_name(x_file_name)
        with path.open("wb") as file:
            async for chunk in request.stream():
                file.write(chunk)
        return JsonAnswer(
            await run_in_threadpool(desk.intake.do, key, lambda: _take_in(desk, path))
        )


@router.post("/api/posts")
def add_post(body: PostBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Keep a pasted post, and its translation beside it where there is one."""
    return JsonAnswer(desk.intake.do(key, lambda: _add_post(desk, body)))


@router.post("/api/documents/{document_id}/translations")
def add_translation(document_id: str, body: TranslationBody, desk: AtDesk, key: Key) -> JsonAnswer:
    """Keep a translation beside the layer that it translates."""

    def add() -> Answer:
        layer = desk.case.add_translation(
            document_id,
            of_layer=body.of_layer,
            text=body.text,
            language=body.language,
            translator=body.translator.strip(),
            reviewer=desk.reviewer,
        )
        return {"layer": layer, "saved_at": now()}

    return JsonAnswer(desk.intake.do(key, add))


@router.patch("/api/documents/{document_id}")
def set_fields(
    document_id: str, changes: dict[str, str | bool | None], desk: AtDesk, key: Key
) -> JsonAnswer:
    """Set what people say of a document; null takes a field back."""

    def change() -> Answer:
        desk.case.set_fields(document_id, changes, reviewer=desk.reviewer)
        return {"saved_at": now()}

    return JsonAnswer(desk.decisions.do(key, change))


def safe_name(encoded: str) -> str:
    """Return a file's name without any path, and short enough for any disk.

    >>> safe_name("..%2F..%2Fetc%2Fpasswd"), safe_name("..")
    ('passwd', 'upload')
    """
    name = unquote(encoded, errors="replace").replace("\\", "/").rpartition("/")[2]
    name = "".join(letter if letter.isprintable() else "_" for letter in name).strip()
    suffix = Path(name).suffix[:20]
    stem = name.removesuffix(suffix).encode(errors="replace")
    kept = stem[: LONGEST_NAME - len(suffix.encode())].decode(errors="ignore")
    return "upload" if kept in {"", ".", ".."} else kept + suffix


def _name_of(desk: Desk, document_id: str | None) -> dict[str, str]:
    """Return the name of a document by its id, nothing where the case has none such."""
    if document_id is None:
        return {}
    try:
        return {document_id: desk.case.document(document_id).row.name}
    except InputError:
        return {}


def _take_in(desk: Desk, path: Path) -> Answer:
    events: list[AddEvent] = []
    desk.case.add(iter_inputs([str(path)]), reviewer=desk.reviewer, on_progress=events.append)
    return {"saved_at": now(), "documents": [_taken(event) for event in events]}


def _taken(event: AddEvent) -> Json:
    failed = event.outcome == "failed"
    # A bug's own message may hold text of the document, and says nothing to a person.
    message = f"a bug was met ({event.code}), nothing was kept" if failed else event.message
    outcome = OUTCOMES[event.outcome] + (f": {message}" if message else "")
    return {"id": event.document_id, "name": event.name, "outcome": outcome, "failed": failed}


def _add_post(desk: Desk, body: PostBody) -> Answer:
    for address in (body.url, body.archive_url):
        if address and not address.startswith(("http://", "https://")):
            raise InputError(
                "web.address",
                f"{address[:80]!r} is no web address.",
                "Give one that begins with http:// or https://, or leave it empty.",
            )
    provenance = Provenance(
        url=body.url or None,
        archive_url=body.archive_url or None,
        publisher=body.publisher or None,
        author=body.author or None,
        platform=body.platform or None,
        posted=body.posted or None,
        collected=body.collected or None,
        collector=desk.reviewer,
        tool="pasted",
    )
    document_id = desk.case.add_post(
        body.text,
        provenance=provenance,
        language=body.language or None,
        published=body.posted[:10] if body.posted else None,
        name=body.name.strip() or _post_name(body),
        reviewer=desk.reviewer,
    )
    if body.translation.strip():
        _translate(desk, document_id, body)
    return {"id": document_id, "saved_at": now()}


def _post_name(body: PostBody) -> str:
    author = body.author or body.publisher
    day = (body.posted or body.collected or now())[:10]
    return f"Post by {author}, {day}" if author else f"Post, {day}"


def _translate(desk: Desk, document_id: str, body: PostBody) -> None:
    """Add the translation, unless this very one is there from an earlier attempt."""
    document = desk.case.document(document_id).document
    if document is None or any(layer.text == body.translation for layer in document.layers):
        return
    desk.case.add_translation(
        document_id,
        of_layer=document.layers[0].id,
        text=body.translation,
        language=body.translation_language,
        translator=body.translator.strip() or desk.reviewer,
        reviewer=desk.reviewer,
    )
