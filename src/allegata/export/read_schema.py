"""The JSON Schema of what ``allegata read`` prints, made from the nouns themselves.

>>> schema()["properties"]["schema"]
{'const': 'allegata/read/1'}
"""

import dataclasses
import types
import typing
from enum import StrEnum

from allegata.export.read_contract import PROVENANCE, SCHEMA
from allegata.model.claim import Claim
from allegata.model.doubt import Doubt
from allegata.model.incident import Incident
from allegata.model.reading import Mentions, Run
from allegata.model.un import Reference, UnRecord

Node = dict[str, object]
_PLAIN: dict[object, Node] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
}
_TEXT_OR_NULL: Node = {"type": ["string", "null"]}


def schema() -> Node:
    """Return the JSON Schema (2020-12) of one line: a reading, or the stub of a refused input."""
    definitions: dict[str, Node] = {}
    reading = _object(
        {
            "schema": {"const": SCHEMA},
            "run": _node(Run, definitions),
            "document": _document(definitions),
            "mentions": _node(Mentions, definitions),
            "claims": {"type": "array", "items": _node(Claim, definitions)},
            "incidents": {"type": "array", "items": _node(Incident, definitions)},
        }
    )
    reading["required"] = ["schema", "document"]
    properties = typing.cast("dict[str, object]", reading["properties"])
    properties["refused"] = _object({"code": _PLAIN[str], "message": _PLAIN[str]})
    reading["oneOf"] = [
        {"required": ["run", "mentions", "claims", "incidents"]},
        {"required": ["refused"]},
    ]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        **reading,
        "$defs": definitions,
    }


def _document(definitions: dict[str, Node]) -> Node:
    layer = _object(
        {
            "id": _PLAIN[str],
            "sha256": _PLAIN[str],
            "kind": {"enum": ["native", "ocr", "transcript", "translation"]},
            "tool": _PLAIN[str],
            "characters": _PLAIN[int],
        }
    )
    typing.cast("dict[str, object]", layer["properties"])["text"] = _PLAIN[str]
    full = _object(
        {
            "id": _PLAIN[str],
            "media_type": _PLAIN[str],
            "language": _TEXT_OR_NULL,
            "pages": {"type": ["integer", "null"]},
            "published": _TEXT_OR_NULL,
            "provenance": _object(dict.fromkeys(PROVENANCE, _TEXT_OR_NULL)),
            "layers": {"type": "array", "items": layer},
            "un": _nullable(_node(UnRecord, definitions)),
            "references": {"type": "array", "items": _node(Reference, definitions)},
            "doubts": {"type": "array", "items": _node(Doubt, definitions)},
        }
    )
    properties = typing.cast("dict[str, object]", full["properties"])
    properties |= {"name": _PLAIN[str], "row_id": _TEXT_OR_NULL}
    return {**full, "required": ["name", "row_id"]}


def _node(kind: object, definitions: dict[str, Node]) -> Node:
    if kind in _PLAIN:
        return _PLAIN[kind]
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return {"type": "array", "items": _node(arguments[0], definitions)}
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [_node(option, definitions) for option in arguments]}
    if kind is type(None):
        return {"type": "null"}
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return {"enum": [member.value for member in kind]}
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _dataclass(kind, definitions)
    raise TypeError(f"{kind} has no JSON Schema")


def _dataclass(kind: type, definitions: dict[str, Node]) -> Node:
    if kind.__name__ not in definitions:
        definitions[kind.__name__] = {}
        hints = typing.get_type_hints(kind)
        fields = [field.name for field in dataclasses.fields(kind)]
        definitions[kind.__name__] = _object(
            {name: _node(hints[name], definitions) for name in fields}
        )
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _object(properties: dict[str, Node]) -> Node:
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
    }


def _nullable(node: Node) -> Node:
    return {"anyOf": [node, {"type": "null"}]}
