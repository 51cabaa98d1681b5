"""Entries that may be one person: proposed with reasons, never brothers and sisters."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.model.victims import ListedPerson
from allegata.model.vocabularies import Sex
from allegata.people.matching import groups, propose


def person(own: str, name: str, **more: object) -> ListedPerson:
    return replace(ListedPerson(own, name), **more)  # type: ignore[arg-type]


def pairs(*entries: ListedPerson) -> list[tuple[str, str]]:
    return [(pair.a, pair.b) for pair in propose(entries)]


def test_one_person_in_two_spellings_and_scripts_is_proposed() -> None:
    one = person("a", "Mahmoud Salim Corun", age=7)
    other = person("b", "محمود سالم كورن", age=8)
    (pair,) = propose([one, other])
    assert (pair.a, pair.b) == ("a", "b")
    assert "for: ages 7 and 8" in pair.reasons


def test_brothers_of_one_father_are_not() -> None:
    assert (
        pairs(person("a", "Ahmad Salim Corun", age=7), person("b", "Yusuf Salim Corun", age=7))
        == []
    )


def test_cousins_of_one_name_with_other_fathers_are_not() -> None:
    assert pairs(person("a", "Ahmad Salim Corun"), person("b", "Ahmad Yusuf Corun")) == []


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [({"age": 7}, {"age": 34}), ({"sex": Sex.MALE}, {"sex": Sex.FEMALE})],
)
def test_what_speaks_against_it_is_weighed(
    mine: dict[str, object], theirs: dict[str, object]
) -> None:
    one, other = person("a", "Ahmad Corun", **mine), person("b", "Ahmad Corun", **theirs)
    plain = propose([person("a", "Ahmad Corun"), person("b", "Ahmad Corun")])
    assert len(plain) == 1
    assert propose([one, other]) == ()


def test_a_pair_that_a_person_told_apart_is_not_proposed_again() -> None:
    entries = [person("a", "Ahmad Corun"), person("b", "Ahmad Corun")]
    assert propose(entries, different=[frozenset(("a", "b"))]) == ()


def test_a_common_name_tells_less_than_a_rare_one() -> None:
    common = [person(f"c{at:03d}", f"Ahmad Family{at}") for at in range(300)]
    rare = [person("r1", "Zuhur Corun"), person("r2", "Zuhur Corun")]
    often = [person("o1", "Ahmad Corunda"), person("o2", "Ahmad Corunda")]
    odds = {pair.a: pair.odds for pair in propose([*common, *rare, *often], least=-99)}
    assert odds["r1"] > odds["o1"]


def test_groups_hang_together_and_everybody_is_in_one() -> None:
    entries = [person("a", "Ahmad Corun"), person("b", "Ahmed Corun"), person("c", "Zuhur Salim")]
    assert groups(entries, propose(entries)) == (("a", "b"), ("c",))


NAMES = st.sampled_from(
    ["Ahmad Corun", "Ahmed Corun", "Zuhur Salim", "Yusuf Salim Corun", "أحمد كورن"]
)


@given(st.lists(NAMES, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_entries_makes_no_difference(names: list[str], drawn: object) -> None:
    entries = [person(f"p{at}", name) for at, name in enumerate(names)]
    turned = list(entries)
    drawn.shuffle(turned)  # type: ignore[attr-defined]
    assert propose(turned) == propose(entries)
