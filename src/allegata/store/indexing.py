"""The search index: passages of layers, and a full-text table over the forms of their words.

The forms are of ASCII letters, digits and letters beyond ASCII alone, and stand between blanks: the
tokenizer ``ascii`` parts them there and nowhere else. The full-text table keeps what it indexes, so
that SQLite's own check compares the two. Everything here can be made again from the layers.
"""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, case, delete, func, insert, select, update
from sqlalchemy.sql import text

from allegata.model.document import TextLayer
from allegata.model.search import Passage
from allegata.model.vocabularies import LayerKind
from allegata.store import schema
from allegata.store.records import layer_of
from allegata.text.passages import passages_of
from allegata.text.search_forms import FORMS_VERSION

INDEX = "passage_index"  # the full-text table
FORMS = "search_forms"  # of case_info: by which forms the index was made
_INSERT = text("INSERT INTO passage_index (rowid, words, others) VALUES (:id, :words, :others)")
_DELETE = text("DELETE FROM passage_index WHERE rowid = :id")
_MAKE = (
    "DROP TABLE passage_index",
    "CREATE VIRTUAL TABLE passage_index USING fts5(words, others, tokenize='ascii')",
    "INSERT INTO passage_index (passage_index, rank) VALUES ('secure-delete', 1)",
)
_REWRITE = "INSERT INTO passage_index (passage_index) VALUES ('rebuild')"


def index_layer(connection: Connection, seq: int, layer: TextLayer) -> None:
    """Make the passages of a layer found; ``seq`` is its key in the table of layers.

    A layer is in force from the moment that a reading names it; a translation is at once.
    """
    table = schema.passages
    last = connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
    found = list(enumerate(passages_of(layer), last + 1))
    if not found:
        return
    rows = [
        {
            "id": key,
            "layer": seq,
            "start": passage.start,
            "end": passage.end,
            "pages": json.dumps(passage.pages),
            "in_force": layer.kind is LayerKind.TRANSLATION,
        }
        for key, passage in found
    ]
    forms = [{"id": key, "words": x.words, "others": x.others} for key, x in found]
    connection.execute(insert(table), rows)
    connection.execute(_INSERT, forms)


def put_in_force(connection: Connection, document_id: str, layers: Sequence[str]) -> None:
    """Have the layers of a reading searched, and those that it replaces no longer."""
    table, kept = schema.passages, schema.layers
    of_reading = select(kept.c.seq).where(
        kept.c.document_id == document_id,
        kept.c.id.in_(layers) | (kept.c.kind == LayerKind.TRANSLATION.value),
    )
    of_document = select(kept.c.seq).where(kept.c.document_id == document_id)
    connection.execute(
        update(table)
        .where(table.c.layer.in_(of_document))
        .values(in_force=case((table.c.layer.in_(of_reading), True), else_=False))
    )


def drop_passages(connection: Connection, document_id: str) -> None:
    """Take a document's passages out of the index; the layers themselves still stand."""
    table, kept = schema.passages, schema.layers
    layers = select(kept.c.seq).where(kept.c.document_id == document_id)
    rows = connection.execute(select(table.c.id).where(table.c.layer.in_(layers))).scalars()
    keys = [{"id": key} for key in rows]
    if keys:
        connection.execute(_DELETE, keys)
        connection.execute(delete(table).where(table.c.layer.in_(layers)))


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
    layers = schema.layers
    seqs = connection.execute(select(layers.c.seq).order_by(layers.c.seq)).scalars().all()
    for seq in seqs:
        row = connection.execute(select(layers).where(layers.c.seq == seq)).mappings().one()
        index_layer(connection, seq, layer_of(row).layer)
    for document_id, names in _layers_in_force(connection):
        put_in_force(connection, document_id, names)
    info = schema.case_info
    connection.execute(delete(info).where(info.c.key == FORMS))
    connection.execute(insert(info), {"key": FORMS, "value": FORMS_VERSION})
    return len(seqs)


def passages_in(connection: Connection, document_id: str) -> Sequence[Passage]:
    """Return a document's passages as they are indexed."""
    query = text(
        "SELECT l.id AS layer, p.start, p.end, p.pages, p.in_force, f.words, f.others"
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
            in_force=bool(row.in_force),
        )
        for row in connection.execute(query, {"document": document_id})
    ]


def pages_of(told: str) -> tuple[tuple[int, int], ...]:
    """Return where pages begin, from a row of ``passages``."""
    return tuple((int(start), int(page)) for start, page in json.loads(told))


def without_traces(connection: Connection) -> None:
    """Write the full-text table afresh: what was deleted may have left beginnings of words."""
    connection.exec_driver_sql(_REWRITE)


def _layers_in_force(connection: Connection) -> Iterable[tuple[str, list[str]]]:
    table = schema.readings
    query = select(table.c.document_id, table.c.head).where(table.c.head.is_not(None))
    for document_id, head in connection.execute(query).all():
        yield document_id, json.loads(head)["layers"]
