"""Between the model's nouns and the rows of the tables.

>>> dump(Refusal("a.pdf", None, "convert.pdf.encrypted", "Locked."))[:20]
'{"code":"convert.pdf'
"""

import json
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from sqlalchemy import RowMapping

from allegata.model.casefile import (
    DocumentStatus,
    Judgement,
    LayerRow,
    ReadingSummary,
    SourceRecord,
    StoredDocument,
    StoredLayer,
)
from allegata.model.choosing import PlaceChoice
from allegata.model.decision import Action, Decision
from allegata.model.document import Region, TextLayer
from allegata.model.errors import StoreError
from allegata.model.ledger import Body, EntryKind, LedgerEntry, canonical
from allegata.model.number import NumberSeen
from allegata.model.reading import Refusal
from allegata.model.search import DocumentTitle
from allegata.model.source import Source
from allegata.model.vocabularies import LayerKind, Sensitivity, SourceKind
from allegata.model.wire import from_json, to_json
from allegata.store import schema

T = TypeVar("T")
P = ParamSpec("P")
Values = dict[str, Any]  # a row's values, of the types of its columns


def readable(make: Callable[P, T]) -> Callable[P, T]:
    """Have ``make`` raise a StoreError where a row does not hold what it should."""

    @wraps(make)
    def made(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return make(*args, **kwargs)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise StoreError(
                "store.unreadable_record",
                f"A record of the case file cannot be read ({error}); it was changed from outside.",
                "Restore case.db from a copy or from backups/.",
            ) from error

    return made


def dump(value: object) -> str:
    """Return the canonical JSON of a noun."""
    return canonical(to_json(value))


@readable
def load(kind: type[T], text: str) -> T:
    """Return the noun that :func:`dump` wrote."""
    return from_json(kind, json.loads(text))


def plain(text: str) -> str:
    r"""Return ``text`` with what SQLite cannot keep (lone surrogates of file names) spelt out.

    >>> plain("a\udcff.txt")
    'a\\udcff.txt'
    """
    return text.encode("utf-8", "backslashreplace").decode()


def document_values(document: StoredDocument) -> Values:
    """Return the columns of ``documents``, without those of layers and fields."""
    refusal, summary = document.refusal, document.summary
    return {
        "id": document.id,
        "name": plain(document.name),
        "row_id": None if document.row_id is None else plain(document.row_id),
        "media_type": document.media_type,
        "original": document.original,
        "status": document.status.value,
        "refusal_code": refusal.code if refusal else None,
        "refusal_message": plain(refusal.message) if refusal else None,
        "refusal_hint": plain(refusal.hint) if refusal else None,
        "added_at": document.added_at,
        "added_by": document.added_by,
        "source": dump(document.source) if document.source else None,
        "language": summary.language,
        "pages": summary.pages,
        "published": summary.published,
        "publisher": None if summary.publisher is None else plain(summary.publisher),
        "symbol": summary.symbol,
        "claims": summary.claims,
        "doubts": summary.doubts,
        "sensitivity": document.sensitivity.value,
        "may_publish": document.may_publish,
        "unseen_numbers": document.unseen_numbers,
    }


@readable
def document_of(
    row: RowMapping, fields: Mapping[str, str], layers: tuple[LayerRow, ...]
) -> StoredDocument:
    """Return the document of a row of ``documents``."""
    refusal = None
    if row["refusal_code"] is not None:
        refusal = Refusal(
            name=row["name"],
            row_id=row["row_id"],
            code=row["refusal_code"],
            message=row["refusal_message"],
            hint=row["refusal_hint"],
        )
    summary = {name: row[name] for name in ReadingSummary.__dataclass_fields__}
    return StoredDocument(
        id=row["id"],
        name=row["name"],
        row_id=row["row_id"],
        media_type=row["media_type"],
        original=row["original"],
        status=DocumentStatus(row["status"]),
        refusal=refusal,
        added_at=row["added_at"],
        added_by=row["added_by"],
        source=load(SourceRecord, row["source"]) if row["source"] else None,
        summary=ReadingSummary(**summary),
        fields=dict(fields),
        sensitivity=Sensitivity(row["sensitivity"]),
        may_publish=row["may_publish"],
        layers=layers,
        unseen_numbers=row["unseen_numbers"],
    )


def layer_values(document_id: str, stored: StoredLayer) -> Values:
    """Return the columns of ``layers``."""
    layer = stored.layer
    return {
        "document_id": document_id,
        "id": layer.id,
        "kind": layer.kind.value,
        "tool": layer.tool,
        "language": layer.language,
        "of_layer": layer.of,
        "sha256": stored.sha256,
        "text": layer.text.encode("utf-8", "surrogatepass"),
        "regions": dump(layer.regions),
        "added_at": stored.added_at,
        "added_by": stored.by,
    }


@readable
def layer_of(row: RowMapping) -> StoredLayer:
    """Return the layer of a row of ``layers``."""
    layer = TextLayer(
        id=row["id"],
        kind=LayerKind(row["kind"]),
        tool=row["tool"],
        text=row["text"].decode("utf-8", "surrogatepass"),
        regions=tuple(from_json(Region, region) for region in json.loads(row["regions"])),
        language=row["language"],
        of=row["of_layer"],
    )
    return StoredLayer(layer, row["sha256"], row["added_at"], row["added_by"])


@readable
def entry_of(row: RowMapping) -> LedgerEntry:
    """Return the entry of a row of ``ledger`` joined with its body, if it has one still."""
    return LedgerEntry(
        seq=row["seq"],
        previous=row["previous"],
        at=row["at"],
        kind=row["kind"],
        reviewer=row["reviewer"],
        body_hash=row["body_hash"],
        hash=row["hash"],
        salt=row["salt"],
        body=None if row["body"] is None else _body(row["body"]),
        document_id=row["document_id"],
    )


def link_values(entry: LedgerEntry) -> Values:
    """Return the columns of ``ledger``."""
    return {name.name: getattr(entry, name.name) for name in schema.ledger.columns}


def body_values(entry: LedgerEntry) -> Values:
    """Return the columns of ``ledger_bodies``, a decision's outline among them."""
    body = dict(entry.body or {})
    decided = entry.kind == EntryKind.DECISION
    claim = body.get("claim")
    return {
        "seq": entry.seq,
        "salt": entry.salt,
        "body": canonical(body),
        "document_id": entry.document_id,
        "decision_id": body["id"] if decided else None,
        "action": body["action"] if decided else None,
        "claim_id": claim["id"] if decided and isinstance(claim, dict) else None,
        "undoes": body["undoes"] if decided else None,
    }


def _body(text: str) -> Body:
    """Return a body; one that is no JSON object any more is kept so that its hash tells on it."""
    try:
        body = json.loads(text)
    except ValueError:
        body = None
    return body if isinstance(body, dict) else {"unreadable": str(text)}


@readable
def decision_of(body: Body) -> Decision:
    """Return the decision that a ledger body holds."""
    return from_json(Decision, dict(body))


@readable
def seen_of(entry: LedgerEntry) -> NumberSeen:
    """Return what a person read in a number's picture, from its ledger entry."""
    return from_json(NumberSeen, dict(entry.body or {}))


@readable
def choice_of(entry: LedgerEntry) -> PlaceChoice:
    """Return a person's choice of a place, from its ledger entry."""
    return from_json(PlaceChoice, dict(entry.body or {}))


@readable
def noun_of(kind: type[T], entry: LedgerEntry) -> T:
    """Return what a ledger entry holds of that kind, word for word."""
    return from_json(kind, dict(entry.body or {}))


@readable
def title_of(row: RowMapping, fields: Mapping[str, str]) -> DocumentTitle:
    """Return what a hit says of its document, from a row of ``documents``."""
    return DocumentTitle(
        id=row["id"],
        name=row["name"],
        row_id=row["row_id"],
        symbol=fields.get("symbol", row["symbol"]),
        language=fields.get("language", row["language"]),
    )


@readable
def judgement_of(row: RowMapping) -> Judgement:
    """Return the outline of a decision."""
    return Judgement(
        document_id=row["document_id"],
        decision_id=row["decision_id"],
        action=Action(row["action"]),
        claim_id=row["claim_id"],
        undoes=row["undoes"],
    )


def source_values(source: Source) -> Values:
    """Return the columns of ``sources``."""
    values = {name: getattr(source, name) for name in Source.__dataclass_fields__}
    return values | {"kind": source.kind.value, "sensitivity": source.sensitivity.value}


@readable
def source_of(row: RowMapping) -> Source:
    """Return the source of a row of ``sources``."""
    values = {name: row[name] for name in Source.__dataclass_fields__}
    coded = {"kind": SourceKind(row["kind"]), "sensitivity": Sensitivity(row["sensitivity"])}
    return Source(**(values | coded))
