"""Rows of the list of incidents."""

from dataclasses import replace

from tests.web import records

from allegata.model.people import Group
from allegata.model.record import Grade
from allegata.model.vocabularies import Status
from allegata.web.views.incidents import row_view


def test_a_row_says_what_where_when_and_how_many() -> None:
    row = row_view(records.record())
    assert (row["code"], row["event"], row["formers"]) == (
        "AL-000007",
        "missile_strike",
        ["AL-000003"],
    )
    assert row["killed"] == {"low": 38, "best": None, "high": 45}
    assert row["injured"] is None
    assert row["places"] == [{"name": "Tarnel", "unit": "Oster", "country": "SY"}]
    assert row["reported"] == ["2031-04-06", "2031-05-02"]


def test_origins_camps_and_documents_are_three_different_counts() -> None:
    row = row_view(records.record())
    assert (row["origins"], row["camps"], row["documents"]) == (2, 2, 6)
    same_camp = [
        replace(each, origin=replace(each.origin, camp="one")) for each in records.record().rows
    ]
    assert row_view(replace(records.record(), rows=tuple(same_camp)))["camps"] == 1


def test_a_proposed_grade_is_told_from_a_decided_one() -> None:
    assert row_view(records.record())["graded"] is False
    decided = Grade("airwars", "weak", "One source.", (), "r1", "one camp only", "2031-05-03")
    row = row_view(replace(records.record(), grade=decided))
    assert row["graded"] is True
    assert row["grade"]["value"] == "weak"  # type: ignore[call-overload, index]


def test_the_range_of_everybody_goes_before_that_of_a_group() -> None:
    (whole,) = records.record().tallies
    part = replace(whole, group=Group("civilians", Status.CIVILIAN), low=1, high=2)
    row = row_view(replace(records.record(), tallies=(part, whole)))
    assert row["killed"] == {"low": 38, "best": None, "high": 45}
