"""The set ``calibration``: whether what is 80 per cent likely is right 80 times of a hundred.

Counts and claims of the check part of the public sets, as far as their gold can judge them
(``bench.labels``). The expected calibration error is the mean distance between confidence and share
right over ten equal bins, weighted by how many fall in each. Few counts scatter even where
confidence is perfect: ``…_scatter`` is the error that chance alone would make with as many.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from bench.figures import Figure
from bench.labels import judge_part

SETS = ("isaf", "airwars", "msa", "dronestream")
BINS = 10
DRAWS = 200
Scored = tuple[float, bool]


@dataclass(frozen=True, slots=True)
class Bin:
    """The counts whose confidence lies in one tenth: how sure in the mean, how many right, of."""

    sure: float
    right: float
    of: int


def measure() -> list[Figure]:
    """Return for each set the error of its counts and of its claims, in points."""
    figures: list[Figure] = []
    every: list[Scored] = []
    for name in SETS:
        counts, claims = scored(name, part="check")
        every += counts
        figures += _figures(name, counts)
        figures += _figures(f"{name}_claims", claims)
    return [*figures, *_figures("all", every)]


def scored(name: str, *, part: str) -> tuple[list[Scored], list[Scored]]:
    """Return confidence and truth of the counts, and of the claims, of a part of a set."""
    counts: list[Scored] = []
    claims: list[Scored] = []
    for _, reading, labels in judge_part(name, part=part):
        for claim in reading.claims:
            if claim.id in labels.claims:
                claims.append((claim.confidence, labels.claims[claim.id]))
            counts += [
                (count.confidence, labels.counts[count.id])
                for count in claim.counts
                if count.id in labels.counts
            ]
    return counts, claims


def binned(told: Sequence[Scored]) -> list[Bin]:
    """Return the bins that hold something, the least sure first."""
    bins: list[list[Scored]] = [[] for _ in range(BINS)]
    for sure, right in told:
        bins[min(int(sure * BINS), BINS - 1)].append((sure, right))
    return [
        Bin(
            sum(sure for sure, _ in inside) / len(inside),
            sum(right for _, right in inside) / len(inside),
            len(inside),
        )
        for inside in bins
        if inside
    ]


def error(told: Sequence[Scored]) -> float:
    """Return the expected calibration error in points.

    >>> error([(0.75, True), (0.75, True), (0.75, True), (0.75, False)])
    0.0
    """
    apart = sum(abs(one.sure - one.right) * one.of for one in binned(told))
    return round(100 * apart / max(len(told), 1), 1)


def scatter(told: Sequence[Scored]) -> float:
    """Return the error that chance makes where every confidence is exactly right."""
    errors = [
        error([(sure, _chance(draw, at) < sure) for at, (sure, _) in enumerate(told)])
        for draw in range(DRAWS)
    ]
    return round(sum(errors) / DRAWS, 1)


def _chance(draw: int, at: int) -> float:
    """Return a number from 0 to 1 that is always the same for the same draw."""
    digest = hashlib.sha256(f"{draw}/{at}".encode()).digest()
    return int.from_bytes(digest[:6]) / 2**48


def _figures(name: str, told: Sequence[Scored]) -> list[Figure]:
    return [
        Figure(name, error(told), "points"),
        Figure(f"{name}_scatter", scatter(told), "points"),
        Figure(f"{name}_n", len(told), "judged"),
    ]
