"""The named dead as a floor: nobody is counted twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.people.distinct import distinct_named


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
