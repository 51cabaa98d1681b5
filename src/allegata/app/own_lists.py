"""People's own lists as they stand now: of every import in force, the newest version of each row.

In: the imports of the ledger. Out: rows by what a newer version is known by, and incidents with
their sources and victims put together.
"""

import re
from collections.abc import Iterable

from allegata.model.importing import ImportedRow, OwnIncident, TableImport, TableKind

_NO_WORDS = re.compile(r"\d$|://|^\S*\d\S*$")
Key = tuple[str, TableKind, str]  # table, kind and id of a row


def imports_in_force(imports: Iterable[TableImport]) -> tuple[TableImport, ...]:
    """Return the imports that were not taken back, oldest first."""
    every = tuple(imports)
    undone = {each.undoes for each in every}
    return tuple(each for each in every if each.undoes is None and each.id not in undone)


def rows_in_force(imports: Iterable[TableImport]) -> dict[Key, ImportedRow]:
    """Return the newest version of each row of every table."""
    return {key_of(row): row for each in imports_in_force(imports) for row in each.rows}


def own_incidents(imports: Iterable[TableImport]) -> tuple[OwnIncident, ...]:
    """Return the incidents of every list with their sources and victims, by table and row."""
    rows = rows_in_force(imports)
    sources: dict[tuple[str, str], list[ImportedRow]] = {}
    for row in rows.values():
        if row.told is None:
            sources.setdefault((row.table, row.incident), []).append(row)
    found = []
    for row in rows.values():
        if row.told is None:
            continue
        beside = sorted(sources.get((row.table, row.id), ()), key=lambda each: each.row)
        told = (*row.sources, *(source for each in beside for source in each.sources))
        victims = tuple(each.victim for each in beside if each.victim is not None)
        own = OwnIncident(row.table, row.id, row.row, row.told, told, victims, _text(row))
        found.append(own)
    return tuple(sorted(found, key=lambda each: (each.table, each.row, each.id)))


def victims_listed(imports: Iterable[TableImport]) -> tuple[ImportedRow, ...]:
    """Return the rows of victims of every list, by table and row."""
    rows = rows_in_force(imports).values()
    named = (row for row in rows if row.victim is not None)
    return tuple(sorted(named, key=lambda each: (each.table, each.row, each.id)))


def _text(row: ImportedRow) -> str:
    """Return the cells that hold words: no numbers, dates, codes or addresses."""
    cells = (cell.value.strip() for cell in row.cells)
    return "\n".join(text for text in cells if text and not _NO_WORDS.search(text))


def key_of(row: ImportedRow) -> Key:
    """Return what a newer version of a row is known by."""
    return row.table, row.kind, row.id
