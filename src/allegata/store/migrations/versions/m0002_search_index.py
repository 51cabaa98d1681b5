"""The search index, and how many numbers of a document nobody has looked at.

The index is empty after this step: it is filled from the layers whenever it was not made by the
forms of the program that opens the case file (``indexing.refresh_index``).
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "passages",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("layer", sa.Integer, sa.ForeignKey("layers.seq"), nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("pages", sa.Text, nullable=False),
    )
    op.create_index("ix_passages_layer", "passages", ["layer"])
    op.execute("CREATE VIRTUAL TABLE passage_index USING fts5(words, others, tokenize='ascii')")
    op.execute("INSERT INTO passage_index (passage_index, rank) VALUES ('secure-delete', 1)")
    op.add_column(
        "documents",
        sa.Column("unseen_numbers", sa.Integer, nullable=False, server_default="0"),
    )
