"""Taking in one document after another gives what all at once would give."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.stages.resolve.accountkit import account, decision, ground
from tests.stages.resolve.test_across import ACCOUNTS, DECISIONS, OTHER, STRIKE, named

from allegata.model.linking import Account, LinkDecision, LinkOutcome
from allegata.stages.resolve.across import link
from allegata.stages.resolve.linkage import Linkage
from allegata.stages.resolve.pairs import blocking, keybook


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let keys be too common, and windows full, with a handful of accounts."""
    for module in (blocking, keybook):
        monkeypatch.setattr(module, "WINDOW", 2)
        monkeypatch.setattr(module, "MOST", 3)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(ACCOUNTS, min_size=1, max_size=8).map(named), DECISIONS, st.data())
def test_taking_in_and_letting_go_is_the_same_as_all_at_once(
    accounts: list[Account], decisions: list[LinkDecision], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(accounts)))
    state = Linkage.of(accounts[:at], decisions[:1])
    state.change(accounts[at:], decisions=decisions)
    assert state.partition() == link(accounts, decisions)
    gone = data.draw(st.sets(st.sampled_from([one.id for one in accounts])))
    state.change([], gone, decisions)
    assert state.partition() == link([one for one in accounts if one.id not in gone], decisions)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(ACCOUNTS, min_size=1, max_size=8).map(named), ACCOUNTS)
def test_a_changed_account_takes_the_place_of_the_old(
    accounts: list[Account], other: Account
) -> None:
    changed = named([other])
    state = Linkage.of(accounts)
    state.change(changed)
    assert state.partition() == link([*changed, *accounts[1:]])


def test_a_second_run_changes_nothing() -> None:
    accounts = [account(name, at=ground(), killed=9, text=STRIKE) for name in "abc"]
    state = Linkage.of(accounts)
    before = state.partition()
    state.change([])
    assert state.partition() == before


def test_a_decision_alone_renews_what_it_touches() -> None:
    accounts = [account(name, at=ground(), killed=9, text=STRIKE) for name in "ab"]
    far = account("z", at=ground("Ubi", (50.0, 50.0)), text=OTHER)
    state = Linkage.of([*accounts, far])
    told = [decision(1, "a", "b", LinkOutcome.DIFFERENT), decision(2, "a", "z", LinkOutcome.SAME)]
    state.change([], decisions=told)
    assert state.partition().groups == (("a", "z"), ("b",))
    state.change([])
    assert state.partition() == link([*accounts, far])


def test_a_decision_that_is_turned_round_renews_what_it_touches() -> None:
    accounts = [account(name, at=ground(), killed=9, text=STRIKE) for name in "ab"]
    state = Linkage.of(accounts, [decision(1, "a", "b", LinkOutcome.DIFFERENT)])
    state.change([], decisions=[decision(2, "a", "b", LinkOutcome.SAME)])
    assert state.partition().groups == (("a", "b"),)
