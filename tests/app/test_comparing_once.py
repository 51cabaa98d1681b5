"""Linking with a memory is linking: the same partition, whatever was asked before."""

from hypothesis import given, settings
from hypothesis import strategies as st

from allegata.app.comparing_once import ComparingOnce
from allegata.model.count import Bounds
from allegata.model.linking import Account, ClaimRef, Ground, LinkDecision, LinkOutcome, Toll
from allegata.model.vocabularies import Event, Outcome, PlacePrecision
from allegata.stages.resolve.across import link

GROUND = Ground("g:1", "Tarnel", 20.1, 50.4, PlacePrecision.SETTLEMENT, 5.0, "ZZ")
REMEMBERING = ComparingOnce()


def account(number: int, day: int, people: int) -> Account:
    name = f"a{number}"
    return Account(
        name,
        f"sha256:{number:02d}",
        (f"c{number}",),
        Event.SHELLING,
        days=(741537 + day, 741537 + day),
        grounds=(GROUND,),
        tolls=(Toll(Outcome.KILLED, Bounds(people, people, people)),),
    )


ACCOUNTS = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 9)), min_size=1, max_size=5)
PAIRS = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 4), st.sampled_from(list(LinkOutcome))), max_size=2
)


@settings(max_examples=150, deadline=None)
@given(ACCOUNTS, PAIRS)
def test_what_was_compared_before_changes_nothing(
    told: list[tuple[int, int]], pairs: list[tuple[int, int, LinkOutcome]]
) -> None:
    accounts = [account(number, *each) for number, each in enumerate(told)]
    decisions = [
        LinkDecision(
            f"d{at}",
            ClaimRef(f"sha256:{a:02d}", f"c{a}"),
            ClaimRef(f"sha256:{b:02d}", f"c{b}"),
            outcome,
            "r1",
            f"2031-04-09T10:00:0{at}Z",
        )
        for at, (a, b, outcome) in enumerate(pairs)
        if a != b and max(a, b) < len(accounts)
    ]
    expected = link(accounts, decisions)
    assert REMEMBERING.link(accounts, decisions) == expected
    assert REMEMBERING.link(list(reversed(accounts)), decisions) == expected
