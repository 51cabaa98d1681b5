"""Streets and rivers are found by their names, and words like theirs are left alone."""

import pytest

from allegata.places.lines import find_lines
from allegata.places.words import load_place_words


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("of 12 Corun St., Tarnel", ["Corun St."]),
        ("at Zuhur Road and North Oak Avenue", ["Zuhur Road", "North Oak Avenue"]),
        ("off 33rd Avenue", ["33rd Avenue"]),
        ("on County Road 96 and Highway 82", ["County Road 96", "Highway 82"]),
        ("at 11 N. Corun St.", ["N. Corun St."]),
        ("The Corun River rose", ["Corun River"]),
        ("on the Road to ruin", []),
        ("in the Corun River Valley", []),
        ("a quiet street", []),
    ],
)
def test_lines(text: str, raws: list[str]) -> None:
    found = find_lines(text, load_place_words("en"))
    assert [place.raw for place in found] == raws
    assert all(text[place.start : place.end] == place.raw for place in found)


def test_a_language_without_such_words_has_no_lines() -> None:
    assert find_lines("Corun St.", load_place_words("zz")) == ()
