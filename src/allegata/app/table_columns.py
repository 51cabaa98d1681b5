"""Tables as recorders have them: which column holds what.

In: a table's heads, what is wanted and what columns of it are usually called, what a person told.
Out: the head of each column that was found.

>>> table = Table("list", ("Date", "Lat"), ())
>>> find_columns(table, {"day": ("date",), "age": ("age",)}, needed=("day",), told={})
{'day': 'Date'}
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from allegata.model.errors import InputError

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table by its name: its heads, and its rows in order."""

    name: str
    heads: tuple[str, ...]
    rows: Iterable[Cells]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row was left out, or is not wholly understood: the code says which."""

    table: str
    row: int
    code: str
    message: str


def find_columns(
    table: Table,
    usual: Mapping[str, tuple[str, ...]],
    *,
    needed: Collection[str],
    told: Mapping[str, str],
) -> dict[str, str]:
    """Return which column of a table holds what: as told, else by its usual name.

    Raises:
        InputError: a column that is needed, or was told, is not there.
    """
    by_name = {head.strip().casefold(): head for head in table.heads}
    found = {}
    for what, names in usual.items():
        wanted = (told[what],) if what in told else names
        known = (by_name[name.casefold()] for name in wanted if name.casefold() in by_name)
        head = next(known, None)
        if head is not None:
            found[what] = head
        elif what in told or what in needed:
            raise InputError(
                "table.no_column",
                f"{table.name} has no column {' or '.join(wanted)} for the {what}.",
                f"It has {', '.join(table.heads) or 'none'}; name one with --columns {what}=NAME.",
            )
    return found
