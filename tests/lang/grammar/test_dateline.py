"""The day that a text speaks on."""

import pytest

from allegata.lang.grammar.dateline import find_dateline
from allegata.lang.pack import load_pack

PACK = load_pack("en")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("BANGUI, Central African Republic (Feb. 8, 2031) – Two men died.", "2031-02-08"),
        ("Release 2031-02-S-07\nBANGUI (Feb. 8) – Two men died.", "2031-02-08"),
        ("Release 2031-2-CA–007\nBANGUI (Feb. 8) – Two men died.", "2031-02-08"),
        ("Release 2030-12-S-99\nBANGUI (Jan. 1) – Two men died.", "2031-01-01"),
        ("Bangui, Central African Republic (Feb. 8, 2031) - Two men died.", "2031-02-08"),
        ("Feb. 8: Clinic opens in the east\nRelease 2031-02-CA-07\nTwo men died.", "2031-02-08"),
        (
            "Update, Feb. 8\nNo. 2031-02-CA-07\nFor Immediate Release\nIt rained.",
            "2031-02-08",
        ),
        ("BANGUI (Feb. 8) – Two died. He was held in June 2030.", "2031-02-08"),
        ("BANGUI (Feb. 8) – Two died. He was held in January 2031.", "2031-02-08"),
        ("BANGUI (Feb. 8) – Two died.", None),
    ],
)
def test_the_day_of_a_dateline(text: str, day: str | None) -> None:
    found = find_dateline(text, PACK)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    "text",
    ["Two men met in Bangui, Central African Republic (May 2) - one spoke.", "It rained on May 2."],
)
def test_a_date_in_a_sentence_is_no_dateline(text: str) -> None:
    assert find_dateline(text, PACK) is None
