"""Which numbers stand in Arabic script, and what a typed number is worth."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegata.text.arabic_numbers import arabic_numbers, value_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("قتل ٢٣ مدنيا و5 أطفال", ["٢٣", "5"]),
        ("٢٬١٣٠ نازح، 2,130 نازح", ["٢٬١٣٠", "2,130"]),
        ("On 5 April, 43 people", []),
        ("On 5 April ٤٣ people", ["٤٣"]),
        ("کشته شدن ۱۲ نفر", ["۱۲"]),
        ("السطر الأول\n17\nPage 3", ["17"]),
        ("السطر الأول\n\n17", ["17"]),
        ("First line\n\n17", []),
        ("17\n18", []),
        ("٥/٤/٢٠٣١", ["٥", "٤", "٢٠٣١"]),
        ("S/2031/12 رسالة", ["2031", "12"]),
        ("", []),
    ],
)
def test_numbers_of_arabic_lines_are_found(text: str, numbers: list[str]) -> None:
    assert [text[start:end] for start, end in arabic_numbers(text)] == numbers


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("23", 23),
        (" ٢٣ ", 23),
        ("۲۳", 23),
        ("2,130", 2130),
        ("2 130", 2130),
        ("٢٬١٣٠", 2130),
        ("1,234,567", 1234567),
        ("0", 0),
        ("2,13", None),
        ("about 3", None),
        ("-3", None),
        ("3.5", None),
        ("²", None),
        ("", None),
        ("9" * 16, None),
    ],
)
def test_what_is_typed_has_a_value(typed: str, value: int | None) -> None:
    assert value_of(typed) == value


@settings(deadline=None)
@given(st.integers(0, 10**15 - 1))
def test_a_number_written_with_commas_is_the_same_number(number: int) -> None:
    assert value_of(f"{number:,}") == value_of(str(number)) == number


@settings(deadline=None)
@given(st.text(max_size=60))
def test_ranges_hold_digits_alone_and_their_separators(text: str) -> None:
    ends = 0
    for start, end in arabic_numbers(text):
        assert ends <= start < end
        assert text[start].isdecimal()
        assert text[end - 1].isdecimal()
        ends = end
