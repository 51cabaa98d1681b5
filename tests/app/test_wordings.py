"""Names are found as texts write them, and words that only look alike are left."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.app.wordings import without


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("It named Corvel Watch.", "It named X."),
        ("CORVEL WATCH files", "X files"),
        ("corvel\n  watch said", "X said"),  # a line of a PDF ends within the name
        ("Corvel Watch's list", "X's list"),
        ("Encorvel Watch", "Encorvel Watch"),
        ("Corvel keeps watch", "Corvel keeps watch"),
    ],
)
def test_a_name_of_several_words_is_found_whatever_the_size_of_its_letters(
    text: str, clean: str
) -> None:
    assert without(text, {"Corvel Watch": "X"}) == clean


@pytest.mark.parametrize(
    ("text", "clean"),
    [("Hope told", "X told"), ("HOPE told", "X told"), ("they hope", "they hope")],
)
def test_a_name_of_one_word_is_left_where_it_is_a_word(text: str, clean: str) -> None:
    assert without(text, {"Hope": "X"}) == clean


def test_a_name_typed_small_is_found_with_its_capital() -> None:
    assert without("Vessaria said", {"vessaria": "X"}) == "X said"


def test_a_name_with_an_ending_or_after_a_joined_word_is_found() -> None:
    assert without("список Корвеля", {"Корвел": "X"}) == "список Xя"
    assert without("وترنل", {"ترنل": "X"}) == "وX"


def test_the_longest_name_goes_first_and_one_too_short_not_at_all() -> None:
    names = {"Corvel": "A", "Corvel Watch": "B", "Co": "C"}
    assert without("Corvel Watch and Corvel", names) == "B and A"


@given(st.text(min_size=1, max_size=30), st.text(min_size=3, max_size=8), st.text(max_size=30))
def test_a_name_between_blanks_is_never_left(before: str, name: str, behind: str) -> None:
    if len(name.strip()) >= 3:
        assert name not in without(f"{before} {name} {behind}", {name: ""}).split(" ")


def test_without_names_nothing_changes() -> None:
    assert without("Corvel", {}) == "Corvel"
