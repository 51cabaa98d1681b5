"""Learning what speaks for a row of a person's list and another account being one: a few weights.

In: pairs of rows of two tables of conflict events that readers judged, half of them by the hash of
case and rows; a part of something counts as different. Pairs that are compared and are no
candidates at all are different too. Each pair is learned again without its words, and without its
points, so that rows of which only a town's name is known are weighed well. Out: the bytes of
``coded.json``. No weight points the wrong way (``SIGNS``). What no table tells is given (``GIVEN``)
or taken from its like (``LIKE``).
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any  # arrays of numpy, whose types say little

import numpy as np
from bench.event_rows import account_of_row, read_rows
from bench.parts import hash_of
from scipy.optimize import minimize

from allegata.model.linking import Account
from allegata.places.keys import plain_key
from allegata.stages.resolve.pairs.blocking import keys_of, pairs_of
from allegata.stages.resolve.pairs.coded import SIGNS, signs_of
from allegata.stages.resolve.pairs.columns import columns_of
from allegata.stages.resolve.pairs.comparing import features_of
from train.linking import LINKAGE, TABLES, verdicts_of

Array = Any
# A name of a victim or an address in both says more than anything else, which tables have not; and
# all judged pairs lie near each other.
GIVEN = {"names": 3.0, "other_names": -1.0, "cites": 3.0, "place_untold": -2.0, "other_name": -2.0}
LIKE = {"hurt_apart": ("toll_apart", 0.5), "hurt_alike": ("toll_alike", 0.5)}
WORDLESS, PLACELESS, NO_CANDIDATE = 0.5, 0.5, 0.02  # what such a pair weighs
PENALTY = 2.0
PRECISION = 2.0  # what it counts beside recall where the threshold is sought
FOLDS = 10
ROUNDED = 3


@dataclass(frozen=True, slots=True)
class Examples:
    """Signs of pairs, whether each is one incident, its weight, and which part it is of."""

    signs: Array
    same: Array
    weight: Array
    part: Array  # 0 to FOLDS less 1 by the hash of the pair, -1 where no reader judged it


def learn() -> bytes:
    """Return the weights as the package holds them."""
    told = [part for name, _ in TABLES for part in _of_case(name)]
    every = Examples(*(np.concatenate(column) for column in zip(*map(_columns, told), strict=True)))
    bias, weights = fit(every)
    told_of = dict(zip(SIGNS, weights.tolist(), strict=True)) | GIVEN
    for name, (like, share) in LIKE.items():
        told_of[name] = share * told_of[like]
    judged = (every.part >= 0) & (every.weight == 1)
    content = {
        "bias": round(bias, ROUNDED),
        "same": threshold(every),
        "weights": {name: round(told_of[name], ROUNDED) for name in SIGNS},
        "learned_from": {"pairs": int(judged.sum()), "same": int(every.same[judged].sum())},
    }
    return (json.dumps(content, indent=1) + "\n").encode()


def threshold(every: Examples) -> float:
    """Return the odds above which the judged pairs are told best, each by weights without it.

    Precision counts for more: a wrong link makes one figure of two, a missed one is asked of a
    person.
    """
    judged = (every.part >= 0) & (every.weight == 1)
    odds = np.zeros(len(every.same))
    for fold in range(FOLDS):
        bias, weights = fit(_only(every, every.part != fold))
        unseen = every.part == fold
        odds[unseen] = bias + every.signs[unseen] @ weights
    found, same = odds[judged], every.same[judged]

    def worth(least: float) -> float:
        above = found > least
        both = same[above].sum()
        return float((1 + 1 / PRECISION**2) * both / (above.sum() + same.sum() / PRECISION**2))

    return max((round(0.05 * step, 2) for step in range(-40, 41)), key=worth)


def _columns(one: Examples) -> tuple[Array, Array, Array, Array]:
    return one.signs, one.same, one.weight, one.part


def _only(every: Examples, kept: Array) -> Examples:
    return Examples(*(column[kept] for column in _columns(every)))


def fit(every: Examples) -> tuple[float, Array]:
    """Return bias and weights of the logistic curve, each on its side of nothing."""
    signs, same, weight, _ = _columns(every)
    scale = np.maximum(signs.std(axis=0), 1e-6)
    scaled = signs / scale
    sides = [(0.0, None) if side > 0 else (None, 0.0) for side in SIGNS.values()]

    def loss(at: Array) -> tuple[float, Array]:
        odds = at[0] + scaled @ at[1:]
        share = 1 / (1 + np.exp(-odds))
        value = (weight * (np.logaddexp(0, odds) - same * odds)).sum()
        slope = weight * (share - same)
        inner = np.concatenate(([slope.sum()], scaled.T @ slope + PENALTY * at[1:]))
        return value + PENALTY / 2 * (at[1:] ** 2).sum(), inner

    start = np.zeros(1 + signs.shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(None, None), *sides])
    return float(found.x[0]), found.x[1:] / scale


def _of_case(name: str) -> Iterator[Examples]:
    """Yield the pairs of a table: as they stand, without words, without points."""
    accounts = [account_of_row(row) for row in read_rows(LINKAGE / "meltt" / name / "claims.csv")]
    verdicts = verdicts_of(name)
    wordless = [replace(one, words=(), terms=()) for one in accounts]
    placeless = [_without_grounds(one) for one in wordless]
    for told, share in ((accounts, 1.0), (wordless, WORDLESS), (placeless, PLACELESS)):
        columns = columns_of(told)
        low, high, _ = pairs_of(columns, keys_of(columns))
        pairs = [
            frozenset((columns.ids[one], columns.ids[other]))
            for one, other in zip(low.tolist(), high.tolist(), strict=True)
        ]
        # a candidate that nobody judged says nothing; what is no candidate is different
        kept = np.array([verdicts.get(pair, False) is not None for pair in pairs])
        judged = np.array([pair in verdicts for pair in pairs])
        part = np.array([_part(name, pair) if pair in verdicts else -1 for pair in pairs])
        same = np.array([float(bool(verdicts.get(pair))) for pair in pairs])
        weight = np.where(judged, share, NO_CANDIDATE * share)
        signs = signs_of(features_of(columns, low, high))
        yield _only(Examples(signs, same, weight, part), kept)


def _part(name: str, pair: frozenset[str]) -> int:
    return int(hash_of(f"{name} {' '.join(sorted(pair))}")[1:], 16) % FOLDS


def _without_grounds(account: Account) -> Account:
    names = {plain_key(ground.name) for ground in account.grounds} - {""}
    return replace(account, grounds=(), toponyms=tuple(sorted({*account.toponyms, *names})))
