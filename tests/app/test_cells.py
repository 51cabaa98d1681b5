"""What a cell says, and that nothing is guessed at."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.app.cells import addresses_in, date_in, degrees_in, number_in, parts_of


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("12", (12, 12)),
        (" 12.0 ", (12, 12)),
        ("1,204", (1204, 1204)),
        ("1 204", (1204, 1204)),
        ("12-15", (12, 15)),
        ("12 to 15", (12, 15)),
        ("10+", (10, None)),
        ("٤٣", (43, 43)),
        ("12.5", None),
        ("two", None),
        ("15-12", None),
        ("-3", None),
        ("99999999999", None),
    ],
)
def test_a_number_is_read_or_left_alone(text: str, numbers: tuple[int, int] | None) -> None:
    assert number_in(text) == numbers


@given(st.integers(0, 9_999_999))
def test_a_number_written_plainly_or_in_thousands_is_that_number(number: int) -> None:
    assert number_in(str(number)) == number_in(f"{number:,}") == (number, number)


@given(st.dates())
def test_an_iso_day_is_itself(day: object) -> None:
    assert date_in(str(day), ()) == str(day)


@pytest.mark.parametrize(
    ("text", "formats", "date"),
    [
        ("2031-04-05T10:00:00", (), "2031-04-05"),
        ("2031", (), "2031"),
        ("5 April 2031", ("%d %B %Y",), "2031-04-05"),
        ("05/04/2031", ("%d/%m/%Y",), "2031-04-05"),
        ("05/04/2031", (), None),
        ("2031-13-01", (), None),
        ("soon", (), None),
    ],
)
def test_a_date_that_could_be_two_days_is_no_date(
    text: str, formats: tuple[str, ...], date: str | None
) -> None:
    assert date_in(text, formats) == date


def test_degrees_stay_on_the_globe() -> None:
    assert degrees_in("−33.5", 90.0) == -33.5
    assert degrees_in("91", 90.0) is None
    assert degrees_in("33°N", 90.0) is None


def test_a_cell_may_list_several() -> None:
    assert parts_of("A1; A2 | A1") == ("A1", "A2")
    assert addresses_in("see https://a.example/x, https://b.example") == (
        "https://a.example/x",
        "https://b.example",
    )
