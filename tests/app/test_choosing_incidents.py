"""Incidents by place and by the days on which they may have happened."""

from dataclasses import replace

import pytest
from tests.web import records

from allegata.app.choosing_incidents import chosen
from allegata.model.vocabularies import DatePrecision

RECORD = records.record()


@pytest.mark.parametrize(
    ("edtf", "since", "until", "passes"),
    [
        ("2031-04-05/2031-04-06", "2031-04-06", "", True),
        ("2031-04-05/2031-04-06", "2031-04-07", "", False),
        ("2031-04-05/2031-04-06", "", "2031-04-05", True),
        ("2031-04-05/2031-04-06", "", "2031-04-04", False),
        ("2031-04", "2031-04-30", "2031-05-02", True),
        ("2031", "2031-12-31", "", True),
        ("../2031-04-06", "2031-04-07", "", False),
        ("../2031-04-06", "", "2001-01-01", True),
        ("2031-04-06/..", "2035-01-01", "", True),
    ],
)
def test_an_incident_passes_where_it_may_have_happened_then(
    edtf: str, since: str, until: str, passes: bool
) -> None:
    assert RECORD.when is not None
    record = replace(RECORD, when=replace(RECORD.when, edtf=edtf, precision=DatePrecision.UNKNOWN))
    assert bool(chosen([record], since=since, until=until)) is passes


def test_an_undated_incident_passes_no_days() -> None:
    undated = replace(RECORD, when=None)
    assert chosen([undated], since="2031-01-01") == ()
    assert chosen([undated]) == (undated,)


@pytest.mark.parametrize(("place", "passes"), [("tarn", True), ("OSTER", True), ("Brisk", False)])
def test_a_place_is_found_by_its_name_or_its_units(place: str, passes: bool) -> None:
    assert bool(chosen([RECORD], place=place)) is passes
