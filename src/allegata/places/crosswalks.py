"""A precision in the code lists of Airwars, UCDP, ACLED and Atlos.

In: a precision and, for a settlement, its people. Out: the codes, as ``crosswalks.toml`` has them
with their sources.

>>> codes_of(PlacePrecision.SETTLEMENT, people=2_000)
PrecisionCodes(airwars='Village', ucdp=1, acled=1, atlos=None)
>>> codes_of(PlacePrecision.ADM1)
PrecisionCodes(airwars='Province/governorate', ucdp=4, acled=3, atlos=None)
"""

import tomllib
from functools import cache
from importlib import resources
from typing import TypedDict

from allegata.model.places import PrecisionCodes
from allegata.model.vocabularies import PlacePrecision


class Row(TypedDict, total=False):
    """A table of the file."""

    airwars: str
    airwars_by_people: dict[str, int]
    ucdp: int
    acled: int
    atlos: str


def codes_of(precision: PlacePrecision, *, people: int | None = None) -> PrecisionCodes:
    """Return the codes of a precision; a settlement of unknown size has no label of Airwars."""
    row = _table()[precision.value]
    label = row.get("airwars")
    if people is not None:
        for name, least in row.get("airwars_by_people", {}).items():
            label = name if people >= least else label
    return PrecisionCodes(label, row.get("ucdp"), row.get("acled"), row.get("atlos"))


@cache
def _table() -> dict[str, Row]:
    source = resources.files("allegata.places") / "crosswalks.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
