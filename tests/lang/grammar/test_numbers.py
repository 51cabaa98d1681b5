"""Numbers and their hedges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.lang.grammar.numbers import parse_quantity
from allegata.lang.pack import load_pack

PACK = load_pack("en")
SMALL = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen"),
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_words(number: int) -> str:
    if number < 20:
        return SMALL[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return TENS[tens - 2] + (f"-{SMALL[rest]}" if rest else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{SMALL[hundreds]} hundred" + (f" {in_words(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    return f"{in_words(thousands)} thousand" + (f" {in_words(rest)}" if rest else "")


@given(st.integers(0, 999_999))
def test_a_number_in_words_or_digits_is_that_number(number: int) -> None:
    for raw in (in_words(number), str(number), f"{number:,}"):
        found = parse_quantity(raw, PACK)
        assert found is not None
        assert (found.low, found.best, found.high) == (number, number, number)


@pytest.mark.parametrize(
    ("raw", "bounds", "qualifier"),
    [
        ("43", (43, 43, 43), "stated"),
        ("at least five", (5, None, None), "at_least"),
        ("no fewer than 12", (12, None, None), "at_least"),
        ("more than 40", (41, None, None), "more_than"),
        ("up to nine", (None, None, 9), "up_to"),
        ("as many as 15", (None, None, 15), "up_to"),
        ("fewer than ten", (None, None, 9), "fewer_than"),
        ("about 20", (None, 20, None), "about"),
        ("between 5 and 8", (5, None, 8), "range"),
        ("five to eight", (5, None, 8), "range"),
        ("5-8", (5, None, 8), "range"),
        ("dozens", (None, None, None), "vague"),
        ("several", (None, None, None), "vague"),
        ("a dozen", (12, 12, 12), "stated"),
        ("two hundred and five", (205, 205, 205), "stated"),
        ("at least one hundred and twenty-seven", (127, None, None), "at_least"),
        ("no", (0, 0, 0), "stated"),
        ("No one", (0, 0, 0), "stated"),
        ("nobody", (0, 0, 0), "stated"),
    ],
)
def test_a_hedge_gives_bounds(
    raw: str, bounds: tuple[int | None, int | None, int | None], qualifier: str
) -> None:
    found = parse_quantity(raw, PACK)
    assert found is not None
    assert (found.low, found.best, found.high) == bounds
    assert found.qualifier.value == qualifier


@pytest.mark.parametrize("raw", ["civilians", "8-5", "3.5", "the town", ""])
def test_other_words_are_no_quantity(raw: str) -> None:
    assert parse_quantity(raw, PACK) is None


def test_more_comes_on_top_and_is_no_part_of_the_number() -> None:
    text = "another 8"
    found = parse_quantity(text, PACK)
    assert found is not None
    assert found.additional
    assert text[slice(*found.words)] == "8"


@pytest.mark.parametrize("raw", ["12,34", "31 four", "4\u2026", "4...", "2O", "1O", "l2", "20O0"])
def test_digits_that_are_no_whole_number_are_no_quantity(raw: str) -> None:
    assert parse_quantity(raw, PACK) is None
