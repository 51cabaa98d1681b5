"""Reading the case file: one transaction, one consistent view."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, RowMapping, Select, func, or_, select

from allegata.model.casefile import (
    Judgement,
    LayerRow,
    ReadingHead,
    StoredDocument,
    StoredLayer,
    StoredReading,
)
from allegata.model.choosing import PlaceChoice
from allegata.model.claim import Claim
from allegata.model.decision import Decision
from allegata.model.importing import TableImport
from allegata.model.ledger import GENESIS, EntryKind, Head, LedgerEntry
from allegata.model.linking import CodesGiven, LinkDecision
from allegata.model.number import NumberSeen
from allegata.model.record import GradeDecision, RangeDecision
from allegata.model.search import DocumentTitle, Passage, PassagesFound, SearchQuestion
from allegata.model.source import Source
from allegata.model.victims import SamePersonDecision
from allegata.model.works import DocumentOutline
from allegata.store import schema
from allegata.store.indexing import passages_in
from allegata.store.outlines import outline_query, outlines_of
from allegata.store.records import (
    choice_of,
    decision_of,
    document_of,
    entry_of,
    judgement_of,
    layer_of,
    load,
    noun_of,
    seen_of,
    source_of,
    title_of,
)
from allegata.store.searching import search


class SqlReader:
    """Answers questions within the transaction of ``connection``; see ``CaseReader``."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def documents(self) -> Sequence[StoredDocument]:
        """Return all documents, in the order in which they were added."""
        rows = self._rows(select(schema.documents).order_by(schema.documents.c.seq))
        fields, layers = self._fields(None), self._layer_rows(None)
        return [
            document_of(row, fields.get(row["id"], {}), tuple(layers.get(row["id"], ())))
            for row in rows
        ]

    def document(self, document_id: str) -> StoredDocument | None:
        """Return one document, or None where the case has none of that id."""
        table = schema.documents
        for row in self._rows(select(table).where(table.c.id == document_id)):
            fields, layers = self._fields(document_id), self._layer_rows(document_id)
            return document_of(row, fields.get(document_id, {}), tuple(layers.get(document_id, ())))
        return None

    def layers(self, document_id: str) -> Sequence[StoredLayer]:
        """Return the document's layers with their texts, oldest first."""
        table = schema.layers
        query = select(table).where(table.c.document_id == document_id).order_by(table.c.seq)
        return [layer_of(row) for row in self._rows(query)]

    def reading(self, document_id: str) -> StoredReading | None:
        """Return the reading in force, None where the document was not read."""
        table = schema.readings
        query = select(table.c.id, table.c.head).where(
            table.c.document_id == document_id, table.c.head.is_not(None)
        )
        for row in self._rows(query):
            return StoredReading(load(ReadingHead, row["head"]), self._claims(row["id"]))
        return None

    def outlines(self) -> Sequence[DocumentOutline]:
        """Return what the readings in force say of their documents, without texts and claims."""
        layers = schema.layers
        hashes = {
            (row["document_id"], row["id"]): row["sha256"]
            for row in self._rows(select(layers.c.document_id, layers.c.id, layers.c.sha256))
        }
        return outlines_of(self._connection.execute(outline_query()), hashes)

    def claim_ids(self, document_id: str | None = None) -> Mapping[str, frozenset[str]]:
        """Return the ids of the proposals in force, by document, of all or of one."""
        table = schema.proposals
        query = select(table.c.document_id, table.c.id)
        if document_id is not None:
            query = query.where(table.c.document_id == document_id)
        found: defaultdict[str, set[str]] = defaultdict(set)
        for row in self._rows(query):
            found[row["document_id"]].add(row["id"])
        return {document_id: frozenset(ids) for document_id, ids in found.items()}

    def judgements(self) -> Sequence[Judgement]:
        """Return the outlines of all decisions, oldest first."""
        table = schema.ledger_bodies
        query = select(
            table.c.document_id,
            table.c.decision_id,
            table.c.action,
            table.c.claim_id,
            table.c.undoes,
        )
        outline = (table.c.decision_id, table.c.action, table.c.claim_id, table.c.undoes)
        query = query.where(or_(*(column.is_not(None) for column in outline)))
        query = query.order_by(table.c.seq)
        return [judgement_of(row) for row in self._rows(query)]

    def decisions(self, document_id: str) -> Sequence[Decision]:
        """Return the document's decisions, undone ones and undos among them, oldest first."""
        found = self._entries(document_id, EntryKind.DECISION)
        return [decision_of(entry.body) for entry in found if entry.body is not None]

    def numbers_seen(self, document_id: str) -> Sequence[NumberSeen]:
        """Return what people read in the pictures of the document's numbers, oldest first."""
        found = self._entries(document_id, EntryKind.NUMBER_SEEN)
        return [seen_of(entry) for entry in found if entry.body is not None]

    def place_choices(self, document_id: str | None = None) -> Sequence[PlaceChoice]:
        """Return people's choices of places, of all documents or of one, oldest first."""
        found = self._entries(document_id, EntryKind.PLACE_CHOSEN)
        return [choice_of(entry) for entry in found if entry.body is not None]

    def link_decisions(self) -> Sequence[LinkDecision]:
        """Return what people decided of links, undone ones and undos among them, oldest first."""
        found = self._entries(None, EntryKind.LINK_DECIDED)
        return [noun_of(LinkDecision, entry) for entry in found if entry.body is not None]

    def codes_given(self) -> Sequence[CodesGiven]:
        """Return which codes were given and changed, oldest first."""
        found = self._entries(None, EntryKind.INCIDENTS_CODED)
        return [noun_of(CodesGiven, entry) for entry in found if entry.body is not None]

    def gradings(self) -> Sequence[GradeDecision]:
        """Return people's grades of incidents, undone ones and undos among them, oldest first."""
        found = self._entries(None, EntryKind.GRADED)
        return [noun_of(GradeDecision, entry) for entry in found if entry.body is not None]

    def ranges_settled(self) -> Sequence[RangeDecision]:
        """Return the ranges that people settled, undone ones and undos among them, oldest first."""
        found = self._entries(None, EntryKind.RANGE_SETTLED)
        return [noun_of(RangeDecision, entry) for entry in found if entry.body is not None]

    def same_person_decisions(self) -> Sequence[SamePersonDecision]:
        """Return what people decided of entries of victims, undone ones and undos too, by age."""
        found = self._entries(None, EntryKind.SAME_PERSON_DECIDED)
        return [noun_of(SamePersonDecision, entry) for entry in found if entry.body is not None]

    def imports(self) -> Sequence[TableImport]:
        """Return the imports of people's own tables, undone ones and undos too, oldest first."""
        found = self._entries(None, EntryKind.IMPORTED)
        return [noun_of(TableImport, entry) for entry in found if entry.body is not None]

    def last_entries(self) -> Mapping[str, int]:
        """Return the number of the last entry of the ledger on each document, by its id."""
        table = schema.ledger_bodies
        last = func.max(table.c.seq).label("last")
        query = select(table.c.document_id, last).where(table.c.document_id.is_not(None))
        rows = self._rows(query.group_by(table.c.document_id))
        return {row["document_id"]: row["last"] for row in rows}

    def titles(self, document_ids: Iterable[str] | None = None) -> Mapping[str, DocumentTitle]:
        """Return what hits say of their documents, of all or of these, by id."""
        table = schema.documents
        columns = (table.c.id, table.c.name, table.c.row_id, table.c.symbol, table.c.language)
        query = select(*columns)
        if document_ids is not None:
            query = query.where(table.c.id.in_(sorted(document_ids)))
        fields = self._fields(None)
        return {row["id"]: title_of(row, fields.get(row["id"], {})) for row in self._rows(query)}

    def passages(self, document_id: str) -> Sequence[Passage]:
        """Return the document's passages as the search index has them, in order."""
        return passages_in(self._connection, document_id)

    def search(
        self, question: SearchQuestion, *, documents: frozenset[str] | None, most: int
    ) -> PassagesFound:
        """Return the passages (of ``documents`` where given) that answer, the best ``most``."""
        return search(self._connection, question, documents=documents, most=most)

    def entries(self, document_id: str | None = None) -> Iterator[LedgerEntry]:
        """Yield the ledger from its first entry, or one document's entries."""
        yield from self._entries(document_id, None)

    def head(self) -> Head:
        """Return the end of the chain."""
        table = schema.ledger
        query = select(table.c.seq, table.c.hash).order_by(table.c.seq.desc()).limit(1)
        for row in self._rows(query):
            return Head(row["seq"], row["hash"])
        return Head(0, GENESIS)

    def sources(self) -> Sequence[Source]:
        """Return the register of sources, in the order in which they were added."""
        return [
            source_of(row)
            for row in self._rows(select(schema.sources).order_by(schema.sources.c.seq))
        ]

    def _rows(self, query: Select[*tuple[object, ...]]) -> Sequence[RowMapping]:
        return self._connection.execute(query).mappings().all()

    def _claims(self, reading_id: int) -> tuple[Claim, ...]:
        table = schema.proposals
        query = select(table.c.claim).where(table.c.reading_id == reading_id)
        return tuple(
            load(Claim, row["claim"]) for row in self._rows(query.order_by(table.c.position))
        )

    def _fields(self, document_id: str | None) -> Mapping[str, Mapping[str, str]]:
        table = schema.document_fields
        query = select(table)
        if document_id is not None:
            query = query.where(table.c.document_id == document_id)
        found: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for row in self._rows(query.order_by(table.c.field)):
            found[row["document_id"]][row["field"]] = load(str, row["value"])
        return found

    def _layer_rows(self, document_id: str | None) -> Mapping[str, Sequence[LayerRow]]:
        table = schema.layers
        query = select(table.c.document_id, table.c.id, table.c.kind, table.c.language)
        if document_id is not None:
            query = query.where(table.c.document_id == document_id)
        found: defaultdict[str, list[LayerRow]] = defaultdict(list)
        for row in self._rows(query.order_by(table.c.seq)):
            found[row["document_id"]].append(LayerRow(row["id"], row["kind"], row["language"]))
        return found

    def _entries(self, document_id: str | None, kind: EntryKind | None) -> Iterator[LedgerEntry]:
        chain, bodies = schema.ledger, schema.ledger_bodies
        query = select(chain, bodies.c.salt, bodies.c.body, bodies.c.document_id)
        query = query.join_from(chain, bodies, bodies.c.seq == chain.c.seq, isouter=True)
        if document_id is not None:
            query = query.where(bodies.c.document_id == document_id)
        if kind is not None:
            query = query.where(chain.c.kind == kind.value)
        for row in self._connection.execute(query.order_by(chain.c.seq)).mappings():
            yield entry_of(row)
