"""A running total beside the incidents within it: never mixed, and doubt is shown."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.web import records

from allegata.model.dates import When
from allegata.model.linking import ClaimRef
from allegata.model.people import Group
from allegata.model.ranges import Range
from allegata.model.record import Origin
from allegata.model.sums import RunningTotal, SumBeside
from allegata.model.vocabularies import DatePrecision, Outcome, Scope
from allegata.stages.resolve.sums import WHOLE_MONTH, Candidate, less, sum_beside, summed

TOTAL = RunningTotal(
    origin=Origin("monitor", "Monitor", "ngo"),
    claim=ClaimRef("d", "c1"),
    outcome=Outcome.KILLED,
    stated=Range(210, 210),
    group=Group("people"),
    scope=Scope.CUMULATIVE,
    when=None,
    first_day="2031-01-01",
    last_day="2031-05-01",
    where=(),
    published="2031-05-01",
    quote="Since January 210 people were killed.",
)


def on(
    edtf: str | None,
    low: int | None = 5,
    high: int | None = 5,
    *,
    code: str = "AL-000001",
    precision: DatePrecision = DatePrecision.DAY,
    whole: str | None = None,
) -> Candidate:
    when = When(edtf, precision, None, None, "stated", None) if edtf else None
    figure = None if low is None and high is None else Range(low, high)
    return Candidate(code, when, (records.TARNEL,), figure, whole)


def beside(*candidates: Candidate, total: RunningTotal = TOTAL) -> SumBeside:
    return sum_beside(total, candidates, rule="added@1")


def reasons(found: SumBeside) -> list[tuple[str, ...]]:
    return [each.reasons for each in found.doubt]


def test_incidents_of_the_period_are_added_low_and_high_apart() -> None:
    found = beside(on("2031-02-03", 5, 7), on("2031-04-05/2031-04-06", 38, 45, code="AL-000002"))
    assert found.surely == found.widest == Range(43, 52)
    assert found.rest == found.rest_widest == Range(158, 167)
    assert [each.code for each in found.within] == ["AL-000001", "AL-000002"]


def test_what_was_before_or_after_is_out() -> None:
    found = beside(on("2030-12-31"), on("2031-05-02"))
    assert (found.within, found.doubt, found.silent) == ((), (), ())
    assert found.rest == Range(210, 210)


def test_what_may_have_been_on_another_day_is_in_doubt_and_widens_the_sum() -> None:
    found = beside(
        on("2031-02-03"),
        on(None, code="AL-000002"),
        on("2030-12-31/2031-01-01", code="AL-000003"),
        on("../2031-02-01", code="AL-000004"),
    )
    assert reasons(found) == [
        ("nobody tells its day",),
        ("it may have been on another day",),
        ("it may have been on another day",),
    ]
    assert (found.surely, found.widest) == (Range(5, 5), Range(5, 20))
    assert (found.rest, found.rest_widest) == (Range(205, 205), Range(190, 205))


def test_a_total_that_nobody_tells_the_beginning_of_surely_holds_nothing() -> None:
    found = beside(on("2031-02-03"), total=replace(TOTAL, first_day=None))
    assert reasons(found) == [("nobody tells when the total begins",)]
    assert "nobody tells when the total begins: no incident is surely within it" in found.notes
    found = beside(on("2031-02-03"), total=replace(TOTAL, last_day=None))
    assert reasons(found) == [("nobody tells when the total ends",)]


def test_what_is_told_of_a_whole_month_may_be_a_total_itself() -> None:
    found = beside(on("2031-02", precision=DatePrecision.MONTH))
    assert reasons(found) == [(WHOLE_MONTH,)]


def test_an_incident_without_a_number_is_named_and_adds_nothing() -> None:
    found = beside(on("2031-02-03", None, None))
    assert found.silent == ("AL-000001",)
    assert found.surely == Range(0, 0)


def test_a_part_is_not_added_to_the_incident_that_holds_it() -> None:
    part = on("2031-02-03", 3, 3, code="AL-000002", whole="AL-000001")
    assert beside(on("2031-02-03", 9, 9), part).surely == Range(9, 9)
    assert beside(on("2031-02-03", None, None), part).surely == Range(3, 3)


def test_an_open_end_of_one_incident_leaves_the_sum_open() -> None:
    found = beside(on("2031-02-03", 5, None), on("2031-02-04", code="AL-000002"))
    assert found.surely == Range(10, None)
    assert found.rest == Range(None, 200)


def test_incidents_that_come_to_more_than_the_total_leave_less_than_nothing() -> None:
    assert beside(on("2031-02-03", 230, 240)).rest == Range(-30, -20)


ranges = st.builds(lambda low, more: Range(low, low + more), st.integers(0, 99), st.integers(0, 9))


@given(st.lists(st.tuples(ranges, st.booleans()), max_size=8))
def test_the_order_of_incidents_is_nothing_and_doubt_only_widens(
    told: list[tuple[Range, bool]],
) -> None:
    candidates = [
        on("2031-02-03" if sure else None, figure.low, figure.high, code=f"AL-{at:06}")
        for at, (figure, sure) in enumerate(told)
    ]
    found = beside(*candidates)
    assert found == beside(*reversed(candidates))
    assert found.widest.low == found.surely.low
    assert found.surely.high is not None
    assert found.widest.high is not None
    assert found.widest.high >= found.surely.high
    assert found.rest == less(TOTAL.stated, summed(found.within))
