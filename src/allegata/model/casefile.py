"""What a case file stores about a document: records that go between the store and the use cases.

>>> from allegata.model.document import SourceFile
>>> record = SourceRecord.of(SourceFile("sha256:00", "a.txt", b"Two.", "text/plain"))
>>> record.with_content(b"Two.").name
'a.txt'
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum

from allegata.model.claim import Claim
from allegata.model.decision import Action
from allegata.model.document import Block, SourceFile, TextLayer
from allegata.model.doubt import Doubt
from allegata.model.incident import Incident
from allegata.model.reading import Mentions, Refusal, Run
from allegata.model.source import Provenance
from allegata.model.un import Reference, UnRecord
from allegata.model.vocabularies import Sensitivity


class DocumentStatus(StrEnum):
    """Where a document stands in the case file."""

    READ = "read"
    QUARANTINED = "quarantined"
    FORGOTTEN = "forgotten"


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A :class:`SourceFile` without its bytes, which the vault keeps."""

    id: str
    name: str
    media_type: str
    encoding: str | None = None
    row_id: str | None = None
    language: str | None = None
    published: str | None = None
    country: str | None = None
    provenance: Provenance = field(default_factory=Provenance)
    doubts: tuple[Doubt, ...] = ()

    @classmethod
    def of(cls, source: SourceFile) -> "SourceRecord":
        """Return what is to be remembered of ``source`` beside its bytes."""
        return cls(**{item.name: getattr(source, item.name) for item in fields(cls)})

    def with_content(self, content: bytes) -> SourceFile:
        """Return the source again, to be read once more."""
        values = {item.name: getattr(self, item.name) for item in fields(self)}
        return SourceFile(content=content, **values)


@dataclass(frozen=True, slots=True)
class ReadingHead:
    """A reading less its layers and claims: what the document is, and how it was read.

    ``layers`` are ids, the one that the claims were read from first.
    """

    run: Run
    source: SourceRecord
    at: str
    layers: tuple[str, ...]
    name: str
    media_type: str
    blocks: tuple[Block, ...]
    language: str | None
    pages: int | None
    published: str | None
    country: str | None
    provenance: Provenance
    un: UnRecord | None
    references: tuple[Reference, ...]
    doubts: tuple[Doubt, ...]
    mentions: Mentions
    incidents: tuple[Incident, ...]


@dataclass(frozen=True, slots=True)
class StoredReading:
    """The reading in force of one document: its head and its claims in document order."""

    head: ReadingHead
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class StoredLayer:
    """A layer as kept. ``sha256`` was noted when it was stored; ``by`` says who translated it."""

    layer: TextLayer
    sha256: str
    added_at: str
    by: str | None = None


@dataclass(frozen=True, slots=True)
class LayerRow:
    """A layer without its text."""

    id: str
    kind: str
    language: str | None


@dataclass(frozen=True, slots=True)
class ReadingSummary:
    """What lists show of a reading."""

    language: str | None = None
    pages: int | None = None
    published: str | None = None
    publisher: str | None = None
    symbol: str | None = None
    claims: int = 0
    doubts: int = 0


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """One document of the case. ``original`` is the SHA-256 (hex) of its bytes in the vault.

    ``fields`` are the provenance fields that a person set, which beat what was read.
    ``unseen_numbers`` counts those that OCR read and whose pictures nobody has looked at.
    """

    id: str
    name: str
    row_id: str | None
    media_type: str | None
    original: str | None
    status: DocumentStatus
    refusal: Refusal | None
    added_at: str
    added_by: str
    source: SourceRecord | None
    summary: ReadingSummary = field(default_factory=ReadingSummary)
    fields: Mapping[str, str] = field(default_factory=dict)
    sensitivity: Sensitivity = Sensitivity.RESTRICTED
    may_publish: bool = False
    layers: tuple[LayerRow, ...] = ()
    unseen_numbers: int = 0


@dataclass(frozen=True, slots=True)
class Judgement:
    """The outline of a decision, enough to count what is in force without reading its claim."""

    document_id: str
    decision_id: str
    action: Action
    claim_id: str
    undoes: str | None


@dataclass(frozen=True, slots=True)
class StoreInfo:
    """What the store says of itself; ``schema`` is the revision of its tables."""

    path: str
    case_id: str
    created_at: str
    schema: str
    journal: str
    sqlite: str
