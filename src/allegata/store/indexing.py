"""The search index: passages of layers, and a full-text table over the forms of their words.

The forms are of ASCII letters, digits and letters beyond ASCII alone, and stand between blanks: the
tokenizer ``ascii`` parts them there and nowhere else. The full-text table keeps what it indexes, so
that SQLite's own check compares the two. Everything here can be made again from the layers.
"""

import json
from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.sql import text

from allegata.model.document import TextLayer
from allegata.model.search import Passage
from allegata.model.vocabularies import LayerKind
from allegata.store import schema
from allegata.store.records import layer_of
from allegata.text.passages import passages_of
from allegata.text.search_forms import FORMS_VERSION

# A passage's key is made of those of its document and layer, so that the full-text table alone, not
# joined with others, says of which document a passage is.
DOCUMENT_BITS, LAYER_BITS = 40, 28  # what is to the right of a document's key, and of a layer's
INDEX = "passage_index"  # the full-text table
FORMS = "search_forms"  # of case_info: by which forms the index was made
_FIRST_KEY = text(
    "SELECT (d.seq << :document_bits) + ((SELECT count(*) FROM layers e"
    " WHERE e.document_id = l.document_id AND e.seq < l.seq) << :layer_bits)"
    " FROM layers l JOIN documents d ON d.id = l.document_id WHERE l.seq = :seq"
)
_INSERT = text("INSERT INTO passage_index (rowid, words, others) VALUES (:id, :words, :others)")
_DELETE = text("DELETE FROM passage_index WHERE rowid = :id")
_MAKE = (
    "DROP TABLE passage_index",
    "CREATE VIRTUAL TABLE passage_index USING fts5(words, others, tokenize='ascii')",
    "INSERT INTO passage_index (passage_index, rank) VALUES ('secure-delete', 1)",
)
_IN_FORCE = (  # layers that the reading in force names, and translations
    "SELECT l.seq FROM layers l WHERE l.kind = 'translation' OR l.id IN ("
    "SELECT value FROM readings r, json_each(r.head, '$.layers')"
    " WHERE r.document_id = l.document_id AND r.head IS NOT NULL) ORDER BY l.seq"
)
_REWRITE = "INSERT INTO passage_index (passage_index) VALUES ('rebuild')"


def index_layer(connection: Connection, seq: int, layer: TextLayer) -> None:
    """Make the passages of a layer found; ``seq`` is its key in the table of layers."""
    bits = {"document_bits": DOCUMENT_BITS, "layer_bits": LAYER_BITS}
    first = connection.execute(_FIRST_KEY, {"seq": seq, **bits}).scalar_one()
    found = list(enumerate(passages_of(layer), first))
    if not found:
        return
    rows = [
        {
            "id": key,
            "layer": seq,
            "start": passage.start,
            "end": passage.end,
            "pages": json.dumps(passage.pages),
        }
        for key, passage in found
    ]
    forms = [{"id": key, "words": x.words, "others": x.others} for key, x in found]
    connection.execute(insert(schema.passages), rows)
    connection.execute(_INSERT, forms)


def search_only(connection: Connection, document_id: str, in_force: Sequence[str]) -> None:
    """Have these layers of a document searched, and its translations; others no longer."""
    layers, passages = schema.layers, schema.passages
    indexed = select(passages.c.layer).where(passages.c.layer == layers.c.seq).exists()
    query = select(layers.c.seq, layers.c.id, layers.c.kind, indexed.label("indexed"))
    for row in connection.execute(query.where(layers.c.document_id == document_id)).all():
        wanted = row.id in in_force or row.kind == LayerKind.TRANSLATION.value
        if wanted and not row.indexed:
            _index_again(connection, row.seq)
        elif row.indexed and not wanted:
            _drop_layer(connection, row.seq)


def drop_passages(connection: Connection, document_id: str) -> None:
    """Take a document's passages out of the index; the layers themselves still stand."""
    table = schema.layers
    query = select(table.c.seq).where(table.c.document_id == document_id)
    for seq in connection.execute(query).scalars().all():
        _drop_layer(connection, seq)


def _drop_layer(connection: Connection, seq: int) -> None:
    table = schema.passages
    keys = connection.execute(select(table.c.id).where(table.c.layer == seq)).scalars()
    rows = [{"id": key} for key in keys]
    if rows:
        connection.execute(_DELETE, rows)
        connection.execute(delete(table).where(table.c.layer == seq))


def _index_again(connection: Connection, seq: int) -> None:
    table = schema.layers
    row = connection.execute(select(table).where(table.c.seq == seq)).mappings().one()
    index_layer(connection, seq, layer_of(row).layer)


def refresh_index(connection: Connection) -> None:
    """Make the index anew unless it was made by the forms of this program."""
    if forms_of(connection) != FORMS_VERSION:
        rebuild_index(connection)


def forms_of(connection: Connection) -> str | None:
    """Return by which forms the index was made, None where it never was."""
    table = schema.case_info
    found = connection.execute(select(table.c.value).where(table.c.key == FORMS)).scalar()
    return None if found is None else str(found)


def rebuild_index(connection: Connection) -> int:
    """Make the whole index from the layers; return how many layers it is of."""
    for statement in _MAKE:
        connection.exec_driver_sql(statement)
    connection.execute(delete(schema.passages))
    seqs = connection.execute(text(_IN_FORCE)).scalars().all()
    for seq in seqs:
        _index_again(connection, seq)
    info = schema.case_info
    connection.execute(delete(info).where(info.c.key == FORMS))
    connection.execute(insert(info), {"key": FORMS, "value": FORMS_VERSION})
    return len(seqs)


def passages_in(connection: Connection, document_id: str) -> Sequence[Passage]:
    """Return a document's passages as they are indexed."""
    query = text(
        "SELECT l.id AS layer, p.start, p.end, p.pages, f.words, f.others"
        " FROM layers l JOIN passages p ON p.layer = l.seq"
        " LEFT JOIN passage_index f ON f.rowid = p.id"
        " WHERE l.document_id = :document ORDER BY p.id"
    )
    return [
        Passage(
            layer=row.layer,
            start=row.start,
            end=row.end,
            pages=pages_of(row.pages),
            words=row.words or "",
            others=row.others or "",
        )
        for row in connection.execute(query, {"document": document_id})
    ]


def pages_of(told: str) -> tuple[tuple[int, int], ...]:
    """Return where pages begin, from a row of ``passages``."""
    return tuple((int(start), int(page)) for start, page in json.loads(told))


def without_traces(connection: Connection) -> None:
    """Write the full-text table afresh: what was deleted may have left beginnings of words."""
    connection.exec_driver_sql(_REWRITE)
