"""What the use cases ask of a case file, whatever keeps it. Implemented by ``allegata.store``."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from allegata.model.casefile import (
    Judgement,
    StoredDocument,
    StoredLayer,
    StoredReading,
    StoreInfo,
)
from allegata.model.choosing import PlaceChoice
from allegata.model.decision import Decision
from allegata.model.importing import TableImport
from allegata.model.ledger import Body, EntryKind, Head, LedgerEntry
from allegata.model.linking import CodesGiven, LinkDecision
from allegata.model.number import NumberSeen
from allegata.model.record import GradeDecision, RangeDecision
from allegata.model.search import DocumentTitle, Passage, PassagesFound, SearchQuestion
from allegata.model.source import Source
from allegata.model.victims import SamePersonDecision
from allegata.model.vocabularies import Sensitivity
from allegata.model.works import DocumentOutline


class CaseReader(Protocol):
    """One consistent view of the case file."""

    def documents(self) -> Sequence[StoredDocument]:
        """Return all documents, in the order in which they were added."""
        ...

    def document(self, document_id: str) -> StoredDocument | None:
        """Return one document, or None where the case has none of that id."""
        ...

    def layers(self, document_id: str) -> Sequence[StoredLayer]:
        """Return the document's layers with their texts, oldest first."""
        ...

    def reading(self, document_id: str) -> StoredReading | None:
        """Return the reading in force, None where the document was not read."""
        ...

    def outlines(self) -> Sequence[DocumentOutline]:
        """Return what the readings in force say of their documents, without texts and claims.

        In the order in which the documents were added; what people said of them is not in it.
        """
        ...

    def claim_ids(self, document_id: str | None = None) -> Mapping[str, frozenset[str]]:
        """Return the ids of the proposals in force, by document, of all or of one."""
        ...

    def judgements(self) -> Sequence[Judgement]:
        """Return the outlines of all decisions, oldest first."""
        ...

    def decisions(self, document_id: str) -> Sequence[Decision]:
        """Return the document's decisions, undone ones and undos among them, oldest first."""
        ...

    def numbers_seen(self, document_id: str) -> Sequence[NumberSeen]:
        """Return what people read in the pictures of the document's numbers, oldest first."""
        ...

    def place_choices(self, document_id: str | None = None) -> Sequence[PlaceChoice]:
        """Return people's choices of places, of all documents or of one, oldest first."""
        ...

    def link_decisions(self) -> Sequence[LinkDecision]:
        """Return what people decided of links, undone ones and undos among them, oldest first."""
        ...

    def codes_given(self) -> Sequence[CodesGiven]:
        """Return which codes were given and changed, oldest first."""
        ...

    def gradings(self) -> Sequence[GradeDecision]:
        """Return people's grades of incidents, undone ones and undos among them, oldest first."""
        ...

    def ranges_settled(self) -> Sequence[RangeDecision]:
        """Return the ranges that people settled, undone ones and undos among them, oldest first."""
        ...

    def same_person_decisions(self) -> Sequence[SamePersonDecision]:
        """Return what people decided of entries of victims, undone ones and undos too, by age."""
        ...

    def imports(self) -> Sequence[TableImport]:
        """Return the imports of people's own tables, undone ones and undos too, oldest first."""
        ...

    def last_entries(self) -> Mapping[str, int]:
        """Return the number of the last entry of the ledger on each document, by its id."""
        ...

    def titles(self, document_ids: Iterable[str] | None = None) -> Mapping[str, DocumentTitle]:
        """Return what hits say of their documents, of all or of these, by id."""
        ...

    def passages(self, document_id: str) -> Sequence[Passage]:
        """Return the document's passages as the search index has them, in order."""
        ...

    def search(
        self, question: SearchQuestion, *, documents: frozenset[str] | None, most: int
    ) -> PassagesFound:
        """Return the passages (of ``documents`` where given) that answer, the best ``most``."""
        ...

    def entries(self, document_id: str | None = None) -> Iterator[LedgerEntry]:
        """Yield the ledger from its first entry, or one document's entries."""
        ...

    def head(self) -> Head:
        """Return the end of the chain."""
        ...

    def sources(self) -> Sequence[Source]:
        """Return the register of sources, in the order in which they were added."""
        ...


class CaseWriter(CaseReader, Protocol):
    """A transaction: all of it is kept, or none."""

    def append(
        self, kind: EntryKind, body: Body, *, at: str, reviewer: str, document_id: str | None = None
    ) -> LedgerEntry:
        """Add an entry to the ledger, with a fresh salt."""
        ...

    def put_document(self, document: StoredDocument) -> None:
        """Add a document, or replace what is kept under its id; layers and reading stay."""
        ...

    def put_layer(self, document_id: str, layer: StoredLayer) -> None:
        """Add a layer and its passages; an id that is taken is an error: layers never change."""
        ...

    def put_reading(self, document_id: str, reading: StoredReading) -> None:
        """Put this reading in force; the claims of an earlier one are replaced.

        Its layers and translations are searched from now on; those that it replaces no longer.
        """
        ...

    def set_fields(
        self,
        document_id: str,
        fields: Mapping[str, str | None],
        *,
        sensitivity: Sensitivity | None = None,
        may_publish: bool | None = None,
    ) -> None:
        """Set provenance fields of a document (None takes one back)."""
        ...

    def put_source(self, source: Source) -> None:
        """Add a source to the register, or replace the one of that id."""
        ...

    def erase_source(self, source_id: str) -> None:
        """Take a source out of the register."""
        ...

    def erase_document(self, document_id: str) -> None:
        """Destroy everything that is kept of a document, except a tombstone of its id."""
        ...

    def drop_stub(self, document_id: str) -> None:
        """Take a refused input without bytes off the list."""
        ...

    def erase_bodies(self, seqs: Iterable[int]) -> None:
        """Destroy bodies and salts of ledger entries; their links stay."""
        ...


class CaseStore(Protocol):
    """An open case file."""

    def info(self) -> StoreInfo:
        """Return what the store says of itself."""
        ...

    def read(self) -> AbstractContextManager[CaseReader]:
        """Open a consistent view."""
        ...

    def write(self) -> AbstractContextManager[CaseWriter]:
        """Open a transaction; an exception inside takes all of it back."""
        ...

    def keep_original(self, content: bytes) -> str:
        """Put bytes in the vault, unless they are there, and return their SHA-256 (hex)."""
        ...

    def original(self, sha256: str) -> bytes:
        """Return the bytes of that hash; missing or changed bytes are a StoreError."""
        ...

    def damage(self) -> Sequence[str]:
        """Return what the database's own checks find wrong, in its words; empty if sound."""
        ...

    def index_damage(self) -> Sequence[str]:
        """Return what is found wrong with the search index by the checks of the database."""
        ...

    def index_forms(self) -> str | None:
        """Return by which version of forms the search index was made, None where there is none."""
        ...

    def rebuild_index(self) -> int:
        """Make the search index anew from the layers; return how many layers it is of."""
        ...

    def destroy_leftovers(self) -> int:
        """Remove every trace of what was erased; return how many backups had to go."""
        ...

    def close(self) -> None:
        """Let go of the case file."""
        ...
