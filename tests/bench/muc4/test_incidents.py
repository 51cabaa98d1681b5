"""Incidents told apart by type, day and place, from texts in capitals."""

import pytest
from bench.muc4.incidents import Told, told_in
from bench.reading import read_text

pytestmark = [pytest.mark.shared, pytest.mark.usefixtures("shared")]  # for the list of places
HEAD = "LIMA, 9 MAY 90 (EFE) -- [TEXT] "


def incidents(text: str) -> list[Told]:
    return list(told_in(read_text("x", HEAD + text)))


def test_a_bomb_and_its_victims_are_one_incident() -> None:
    (told,) = incidents(
        "A BOMB EXPLODED IN FRONT OF A BANK IN AREQUIPA YESTERDAY.  THE EXPLOSION KILLED A CLERK."
    )
    assert (told.kind, told.stage, told.date) == ("BOMBING", "ACCOMPLISHED", "08 MAY 90")
    assert told.location.startswith("PERU: AREQUIPA (")


def test_two_days_are_two_incidents() -> None:
    told = incidents("REBELS KIDNAPPED A FARMER ON 2 MAY.  ON 5 MAY THEY KIDNAPPED AN ENGINEER.")
    assert [one.date for one in told] == ["02 MAY 90", "05 MAY 90"]


def test_without_a_day_it_was_by_that_of_the_text() -> None:
    (told,) = incidents("REBELS KIDNAPPED A FARMER.")
    assert (told.date, told.location) == ("- 09 MAY 90", "PERU")


def test_harm_told_before_its_cause_is_of_the_same_incident() -> None:
    (told,) = incidents("TWO CLERKS WERE WOUNDED WHEN A BOMB EXPLODED IN FRONT OF A BANK.")
    assert (told.kind, len(told.events)) == ("BOMBING", 2)


def test_a_quarter_of_the_town_is_the_same_place() -> None:
    (told,) = incidents("A BANK WAS BOMBED IN LIMA.  A BANK WAS BOMBED IN MIRAFLORES.")
    assert [place.name for place in told.places] == ["LIMA", "MIRAFLORES"]
