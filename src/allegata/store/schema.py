"""The tables of the case file as they are now; ``migrations`` tells how they came to be so.

Texts that people wrote or that were read are kept so that any code point survives: layers as UTF-8
bytes, everything else as ASCII JSON or plain columns.
"""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

REVISION = "0002"  # the head of migrations/versions; a test compares the two
KNOWN_REVISIONS = ("0001", "0002")

metadata = MetaData()

case_info = Table(
    "case_info",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

documents = Table(
    "documents",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("row_id", String),
    Column("media_type", String),
    Column("original", String, index=True),
    Column("status", String, nullable=False),
    Column("refusal_code", String),
    Column("refusal_message", String),
    Column("refusal_hint", String),
    Column("added_at", String, nullable=False),
    Column("added_by", String, nullable=False),
    Column("source", Text),
    Column("language", String),
    Column("pages", Integer),
    Column("published", String),
    Column("publisher", String),
    Column("symbol", String),
    Column("claims", Integer, nullable=False),
    Column("doubts", Integer, nullable=False),
    Column("sensitivity", String, nullable=False),
    Column("may_publish", Boolean, nullable=False),
    Column("unseen_numbers", Integer, nullable=False, server_default="0"),
)

document_fields = Table(
    "document_fields",
    metadata,
    Column("document_id", String, ForeignKey("documents.id"), primary_key=True),
    Column("field", String, primary_key=True),
    Column("value", String, nullable=False),
)

layers = Table(
    "layers",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("document_id", String, ForeignKey("documents.id"), nullable=False),
    Column("id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("tool", String, nullable=False),
    Column("language", String),
    Column("of_layer", String),
    Column("sha256", String, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("regions", Text, nullable=False),
    Column("added_at", String, nullable=False),
    Column("added_by", String),
    Index("layers_by_document", "document_id", "id", unique=True),
)

# What can be found; the forms of its words stand in the full-text table of ``indexing``, under the
# same key, which begins with that of the document.
passages = Table(
    "passages",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("layer", Integer, ForeignKey("layers.seq"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("pages", Text, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("document_id", String, ForeignKey("documents.id"), nullable=False, index=True),
    Column("run", Text, nullable=False),  # kept for every reading that was ever in force
    Column("at", String, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("head", Text),  # of the reading in force alone
)

proposals = Table(
    "proposals",
    metadata,
    Column("reading_id", Integer, ForeignKey("readings.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("document_id", String, ForeignKey("documents.id"), nullable=False, index=True),
    Column("id", String, nullable=False),
    Column("claim", Text, nullable=False),
)

ledger = Table(
    "ledger",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("previous", String, nullable=False),
    Column("at", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("reviewer", String, nullable=False),
    Column("body_hash", String, nullable=False),
    Column("hash", String, nullable=False, unique=True),
)

ledger_bodies = Table(
    "ledger_bodies",
    metadata,
    Column("seq", Integer, ForeignKey("ledger.seq"), primary_key=True),
    Column("salt", String, nullable=False),
    Column("body", Text, nullable=False),
    Column("document_id", String, index=True),
    # What a decision is about, repeated from its body so that lists need not read bodies.
    Column("decision_id", String),
    Column("action", String),
    Column("claim_id", String),
    Column("undoes", String),
)

sources = Table(
    "sources",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=True),
    Column("id", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("party", String),
    Column("camp", String),
    Column("first_hand", Boolean),
    Column("reliability", String),
    Column("alias", String),
    Column("published_as", String),
    Column("sensitivity", String, nullable=False),
    Column("may_publish", Boolean, nullable=False),
)
