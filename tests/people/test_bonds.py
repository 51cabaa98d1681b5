"""People's decisions on entries join and part; nothing else does."""

from hypothesis import given
from hypothesis import strategies as st

from allegata.people.bonds import Bonds

IDS = list("abcde")
PAIRS = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda p: p[0] != p[1])
)


def test_what_nobody_joined_stays_alone() -> None:
    bonds = Bonds.of(IDS, same=[], different=[])
    assert [bonds.group(own) for own in IDS] == [(own,) for own in IDS]
    assert not bonds.are_apart("a", "b")


def test_one_with_either_is_one_with_both() -> None:
    bonds = Bonds.of(IDS, same=[("a", "c"), ("c", "e")], different=[("e", "b")])
    assert bonds.group("c") == ("a", "c", "e")
    assert bonds.are_one("a", "e")
    assert bonds.are_apart("a", "b")
    assert not bonds.are_apart("a", "d")


def test_what_is_told_apart_is_not_joined_by_a_detour() -> None:
    bonds = Bonds.of(IDS, same=[("a", "b"), ("b", "c")], different=[("a", "c")])
    assert bonds.group("a") == ("a", "b")
    assert bonds.are_apart("b", "c")


def test_entries_that_are_gone_say_nothing() -> None:
    bonds = Bonds.of(["a", "b"], same=[("a", "x"), ("x", "b")], different=[("x", "b")])
    assert bonds.group("a") == ("a",)
    assert not bonds.are_apart("a", "b")


@given(PAIRS, PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_decisions_changes_nothing(
    same: list[tuple[str, str]], different: list[tuple[str, str]], chance: object
) -> None:
    shuffled = [*same], [*different]
    for each in shuffled:
        chance.shuffle(each)  # type: ignore[attr-defined]
    turned = [(b, a) for a, b in shuffled[0]]
    assert Bonds.of(IDS, same=same, different=different) == Bonds.of(
        IDS[::-1], same=turned, different=shuffled[1]
    )


@given(PAIRS, PAIRS)
def test_what_was_told_apart_is_never_in_one_group(
    same: list[tuple[str, str]], different: list[tuple[str, str]]
) -> None:
    bonds = Bonds.of(IDS, same=same, different=different)
    for one, other in different:
        assert not bonds.are_one(one, other)
        assert bonds.are_apart(one, other)
