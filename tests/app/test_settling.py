"""Ranges that people settle: with a reason, beside the rule's, and taken back as easily."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.app.test_linking import filled

from allegata.app.case import Case
from allegata.app.settling import Numbers
from allegata.model.count import Bounds
from allegata.model.errors import InputError
from allegata.model.record import IncidentRecord
from allegata.model.vocabularies import Outcome


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with filled(tmp_path / "case") as opened:
        yield opened


def largest(case: Case) -> IncidentRecord:
    return max(case.incidents(), key=lambda each: len(each.claims))


def killed(record: IncidentRecord) -> tuple[int | None, int | None, str]:
    """The range of the killed that stands."""
    (tally,) = [each for each in record.standing() if each.outcome is Outcome.KILLED]
    return tally.low, tally.high, tally.rule


def test_a_settled_range_stands_and_the_rules_own_is_not_changed(case: Case) -> None:
    before = largest(case)
    numbers = (8, None, 9)
    made = case.settle(before.code, Outcome.KILLED, numbers, why="two lists", reviewer="r2")
    after = case.incident(before.code)
    assert killed(after) == (8, 9, "team@1")
    assert after.tallies == before.tallies
    assert after.settled == (made,)
    assert (made.bounds, made.why, made.reviewer) == (Bounds(8, None, 9), "two lists", "r2")
    line = after.history[-1]
    assert (line.text, line.decision) == ("settled 8–9 killed: two lists", made.id)


def test_it_is_taken_back_and_the_ledger_keeps_both(case: Case) -> None:
    before = largest(case)
    made = case.settle(before.code, Outcome.KILLED, (8, 8, 8), why="a list", reviewer="r2")
    case.undo_link(made.id, reviewer="r3")
    after = case.incident(before.code)
    assert (after.settled, after.standing()) == ((), before.tallies)
    assert [(line.text, line.decision) for line in after.history[-2:]] == [
        ("settled 8 killed: a list", None),
        ("took back the range settled: 8 killed", None),
    ]
    assert case.verify(read_again=False).problems == ()
    with pytest.raises(InputError) as caught:
        case.undo_link(made.id, reviewer="r3")
    assert caught.value.code == "link.no_decision"


def test_the_last_word_on_an_outcome_stands(case: Case) -> None:
    code = largest(case).code
    case.settle(code, Outcome.KILLED, (8, 8, 8), why="a list", reviewer="r2")
    last = case.settle(code, Outcome.KILLED, (7, None, None), why="a name was twice", reviewer="r2")
    case.settle(code, Outcome.MISSING, (None, None, 2), why="the council", reviewer="r2")
    record = case.incident(code)
    assert killed(record) == (7, None, "team@1")
    assert [each.outcome for each in record.settled] == [Outcome.KILLED, Outcome.MISSING]
    case.undo_link(last.id, reviewer="r2")
    assert killed(case.incident(code)) == (8, 8, "team@1")


def test_it_is_of_its_own_incident_and_not_of_a_larger_one_that_takes_it_over(case: Case) -> None:
    small, *_rest, large = sorted(case.incidents(), key=lambda each: len(each.claims))
    case.settle(small.code, Outcome.KILLED, (12, 12, 12), why="a list", reviewer="r2")
    kept = case.merge(small.code, large.code, reviewer="r2")
    record = case.incident(kept)
    assert (record.settled, record.standing()) == ((), record.tallies)
    told = [line.text for line in record.history if line.text.startswith("settled")]
    assert told == [f"settled 12 killed for {small.code}, before it came into this one: a list"]


@pytest.mark.parametrize(
    ("numbers", "why", "code"),
    [
        ((8, None, 9), " ", "range.no_reason"),
        ((None, None, None), "because", "range.no_number"),
        ((9, None, 8), "because", "range.disordered"),
        ((-1, None, 8), "because", "range.disordered"),
    ],
)
def test_a_range_that_cannot_be_is_refused(
    case: Case, numbers: Numbers, why: str, code: str
) -> None:
    with pytest.raises(InputError) as caught:
        case.settle(largest(case).code, Outcome.KILLED, numbers, why=why, reviewer="r2")
    assert caught.value.code == code
