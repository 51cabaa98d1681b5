"""Dates as words."""

import pytest

from allegata.lang.grammar.dates import find_dates
from allegata.lang.pack import Table, load_pack, rows

PACK = load_pack("en")


@pytest.mark.parametrize("row", rows(PACK.table("dates"), "example"), ids=lambda row: row["text"])
def test_the_examples_of_the_pack(row: Table) -> None:
    text = str(row["text"])
    assert [text[d.start : d.end] for d in find_dates(text, PACK)] == row["dates"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("on 5 August 2017", (2017, 8, 5, None)),
        ("on August 5, 2017", (2017, 8, 5, None)),
        ("on the 5th of August", (None, 8, 5, None)),
        ("from 3 to 5 May 2019", (2019, 5, 3, 5)),
        ("in May 2019", (2019, 5, None, None)),
        ("2017-08-05", (2017, 8, 5, None)),
    ],
)
def test_parts_of_a_date(text: str, parts: tuple[int | None, ...]) -> None:
    (found,) = find_dates(text, PACK)
    phrase = found.phrase
    assert (phrase.year, phrase.month, phrase.day, phrase.last_day) == parts


def test_the_day_of_a_release_is_no_events_day() -> None:
    release, event = find_dates("our release of 15 March on the strike of 14 March", PACK)
    assert (release.of_document, event.of_document) == (True, False)


@pytest.mark.parametrize("text", ["Jan and two herders", "said Jan", "Jan was seen in Dec."])
def test_a_month_cut_short_may_be_a_name(text: str) -> None:
    assert [text[d.start : d.end] for d in find_dates(text, PACK) if d.start < 10] == []


@pytest.mark.parametrize("text", ["in Jan", "since Jan", "in Jan. or", "in Jan 2031"])
def test_a_month_cut_short_is_one_after_a_word_for_when(text: str) -> None:
    (found,) = find_dates(text, PACK)
    assert found.phrase.month == 1


@pytest.mark.parametrize("text", ["they may march", "24/7", "3/4", "at 13:30", "2253 (2015)"])
def test_look_alikes_are_no_dates(text: str) -> None:
    assert find_dates(text, PACK) == ()


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("on the morning of 5 August 2031", "morning"),
        ("at dawn on Saturday, 5 August 2031", "dawn"),
        ("the night of 5 August 2031", "night"),
        ("on 5 August 2031", None),
    ],
)
def test_a_part_of_the_day_stays_with_its_date(text: str, time: str | None) -> None:
    (found,) = find_dates(text, PACK)
    assert found.phrase.time == time


@pytest.mark.parametrize(
    ("text", "of_document"),
    [
        ("The force confirmed on Tuesday that two men were killed.", [True]),
        ("The force today announced that a man was detained on Monday.", [True, False]),
        ("Police said Tuesday's attack killed two men.", [False]),
        ("Two men were killed on Tuesday, police said.", [False]),
    ],
)
def test_the_day_of_a_word_is_no_events_day(text: str, of_document: list[bool]) -> None:
    assert [date.of_document for date in find_dates(text, PACK)] == of_document


def test_overnight_is_from_the_day_before_to_the_day() -> None:
    (found,) = find_dates("in an overnight raid", PACK)
    phrase = found.phrase
    assert (phrase.shift_days, phrase.shift_to, phrase.time) == (-1, 0, "night")


def test_a_part_of_a_day_that_is_told_from_the_document() -> None:
    (found,) = find_dates("killed yesterday evening", PACK)
    assert (found.phrase.shift_days, found.phrase.time) == (-1, "evening")


@pytest.mark.parametrize(
    ("text", "day", "last_day"),
    [
        ("on 3 or 9 May 2019", None, None),
        ("on May 3 or 9, 2019", None, None),
        ("on 3 or 4 May 2019", 3, 4),
        ("on 3 to 9 May 2019", 3, 9),
    ],
)
def test_days_apart_between_which_a_text_does_not_choose_leave_the_month(
    text: str, day: int | None, last_day: int | None
) -> None:
    (found,) = find_dates(text, PACK)
    phrase = found.phrase
    assert (phrase.year, phrase.month, phrase.day, phrase.last_day) == (2019, 5, day, last_day)


@pytest.mark.parametrize(
    ("text", "since"),
    [("since 1 May 2019", True), ("since early May 2019", True), ("on 1 May 2019", False)],
)
def test_the_beginning_of_a_period_is_told_apart_from_a_day(text: str, *, since: bool) -> None:
    (found,) = find_dates(text, PACK)
    assert found.phrase.since is since
