"""Running totals on a terminal: whose, how many are in incidents, and what is in doubt."""

from dataclasses import replace

from tests.app.test_summing import documents, told
from tests.web import records

from allegata.cli.sums_text import rest_words, sum_lines
from allegata.model.ranges import Range
from allegata.model.sums import Summand

TITLES = {key: name for key, (name, _) in records.NAMES.items()}


def test_a_total_is_told_with_its_words_its_incidents_and_the_rest() -> None:
    (found,) = told(documents())
    lines = list(sum_lines(found, TITLES))
    assert lines[0].startswith("killed: 210 in Tarnel, 2031-01-01 to 2031-05-01  Oster Monitor")
    assert "“Since January 210 people were killed.”" in lines[1]
    assert lines[2:] == [
        "  incidents within it: 1, 38–45 killed by Added up (added@1): AL-000007",
        "  of the total, 165–172 are in no incident",
        "",
    ]


def test_what_may_lie_within_is_told_by_reason() -> None:
    (found,) = told(documents())
    doubt = tuple(
        Summand(code, Range(5, 5), ("nobody tells its day",)) for code in ("AL-000002", "AL-000003")
    )
    lines = list(sum_lines(replace(found, doubt=doubt, widest=Range(38, 55)), TITLES))
    assert lines[3:5] == [
        "  may lie within it: 2, 38–55 with these",
        "    nobody tells its day: AL-000002 5, AL-000003 5",
    ]


def test_an_open_rest_is_told_as_such() -> None:
    assert rest_words(Range(None, None)) == "nobody can tell how many are in no incident"
    assert rest_words(Range(None, -3)) == "the incidents come to 3 or more more"
