"""Shares of right answers, file by file, and how far they can be trusted.

Answers within one file are alike, so the interval comes from drawing files anew, not answers.

>>> shares = [Share("a", 3, 4), Share("b", 4, 4)]
>>> percent(shares), total(shares)
(87.5, 8)
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from bench.figures import Figure

DRAWS = 2000
_SEED = 7


@dataclass(frozen=True, slots=True)
class Share:
    """In ``file``, ``right`` of ``of`` answers."""

    file: str
    right: int
    of: int


@dataclass(frozen=True, slots=True)
class Mistake:
    """One wrong answer, with the words ``around`` it where there are some."""

    file: str
    figure: str
    what: str
    wanted: str
    got: str
    around: str = ""


def total(shares: Sequence[Share]) -> int:
    """Return how many answers there are."""
    return sum(share.of for share in shares)


def percent(shares: Sequence[Share]) -> float:
    """Return the share of right answers over all files; 100 where nothing was asked."""
    of = total(shares)
    return 100 * sum(share.right for share in shares) / of if of else 100.0


def interval(shares: Sequence[Share]) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of ``percent`` over files. Same shares, same interval."""
    drawn = random.Random(_SEED)  # noqa: S311  (no secret hangs on it)
    asked = [share for share in shares if share.of]
    if not asked:
        return 100.0, 100.0
    values = sorted(percent(drawn.choices(asked, k=len(asked))) for _ in range(DRAWS))
    return values[DRAWS * 25 // 1000], values[DRAWS * 975 // 1000 - 1]


def figure(name: str, shares: Sequence[Share]) -> Figure:
    """Return the share as a figure whose unit tells how many answers and the interval."""
    low, high = interval(shares)
    unit = f"% of {total(shares)} ({low:.1f} to {high:.1f})"
    return Figure(name, round(percent(shares), 2), unit)
