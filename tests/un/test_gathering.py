"""Documents gathered by symbol."""

from itertools import permutations

from tests.un.workkit import outline

from allegata.un.gathering import gather_by_symbol, joined_keys, once_each
from allegata.un.identity import identity_of


def test_keys_are_joined_the_same_in_any_order() -> None:
    symbols = ["A/85/3-S/2031/7", "A/85/3-S/2031/8", "A/85/9-S/2031/8", "S/2031/1"]
    expected = dict.fromkeys(["A/85/3", "A/85/9", "S/2031/7", "S/2031/8"], "A/85/3")
    for order in permutations(symbols):
        assert joined_keys(map(identity_of, order)) == expected


def test_documents_without_a_symbol_are_left_over() -> None:
    groups, loose = gather_by_symbol(
        [outline("b"), outline("a", "S/2031/7"), outline("c", kind="x")]
    )
    assert [[member.outline.id for member in group.members] for group in groups] == [["a"]]
    assert groups[0].members[0].reason == "own symbol S/2031/7"
    assert [one.id for one in loose] == ["b", "c"]


def test_years_that_disagree_carry_a_doubt() -> None:
    (group,), _ = gather_by_symbol(
        [outline("a", "S/RES/2564 (2030)"), outline("b", "S/RES/2564 (2031)")]
    )
    (doubt,) = group.doubts
    assert doubt.code == "work.symbols_disagree"
    assert doubt.message.endswith("S/RES/2564 (2030), S/RES/2564 (2031)")


def test_each_document_comes_once_by_name() -> None:
    assert [one.id for one in once_each([outline("b"), outline("a"), outline("b")])] == ["a", "b"]
