"""The gold of the set: facts of ``bench/data/undocs``, as values.

In: the folder with the TOML files (its README says what each key means). Out: frozen values.
Nothing here knows the product.

>>> document = as_document({"file": "a.txt", "outcome": "read", "text": "txt", "language": "en"})
>>> document.fields, document.is_scan
({'language': 'en'}, False)
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "data" / "undocs"
TEXTS = frozenset({"layer", "xml", "txt", "md"})
SCANS = frozenset({"ocr_layer", "scan", "image"})
FIELDS = (
    "language",
    "symbol",
    "symbol_basis",
    "organ",
    "distribution",
    "issued",
    "original_language",
    "kind",
    "dated",
    "job_number",
    "session",
    "council_year",
    "agenda_items",
    "senders",
    "addressees",
)

Value = str | int | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldPart:
    """``authors`` are the right answers; empty where the part names nobody."""

    kind: str
    authors: tuple[str, ...] = ()
    dated: str | None = None
    original_language: str | None = None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One file. ``accepted`` are other values that a careful person could give."""

    file: str
    outcome: str
    text: str
    codes: tuple[str, ...]
    fields: Mapping[str, Value]
    accepted: Mapping[str, tuple[Value, ...]]
    parts: tuple[GoldPart, ...]
    rows: int | None
    text_field: str | None
    id_field: str | None

    @property
    def is_text(self) -> bool:
        """Whether the words come with the file."""
        return self.text in TEXTS

    @property
    def is_scan(self) -> bool:
        """Whether the words have to be read from pictures, or were once by somebody else."""
        return self.text in SCANS


def load_documents(folder: Path = FOLDER) -> tuple[GoldDocument, ...]:
    """Return the files in the order of ``documents.toml``."""
    return tuple(as_document(table) for table in tables(folder / "documents.toml", "document"))


def as_document(table: Mapping[str, Any]) -> GoldDocument:
    """Return one table of ``documents.toml`` as a value."""
    accepted = table.get("accepted", {})
    return GoldDocument(
        file=table["file"],
        outcome=table["outcome"],
        text=table["text"],
        codes=tuple(table.get("codes", ())),
        fields={name: _value(table[name]) for name in FIELDS if name in table},
        accepted={name: tuple(map(_value, values)) for name, values in accepted.items()},
        parts=tuple(_part(part) for part in table.get("parts", ())),
        rows=table.get("rows"),
        text_field=table.get("text_field"),
        id_field=table.get("id_field"),
    )


def _part(table: Mapping[str, Any]) -> GoldPart:
    author = table.get("author", ())
    authors = (author,) if isinstance(author, str) else tuple(author)
    return GoldPart(table["kind"], authors, table.get("dated"), table.get("original_language"))


def _value(raw: Any) -> Value:
    """Return a value of a field; a sender becomes "office:STATE"."""
    if isinstance(raw, list):
        named = (
            f"{one['office']}:{one.get('state', '')}" if isinstance(one, dict) else one
            for one in raw
        )
        return tuple(sorted(named))
    value: Value = raw
    return value


def tables(path: Path, name: str) -> list[dict[str, Any]]:
    """Return the tables called ``name`` in a TOML file."""
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8")).get(name, [])
    return found
