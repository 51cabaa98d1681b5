"""The case file's first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create them."""
    op.create_table(
        "case_info",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
    )
    op.create_table(
        "documents",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("row_id", sa.String),
        sa.Column("media_type", sa.String),
        sa.Column("original", sa.String),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("refusal_code", sa.String),
        sa.Column("refusal_message", sa.String),
        sa.Column("refusal_hint", sa.String),
        sa.Column("added_at", sa.String, nullable=False),
        sa.Column("added_by", sa.String, nullable=False),
        sa.Column("source", sa.Text),
        sa.Column("language", sa.String),
        sa.Column("pages", sa.Integer),
        sa.Column("published", sa.String),
        sa.Column("publisher", sa.String),
        sa.Column("symbol", sa.String),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("doubts", sa.Integer, nullable=False),
        sa.Column("sensitivity", sa.String, nullable=False),
        sa.Column("may_publish", sa.Boolean, nullable=False),
    )
    op.create_index("ix_documents_original", "documents", ["original"])
    op.create_table(
        "document_fields",
        sa.Column("document_id", sa.String, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("field", sa.String, primary_key=True),
        sa.Column("value", sa.String, nullable=False),
    )
    op.create_table(
        "layers",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document_id", sa.String, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("tool", sa.String, nullable=False),
        sa.Column("language", sa.String),
        sa.Column("of_layer", sa.String),
        sa.Column("sha256", sa.String, nullable=False),
        sa.Column("text", sa.LargeBinary, nullable=False),
        sa.Column("regions", sa.Text, nullable=False),
        sa.Column("added_at", sa.String, nullable=False),
        sa.Column("added_by", sa.String),
    )
    op.create_index("layers_by_document", "layers", ["document_id", "id"], unique=True)
    op.create_table(
        "readings",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("document_id", sa.String, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("run", sa.Text, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("claims", sa.Integer, nullable=False),
        sa.Column("head", sa.Text),
    )
    op.create_index("ix_readings_document_id", "readings", ["document_id"])
    op.create_table(
        "proposals",
        sa.Column("reading_id", sa.Integer, sa.ForeignKey("readings.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.String, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("id", sa.String, nullable=False),
        sa.Column("claim", sa.Text, nullable=False),
    )
    op.create_index("ix_proposals_document_id", "proposals", ["document_id"])
    op.create_table(
        "ledger",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("previous", sa.String, nullable=False),
        sa.Column("at", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("reviewer", sa.String, nullable=False),
        sa.Column("body_hash", sa.String, nullable=False),
        sa.Column("hash", sa.String, nullable=False, unique=True),
    )
    op.create_table(
        "ledger_bodies",
        sa.Column("seq", sa.Integer, sa.ForeignKey("ledger.seq"), primary_key=True),
        sa.Column("salt", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("document_id", sa.String),
        sa.Column("decision_id", sa.String),
        sa.Column("action", sa.String),
        sa.Column("claim_id", sa.String),
        sa.Column("undoes", sa.String),
    )
    op.create_index("ix_ledger_bodies_document_id", "ledger_bodies", ["document_id"])
    op.create_table(
        "sources",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("id", sa.String, nullable=False, unique=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("party", sa.String),
        sa.Column("camp", sa.String),
        sa.Column("first_hand", sa.Boolean),
        sa.Column("reliability", sa.String),
        sa.Column("alias", sa.String),
        sa.Column("published_as", sa.String),
        sa.Column("sensitivity", sa.String, nullable=False),
        sa.Column("may_publish", sa.Boolean, nullable=False),
    )
