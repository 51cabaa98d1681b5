"""From what the store keeps to what a case file shows."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace

from allegata.app.chosen_places import with_choices, with_chosen_ground
from allegata.app.number_gate import with_number_doubts
from allegata.app.ocr_numbers import ocr_numbers
from allegata.app.rematching import in_force, review
from allegata.app.views import CaseDocument, CaseInfo, DocumentRow
from allegata.model.casefile import (
    DocumentStatus,
    Judgement,
    ReadingHead,
    StoredDocument,
    StoredLayer,
    StoreInfo,
)
from allegata.model.decision import Action
from allegata.model.document import Document
from allegata.model.errors import InputError
from allegata.model.reading import Mentions
from allegata.model.source import Provenance
from allegata.model.store_port import CaseReader
from allegata.model.un import UnRecord

PROVENANCE = tuple(  # what people may say of it; what held a file is not for them to say
    item.name for item in fields(Provenance) if item.name != "container"
)
SHORT_HASH = 12


def case_info(store: StoreInfo, reader: CaseReader) -> CaseInfo:
    """Return the case file as a whole."""
    head, documents = reader.head(), reader.documents()
    decided = judged_claims(reader.judgements())
    return CaseInfo(
        path=store.path,
        case_id=store.case_id,
        created_at=store.created_at,
        schema=store.schema,
        head=head.hash,
        entries=head.seq,
        documents=sum(row.status is not DocumentStatus.FORGOTTEN for row in documents),
        claims=sum(row.summary.claims for row in documents),
        decided=sum(len(claims) for claims in decided.values()),
        journal=store.journal,
        sqlite=store.sqlite,
    )


def document_rows(reader: CaseReader) -> tuple[DocumentRow, ...]:
    """Return a row for each document, in the order in which they were added."""
    decided, proposed = judged_claims(reader.judgements()), reader.claim_ids()
    return tuple(
        document_row(
            stored,
            decided=decided.get(stored.id, frozenset()),
            proposed=proposed.get(stored.id, frozenset()),
        )
        for stored in reader.documents()
    )


def document_row(
    stored: StoredDocument, *, decided: frozenset[str], proposed: frozenset[str]
) -> DocumentRow:
    """Return a document's row; ``decided`` and ``proposed`` are ids of claims."""
    told, summary = stored.fields, stored.summary
    return DocumentRow(
        id=stored.id,
        name=stored.name,
        row_id=stored.row_id,
        media_type=stored.media_type,
        language=told.get("language", summary.language),
        status=stored.status.value,
        refusal=stored.refusal,
        pages=summary.pages,
        published=told.get("published", summary.published),
        publisher=told.get("publisher", summary.publisher),
        container=stored.source.provenance.container if stored.source else None,
        added_at=stored.added_at,
        added_by=stored.added_by,
        symbol=told.get("symbol", summary.symbol),
        claims=len(proposed | decided),
        reviewed=len(decided),
        doubts=summary.doubts,
        sensitivity=stored.sensitivity,
        may_publish=stored.may_publish,
        sha256=stored.original[:SHORT_HASH] if stored.original else None,
        layers=stored.layers,
        unseen_numbers=stored.unseen_numbers,
    )


def case_document(reader: CaseReader, document_id: str) -> CaseDocument:
    """Return one document with its text, and its claims as proposed and as judged."""
    stored = require_document(reader, document_id)
    reading, layers = reader.reading(document_id), reader.layers(document_id)
    if reading is None:
        row = document_row(stored, decided=frozenset(), proposed=frozenset())
        return CaseDocument(row, None, Mentions(), (), None, ())
    document = apply_fields(document_of(document_id, stored, reading.head, layers), stored.fields)
    decided = in_force(reader.decisions(document_id))
    row = document_row(
        stored,
        decided=frozenset(decision.claim.id for decision in decided),
        proposed=frozenset(claim.id for claim in reading.claims),
    )
    numbers = ocr_numbers(
        [kept.layer for kept in layers], reading.head.layers, reader.numbers_seen(document_id)
    )
    claims = review(with_number_doubts(reading.claims, numbers), decided, document)
    row = replace(row, claims=len(claims))
    head = reading.head
    places = with_choices(head.mentions.places, reader.place_choices(document_id), document)
    claims = tuple(with_chosen_ground(item, places) for item in claims)
    return CaseDocument(
        row, document, head.mentions, head.incidents, head.run, claims, numbers, places
    )


def require_document(reader: CaseReader, document_id: str) -> StoredDocument:
    """Return the document of that id; an unknown id is an InputError."""
    stored = reader.document(document_id)
    if stored is None:
        raise InputError(
            "case.no_document",
            f"The case file has no document {document_id}.",
            "See `allegata list` for those that it has.",
        )
    return stored


def document_of(
    document_id: str, stored: StoredDocument, head: ReadingHead, layers: Iterable[StoredLayer]
) -> Document:
    """Return the document as it was read, the layer of its claims first."""
    by_id = {kept.layer.id: kept.layer for kept in layers}
    first = [by_id.pop(layer_id) for layer_id in head.layers]
    return Document(
        id=document_id,
        name=head.name,
        media_type=head.media_type,
        layers=(*first, *by_id.values()),
        blocks=head.blocks,
        row_id=stored.row_id,
        language=head.language,
        pages=head.pages,
        published=head.published,
        country=head.country,
        provenance=head.provenance,
        un=head.un,
        references=head.references,
        doubts=head.doubts,
    )


def apply_fields(document: Document, told: Mapping[str, str]) -> Document:
    """Return ``document`` with what people said of it, which beats what was read."""
    provenance = {name: told[name] for name in PROVENANCE if name in told}
    return replace(
        document,
        language=told.get("language", document.language),
        published=told.get("published", document.published),
        provenance=replace(document.provenance, **provenance),
        un=record_as_told(document.un, told),
    )


def record_as_told(un: UnRecord | None, told: Mapping[str, str]) -> UnRecord | None:
    """Return the record with the symbol that a person supplied, if one did."""
    if "symbol" not in told:
        return un
    return replace(un or UnRecord(), symbol=told["symbol"], symbol_basis="external")


def judged_claims(judgements: Iterable[Judgement]) -> Mapping[str, frozenset[str]]:
    """Return the ids of the claims with a decision in force, by document."""
    standing: dict[str, Judgement] = {}
    for judgement in judgements:
        if judgement.action is not Action.UNDO:
            standing[judgement.decision_id] = judgement
        elif judgement.undoes is not None:
            standing.pop(judgement.undoes, None)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for judgement in standing.values():
        found[judgement.document_id].add(judgement.claim_id)
    return {document_id: frozenset(claims) for document_id, claims in found.items()}
