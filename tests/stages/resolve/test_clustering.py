"""Groups by average link: no chains, the same for any order, people's decisions bind."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.stages.resolve.clustering import UNIT, Pair, group

IDS = [f"a{number:02d}" for number in range(9)]
PAIRS = [(one, other) for at, one in enumerate(IDS) for other in IDS[at + 1 :]]
WEIGHTS = st.dictionaries(st.sampled_from(PAIRS), st.integers(-4 * UNIT, 4 * UNIT), max_size=20)


def test_a_chain_of_follow_ups_is_not_one_group() -> None:
    chain = {
        (f"a{at:02d}", f"a{at + 1:02d}"): UNIT // 2 for at in range(8)
    }  # each like the next, none like the one after
    assert max(len(one) for one in group(IDS, chain)) <= 2


def test_pairs_that_all_speak_for_it_are_one_group() -> None:
    assert group(IDS, dict.fromkeys(PAIRS, UNIT)) == (tuple(IDS),)


def test_people_hold_together_what_speaks_against_it() -> None:
    weights = {("a", "b"): -9 * UNIT}
    assert group("ab", weights, together=[("a", "b")]) == (("a", "b"),)


def test_people_hold_apart_what_speaks_for_it_through_others_too() -> None:
    weights = dict.fromkeys([("a", "b"), ("b", "c"), ("a", "c")], 5 * UNIT)
    found = group("abc", weights, together=[("a", "b")], apart=[("b", "c")])
    assert found == (("a", "b"), ("c",))


def test_a_group_that_would_reach_too_far_is_not_made() -> None:
    weights = dict.fromkeys([("a", "b"), ("b", "c"), ("a", "c")], UNIT)
    found = group("abc", weights, may_join=lambda one, other: len(one) + len(other) < 3)
    assert found == (("a", "b"), ("c",))


@given(WEIGHTS, st.randoms(use_true_random=False))
def test_the_order_of_ids_and_pairs_changes_nothing(
    weights: dict[Pair, int], order: random.Random
) -> None:
    ids, rows = list(IDS), list(weights.items())
    order.shuffle(ids)
    order.shuffle(rows)
    assert group(ids, dict(rows)) == group(IDS, weights)


@given(WEIGHTS)
def test_everybody_is_in_one_group(weights: dict[Pair, int]) -> None:
    assert sorted(one for names in group(IDS, weights) for one in names) == IDS


@given(WEIGHTS, st.lists(st.sampled_from(PAIRS), max_size=4))
def test_what_is_held_apart_is_never_in_one_group(
    weights: dict[Pair, int], apart: list[Pair]
) -> None:
    of = {one: names for names in group(IDS, weights, apart=apart) for one in names}
    assert all(of[one] != of[other] for one, other in apart)


@pytest.mark.parametrize("size", [1, 3])
def test_ids_without_pairs_are_alone(size: int) -> None:
    assert group(IDS[:size], {}) == tuple((one,) for one in IDS[:size])
