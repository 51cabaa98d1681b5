"""Which incidents count: a linear scorer learned from the development keys (``train``).

What counts as terrorism against whom is this set's rubric, and none of the product's. The weights
are a sorted list of features and numbers; ``bench/data/muc4/README.md`` says how they were made.
"""

import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from allegata.model.reading import Reading
from bench.muc4.features import features
from bench.muc4.incidents import Told, account_of, told_in

_WEIGHTS = Path(__file__).parents[1] / "data" / "muc4" / "relevance.tsv"
THRESHOLD = 0.27  # a template costs what it adds wrongly and brings what is right


def counted_in(reading: Reading, least: float = THRESHOLD) -> list[Told]:
    """Return the incidents of a reading that count, in order."""
    account = account_of(reading)
    incidents = list(told_in(reading))
    return [one for one in incidents if chance(features(one, account, incidents)) >= least]


def chance(features: Mapping[str, float]) -> float:
    """Return how likely an incident with these features is to have a template in the key."""
    weights = _weights()
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + math.exp(-total))


@cache
def _weights() -> dict[str, float]:
    lines = _WEIGHTS.read_text(encoding="utf-8").splitlines()
    return {name: float(weight) for name, _, weight in (line.partition("\t") for line in lines)}
