"""Codebooks: what a vague word is worth in a tally, by a table that has a name.

In: the name of a table of ``codebook.toml``. Out: bounds for the words that it values; a word that
it leaves out has no number (DESIGN §4.1). Claims never hold these numbers.

>>> load_table("isaf").worth("several")
Figure(low=3, best=3, high=3)
>>> load_table("none").worth("several") is None
True
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import cast

from allegata.stages.resolve.figures import Figure


@dataclass(frozen=True, slots=True)
class VagueTable:
    """The worth of vague words under the name of a codebook."""

    name: str
    values: Mapping[str, Figure]

    def worth(self, word: str | None) -> Figure | None:
        """Return what ``word`` counts for, None where the table does not value it."""
        return self.values.get(word) if word is not None else None


NONE = "none"  # the table by which vague words have no number


@cache
def load_table(name: str) -> VagueTable:
    """Return the table ``name``; an unknown name is a KeyError."""
    return VagueTable(
        name,
        {
            word: Figure(*(None if number < 0 else number for number in numbers))
            for word, numbers in _tables()[name].items()
        },
    )


def table_names() -> tuple[str, ...]:
    """Return the names of all tables, sorted."""
    return tuple(sorted(_tables()))


@cache
def _tables() -> Mapping[str, Mapping[str, list[int]]]:
    content = (
        resources.files("allegata.stages.resolve").joinpath("codebook.toml").read_text("utf-8")
    )
    return cast("Mapping[str, Mapping[str, list[int]]]", tomllib.loads(content)["tables"])
