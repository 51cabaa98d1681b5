"""Learning confidence: a small linear model over signs, and tables from its sums to shares right.

In: examples. Out: the bytes of ``confidence.json``. The weights are a logistic regression in which
signs of doubt may only weigh against; sets weigh by the root of their size, so that the largest
does not drown the others. The tables are an isotonic regression of sums that were never fitted on
their own items (five folds by item), its steps joined by straight lines that rise everywhere.
"""

import hashlib
import itertools
import json
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any  # arrays of numpy, whose types say little

import numpy as np
from scipy.optimize import minimize
from sklearn.isotonic import IsotonicRegression

from allegata.stages.resolve.confidence import SCALE, looked_up
from allegata.stages.resolve.signs import DOUBTS
from train.examples import Example

LEAST_SEEN = 20  # a sign seen less often is not learned
RIDGE = 1.0
# What a sign of doubt weighs against at least; where gold tells little of it, a judgement of ours.
DOUBT = {
    **dict.fromkeys(DOUBTS, -0.2),
    "doubt.not_real": -3.0,
    "doubt.questioned": -1.8,
    "doubt.cumulative": -1.0,
    "doubt.raised": -0.6,
    "doubt.about": -0.5,
}
# The rules were written by people who read these very texts, so that fewer counts are right
# elsewhere: what was wrong weighs this much more. A judgement of ours.
WRONG = 1.15
FOLDS = 5
SLOPE = 0.012  # how much the tables rise with a sum at least
CALM = 6.0  # how far beyond the data the tables go on rising
BLOCK = 25  # a step of a table rests on at least as many examples
ENDS = (0.02, 0.98)
WORDS = Path(__file__).with_name("words.toml")
Array = Any


@dataclass(frozen=True, slots=True)
class Learned:
    """The model's bytes, and what it would have thought of each count without having seen it."""

    content: bytes
    unseen: tuple[tuple[str, float, bool], ...]


def learn(counts: Sequence[Example], claims: Sequence[Example]) -> Learned:
    """Return the model as the package holds it."""
    names = _names(counts)
    signs = _matrix([example.signs[0] for example in counts], names)
    right, weight = _right(counts), _weights(counts)
    folds = _folds(counts)
    unseen = [
        _fit(signs[f], right[f], weight[f], names) for f in (folds != n for n in range(FOLDS))
    ]
    sums = np.array(
        [float(_sums(row, unseen[fold])) for row, fold in zip(signs, folds, strict=True)]
    )
    claim_sums = np.array(
        [
            float(_sums(_matrix(example.signs, names), unseen[fold]).min())
            for example, fold in zip(claims, _folds(claims), strict=True)
        ]
    )
    fitted = np.round(_fit(signs, right, weight, names) * SCALE).astype(int)
    weights = {name: int(w) for name, w in zip(names, fitted, strict=False) if w}
    words = tomllib.loads(WORDS.read_text(encoding="utf-8"))["words"]
    table = _table(sums, right, weight)
    model = {
        "bias": int(fitted[-1]),
        "weights": weights,
        "counts": table,
        "claims": _table(claim_sums, _right(claims), _weights(claims)),
        "words": {name: words[name] for name in sorted(words) if name in weights},
        "learned_from": dict(sorted(Counter(example.name for example in counts).items())),
    }
    rows = tuple((at, share) for at, share in table)
    thought = zip(counts, sums, strict=True)
    return Learned(
        (json.dumps(model, indent=1, ensure_ascii=False) + "\n").encode(),
        tuple((one.name, looked_up(rows, float(total)), one.right) for one, total in thought),
    )


def _right(examples: Sequence[Example]) -> Array:
    return np.array([float(example.right) for example in examples])


def _folds(examples: Sequence[Example]) -> Array:
    return np.array([_fold(example) for example in examples])


def _names(counts: Sequence[Example]) -> list[str]:
    """Return the signs that are learned: often enough seen, and not on every count."""
    seen = Counter(sign for example in counts for sign in example.signs[0])
    common = {sign for sign, times in seen.items() if LEAST_SEEN <= times < len(counts)}
    return sorted(common | DOUBTS)


def _matrix(rows: Sequence[Sequence[str]], names: Sequence[str]) -> Array:
    place = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(rows), len(names)))
    for row, signs in enumerate(rows):
        for sign in signs:
            if sign in place:
                matrix[row, place[sign]] = 1.0
    return matrix


def _weights(examples: Sequence[Example]) -> Array:
    sizes = Counter(example.name for example in examples)
    weights = np.array([sizes[example.name] ** -0.5 for example in examples])
    weights *= np.where(_right(examples) > 0, 1.0, WRONG)
    return weights * len(weights) / weights.sum()


def _fold(example: Example) -> int:
    digest = hashlib.sha256(f"{example.name}/{example.item}".encode()).digest()
    return digest[0] % FOLDS


def _fit(signs: Array, right: Array, weight: Array, names: Sequence[str]) -> Array:
    """Return a weight for each sign, and the bias last."""

    def loss(values: Array) -> tuple[float, Array]:
        sums = _sums(signs, values)
        wrong = weight * (1 / (1 + np.exp(-sums)) - right)
        total = (weight * (np.logaddexp(0, sums) - right * sums)).sum()
        slope = np.append(signs.T @ wrong + RIDGE * values[:-1], wrong.sum())
        return total + RIDGE * (values[:-1] ** 2).sum() / 2, slope

    bounds = [(None, DOUBT.get(name)) for name in names] + [(None, None)]
    start = np.array([DOUBT.get(name, 0.0) for name in names] + [0.0])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds)
    return found.x


def _sums(signs: Array, fitted: Array) -> Array:
    return signs @ fitted[:-1] + fitted[-1]


def _table(sums: Array, right: Array, weight: Array) -> list[list[float]]:
    """Return rows of a sum and the share right there, rising in both."""
    steps = IsotonicRegression(y_min=ENDS[0], y_max=ENDS[1])
    shares = steps.fit_transform(sums, right, sample_weight=weight)
    order = np.argsort(sums, kind="stable")
    blocks: list[list[int]] = []
    for at in order:
        new = not blocks or shares[at] != shares[blocks[-1][-1]]
        if new and (not blocks or len(blocks[-1]) >= BLOCK):
            blocks.append([])
        blocks[-1].append(int(at))
    if len(blocks) > 1 and len(blocks[-1]) < BLOCK:
        last = blocks.pop()
        blocks[-1] += last
    rows = [
        [float(np.average(sums[block])), float(np.average(right[block], weights=weight[block]))]
        for block in blocks
    ]
    return _rising(rows)


def _rising(rows: list[list[float]]) -> list[list[float]]:
    """Return the rows with both ends drawn out, and rising by ``SLOPE`` at least."""
    (x0, y0), (x1, y1) = rows[0], rows[-1]
    low, high = ENDS
    drawn = [[x0 - CALM, min(low, y0 / 2)], *rows, [x1 + CALM, max(high, (1 + y1) / 2)]]
    shares = [drawn[0][1]]
    for (before, _), (at, share) in itertools.pairwise(drawn):
        shares.append(max(share, shares[-1] + SLOPE * (at - before)))
    return [
        [round(at, 2), round(min(share, 0.995), 4)]
        for (at, _), share in zip(drawn, shares, strict=True)
    ]
