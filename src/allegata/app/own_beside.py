"""A figure of a person's own list beside the range that documents make, which it never enters.

In: an incident and a figure of a list. Out: whether the figure is what the range is, lies within
it or outside, with that range; None where nothing is told of everybody.
"""

from dataclasses import dataclass
from enum import StrEnum

from allegata.model.importing import ImportedFigure
from allegata.model.incident import Tally
from allegata.model.record import IncidentRecord


class Fit(StrEnum):
    """How a figure stands to a range."""

    SAME = "same"
    WITHIN = "within"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Beside:
    """The range of an outcome, and how a figure of a list stands to it."""

    fit: Fit
    tally: Tally


def beside(record: IncidentRecord, figure: ImportedFigure) -> Beside | None:
    """Return how a figure of everybody stands to the range that stands for its outcome."""
    if figure.group:
        return None
    for tally in record.standing():
        numbers = [each for each in (tally.low, tally.best, tally.high) if each is not None]
        if tally.outcome is figure.outcome and tally.group is None and numbers:
            return Beside(_fit(figure, tally, numbers), tally)
    return None


def _fit(figure: ImportedFigure, tally: Tally, numbers: list[int]) -> Fit:
    first, last = figure.told[0], figure.told[-1]
    if (first, last) == (numbers[0], numbers[-1]):
        return Fit.SAME
    is_open_below = tally.low is None and tally.best is None
    is_open_above = tally.high is None and tally.best is None
    is_below = first < numbers[0] and not is_open_below
    is_above = last > numbers[-1] and not is_open_above
    return Fit.OUTSIDE if is_below or is_above else Fit.WITHIN
