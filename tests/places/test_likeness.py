"""Likeness is a measure: one for the same, symmetric, between nought and one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.places.likeness import jaro_winkler, likeness

WORDS = st.text("abcdez ", max_size=12)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("dwayne", "duane", 0.84), ("dixon", "dicksonx", 0.813), ("abc", "xyz", 0.0), ("", "a", 0.0)],
)
def test_the_published_examples(one: str, other: str, expected: float) -> None:
    assert jaro_winkler(one, other) == pytest.approx(expected, abs=0.001)


@given(WORDS, WORDS)
def test_it_is_a_share_and_whole_only_for_the_same(one: str, other: str) -> None:
    measured = jaro_winkler(one, other)
    assert 0 <= measured <= 1
    assert (measured == 1.0) == (one == other)


def test_articles_and_romanisations_do_not_count() -> None:
    assert likeness("Dayr az Zawr", "Deir ez-Zor") == 1.0
    assert likeness("Zuhur", "Zahir") < 1.0
