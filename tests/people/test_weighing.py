"""What speaks for and against two entries being one person."""

import pytest

from allegata.model.victims import ListedPerson
from allegata.people.weighing import Commonness, weigh


def reasons(one: ListedPerson, other: ListedPerson) -> tuple[str, ...]:
    return weigh(one, other, Commonness([one, other]))[1]


@pytest.mark.parametrize(
    ("born", "told"),
    [
        ("1999-05-04", "for: same date of birth"),
        ("1998-05-04", "against: year of birth differs"),
        ("1999-07-09", "against: month and day of birth differ"),
    ],
)
def test_dates_of_birth_are_compared_part_by_part(born: str, told: str) -> None:
    one = ListedPerson("a", "Ahmad Corun", born="1999-05-04")
    assert told in reasons(one, ListedPerson("b", "Ahmad Corun", born=born))


def test_a_slip_in_a_year_weighs_less_than_another_year() -> None:
    one = ListedPerson("a", "Ahmad Corun", born="1999-05-04")
    slip, other = (
        ListedPerson("b", "Ahmad Corun", born=born) for born in ("1989-05-04", "1961-05-04")
    )
    common = Commonness([one, slip, other])
    assert weigh(one, slip, common)[0] > weigh(one, other, common)[0]


def test_the_likeliest_spelling_counts() -> None:
    one = ListedPerson("a", "Zuhur Salim", other_names=("Ahmad Corun",))
    assert "for: same family name" in reasons(one, ListedPerson("b", "Ahmad Corun"))


def test_another_day_of_death_speaks_against() -> None:
    one = ListedPerson("a", "Ahmad Corun", died="2031-03-04")
    assert "against: another day of death" in reasons(
        one, ListedPerson("b", "Ahmad Corun", died="2031-03-09")
    )
