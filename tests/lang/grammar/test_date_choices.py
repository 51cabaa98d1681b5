"""Days between which a text does not choose."""

import pytest

from allegata.lang.grammar.date_choices import find_choices
from allegata.lang.grammar.dates import find_dates
from allegata.lang.pack import load_pack

PACK = load_pack("en")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On 3 May or in the early hours of 4 May 2019 a house was hit.", [(3, 4)]),
        ("On either the 5th or 6th of May 2019 a house was hit.", [(5, 6)]),
        (
            "On the night of Friday, May 3rd, 2019 or the early hours of May 4th.",
            [(3, 4)],
        ),
        ("On 3 May 2019 or on 9 May 2019 a house was hit.", [(3, None), (9, None)]),
        ("On 31 May or 1 June 2019 a house was hit.", [(31, 1)]),
    ],
)
def test_one_day_or_the_next_is_a_range(text: str, days: list[tuple[int, int | None]]) -> None:
    found = find_choices(text, find_dates(text, PACK), PACK)
    assert [(date.phrase.day, date.phrase.last_day) for date in found] == days
