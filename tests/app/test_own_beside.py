"""A figure of a list stands beside the range, and how it stands to it is told."""

from dataclasses import replace

import pytest
from tests.web import records

from allegata.app.own_beside import Fit, beside
from allegata.model.importing import ImportedFigure
from allegata.model.vocabularies import Outcome


def figure(
    low: int | None, best: int | None, high: int | None, *, group: str = ""
) -> ImportedFigure:
    return ImportedFigure(Outcome.KILLED, group, low, best, high, ("killed",))


@pytest.mark.parametrize(
    ("told", "fit"),
    [
        (figure(38, None, 45), Fit.SAME),
        (figure(38, None, None), Fit.WITHIN),
        (figure(None, 40, None), Fit.WITHIN),
        (figure(40, 41, 46), Fit.OUTSIDE),
        (figure(37, None, 45), Fit.OUTSIDE),
    ],
)
def test_a_figure_is_the_range_or_within_or_outside(told: ImportedFigure, fit: Fit) -> None:
    found = beside(records.record(), told)
    assert found is not None
    assert (found.fit, found.tally.low, found.tally.high) == (fit, 38, 45)


@pytest.mark.parametrize(
    ("low", "high", "told", "fit"),
    [
        (38, None, 99, Fit.WITHIN),
        (38, None, 37, Fit.OUTSIDE),
        (None, 45, 0, Fit.WITHIN),
        (None, 45, 46, Fit.OUTSIDE),
    ],
)
def test_an_end_that_nobody_tells_leaves_nothing_out(
    low: int | None, high: int | None, told: int, fit: Fit
) -> None:
    record = records.record()
    tallies = tuple(
        replace(each, low=low, best=None, high=high) if each.outcome is Outcome.KILLED else each
        for each in record.tallies
    )
    found = beside(replace(record, tallies=tallies), figure(None, told, None))
    assert found is not None
    assert found.fit is fit


def test_a_figure_of_some_people_or_without_a_range_is_held_against_nothing() -> None:
    record = records.record()
    assert beside(record, figure(1, None, 2, group="children")) is None
    assert beside(replace(record, tallies=()), figure(1, None, 2)) is None
