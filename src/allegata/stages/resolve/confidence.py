"""How likely a count is right: signs weighed, and the sum looked up in a measured table.

In: the claims of a document and the signs of their counts (``signs``). Out: the claims with a
confidence for each count and each claim, and the signs that weighed most as ``reasons``. "Right"
means outcome, low, high and incident all right. Weights and tables are learned by ``train/`` and
stand in ``confidence.json``; a claim without counts keeps what its rule was given by hand.

>>> table = ((-1.0, 0.2), (1.0, 0.8))
>>> looked_up(table, -3.0), looked_up(table, 0.0), looked_up(table, 3.0)
(0.2, 0.5, 0.8)
"""

import hashlib
import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources

from allegata.model.claim import AGAINST, FOR, Claim

FILE = "confidence.json"
SCALE = 100  # weights are whole hundredths
SHOWN = 3  # reasons told for and against
_LEAST = 0.1  # a sign that weighs less is no reason
Table = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Model:
    """Weights of signs, the tables for counts and claims, and what the signs mean in words."""

    bias: float
    weights: Mapping[str, float]
    counts: Table
    claims: Table
    words: Mapping[str, str]

    def score(self, signs: Sequence[str]) -> float:
        """Return the sum of what the signs weigh."""
        return round(self.bias + sum(self.weights.get(sign, 0.0) for sign in signs), 4)

    def reasons(self, signs: Sequence[str]) -> tuple[str, ...]:
        """Return the signs that weigh most, in words, each said to be for or against."""
        weighed = [(self.weights.get(sign, 0.0), sign) for sign in signs if sign in self.words]
        weighed = [pair for pair in weighed if abs(pair[0]) >= _LEAST]
        chosen = sorted(weighed, key=lambda pair: (-abs(pair[0]), pair[1]))[:SHOWN]
        return tuple((FOR if w > 0 else AGAINST) + self.words[sign] for w, sign in chosen)


def with_confidence(
    claims: Sequence[Claim], signs: Mapping[str, Sequence[str]], model: Model
) -> tuple[Claim, ...]:
    """Return the claims with the confidence of every count and of every claim that has counts.

    ``signs`` are what ``signs_of`` returns of the claims' document.
    """
    return tuple(_weighed(claim, signs, model) if claim.counts else claim for claim in claims)


def _weighed(claim: Claim, signs: Mapping[str, Sequence[str]], model: Model) -> Claim:
    scores = {count.id: model.score(signs[count.id]) for count in claim.counts}
    weakest = min(claim.counts, key=lambda count: (scores[count.id], count.id))
    counts = tuple(
        replace(count, confidence=looked_up(model.counts, scores[count.id]))
        for count in claim.counts
    )
    return replace(
        claim,
        counts=counts,
        confidence=looked_up(model.claims, scores[weakest.id]),
        reasons=(*claim.reasons, *model.reasons(signs[weakest.id])),
    )


def looked_up(table: Table, score: float) -> float:
    """Return what the table says of a score: between two rows a straight line, beyond them none."""
    at = bisect_right(table, (score, 2.0))
    if at == 0:
        return table[0][1]
    if at == len(table):
        return table[-1][1]
    (x0, y0), (x1, y1) = table[at - 1], table[at]
    return round(y0 + (y1 - y0) * (score - x0) / (x1 - x0), 3)


@cache
def load_model() -> Model:
    """Return the model that the package holds."""
    return read_model(_content())


def model_label() -> str:
    """Return the model's name with the digest of its bytes, for ``run.model``."""
    return f"confidence@{hashlib.sha256(_content()).hexdigest()[:12]}"


def read_model(content: bytes) -> Model:
    """Return the model that a file holds."""
    data = json.loads(content)
    return Model(
        bias=data["bias"] / SCALE,
        weights={sign: weight / SCALE for sign, weight in data["weights"].items()},
        counts=tuple((row[0], row[1]) for row in data["counts"]),
        claims=tuple((row[0], row[1]) for row in data["claims"]),
        words=data["words"],
    )


def _content() -> bytes:
    return resources.files("allegata.stages.resolve").joinpath(FILE).read_bytes()
