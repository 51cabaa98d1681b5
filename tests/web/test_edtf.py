"""The precision of dates that a person types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.model.errors import InputError
from allegata.web.edtf import precision_of


@pytest.mark.parametrize(
    ("edtf", "precision"),
    [
        ("2031-04-05", "day"),
        ("2031-04", "month"),
        ("2031", "year"),
        ("2031-04-05/2031-04-05", "day"),
        ("2031-04-05/2031-04-10", "days_2_6"),
        ("2031-04-05/2031-04-11", "week"),
        ("2031-04-30/2031-05-02", "days_2_6"),
        ("2031-04/2031-04", "month"),
        ("2031-02/2031-04", "year"),
        ("2030/2031", "unknown"),
        ("../2031-04-06", "before"),
        ("2031-04-06/..", "unknown"),
    ],
)
def test_precision_follows_from_the_form(edtf: str, precision: str) -> None:
    assert precision_of(edtf).value == precision


@pytest.mark.parametrize(
    "edtf",
    ["", "..", "../..", "/", "5 April", "2031-13", "2031-02-30", "0000", "2031-4-5", "٢٠٣١"],
)
def test_what_is_no_date_is_refused_with_an_example(edtf: str) -> None:
    with pytest.raises(InputError, match="Write 2031-04-05") as refused:
        precision_of(edtf)
    assert refused.value.code == "web.date"


@given(st.dates(), st.dates())
def test_an_interval_never_ends_before_it_begins(one: object, other: object) -> None:
    first, last = sorted((f"{one}", f"{other}"))
    precision_of(f"{first}/{last}")
    if first != last:
        with pytest.raises(InputError):
            precision_of(f"{last}/{first}")
