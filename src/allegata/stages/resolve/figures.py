"""Figures of a tally: three numbers, added over groups side by side, spanned over the same people.

>>> added([Figure(2, 2, 2), Figure(1, 1, None)])
Figure(low=3, best=3, high=None)
>>> spanned([Figure(2, 2, 2), Figure(5, 5, 5)])
Figure(low=2, best=None, high=5)
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """People in a tally: three numbers, each None where the rule gives none."""

    low: int | None
    best: int | None
    high: int | None


def number(figure: Figure) -> int | None:
    """Return the number that a figure stands for: its best, else an end of it."""
    return next((n for n in (figure.best, figure.low, figure.high) if n is not None), None)


def added(figures: Sequence[Figure]) -> Figure:
    """Return the sum: at least what the known figures make; best and high only of closed ones."""
    lows = [low for figure in figures if (low := _lowest(figure)) is not None]
    return Figure(
        sum(lows) if lows else None,
        _sum([figure.best for figure in figures]),
        _sum([figure.high for figure in figures]),
    )


def spanned(figures: Sequence[Figure]) -> Figure:
    """Return the range over figures of the same people, with a best only where all agree."""
    lows = [low for figure in figures if (low := _lowest(figure)) is not None]
    highs = [_highest(figure) for figure in figures]
    known = [high for high in highs if high is not None]
    bests = {figure.best for figure in figures}
    return Figure(
        min(lows, default=None),
        bests.pop() if len(bests) == 1 else None,
        max(known) if known and len(known) == len(highs) else None,
    )


def _lowest(figure: Figure) -> int | None:
    return figure.low if figure.low is not None else figure.best


def _highest(figure: Figure) -> int | None:
    return figure.high if figure.high is not None else figure.best


def _sum(numbers: Sequence[int | None]) -> int | None:
    known = [one for one in numbers if one is not None]
    return sum(known) if known and len(known) == len(numbers) else None
