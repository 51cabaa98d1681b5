"""The record of incidents on a terminal, and for programs."""

import json
from dataclasses import replace

import pytest
from tests.app.statuskit import contested
from tests.cli.test_linking import Tell, codes, tell
from tests.web import records

from allegata.cli.incidents_text import explain_lines, record_lines, row_lines
from allegata.model.count import Bounds
from allegata.model.record import RangeDecision
from allegata.model.vocabularies import Outcome

__all__ = ["tell"]  # a fixture
TITLES = {key: name for key, (name, _) in records.NAMES.items()}
NAMES = (records.VICTIM,)


def test_a_row_has_code_day_place_range_and_weight() -> None:
    (line,) = row_lines([records.record()])
    assert line == (
        "AL-000007  2031-04-05/2031-04-06  missile strike in Tarnel  38–45 killed  "
        "2 origins in 2 camps, 6 documents"
    )


def test_a_record_says_who_says_what_and_covers_names() -> None:
    text = "\n".join(record_lines(records.record(), TITLES, names=NAMES))
    assert "AL-000007 (formerly AL-000003)" in text
    assert "killed: 38–45  by Added up (added@1)" in text
    assert "by other rules: median@1 38–45, best 43; acled@1 38" in text
    assert "*       45  The Syrian Arab Republic, 2031-04-20, letter-2.txt" in text
    assert "(superseded by 45 on 2031-04-20)" in text
    assert "“Between 38 and 41 were killed, [name] among them.”" in text
    assert "2031-04-08  Northern Coalition: denies act" in text
    assert "proposed grade: fair (airwars)" in text
    assert records.VICTIM not in text


def test_a_figure_opens_to_every_word_and_why_it_counts() -> None:
    lines = list(explain_lines(records.record(), Outcome.KILLED, TITLES, names=NAMES))
    assert "  45  The Syrian Arab Republic  counted" in lines
    assert "  43  The Syrian Arab Republic  not counted: same origin: SYR" in lines
    assert "    The Syrian Arab Republic states: “In all, 45 people were killed.”" in lines
    assert list(explain_lines(records.record(), Outcome.MISSING, TITLES)) == [
        "AL-000007: nobody says how many were missing."
    ]


def test_names_are_shown_when_asked_for() -> None:
    assert records.VICTIM in "\n".join(record_lines(records.record(), TITLES))


def test_programs_get_a_record_a_line(tell: Tell) -> None:
    told = [json.loads(line) for line in tell("incidents", "--format", "jsonl").splitlines()]
    assert [each["code"] for each in told] == codes(tell)
    one = json.loads(tell("incident", told[0]["code"], "--format", "json"))
    assert one == told[0]


@pytest.mark.parametrize(
    ("option", "value", "found"), [("--place", "nowhere", 0), ("--since", "2031-01-01", 0)]
)
def test_a_filter_that_nothing_passes_says_so(
    tell: Tell, option: str, value: str, found: int
) -> None:
    assert len(tell("incidents", option, value).splitlines()) == found


def test_an_outcome_that_is_none_is_refused(tell: Tell) -> None:
    assert "Give --outcome" in tell("explain", codes(tell)[0], "--outcome", "scared", code=2)


def test_a_document_that_was_seen_before_says_by_whom(tell: Tell) -> None:
    first, *others = tell("seen", "b.txt").splitlines()
    assert first.endswith("held already; told by 2 other documents")
    assert sorted(line.strip() for line in others) == ["a.txt", "d.txt"]


def test_a_case_without_running_totals_says_so(tell: Tell) -> None:
    assert tell("sums") == ""
    assert tell("sums", "--format", "jsonl") == ""


def test_ranges_by_status_say_who_contests_them() -> None:
    lines = list(record_lines(contested(), TITLES))
    at = lines.index(
        "  by status: civilian 0–45 (contested); combatant 0–12 (contested); unknown 38"
    )
    assert lines[at + 1] == (
        "    contested: Northern Coalition tells of fighters alone, "
        "The Syrian Arab Republic of civilians"
    )
    assert not any("by status" in line for line in record_lines(records.record(), TITLES))


def test_a_settled_range_stands_before_the_rules_own() -> None:
    bounds = Bounds(40, None, 44)
    settled = (
        RangeDecision("s1", "AL-000007", Outcome.KILLED, bounds, "two lists", "r2", "2031"),
        RangeDecision("s2", "AL-000007", Outcome.MISSING, bounds, "a list", "r2", "2031"),
    )
    record = replace(records.record(), settled=settled)
    lines = list(record_lines(record, TITLES))
    at = lines.index("killed: 40–44  settled by r2: two lists")
    assert lines[at + 1] == "killed: 38–45  by Added up (added@1)"
    assert "missing: 40–44  settled by r2: a list" in lines
    (row,) = row_lines([record])
    assert "40–44 killed (settled), 40–44 missing (settled)" in row


def test_a_range_is_settled_and_taken_back_on_the_command_line(tell: Tell) -> None:
    code = codes(tell)[0]
    id_ = tell("settle", code, "killed", "--low", "3", "--high", "4", "--why", "a list").strip()
    assert "killed: 3–4  settled by" in tell("incident", code)
    tell("undo", id_)
    assert "settled by" not in tell("incident", code)
