"""The weights with which signs speak for a place, as they were learned.

In: the package's ``resolver.json``. Out: a weight by sign. How they were learned, from what, and
what they are good for is told in ``docs/reference/place-model.md``.
"""

import json
from functools import cache
from importlib import resources
from typing import TypedDict


class PlaceModel(TypedDict):
    """The file."""

    weights: dict[str, float]


@cache
def weights() -> dict[str, float]:
    """Return the weight of each sign."""
    source = resources.files("allegata.places") / "resolver.json"
    model: PlaceModel = json.loads(source.read_text(encoding="utf-8"))
    return model["weights"]
