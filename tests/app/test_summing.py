"""The running totals of a case, found in its documents and held against its incidents."""

from dataclasses import replace

from tests.app.statuskit import contested
from tests.app.test_recording import record
from tests.web import records

from allegata.app.linked import Linked, Settings
from allegata.app.summing import sums
from allegata.app.views import CaseDocument
from allegata.model.dates import When
from allegata.model.importing import ImportedFigure, OwnRecord
from allegata.model.linking import ClaimRef, Partition
from allegata.model.ranges import Range
from allegata.model.sums import SumBeside
from allegata.model.vocabularies import (
    Age,
    Basis,
    DatePrecision,
    Event,
    Outcome,
    Scope,
    Stance,
    Status,
)

SINCE = When("2031-01-01/2031-05-01", DatePrecision.YEAR, None, "January", "stated", None)


def documents(**changes: object) -> dict[str, CaseDocument]:
    """The SPECIMEN documents; the monitor's note says 210 since January."""
    held = records.documents()
    (item,) = held["f"].claims
    said = replace(item.current, when=SINCE, **changes)  # type: ignore[arg-type]
    held["f"] = replace(held["f"], claims=(replace(item, proposal=said),))
    return held


def told(held: dict[str, CaseDocument]) -> tuple[SumBeside, ...]:
    linked = Linked(held, {}, Partition((), (), ()), (), ())
    return sums(linked, [record()], (), Settings())


def test_a_total_stands_beside_the_incidents_of_its_period_and_area() -> None:
    (found,) = told(documents())
    assert (found.total.origin.name, found.total.stated) == ("Oster Monitor", Range(210, 210))
    assert (found.total.first_day, found.total.last_day) == ("2031-01-01", "2031-05-01")
    assert [(each.code, each.figure) for each in found.within] == [("AL-000007", Range(38, 45))]
    assert found.rest == Range(165, 172)
    assert found.notes == ()


def test_a_total_ends_on_the_day_on_which_it_is_told_at_the_latest() -> None:
    when = replace(SINCE, edtf="2031-01-01/..")
    (found,) = told(_with_when(when))
    assert found.total.last_day == "2031-05-01"


def _with_when(when: When | None) -> dict[str, CaseDocument]:
    held = documents()
    (item,) = held["f"].claims
    held["f"] = replace(
        held["f"], claims=(replace(item, proposal=replace(item.current, when=when)),)
    )
    return held


def test_an_open_date_leaves_the_beginning_unknown() -> None:
    (found,) = told(
        _with_when(When("../2031-05-01", DatePrecision.BEFORE, None, None, "open", None))
    )
    assert (found.total.first_day, found.total.last_day) == (None, "2031-05-01")
    assert [each.code for each in found.doubt] == ["AL-000007"]


def test_what_is_taken_back_or_a_part_is_no_total() -> None:
    claim = records.SAID["f"]
    retracted = replace(claim.attribution, stance=Stance.RETRACTS)
    assert told(documents(attribution=retracted)) == ()
    (count,) = claim.counts
    assert told(documents(counts=(replace(count, basis=Basis.PART, part_of="c9"),))) == ()
    assert told(documents(scope=Scope.INCIDENT)) == ()
    assert len(told(documents(scope=Scope.AGGREGATE))) == 1


def test_a_total_of_some_people_says_that_the_ranges_are_of_everybody() -> None:
    (count,) = records.SAID["f"].counts
    children = replace(count, group=replace(count.group, raw="children", age=Age.CHILD))
    (found,) = told(documents(counts=(children,)))
    assert found.notes == ("the total is of “children”, the incidents’ ranges are of everybody",)


def test_casualties_are_held_against_the_killed_and_the_injured() -> None:
    (count,) = records.SAID["f"].counts
    both = replace(count, outcome=Outcome.KILLED_OR_INJURED)
    (found,) = told(documents(counts=(both,)))
    assert found.surely == Range(38, 45)
    injured = replace(count, outcome=Outcome.INJURED)
    (found,) = told(documents(counts=(injured,)))
    assert found.silent == ("AL-000007",)


def test_a_total_that_its_origin_tells_again_stands_once() -> None:
    held = documents()
    (item,) = held["f"].claims
    again = replace(item, id="cg", proposal=replace(item.current, id="cg"))
    held["g"] = replace(held["f"], row=records.row("g", "again.txt", "2031-05-02"), claims=(again,))
    (found,) = told(held)
    assert found.total.again == (ClaimRef("g", "cg"),)


def test_a_total_of_civilians_is_held_against_those_told_as_civilians() -> None:
    (count,) = records.SAID["f"].counts
    civil = replace(count, group=replace(count.group, raw="civilians", status=Status.CIVILIAN))
    held = documents(counts=(civil,))
    linked = Linked(held, {}, Partition((), (), ()), (), ())
    (found,) = sums(linked, [contested()], (), Settings())
    assert found.surely == Range(0, 45)
    assert found.notes == ("the incidents’ ranges are of those told as civilians",)
    unsaid = replace(contested(), by_status=contested().by_status[2:])
    (found,) = sums(linked, [unsaid], (), Settings())
    assert [each.reasons for each in found.doubt] == [("nobody tells whether they were civilians",)]
    assert found.widest == Range(0, 38)


def test_an_incident_of_a_persons_own_list_alone_is_in_doubt_with_its_figure() -> None:
    figure = ImportedFigure(Outcome.KILLED, "", 12, None, 15, ("killed_min", "killed_max"))
    own = OwnRecord("mine", "M1", Event.SHELLING, "2031-02-03", "Tarnel", (figure,))
    listed = replace(record(), claims=(), rows=(), tallies=(), others=(), own=(own,))
    assert listed.is_listed_alone
    linked = Linked(documents(), {}, Partition((), (), ()), (), ())
    (found,) = sums(linked, [listed], (), Settings())
    assert [(each.figure, each.reasons) for each in found.doubt] == [
        (Range(12, 15), ("it stands in a list of your own alone",))
    ]
