"""Documents into the case file: read, kept with their originals, and never twice.

Each document is one transaction, so that a killed run goes on where it stopped when it is
repeated. What cannot be read is kept in the list with its reason, and its bytes in the vault.
"""

import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from allegata.app.keeping import check_reading, keep_reading, quarantine, refuse
from allegata.app.views import AddEvent, AddReport
from allegata.model.casefile import (
    DocumentStatus,
    StoredDocument,
)
from allegata.model.document import SourceFile
from allegata.model.errors import AllegataError, ConfigError, StoreError, TemporaryError
from allegata.model.ids import short_id
from allegata.model.ledger import EntryKind, canonical
from allegata.model.reading import Reading, Refusal
from allegata.model.store_port import CaseStore

Reader = Callable[[SourceFile], Reading | Refusal]
Clock = Callable[[], str]
OnProgress = Callable[[AddEvent], None]


@dataclass(frozen=True, slots=True)
class Intake:
    """What taking in needs: the store, how to read, what time it is, and who does it."""

    store: CaseStore
    read: Reader
    clock: Clock
    reviewer: str


def add(
    intake: Intake, inputs: Iterable[SourceFile | Refusal], on_progress: OnProgress | None = None
) -> AddReport:
    """Take in every input, and report what became of each."""
    events: list[AddEvent] = []
    refused: list[Refusal] = []
    for position, item in enumerate(inputs, 1):
        event, refusal = _one(intake, position, item)
        events.append(event)
        if refusal is not None:
            refused.append(refusal)
        if on_progress is not None:
            on_progress(event)
    return AddReport(
        added=_documents(events, "added"),
        already=_documents(events, "already"),
        refused=tuple(refused),
        failed=tuple(event for event in events if event.outcome == "failed"),
    )


def take_in(intake: Intake, source: SourceFile, kind: EntryKind) -> Refusal | None:
    """Read ``source`` and keep it, or keep it as refused and return why."""
    reading = intake.read(source)
    original = intake.store.keep_original(source.content)
    at = intake.clock()
    if isinstance(reading, Refusal):
        with intake.store.write() as writer:
            quarantine(writer, source, reading, original, at=at, reviewer=intake.reviewer)
        return reading
    check_reading(source, reading)
    with intake.store.write() as writer:
        keep_reading(writer, source, reading, original, at=at, reviewer=intake.reviewer, kind=kind)
    return None


def case_source(source: SourceFile) -> SourceFile:
    """Return ``source`` under its id in the case file.

    Rows of a table are documents of their own: two rows may say the same on different days.

    >>> case_source(SourceFile("sha256:00", "t.csv", b"Two.", "text/plain", row_id="7")).id
    'sha256:00.efc9afecbaf5b9ab'
    """
    name = source.name.encode("utf-8", "backslashreplace").decode()  # file names may be any bytes
    source = replace(source, name=name)
    if source.row_id is None:
        return source
    return replace(source, id=f"{source.id}.{short_id('row', canonical(source.row_id))}")


def _one(
    intake: Intake, position: int, item: SourceFile | Refusal
) -> tuple[AddEvent, Refusal | None]:
    source = item if isinstance(item, Refusal) else case_source(item)
    event = AddEvent(position, source.name, source.row_id, "added", None)
    if isinstance(source, Refusal):
        document_id = refuse(intake.store, source, at=intake.clock(), reviewer=intake.reviewer)
        return _refused(event, source, document_id), source
    with intake.store.read() as reader:
        known = reader.document(source.id)
    event = replace(event, document_id=source.id)
    if known is not None and known.status is DocumentStatus.FORGOTTEN:
        refusal = Refusal(
            source.name,
            source.row_id,
            "case.forgotten",
            f"{source.name} was forgotten by a decision and is not taken in again.",
            "Start another case file if it is needed after all.",
        )
        return _refused(event, refusal, source.id), refusal
    if known is not None and known.status is DocumentStatus.READ:
        return replace(event, outcome="already", message=_since(known)), None
    return _read(intake, event, source, known)


def _read(
    intake: Intake, event: AddEvent, source: SourceFile, known: StoredDocument | None
) -> tuple[AddEvent, Refusal | None]:
    kind = EntryKind.DOCUMENT_ADDED if known is None else EntryKind.DOCUMENT_READ
    try:
        refusal = take_in(intake, source, kind)
    except (ConfigError, StoreError, TemporaryError):
        raise  # neither the case file nor its setting can go on; what was kept before stays
    except Exception as error:  # noqa: BLE001  # the pipeline loop: report, and do the rest
        return failed(event, error), None
    if refusal is not None:
        return _refused(event, refusal, source.id), refusal
    return event, None


def failed(event: AddEvent, error: Exception) -> AddEvent:
    """Return the event of an input on which a bug was met."""
    return replace(
        event,
        outcome="failed",
        code=error.code if isinstance(error, AllegataError) else "bug",
        message=f"{type(error).__name__}: {error}",
        traceback="".join(traceback.format_exception(error)),
    )


def _since(known: StoredDocument) -> str:
    name = "" if known.name == known.id else f" as {known.name}"
    return f"already here since {known.added_at}{name}"


def _refused(event: AddEvent, refusal: Refusal, document_id: str) -> AddEvent:
    message = f"{refusal.message} {refusal.hint}".strip()
    return replace(
        event, outcome="refused", document_id=document_id, message=message, code=refusal.code
    )


def _documents(events: Iterable[AddEvent], outcome: str) -> tuple[str, ...]:
    found = (event.document_id for event in events if event.outcome == outcome)
    return tuple(document_id for document_id in found if document_id is not None)
