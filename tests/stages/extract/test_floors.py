"""Figures that their own words call unfinished are least figures."""

import pytest
from tests.stages.extract.test_extract import reading

from allegata.model.count import Count


def _count(text: str) -> Count:
    (claim,) = reading(text).claims
    return claim.counts[0]


@pytest.mark.parametrize(
    "text",
    [
        "So far 14 people have been killed in the shelling of Aleppo.",
        "Shelling has killed 14 people in Aleppo so far.",
        "The shelling of Aleppo killed 14 people, a figure that is expected to rise.",
        "After the shelling of Aleppo 14 injured people arrived at hospital.",
    ],
)
def test_an_unfinished_figure_has_no_upper_end(text: str) -> None:
    count = _count(text)
    assert (count.low, count.best, count.high) == (14, None, None)
    assert (count.qualifier.value, count.derivation.value) == ("at_least", "inferred")
    assert count.raw == "14"


def test_a_finished_figure_stays_as_stated() -> None:
    count = _count("The shelling of Aleppo killed 14 people.")
    assert (count.low, count.best, count.high) == (14, 14, 14)
    assert (count.qualifier.value, count.derivation.value) == ("stated", "literal")


def test_a_bound_that_is_stated_stays_too() -> None:
    count = _count("So far more than 14 people have been killed in Aleppo.")
    assert (count.low, count.qualifier.value, count.derivation.value) == (
        15,
        "more_than",
        "literal",
    )
