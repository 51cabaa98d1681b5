"""What is said of a cluster of news."""

import dataclasses

from bench.reading import read_text
from bench.sets.gva import Told, accounts_of_reading, day_of, range_over
from tests.stages.resolve.accountkit import account

from allegata.model.vocabularies import Outcome


def told(text: str) -> Told:
    reading = read_text("note", text, published="2031-03-07", country="US")
    accounts = accounts_of_reading(reading)
    return Told(reading, accounts, accounts[0])


TWO = "SPECIMEN. On 5 March 2031, gunmen shot dead two men in Aleppo."
THREE = "SPECIMEN. On 5 March 2031, gunmen shot dead three men in Aleppo."
WOUNDED = "SPECIMEN. On 5 March 2031, a shooting in Aleppo wounded four people."


def test_what_most_articles_tell_is_the_figure() -> None:
    assert range_over([told(TWO), told(TWO), told(THREE)], Outcome.KILLED) == [2, 2]


def test_articles_that_disagree_are_a_range() -> None:
    assert range_over([told(TWO), told(THREE)], Outcome.KILLED) == [2, 3]


def test_who_tells_of_wounded_alone_tells_of_no_dead() -> None:
    assert range_over([told(WOUNDED)], Outcome.KILLED) == [0, 0]
    assert range_over([told(WOUNDED)], Outcome.INJURED) == [4, 4]


def test_the_day_is_that_of_most_articles_and_none_where_none_tells() -> None:
    at = told(TWO)
    assert day_of([at, at]) == "2031-03-05"
    assert day_of([dataclasses.replace(at, leading=account("a", day=None))]) is None


def test_an_article_before_the_first_to_tell_of_the_dead_says_nothing_of_them() -> None:
    early = read_text("early", WOUNDED, published="2031-03-06", country="US")
    late = read_text("late", TWO, published="2031-03-09", country="US")
    members = [
        Told(reading, (accounts := accounts_of_reading(reading)), accounts[0])
        for reading in (early, early, late)
    ]
    assert range_over(members, Outcome.KILLED) == [2, 2]
    assert range_over([*members, members[0], members[2]], Outcome.KILLED) == [2, 2]


def test_who_was_shot_and_is_not_told_dead_is_injured() -> None:
    shot = told(
        "SPECIMEN. On 5 March 2031, gunmen shot five people in Aleppo, two of them fatally."
    )
    assert range_over([shot], Outcome.KILLED) == [2, 2]
    assert range_over([shot], Outcome.INJURED) == [3, 3]
