"""Writing the case file: one transaction, all of it or nothing."""

from collections.abc import Callable, Iterable, Mapping

from sqlalchemy import Connection, delete, func, insert, select, update

from allegata.model.casefile import (
    DocumentStatus,
    ReadingSummary,
    StoredDocument,
    StoredLayer,
    StoredReading,
)
from allegata.model.ledger import (
    Body,
    EntryKind,
    LedgerEntry,
    body_hash,
    canonical,
    entry_hash,
)
from allegata.model.source import Source
from allegata.model.vocabularies import Sensitivity
from allegata.store import schema
from allegata.store.indexing import drop_passages, index_layer, search_only
from allegata.store.reader import SqlReader
from allegata.store.records import (
    Values,
    body_values,
    document_values,
    dump,
    layer_values,
    link_values,
    source_values,
)

TOMBSTONE_NAME = "(forgotten)"
LEFTOVERS = "leftovers"  # of case_info: something was erased whose traces are still there


class SqlWriter(SqlReader):
    """Reads and writes within the transaction of ``connection``; see ``CaseWriter``."""

    def __init__(self, connection: Connection, salt: Callable[[], str]) -> None:
        super().__init__(connection)
        self._salt = salt

    def append(
        self, kind: EntryKind, body: Body, *, at: str, reviewer: str, document_id: str | None = None
    ) -> LedgerEntry:
        """Add an entry to the ledger, with a fresh salt."""
        head, salt = self.head(), self._salt()
        seq, hashed = head.seq + 1, body_hash(salt, body)
        entry = LedgerEntry(
            seq=seq,
            previous=head.hash,
            at=at,
            kind=kind.value,
            reviewer=reviewer,
            body_hash=hashed,
            hash=entry_hash(head.hash, seq, at, kind.value, reviewer, hashed),
            salt=salt,
            body=body,
            document_id=document_id,
        )
        self._connection.execute(insert(schema.ledger), link_values(entry))
        self._connection.execute(insert(schema.ledger_bodies), body_values(entry))
        return entry

    def put_document(self, document: StoredDocument) -> None:
        """Add a document, or replace what is kept under its id; layers and reading stay."""
        values = document_values(document)
        table = schema.documents
        changed = self._connection.execute(
            update(table).where(table.c.id == document.id).values(values)
        )
        if not changed.rowcount:
            self._connection.execute(insert(table), values)

    def put_layer(self, document_id: str, layer: StoredLayer) -> None:
        """Add a layer and its passages; an id that is taken is an error: layers never change."""
        table, values = schema.layers, layer_values(document_id, layer)
        self._connection.execute(insert(table), values)
        here = (table.c.document_id == document_id) & (table.c.id == layer.layer.id)
        seq = self._connection.execute(select(table.c.seq).where(here)).scalar_one()
        index_layer(self._connection, seq, layer.layer)

    def put_reading(self, document_id: str, reading: StoredReading) -> None:
        """Put this reading in force; the claims of an earlier one are replaced.

        Its layers and translations are searched from now on; those that it replaces no longer.
        """
        search_only(self._connection, document_id, reading.head.layers)
        table, claims = schema.readings, schema.proposals
        self._connection.execute(delete(claims).where(claims.c.document_id == document_id))
        self._connection.execute(
            update(table).where(table.c.document_id == document_id).values(head=None)
        )
        values = {
            "document_id": document_id,
            "run": dump(reading.head.run),
            "at": reading.head.at,
            "claims": len(reading.claims),
            "head": dump(reading.head),
        }
        self._connection.execute(insert(table), values)
        reading_id = self._connection.execute(
            select(func.max(table.c.id)).where(table.c.document_id == document_id)
        ).scalar()
        rows = [
            {
                "reading_id": reading_id,
                "position": position,
                "document_id": document_id,
                "id": claim.id,
                "claim": dump(claim),
            }
            for position, claim in enumerate(reading.claims)
        ]
        if rows:
            self._connection.execute(insert(claims), rows)

    def set_fields(
        self,
        document_id: str,
        fields: Mapping[str, str | None],
        *,
        sensitivity: Sensitivity | None = None,
        may_publish: bool | None = None,
    ) -> None:
        """Set provenance fields of a document (None takes one back)."""
        table = schema.document_fields
        for name, value in fields.items():
            here = (table.c.document_id == document_id) & (table.c.field == name)
            self._connection.execute(delete(table).where(here))
            if value is not None:
                row = {"document_id": document_id, "field": name, "value": canonical(value)}
                self._connection.execute(insert(table), row)
        changes: Values = {}
        if sensitivity is not None:
            changes["sensitivity"] = sensitivity.value
        if may_publish is not None:
            changes["may_publish"] = may_publish
        if changes:
            documents = schema.documents
            self._connection.execute(
                update(documents).where(documents.c.id == document_id).values(changes)
            )

    def put_source(self, source: Source) -> None:
        """Add a source to the register, or replace the one of that id."""
        table, values = schema.sources, source_values(source)
        changed = self._connection.execute(
            update(table).where(table.c.id == source.id).values(values)
        )
        if not changed.rowcount:
            self._connection.execute(insert(table), values)

    def erase_source(self, source_id: str) -> None:
        """Take a source out of the register."""
        table = schema.sources
        self._connection.execute(delete(table).where(table.c.id == source_id))
        self._note_leftovers()

    def erase_document(self, document_id: str) -> None:
        """Destroy everything that is kept of a document, except a tombstone of its id."""
        drop_passages(self._connection, document_id)
        for table in (
            schema.proposals,
            schema.readings,
            schema.layers,
            schema.document_fields,
            schema.ledger_bodies,
        ):
            self._connection.execute(delete(table).where(table.c.document_id == document_id))
        kept = self.document(document_id)
        if kept is not None:
            self.put_document(_tombstone(kept))
        self._note_leftovers()

    def _note_leftovers(self) -> None:
        """Note, in the same transaction, that traces of what is erased have still to go."""
        table, row = schema.case_info, {"key": LEFTOVERS, "value": "yes"}
        self._connection.execute(delete(table).where(table.c.key == LEFTOVERS))
        self._connection.execute(insert(table), row)

    def drop_stub(self, document_id: str) -> None:
        """Take a refused input without bytes off the list."""
        table = schema.documents
        stub = (table.c.id == document_id) & table.c.original.is_(None)
        self._connection.execute(delete(table).where(stub))

    def erase_bodies(self, seqs: Iterable[int]) -> None:
        """Destroy bodies and salts of ledger entries; their links stay."""
        table = schema.ledger_bodies
        for seq in seqs:
            self._connection.execute(delete(table).where(table.c.seq == seq))
        self._note_leftovers()


def _tombstone(document: StoredDocument) -> StoredDocument:
    """Return what is left of a forgotten document: its id, the hash to delete, and when it came.

    The hash stays until the vault has deleted the bytes; it is the same as the id of most.
    """
    return StoredDocument(
        id=document.id,
        name=TOMBSTONE_NAME,
        row_id=None,
        media_type=None,
        original=document.original,
        status=DocumentStatus.FORGOTTEN,
        refusal=None,
        added_at=document.added_at,
        added_by=document.added_by,
        source=None,
        summary=ReadingSummary(),
        sensitivity=document.sensitivity,
    )
