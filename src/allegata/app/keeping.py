"""How a document is kept: its row, layers, claims and ledger entry, in one transaction.

What cannot be read is kept too: in the list with its reason, its bytes in the vault.
"""

from dataclasses import replace

from allegata.app.ocr_numbers import ocr_numbers, unseen
from allegata.app.relayering import fit_layers
from allegata.model.casefile import (
    DocumentStatus,
    ReadingHead,
    ReadingSummary,
    SourceRecord,
    StoredDocument,
    StoredLayer,
    StoredReading,
)
from allegata.model.document import SourceFile, TextLayer
from allegata.model.errors import ContractError, InputError
from allegata.model.ids import digest, short_id
from allegata.model.ledger import EntryKind, canonical
from allegata.model.reading import Reading, Refusal
from allegata.model.store_port import CaseStore, CaseWriter
from allegata.model.wire import Json, digested, to_json


def check_reading(source: SourceFile, reading: Reading) -> None:
    """Raise a ContractError where a reading breaks a promise of the model."""
    document = reading.document
    if document.id != source.id:
        raise ContractError("case.reading_id", f"A reading of {source.id} says {document.id}.")
    if len({claim.id for claim in reading.claims}) != len(reading.claims):
        raise ContractError("case.claim_twice", f"Two claims of {source.name} have one id.")
    for claim in reading.claims:
        for evidence in claim.evidence:
            if document.quote(evidence.span) != evidence.quote:
                raise ContractError(
                    "case.quote_differs",
                    f"A quote of claim {claim.id} of {source.name} is not what its layer says.",
                )


def keep_reading(  # one transaction's worth
    writer: CaseWriter,
    source: SourceFile,
    reading: Reading,
    original: str,
    *,
    at: str,
    reviewer: str,
    kind: EntryKind,
) -> None:
    """Keep a document with its layers and claims, in the transaction of ``writer``."""
    fitted = fit_layers(reading, writer.layers(source.id))
    stored = _stored(source, fitted.reading, at=at)
    layers = [kept.layer for kept in writer.layers(source.id)] + [*fitted.new_layers]
    numbers = ocr_numbers(layers, stored.head.layers, writer.numbers_seen(source.id))
    document = replace(
        _as_known(writer.document(source.id), source, original, at=at, reviewer=reviewer),
        media_type=reading.document.media_type,
        status=DocumentStatus.READ,
        refusal=None,
        summary=summary_of(stored),
        unseen_numbers=unseen(numbers),
    )
    writer.put_document(document)
    for layer in fitted.new_layers:
        writer.put_layer(source.id, StoredLayer(layer, layer.sha256, at))
    writer.put_reading(source.id, stored)
    for stub in (stub_id(source.name, source.row_id), stub_id(source.name, None)):
        writer.drop_stub(stub)
    body: dict[str, Json] = {
        "document": source.id,
        "name": source.name,
        "row_id": source.row_id,
        "original": original,
        "source": to_json(document.source),
        "layers": {layer.id: layer_digest(layer) for layer in fitted.reading.document.layers},
        "reading": reading_digest(stored),
        "run": to_json(reading.run),
    }
    writer.append(kind, body, at=at, reviewer=reviewer, document_id=source.id)


def _as_known(
    known: StoredDocument | None, source: SourceFile, original: str, *, at: str, reviewer: str
) -> StoredDocument:
    """Return the row of a source: as it is kept already, else a new one, not read yet.

    What was told when it came in stays apart from what people said of it later.
    """
    if known is None:
        return StoredDocument(
            id=source.id,
            name=source.name,
            row_id=source.row_id,
            media_type=source.media_type,
            original=original,
            status=DocumentStatus.QUARANTINED,
            refusal=None,
            added_at=at,
            added_by=reviewer,
            source=SourceRecord.of(source),
        )
    if known.status is DocumentStatus.FORGOTTEN:
        raise InputError("case.forgotten", f"{source.name} was forgotten by a decision.")
    if known.status is DocumentStatus.READ:
        return known
    told = SourceRecord.of(source)
    return replace(known, row_id=source.row_id, media_type=source.media_type, source=told)


def reading_digest(reading: StoredReading) -> str:
    """Return a digest of all that a reading proposes, noted in the ledger when it is kept."""
    return digest(canonical(digested(reading.head)), canonical(digested(reading.claims)))


def layer_digest(layer: TextLayer) -> str:
    """Return a digest of a layer, its text and regions, noted in the ledger when it is kept."""
    regions = canonical(digested(layer.regions))
    told = (layer.id, layer.kind.value, layer.tool, layer.language, layer.of)
    return digest(*told, layer.sha256, regions)


def stub_id(name: str, row_id: str | None) -> str:
    """Return the id of an input that was refused before it had bytes."""
    return f"refused:{short_id(canonical([name, row_id]))}"


def quarantine(  # one transaction's worth
    writer: CaseWriter,
    source: SourceFile,
    refusal: Refusal,
    original: str,
    *,
    at: str,
    reviewer: str,
) -> None:
    """Keep a source that could not be read; what was read of it before stays in force."""
    known = writer.document(source.id)
    if known is not None and (known.refusal == refusal or known.status is DocumentStatus.READ):
        return
    row = _as_known(known, source, original, at=at, reviewer=reviewer)
    _keep_refused(writer, replace(row, refusal=refusal), refusal, at=at, reviewer=reviewer)


def refuse(store: CaseStore, refusal: Refusal, *, at: str, reviewer: str) -> str:
    """Keep an input that was refused before it had bytes, and return its id in the list."""
    document_id = stub_id(refusal.name, refusal.row_id)
    with store.write() as writer:
        known = writer.document(document_id)
        if known is None or known.refusal != refusal:
            document = StoredDocument(
                id=document_id,
                name=refusal.name,
                row_id=refusal.row_id,
                media_type=None,
                original=None,
                status=DocumentStatus.QUARANTINED,
                refusal=refusal,
                added_at=at,
                added_by=reviewer,
                source=None,
            )
            _keep_refused(writer, document, refusal, at=at, reviewer=reviewer)
    return document_id


def _keep_refused(
    writer: CaseWriter, document: StoredDocument, refusal: Refusal, *, at: str, reviewer: str
) -> None:
    writer.put_document(document)
    body: dict[str, Json] = {
        "document": document.id,
        "name": document.name,
        "row_id": document.row_id,
        "original": document.original,
        "refusal": to_json(refusal),
        "source": to_json(document.source),
    }
    kind = EntryKind.DOCUMENT_REFUSED
    writer.append(kind, body, at=at, reviewer=reviewer, document_id=document.id)


def _stored(source: SourceFile, reading: Reading, *, at: str) -> StoredReading:
    document = reading.document
    head = ReadingHead(
        run=reading.run,
        source=SourceRecord.of(source),
        at=at,
        layers=tuple(layer.id for layer in document.layers),
        name=document.name,
        media_type=document.media_type,
        blocks=document.blocks,
        language=document.language,
        pages=document.pages,
        published=document.published,
        country=document.country,
        provenance=document.provenance,
        un=document.un,
        references=document.references,
        doubts=document.doubts,
        mentions=reading.mentions,
        incidents=reading.incidents,
    )
    return StoredReading(head, reading.claims)


def summary_of(reading: StoredReading) -> ReadingSummary:
    """Return what lists show of a reading."""
    head = reading.head
    return ReadingSummary(
        language=head.language,
        pages=head.pages,
        published=head.published,
        publisher=head.provenance.publisher,
        symbol=head.un.symbol if head.un else None,
        claims=len(reading.claims),
        doubts=len(head.doubts),
    )
