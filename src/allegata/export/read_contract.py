"""A reading as the JSON object that ``allegata read`` prints (schema ``allegata/read/1``).

Fields are only ever added within /1. The same reading gives the same bytes: keys in fixed order,
floats rounded, no clock.
"""

import json

from allegata.model.document import Document, TextLayer
from allegata.model.reading import Reading, Refusal
from allegata.model.wire import Json, to_json

SCHEMA = "allegata/read/1"
PROVENANCE = (
    *("url", "archive_url", "publisher", "author", "platform", "posted", "collected"),
    "container",
)
# What it is given is a tree that was made a moment ago: it holds itself nowhere.
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False)


def reading_to_json(reading: Reading, *, with_text: bool = False) -> dict[str, Json]:
    """Return the object of one document; ``with_text`` adds the text of its layers."""
    return {
        "schema": SCHEMA,
        "run": to_json(reading.run),
        "document": document_to_json(reading.document, with_text=with_text),
        "mentions": to_json(reading.mentions),
        "claims": to_json(reading.claims),
        "incidents": to_json(reading.incidents),
    }


def refusal_to_json(refusal: Refusal) -> dict[str, Json]:
    """Return the stub of an input that was refused, so that rows stay aligned."""
    message = f"{refusal.message} {refusal.hint}".strip()
    return {
        "schema": SCHEMA,
        "document": {"name": refusal.name, "row_id": refusal.row_id},
        "refused": {"code": refusal.code, "message": message},
    }


def document_to_json(doc: Document, *, with_text: bool = False) -> dict[str, Json]:
    """Return the ``document`` of the contract. Collectors and tools are not told outside."""
    provenance = {name: getattr(doc.provenance, name) for name in PROVENANCE}
    return {
        "id": doc.id,
        "name": doc.name,
        "row_id": doc.row_id,
        "media_type": doc.media_type,
        "language": doc.language,
        "pages": doc.pages,
        "published": doc.published,
        "provenance": to_json_values(provenance),
        "layers": [_layer(layer, with_text=with_text) for layer in doc.layers],
        "un": to_json(doc.un),
        "references": to_json(doc.references),
        "doubts": to_json(doc.doubts),
    }


def to_line(value: dict[str, Json]) -> str:
    """Return the object as one line of JSON, without characters that break a line."""
    return _ENCODER.encode(value).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def to_json_values(values: dict[str, object]) -> dict[str, Json]:
    """Return a plain mapping with JSON values."""
    return {key: to_json(value) for key, value in values.items()}


def _layer(layer: TextLayer, *, with_text: bool) -> dict[str, Json]:
    told: dict[str, Json] = {
        "id": layer.id,
        "sha256": layer.sha256,
        "kind": layer.kind.value,
        "tool": layer.tool,
        "characters": len(layer.text),
    }
    if with_text:
        told["text"] = layer.text
    return told
