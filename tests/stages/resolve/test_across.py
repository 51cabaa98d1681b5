"""Linking: one partition for any order, bound by people, that chains no town into one."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.stages.resolve.accountkit import account, decision, ground

from allegata.model.linking import Account, LinkDecision, LinkOutcome
from allegata.stages.resolve.across import link

SAME, DIFFERENT = LinkOutcome.SAME, LinkOutcome.DIFFERENT
# SPECIMEN texts of our own; the word itself would be a telling one that they share.
STRIKE = (
    "A strike on the Miraval bakery in Nescio killed people who stood in line for bread, "
    "Doctor Ignotus of the Quietus hospital said, while the baker Quidam was pulled from the ruins."
)
RETOLD = (
    "In Nescio the baker Quidam survived when the Miraval bakery was struck. Ignotus, a "
    "doctor of the Quietus hospital, counted those who had been waiting in line for their bread."
)
OTHER = (
    "Shells fell on the Tacitus quarter of Nescio overnight. Residents spoke of a school "
    "with broken windows and of two families who fled to relatives in Utopia in the early morning."
)


def strike(name: str, **values: object) -> Account:
    told: dict[str, object] = {"at": ground(), "killed": 12, "text": STRIKE, "published": 738001}
    return account(name, **{**told, **values})  # type: ignore[arg-type]


def test_two_accounts_of_one_strike_are_one_incident_with_reasons() -> None:
    partition = link([strike("b", text=RETOLD, killed=13), strike("a")])
    assert partition.groups == (("a", "b"),)
    (told,) = partition.links
    assert (told.a, told.b, told.outcome, told.decider) == ("a", "b", SAME, "machine")
    assert told.reasons[:3] == (
        "for: same day",
        "for: same place: Nescio",
        "for: 12 and 13 killed",
    )


def test_another_day_another_place_and_other_words_are_another_incident() -> None:
    far = ground("Utopia", (33.0, 36.0), units=("A2", "A2.1"))
    there = strike("b", text=OTHER, day=738020, published=738021, at=far, killed=2)
    assert link([strike("a"), there]).groups == (("a",), ("b",))


def test_two_rows_of_a_roll_are_never_one_incident() -> None:
    rows = [strike(name, roll="list") for name in "ab"]
    assert link(rows).groups == (("a",), ("b",))


def test_a_person_may_hold_two_rows_of_a_roll_for_one() -> None:
    rows = [strike(name, roll="list") for name in "ab"]
    partition = link(rows, [decision(1, "a", "b", SAME)])
    assert partition.groups == (("a", "b"),)
    assert partition.links[0].reasons[0] == "for: decided by r1"


def test_a_person_holds_apart_what_the_machine_took_for_one() -> None:
    partition = link([strike("a"), strike("b")], [decision(1, "b", "a", DIFFERENT)])
    assert partition.groups == (("a",), ("b",))
    assert [(one.outcome, one.decider) for one in partition.links] == [(DIFFERENT, "r1")]


def test_a_decided_pair_is_asked_of_nobody() -> None:
    near = [strike("a"), strike("b", text=OTHER, killed=40, day=738001)]
    asked = {(one.a, one.b) for one in link(near).doubtful}
    told = link(near, [decision(1, "a", "b", DIFFERENT)])
    assert ("a", "b") not in {(one.a, one.b) for one in told.doubtful}
    assert asked <= {("a", "b")}


def test_the_second_of_two_strikes_on_one_place_is_related() -> None:
    second = strike("b", text=OTHER, killed=3, day=738001, published=738002)
    partition = link([strike("a"), second], [])
    if partition.groups == (("a", "b"),):
        pytest.fail("two strikes on two days with other words were held to be one")
    (told,) = partition.links
    assert (told.outcome, told.reasons[0]) == (
        LinkOutcome.RELATED,
        "for: same place, 1 days apart",
    )


def test_an_account_of_several_days_holds_one_of_a_day_within() -> None:
    week = strike("week", day=(737998, 738004), text=OTHER, killed=90)
    partition = link([strike("a"), week])
    assert [(one.a, one.b, one.outcome) for one in partition.links] == [
        ("a", "week", LinkOutcome.PART_OF)
    ]


def test_a_row_without_words_joins_the_incident_of_the_account_that_it_agrees_with() -> None:
    told = [strike("a"), strike("b", text=RETOLD, killed=30), strike("c", killed=45)]
    row = strike("row", text="", published=None, roll="list", coded=True)
    (found,) = link([*told, row]).groups
    assert found == ("a", "b", "c", "row")


def test_of_two_rows_of_a_list_one_joins() -> None:
    rows = [strike(name, text="", published=None, roll="list", coded=True) for name in ("r", "s")]
    assert [len(names) for names in link([strike("a"), *rows]).groups] == [2, 1]


def test_two_accounts_with_one_id_are_refused() -> None:
    with pytest.raises(ValueError, match="share one id"):
        link([strike("a"), strike("a")])


NAMES = [f"a{number}" for number in range(8)]
TEXTS = (STRIKE, RETOLD, OTHER, "")
ACCOUNTS = st.builds(
    strike,
    day=st.sampled_from([None, 738000, 738001, 738003, (737998, 738004)]),
    published=st.sampled_from([None, 738001, 738004]),
    at=st.sampled_from([None, ground(), ground("Ubi", (36.03, 38.02))]),
    killed=st.sampled_from([None, 0, 12, 13, (10, 20)]),
    text=st.sampled_from(TEXTS),
    roll=st.sampled_from(["", "list"]),
    named=st.sampled_from([(), ("quidam nemo",)]),
    name=st.just("x"),
)
DECISIONS = st.lists(
    st.builds(
        decision,
        st.integers(0, 59),
        st.sampled_from(NAMES),
        st.sampled_from(NAMES),
        st.sampled_from(list(LinkOutcome)),
    ),
    max_size=4,
    unique_by=lambda one: one.id,
)


def named(accounts: list[Account]) -> list[Account]:
    return [
        replace(one, id=name, document=f"document of {name}", claims=(f"claim of {name}",))
        for one, name in zip(accounts, NAMES, strict=False)
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(ACCOUNTS, max_size=8).map(named), DECISIONS, st.randoms(use_true_random=False))
def test_the_partition_is_the_same_whatever_the_order(
    accounts: list[Account], decisions: list[LinkDecision], order: random.Random
) -> None:
    whole = link(accounts, decisions)
    order.shuffle(accounts)
    order.shuffle(decisions)
    assert link(accounts, decisions) == whole


@settings(max_examples=60, deadline=None)
@given(st.lists(ACCOUNTS, max_size=8).map(named), DECISIONS)
def test_a_pair_held_same_by_the_last_decision_is_one_and_different_is_two(
    accounts: list[Account], decisions: list[LinkDecision]
) -> None:
    ids = {one.id for one in accounts}
    of = {one: names for names in link(accounts, decisions).groups for one in names}
    told = [one for one in decisions if one.a != one.b]
    if told:
        last = max(told, key=lambda one: (one.at, one.id))
        a, b = (ref.claim.removeprefix("claim of ") for ref in (last.a, last.b))
        if {a, b} <= ids:
            assert (of[a] == of[b]) is (last.outcome is SAME)
