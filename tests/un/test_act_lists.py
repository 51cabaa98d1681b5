"""Lists of numbers with dates and organs between."""

import pytest

from allegata.un.act_lists import Lists, date_after
from allegata.un.clearing import clear
from allegata.un.organs import Organs


def listed(text: str) -> list[tuple[str, str | None, str]]:
    found = Lists(Organs(clear(text))).at(0)
    return [(one.number.first, one.dated, one.organ) for one in found]


def test_dates_and_organs_stand_between_members_in_either_order() -> None:
    text = "377 A (V) of the General Assembly, of 3 November 1950, and 46/182 of 19 December 1991"
    assert listed(text) == [("377", "1950-11-03", "A"), ("46", "1991-12-19", "")]


def test_the_organ_of_the_next_head_word_is_not_of_this_number() -> None:
    assert listed("242 (1967), General Assembly resolution 46/182") == [("242", None, "")]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("242 (1967) and 338 (1973)", 2),
        ("242 (1967), 43 people", 1),
        ("242 (1967), 4300 people", 1),
        ("242, 338 and 339.", 3),
        ("242 (1967) to 338 (1973)", 2),
        ("people", 0),
    ],
)
def test_a_list_ends_with_the_first_thing_that_is_no_member(text: str, count: int) -> None:
    assert len(listed(text)) == count


def test_a_day_needs_a_word_that_leads_it_in_and_a_year() -> None:
    assert date_after("X of 3 May 2031", 1) == ("2031-05-03", 15)
    assert date_after("X 3 May 2031", 1) == (None, 1)
    assert date_after("X of 3 May", 1) == (None, 1)
