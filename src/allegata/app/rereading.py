"""Reading the originals again: proposals are replaced, decisions are kept and matched anew."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from allegata.app.ingest import Intake, OnProgress, failed, take_in
from allegata.app.viewing import case_document, require_document
from allegata.app.views import AddEvent, RereadReport
from allegata.model.casefile import StoredDocument
from allegata.model.document import SourceFile
from allegata.model.errors import ConfigError, InputError, StoreError, TemporaryError
from allegata.model.ledger import EntryKind
from allegata.model.reading import Refusal
from allegata.model.store_port import CaseStore


def reread(
    intake: Intake,
    document_ids: Sequence[str] | None = None,
    on_progress: OnProgress | None = None,
) -> RereadReport:
    """Read these documents (or all) again from their originals; report how decisions stand."""
    matches: Counter[str] = Counter()
    refused: list[Refusal] = []
    bugs: list[AddEvent] = []
    wanted = _wanted(intake.store, document_ids)
    for position, stored in enumerate(wanted, 1):
        event, refusal = _again(intake, position, stored)
        if refusal is not None:
            refused.append(refusal)
        if event.outcome == "failed":
            bugs.append(event)
        with intake.store.read() as reader:
            matches.update(item.match.value for item in case_document(reader, stored.id).claims)
        if on_progress is not None:
            on_progress(event)
    return RereadReport(len(wanted), dict(sorted(matches.items())), tuple(refused), tuple(bugs))


def source_again(store: CaseStore, stored: StoredDocument) -> SourceFile:
    """Return the document's source with its bytes, told what people have said of it since."""
    if stored.source is None or stored.original is None:
        raise InputError("case.no_original", f"{stored.name} has no original to read again.")
    source = stored.source.with_content(store.original(stored.original))
    return replace(
        source,
        language=stored.fields.get("language", source.language),
        published=stored.fields.get("published", source.published),
    )


def _wanted(store: CaseStore, document_ids: Sequence[str] | None) -> list[StoredDocument]:
    with store.read() as reader:
        if document_ids is not None:
            return [require_document(reader, document_id) for document_id in document_ids]
        return [stored for stored in reader.documents() if stored.source is not None]


def _again(
    intake: Intake, position: int, stored: StoredDocument
) -> tuple[AddEvent, Refusal | None]:
    event = AddEvent(position, stored.name, stored.row_id, "added", stored.id)
    source = source_again(intake.store, stored)
    try:
        refusal = take_in(intake, source, EntryKind.DOCUMENT_READ)
    except (ConfigError, StoreError, TemporaryError):
        raise  # neither the case file nor its setting can go on
    except Exception as error:  # noqa: BLE001  # the pipeline loop: report, and do the rest
        return failed(event, error), None
    if refusal is not None:
        message = f"{refusal.message} {refusal.hint}".strip()
        return replace(event, outcome="refused", code=refusal.code, message=message), refusal
    return event, None
