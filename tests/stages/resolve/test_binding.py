"""Decisions on claims bind accounts; the last one wins."""

from tests.stages.resolve.accountkit import account, decision

from allegata.model.linking import LinkOutcome
from allegata.stages.resolve.binding import bind, in_force

ACCOUNTS = [account(name) for name in "abcd"]
SAME, DIFFERENT = LinkOutcome.SAME, LinkOutcome.DIFFERENT


def test_what_was_taken_back_binds_no_more() -> None:
    first = decision(1, "a", "b", SAME)
    back = decision(2, "a", "b", SAME, undoes="d1")
    assert in_force([first, back]) == ()
    assert bind(ACCOUNTS, [back, first]).together == ()


def test_of_two_decisions_on_one_pair_the_last_binds() -> None:
    bound = bind(ACCOUNTS, [decision(2, "b", "a", DIFFERENT), decision(1, "a", "b", SAME)])
    assert (bound.together, bound.apart) == ((), (("a", "b"),))
    assert [one.id for one in bound.left] == ["d1"]


def test_a_later_decision_overrules_what_it_contradicts_through_others() -> None:
    told = [
        decision(1, "a", "c", DIFFERENT),
        decision(2, "a", "b", SAME),
        decision(3, "b", "c", SAME),
    ]
    bound = bind(ACCOUNTS, told)
    assert set(bound.together) == {("a", "b"), ("b", "c")}
    assert (bound.apart, [one.id for one in bound.left]) == ((), ["d1"])


def test_part_of_keeps_two_apart_and_its_order() -> None:
    bound = bind(ACCOUNTS, [decision(1, "d", "c", LinkOutcome.PART_OF)])
    assert bound.apart == (("c", "d"),)
    assert [pair for pair, _ in bound.told] == [("d", "c")]


def test_a_decision_on_a_claim_that_is_gone_is_left_and_told() -> None:
    bound = bind(ACCOUNTS[:1], [decision(1, "a", "b", SAME)])
    assert (bound.together, [one.id for one in bound.left]) == ((), ["d1"])
