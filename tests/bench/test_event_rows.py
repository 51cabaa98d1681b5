"""Rows of tables as accounts."""

import pytest
from bench.event_rows import account_of_row

from allegata.model.vocabularies import Event, Outcome, PlacePrecision

ROW = {
    "source": "gtd",
    "row": "7",
    "date": "2031-01-02",
    "enddate": "2031-01-04",
    "lat": "1.5",
    "lon": "2.5",
    "place": "Nescio",
    "geo_precision": "1",
    "event_type": "3",
    "killed_low": "2",
    "killed_best": "3",
    "killed_high": "5",
    "wounded": "",
}


def test_a_row_is_an_account_of_its_list() -> None:
    found = account_of_row(ROW)
    assert (found.id, found.roll, found.event) == ("gtd:7", "gtd", Event.BOMBING)
    assert found.days is not None
    assert found.days[1] - found.days[0] == 2
    (toll,) = found.tolls
    assert (toll.outcome, toll.bounds.low, toll.bounds.high) == (Outcome.KILLED, 2, 5)


@pytest.mark.parametrize(("told", "killed"), [("0.33", 1), ("2.0", 2), ("", None), ("?", None)])
def test_a_fraction_of_a_death_is_rounded_up_and_no_number_is_unknown(
    told: str, killed: int | None
) -> None:
    row = {**ROW, "killed_low": "", "killed_best": told, "killed_high": ""}
    lows = [toll.bounds.best for toll in account_of_row(row).tolls]
    assert lows == ([] if killed is None else [killed])


def test_a_wide_code_is_a_wide_place_and_no_point_is_none() -> None:
    (wide,) = account_of_row({**ROW, "geo_precision": "4"}).grounds
    assert (wide.precision, wide.radius_km) == (PlacePrecision.ADM1, 100.0)
    assert account_of_row({**ROW, "lat": ""}).grounds == ()
