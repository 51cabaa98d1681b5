r"""From the heads of readings to the outlines of their documents, a few fields of many.

A case file may hold ten thousand documents with fifty references each, most of which are to the
same ones: so a reference that says the same as one before is not decoded again.

>>> rows = [("sha256:0", '["a.pdf", "en", ["t0"]]', None, None)]
>>> outlines_of(rows, {("sha256:0", "t0"): "ab12"})
[DocumentOutline(id='sha256:0', name='a.pdf', language='en', text_sha256='ab12', un=None, cited=())]
"""

import json
from collections.abc import Iterable, Mapping

from sqlalchemy import Select, func, select

from allegata.model.un import Reference, UnRecord
from allegata.model.wire import Json, from_json
from allegata.model.works import Cited, DocumentOutline
from allegata.store import schema
from allegata.store.records import readable

_FIELDS = ("name", "language", "layers")  # of a head, in this order
_BETWEEN = "\n"  # between references; the JSON that is kept has no line breaks
_ANYWHERE: dict[str, Json] = {  # fields of a reference that its outline leaves out
    "url": None,
    "span": {"layer": "t0", "start": 0, "end": 0},
}

Row = tuple[str, str, str | None, str | None]


def outline_query() -> Select[Row]:
    """Return the query for documents that were read: ids, fields, record less parts, references."""
    documents, readings = schema.documents, schema.readings
    each = func.json_each(readings.c.head, "$.references").table_valued("value")
    bare = func.json_remove(each.c.value, *(f"$.{name}" for name in _ANYWHERE))
    references = select(func.group_concat(bare, _BETWEEN)).select_from(each).scalar_subquery()
    fields = func.json_extract(readings.c.head, *(f"$.{name}" for name in _FIELDS))
    record = func.json_remove(func.json_extract(readings.c.head, "$.un"), "$.parts")
    query = select(documents.c.id, fields, record, references)
    query = query.join_from(documents, readings, readings.c.document_id == documents.c.id)
    return query.where(readings.c.head.is_not(None)).order_by(documents.c.seq)


@readable
def outlines_of(
    rows: Iterable[Row], hashes: Mapping[tuple[str, str], str]
) -> list[DocumentOutline]:
    """Return the outlines in the rows of :func:`outline_query`.

    ``hashes`` are those of layers, by document and layer.
    """
    known: dict[str, Cited] = {}
    outlines = []
    for document_id, fields, record, references in rows:
        name, language, layers = json.loads(fields)
        cited = references.split(_BETWEEN) if references else ()
        for said in cited:
            if said not in known:
                known[said] = _cited(said)
        outline = DocumentOutline(
            id=document_id,
            name=name,
            language=language,
            text_sha256=hashes.get((document_id, layers[0])) if layers else None,
            un=from_json(UnRecord, json.loads(record)) if record is not None else None,
            cited=tuple([known[said] for said in cited]),
        )
        outlines.append(outline)
    return outlines


def _cited(said: str) -> Cited:
    return Cited.of(from_json(Reference, {**_ANYWHERE, **json.loads(said)}))
