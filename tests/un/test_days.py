"""Days as mastheads, titles and citations print them."""

import pytest

from allegata.un.days import find_days
from allegata.un.words import LANGUAGES, words_of


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("6 August 2017", "2017-08-06"),
        ("3 MAY 1993", "1993-05-03"),
        ("1er juillet 2016", "2016-07-01"),
        ("27 de abril de 2021", "2021-04-27"),
        ("6 августа 2017 года", "2017-08-06"),
        ("31 April 2017", None),
    ],
)
def test_a_day_is_read_in_each_language(text: str, iso: str | None) -> None:
    (day,) = find_days(f"x ({text}) y")
    assert (day.iso, day.start, day.end) == (iso, 3, 3 + len(text))


def test_a_year_left_out_is_the_latest_that_does_not_pass_the_letter() -> None:
    earlier, later = find_days("2 August and 30 December")
    assert earlier.resolved("2017-08-06") == "2017-08-02"
    assert later.resolved("2017-08-06") == "2016-12-30"
    assert later.resolved(None) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_each_language_are_days(language: str) -> None:
    examples = words_of(language).all("examples")
    assert examples
    for example in examples:
        (day,) = find_days(example)
        assert (day.start, day.end) == (0, len(example))


def test_part_of_a_longer_number_is_no_day() -> None:
    assert find_days("112 May, 1.5 May, 17-5 May") == ()
