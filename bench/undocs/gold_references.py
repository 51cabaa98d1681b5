"""The gold of references: what each file cites, as ``references.toml`` says.

A file with ``same_as`` cites what another version of it cites; one with ``scored = false`` is no
single document.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.undocs.gold import FOLDER, tables

CITES = "cites"  # the relation that says least


@dataclass(frozen=True, slots=True)
class GoldReference:
    """One line of ``references.toml``."""

    kind: str
    symbol: str | None = None
    relation: str = CITES
    dated: str | None = None
    provisions: tuple[str, ...] = ()
    optional: bool = False  # neither missed when absent nor wrong when there


def load_references(folder: Path = FOLDER) -> dict[str, tuple[GoldReference, ...]]:
    """Return the references of each file of ``references.toml`` that is scored."""
    by_file = {table["file"]: table for table in tables(folder / "references.toml", "document")}
    return {
        file: tuple(
            _reference(one) for one in by_file[table.get("same_as", file)].get("references", ())
        )
        for file, table in by_file.items()
        if table.get("scored", True)
    }


def _reference(table: Mapping[str, Any]) -> GoldReference:
    known = {name: table[name] for name in GoldReference.__slots__ if name in table}
    return GoldReference(**known | {"provisions": tuple(table.get("provisions", ()))})
