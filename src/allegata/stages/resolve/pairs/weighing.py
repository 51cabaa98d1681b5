"""How much a pair's features speak for one incident: small trees, added up.

In: features. Out: the logarithm of odds, rounded to thousandths, for each pair; ``likeliness``
makes shares of it. The trees are learned by ``train/`` and stand in ``link.json``: what must not
speak for a link, such as more days between, cannot. A pair that cannot come above a floor is left
early.

>>> model = Trees(("days_apart",), bias=0.0, same=0.5, doubt=2.0, trees=())
>>> model.floor_of(-1.0)
-0.5
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from allegata.stages.resolve.pairs.columns import Array
from allegata.stages.resolve.pairs.comparing import FEATURES

FILE = "link.json"
_EARLY = 10  # trees after which hopeless pairs are left
_DIGITS = 3
LOWEST = -12.0  # what is told of a pair that was left early


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree by node: a leaf has no ``left`` (0) and a value."""

    feature: tuple[int, ...]
    threshold: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    missing_left: tuple[bool, ...]
    value: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Trees:
    """The model: pairs above ``same`` are one incident unless others speak against it.

    Within ``doubt`` of ``same`` a person had best look.
    """

    features: tuple[str, ...]
    bias: float
    same: float
    doubt: float
    trees: tuple[Tree, ...]

    def floor_of(self, below: float) -> float:
        """Return the logarithm of odds that lies ``below`` the threshold."""
        return self.same + below

    def score(self, features: Array, *, floor: float = LOWEST) -> Array:
        """Return the logarithm of odds of each row, ``LOWEST`` where it is under ``floor``."""
        total = np.full(len(features), LOWEST)
        rows, sums = np.arange(len(features)), np.full(len(features), self.bias)
        columns = np.ascontiguousarray(features.T)
        for start in range(0, len(self.trees), _EARLY):
            for tree in self.trees[start : start + _EARLY]:
                sums += _walk(tree, columns)
            most = sum(max(tree.value) for tree in self.trees[start + _EARLY :])
            kept = sums + most >= floor
            if not kept.all():
                rows, sums = rows[kept], sums[kept]
                # an index would leave the numbers of a row, not of a column, side by side
                columns = columns.compress(kept, axis=1)
        total[rows] = sums
        return np.round(total, _DIGITS)


def likeliness(odds: float) -> float:
    """Return a logarithm of odds as a share, 0 to 1."""
    return round(float(1 / (1 + np.exp(-odds))), 4)


def _walk(tree: Tree, columns: Array) -> Array:
    """Return the value of the leaf at which each row arrives; a column a feature.

    Leaves go by number until the end, in a byte each: to choose between bytes by arithmetic takes a
    small part of the time of choosing between values by a condition that nobody can foresee.
    """
    kind = np.min_scalar_type(len(tree.left))
    found: dict[int, Array] = {}
    for node in reversed(range(len(tree.left))):
        if not tree.left[node]:
            found[node] = kind.type(node)
            continue
        told, threshold = columns[tree.feature[node]], np.float32(tree.threshold[node])
        # a comparison with "not told" is false either way round
        goes_left = ~(told > threshold) if tree.missing_left[node] else told <= threshold
        left, right = found[tree.left[node]], found[tree.right[node]]
        found[node] = right ^ (left ^ right) * goes_left.view(np.uint8)
    return np.array(tree.value).take(found[0])


@cache
def load_trees() -> Trees:
    """Return the model that the package holds."""
    return read_trees(_content())


def read_trees(content: bytes) -> Trees:
    """Return the model that a file holds; features that this program does not know are an error."""
    data = json.loads(content)
    if tuple(data["features"]) != FEATURES:
        raise ValueError("the model was learned on other features")
    return Trees(
        FEATURES,
        data["bias"],
        data["same"],
        data["doubt"],
        tuple(_tree(rows) for rows in data["trees"]),
    )


def _tree(rows: Sequence[Sequence[float]]) -> Tree:
    feature, threshold, left, right, missing, value = zip(*rows, strict=True)
    return Tree(
        tuple(map(int, feature)),
        tuple(threshold),
        tuple(map(int, left)),
        tuple(map(int, right)),
        tuple(map(bool, missing)),
        tuple(value),
    )


def trees_label() -> str:
    """Return the model's name with the digest of its bytes."""
    return f"link@{hashlib.sha256(_content()).hexdigest()[:12]}"


def _content() -> bytes:
    return resources.files("allegata.stages.resolve.pairs").joinpath(FILE).read_bytes()
