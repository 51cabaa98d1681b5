"""Days of EDTF dates."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.model.edtf import days_of


def day(text: str) -> int:
    return dt.date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031-04-05", "2031-04-05", "2031-04-05"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031-12", "2031-12-01", "2031-12-31"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-04-05/2031-04-06", "2031-04-05", "2031-04-06"),
        ("2031-04/2031-05", "2031-04-01", "2031-05-31"),
    ],
)
def test_a_date_spans_all_days_that_it_may_mean(edtf: str, first: str, last: str) -> None:
    assert days_of(edtf) == (day(first), day(last))


def test_an_open_end_is_unknown() -> None:
    assert days_of("../2031-04-05") == (None, day("2031-04-05"))
    assert days_of("2031-04-05/..") == (day("2031-04-05"), None)


@pytest.mark.parametrize("wrong", ["", "5 April", "2031-02-30", "2031-4-5"])
def test_what_is_no_date_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"date|day|month"):
        days_of(wrong)


@given(st.dates())
def test_a_day_is_itself(date: dt.date) -> None:
    assert days_of(date.isoformat()) == (date.toordinal(), date.toordinal())
