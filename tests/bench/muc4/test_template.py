"""The official notation of dates, and a file of texts cut into them."""

import pytest
from bench.muc4.template import date
from bench.muc4.texts import split


@pytest.mark.parametrize(
    ("edtf", "written"),
    [
        ("1990-01-08", "08 JAN 90"),
        ("../1990-01-08", "- 08 JAN 90"),
        ("1990-01-07/1990-01-08", "07 JAN 90 - 08 JAN 90"),
        ("1990-01", None),
    ],
)
def test_a_date_is_written_as_the_keys_do(edtf: str, written: str | None) -> None:
    assert date(edtf) == written


def test_each_text_of_a_file_goes_by_its_number() -> None:
    content = "TST1-MUC3-0001\n\n   QUITO, 2 MAY 90 -- [TEXT] NO.\n\nTST1-MUC3-0002\nYES.\n"
    assert {number: text.strip() for number, text in split(content).items()} == {
        "TST1-MUC3-0001": "QUITO, 2 MAY 90 -- [TEXT] NO.",
        "TST1-MUC3-0002": "YES.",
    }
