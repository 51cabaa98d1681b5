"""Date words in context: missing years, distances, and days that disagree."""

import datetime as dt

import pytest

from allegata.model.dates import DatePhrase
from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading
from allegata.model.vocabularies import Scope
from allegata.stages.normalize.dates import resolve_phrase
from allegata.wiring import read

ANCHOR = dt.date(2031, 3, 10)


def reading(text: str, published: str | None = "2031-03-10") -> Reading:
    content = text.encode()
    source = SourceFile(
        content_id(content),
        "note.txt",
        content,
        "text/plain",
        "utf-8",
        language="en",
        published=published,
    )
    result = read(source)
    assert isinstance(result, Reading)
    return result


@pytest.mark.parametrize(
    ("phrase", "edtf", "basis"),
    [
        (DatePhrase(2031, 3, 4), "2031-03-04", "stated"),
        (DatePhrase(month=3, day=4), "2031-03-04", "year_inherited"),
        (DatePhrase(month=12, day=30), "2030-12-30", "year_inherited"),
        (DatePhrase(2031, 3), "2031-03", "stated"),
        (
            DatePhrase(shift_days=-1, shift_from="document", shift_to=0, time="night"),
            "2031-03-09/2031-03-10",
            "relative",
        ),
        (DatePhrase(2031, 3, 4, last_day=6), "2031-03-04/2031-03-06", "stated"),
        (DatePhrase(shift_days=-1, shift_from="document"), "2031-03-09", "relative"),
        (DatePhrase(weekday=6), "2031-03-08", "weekday"),
    ],
)
def test_a_phrase_in_its_context(phrase: DatePhrase, edtf: str, basis: str) -> None:
    found = resolve_phrase(phrase, anchor=ANCHOR, previous=None)
    assert found is not None
    assert (found[0], found[2]) == (edtf, basis)


@pytest.mark.parametrize(
    "phrase",
    [
        DatePhrase(month=3, day=4),
        DatePhrase(shift_days=-1, shift_from="document"),
        DatePhrase(shift_days=-1, shift_from="incident"),
        DatePhrase(2031, 2, 30),
    ],
)
def test_what_context_does_not_tell_stays_unknown(phrase: DatePhrase) -> None:
    assert resolve_phrase(phrase, anchor=None, previous=None) is None


def test_a_weekday_that_disagrees_is_kept_and_doubted() -> None:
    (claim,) = reading("On Sunday, 4 March 2031, three people were killed.").claims
    assert claim.when is not None
    assert claim.when.edtf == "2031-03-04"
    assert [doubt.code for doubt in claim.doubts] == ["date.weekday_disagrees"]


def test_a_distance_that_disagrees_with_the_date_is_doubted() -> None:
    text = (
        "On 5 March, shelling killed three people in Aleppo. In another incident two days "
        "earlier, on 2 March, a mine killed one man."
    )
    second = reading(text).claims[1]
    assert second.when is not None
    assert second.when.edtf == "2031-03-02"
    assert "date.relative_disagrees" in [doubt.code for doubt in second.doubts]


def test_an_undated_act_in_a_dated_text_is_open_at_the_start() -> None:
    (claim,) = reading("The army has destroyed the hospital.").claims
    assert claim.when is not None
    assert (claim.when.edtf, claim.when.precision.value) == ("../2031-03-10", "before")


def test_without_any_date_nothing_is_invented() -> None:
    (claim,) = reading("Three people were killed.", published=None).claims
    assert claim.when is None


def test_the_one_year_of_a_text_is_the_year_of_a_day_without_one() -> None:
    text = "On October 9th two men were killed. A list of 26 October 2023 names them."
    when = reading(text, published=None).claims[0].when
    assert when is not None
    assert when.edtf == "2023-10-09"


@pytest.mark.parametrize(
    ("published", "edtf"),
    [("2031-03-10", "2031-01/2031-03-10"), (None, "2031-01/..")],
)
def test_a_running_total_is_of_the_days_up_to_the_one_on_which_it_is_told(
    published: str | None, edtf: str
) -> None:
    text = "The monitor said that 210 people had been killed in Oster province since January 2031."
    (claim,) = reading(text, published).claims
    assert claim.scope is Scope.CUMULATIVE
    assert claim.when is not None
    assert claim.when.edtf == edtf


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("since the beginning of the year", "2031-01-01/2031-03-10"),
        ("so far this year", "2031-01-01/2031-03-10"),
        ("during the month", "2031-03-01/2031-03-10"),
    ],
)
def test_a_total_that_runs_with_the_year_or_month_begins_with_it(words: str, edtf: str) -> None:
    (claim,) = reading(f"At least 40 people have been killed in Oster province {words}.").claims
    assert claim.scope is Scope.CUMULATIVE
    assert claim.when is not None
    assert (claim.when.edtf, claim.when.basis) == (edtf, "relative")


def test_a_period_dates_no_act() -> None:
    text = "Aircraft of the coalition destroyed the bridge of Tarnel during the month."
    (claim,) = reading(text).claims
    assert claim.when is not None
    assert claim.when.edtf == "../2031-03-10"
