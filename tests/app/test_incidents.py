"""Records of incidents and the grades that people give them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.app.test_linking import filled

from allegata.app.case import Case
from allegata.model.errors import InputError
from allegata.model.vocabularies import Outcome


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with filled(tmp_path / "case") as opened:
        yield opened


def test_a_record_tallies_what_its_origin_says(case: Case) -> None:
    record = max(case.incidents(), key=lambda each: len(each.claims))
    (row,) = record.rows
    assert (row.origin.name, row.origin.camp) == ("VES", "VES")
    assert sorted(each.count.raw for each in row.counts) == ["7", "8", "9"]
    (killed,) = [tally for tally in record.tallies if tally.outcome is Outcome.KILLED]
    assert (killed.low, killed.high) == (7, 9)  # undated: none of them replaces another
    assert {tally.rule for tally in record.others} >= {"median@1", "acled@1", "adversary@1"}


def test_a_grade_needs_a_reason_and_can_be_taken_back(case: Case) -> None:
    code = case.incidents()[0].code
    for value, why, expected in (
        ("fair", "  ", "grade.no_reason"),
        ("splendid", "because", "grade.unknown"),
    ):
        with pytest.raises(InputError) as caught:
            case.grade(code, value, why=why, reviewer="r2")
        assert caught.value.code == expected
    made = case.grade(code, "fair", why="two camps agree", reviewer="r2")
    grade = case.incident(code).grade
    assert grade is not None
    assert (grade.value, grade.why, grade.decider) == ("fair", "two camps agree", "r2")
    assert case.incident(code).history[-1].decision == made.id
    case.undo_link(made.id, reviewer="r2")
    record = case.incident(code)
    assert record.grade is None
    assert record.proposed_grade is not None
    assert [line.decision for line in record.history[-2:]] == [None, None]


def test_a_grade_goes_with_its_incident_into_a_merge(case: Case) -> None:
    small, *_rest, large = sorted(case.incidents(), key=lambda each: len(each.claims))
    case.grade(small.code, "weak", why="one voice", reviewer="r2")
    kept = case.merge(small.code, large.code, reviewer="r2")
    grade = case.incident(kept).grade
    assert grade is not None
    assert grade.value == "weak"


def test_an_unknown_code_says_where_to_look(case: Case) -> None:
    with pytest.raises(InputError) as caught:
        case.incident("AL-999999")
    assert caught.value.code == "case.no_incident"


def test_history_tells_what_came_and_what_was_decided_in_order(case: Case) -> None:
    record = max(case.incidents(), key=lambda each: len(each.claims))
    case.split(record.code, [record.claims[0][0]], reviewer="r2", why="another street")
    lines = case.incident(record.code).history
    assert [line.at for line in lines] == sorted(line.at for line in lines)
    assert lines[-1].text == "some claims were split off: another street"
    assert any(line.text.endswith("was added") for line in lines)
