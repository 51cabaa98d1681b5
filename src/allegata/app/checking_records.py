"""Do the tables say what the ledger says? The ledger is replayed and compared with them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from allegata.app.views import Problem
from allegata.model.casefile import DocumentStatus, StoredDocument
from allegata.model.ledger import Body, EntryKind, LedgerEntry
from allegata.model.source import Source
from allegata.model.vocabularies import Sensitivity
from allegata.model.wire import Json, from_json, to_json

_READ = frozenset({EntryKind.DOCUMENT_ADDED, EntryKind.DOCUMENT_READ, EntryKind.POST_ADDED})
_KEPT = _READ | {EntryKind.DOCUMENT_REFUSED}


@dataclass(slots=True)
class Told:
    """What the ledger says of one document."""

    status: DocumentStatus
    added_at: str
    added_by: str
    name: Json
    original: Json
    refusal: Json = None
    source: Json = None
    reading: Json = None  # the digest of the reading in force
    layers: dict[str, Json] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    sensitivity: str = Sensitivity.RESTRICTED.value
    may_publish: bool = False


def replay(entries: Iterable[LedgerEntry]) -> dict[str, Told]:
    """Return what the ledger says of each document; forgotten ones have an empty name."""
    told: dict[str, Told] = {}
    for entry in entries:
        if entry.body is None:
            continue
        document_id = entry.body.get("document")
        if not isinstance(document_id, str):
            continue
        if entry.kind == EntryKind.FORGOTTEN:
            told[document_id] = Told(DocumentStatus.FORGOTTEN, "", "", "", None)
        elif entry.kind in _KEPT:
            _replay_kept(told, document_id, entry, entry.body)
        elif document_id in told:
            _replay_said(told[document_id], entry.body)
    return told


def replay_sources(entries: Iterable[LedgerEntry]) -> list[Source]:
    """Return the register of sources as the ledger tells it."""
    found: dict[str, Source] = {}
    for entry in entries:
        told = entry.body.get("source") if entry.body is not None else None
        if entry.kind == EntryKind.SOURCE_ADDED and isinstance(told, dict):
            try:
                source = from_json(Source, told)
            except ValueError:
                continue  # a changed body, which its hash tells on
            found[source.id] = source
        elif entry.kind == EntryKind.FORGOTTEN and isinstance(told, str):
            found.pop(told, None)
    return list(found.values())


def record_problems(
    told: Mapping[str, Told], documents: Sequence[StoredDocument]
) -> Iterator[Problem]:
    """Yield where the list of documents does not agree with the ledger."""
    present = {document.id for document in documents}
    for document_id, item in told.items():
        stub = item.original is None and item.status is DocumentStatus.QUARANTINED
        if document_id not in present and not stub:
            message = f"The ledger says that {document_id} was added, and the list lacks it."
            yield Problem("case.document_missing", message, document_id)
    for document in documents:
        known = told.get(document.id)
        if known is None:
            message = f"No entry of the ledger says that {document.name} was added."
            yield Problem("case.document_unrecorded", message, document.id)
            continue
        for what in _differences(known, document):
            message = f"The {what} of {document.name} is not what the ledger says."
            yield Problem("case.record_differs", message, document.id)


def _replay_kept(told: dict[str, Told], document_id: str, entry: LedgerEntry, body: Body) -> None:
    item = told.get(document_id)
    if item is None:
        item = Told(
            DocumentStatus.READ, entry.at, entry.reviewer, body.get("name"), body.get("original")
        )
        told[document_id] = item
    layers = body.get("layers")
    item.status = DocumentStatus.READ if entry.kind in _READ else DocumentStatus.QUARANTINED
    item.refusal, item.source = body.get("refusal"), body.get("source")
    item.reading = body.get("reading", item.reading)
    item.layers |= layers if isinstance(layers, dict) else {}


def _replay_said(item: Told, body: Body) -> None:
    layers, fields, care = body.get("layers"), body.get("fields"), body.get("care")
    item.layers |= layers if isinstance(layers, dict) else {}
    for name, value in fields.items() if isinstance(fields, dict) else ():
        item.fields.pop(name, None)
        if isinstance(value, str):
            item.fields[name] = value
    if isinstance(care, dict):
        item.sensitivity = str(care.get("sensitivity", item.sensitivity))
        item.may_publish = bool(care.get("may_publish", item.may_publish))


def _differences(told: Told, document: StoredDocument) -> Iterator[str]:
    if told.status is not document.status:
        yield "status"
    if document.status is DocumentStatus.FORGOTTEN:
        if document.fields or document.layers or document.may_publish:
            yield "tombstone"
        return
    compared = {
        "name": (told.name, document.name),
        "original's hash": (told.original, document.original),
        "time of adding": (told.added_at, document.added_at),
        "adding person": (told.added_by, document.added_by),
        "refusal": (told.refusal, to_json(document.refusal)),
        "set of fields": (told.fields, dict(document.fields)),
        "source file": (told.source, to_json(document.source)),
        "sensitivity": (told.sensitivity, document.sensitivity.value),
        "permission to publish": (told.may_publish, document.may_publish),
        "set of layers": (set(told.layers), {layer.id for layer in document.layers}),
    }
    yield from (what for what, (one, other) in compared.items() if one != other)
