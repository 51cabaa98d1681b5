"""The named dead as a floor: nobody is counted twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.people.bonds import Bonds
from allegata.people.distinct import distinct_named, distinct_people


@pytest.mark.parametrize(
    ("names", "many"),
    [
        ([], 0),
        (["Ahmad Corun", "Ahmad Corun"], 1),
        (["Ahmad Corun", "Ahmed Corun", "أحمد كورن"], 1),
        (["Ahmad Corun", "Zuhur Corun"], 2),
        (["Ahmad Salim Corun", "Ahmad Yusuf Corun"], 2),
        (["Ahmad", "Ahmad Corun"], 1),
        (["Abu Zuhur", "Ahmad Corun"], 1),
        (["Abu Zuhur"], 1),
    ],
)
def test_who_may_be_one_person_counts_once(names: list[str], many: int) -> None:
    assert distinct_named(names) == many


NAMES = st.lists(
    st.sampled_from(["Ahmad", "Ahmad Corun", "Zuhur Corun", "Abu Zuhur", "Salim Dalun"])
)


@given(NAMES, NAMES)
def test_more_names_never_make_fewer_people(some: list[str], more: list[str]) -> None:
    assert distinct_named(some) <= max(distinct_named(some + more), 1)
    assert distinct_named(some + more) == distinct_named(more + some)


def test_what_a_person_decided_goes_before_names() -> None:
    people = [("a", "Ahmad Corun"), ("b", "Ahmed Corun"), ("c", "Zuhur Corun")]
    apart = Bonds.of("abc", same=[], different=[("a", "b")])
    one = Bonds.of("abc", same=[("a", "c")], different=[])
    assert [distinct_people(people, each) for each in (Bonds(), apart, one)] == [2, 3, 1]


@given(NAMES, st.data())
def test_joining_two_never_adds_a_person_and_parting_never_takes_one(
    names: list[str], data: st.DataObject
) -> None:
    people = [(f"{number}", name) for number, name in enumerate(names)]
    ids = [own for own, _ in people]
    if len(ids) < 2:
        return
    pair = tuple(data.draw(st.permutations(ids))[:2])
    apart = Bonds.of(ids, same=[], different=[pair])  # type: ignore[list-item]
    assert distinct_people(people, apart) <= len(people)
    joined = Bonds.of(ids, same=[pair], different=[])  # type: ignore[list-item]
    assert distinct_people(people, joined) <= len(people) - 1
