"""Incidents of a recorder's list as linking compares them."""

import datetime as dt

import pytest
from tests.app.ownkit import OSTER, TARNEL, mapping, sheet

from allegata.app.own_accounts import account_of, days_of
from allegata.app.understanding import columns_of, understood
from allegata.model.count import Bounds
from allegata.model.dates import When
from allegata.model.importing import ImportedRow, OwnIncident
from allegata.model.linking import Toll
from allegata.model.places import Place
from allegata.model.vocabularies import DatePrecision, Outcome, PlacePrecision


def own(cells: dict[str, str]) -> OwnIncident:
    ((_, row),) = understood([cells], columns_of(sheet().heads, mapping(), "mine"))
    assert isinstance(row, ImportedRow)
    assert row.told is not None
    return OwnIncident(row.table, row.id, row.row, row.told, row.sources)


def test_a_row_is_an_account_of_its_list() -> None:
    account = account_of(own(TARNEL))
    assert (account.id, account.document, account.claims) == (
        "table:mine/M1",
        "table:mine",
        ("M1",),
    )
    assert account.roll == "table:mine"
    day = dt.date(2031, 4, 5).toordinal()
    assert account.days == (day, day)
    assert [(each.lat, each.lon, each.radius_km) for each in account.grounds] == [(10.0, 20.0, 5.0)]
    assert account.tolls == (
        Toll(Outcome.KILLED, Bounds(4, None, 6)),
        Toll(Outcome.INJURED, Bounds(None, 9, None)),
    )
    assert account.cites == ("https://example.org/tarnel",)


def test_a_place_without_a_point_is_looked_up_by_its_words() -> None:
    place = Place(
        "x:1", (), "Oster", "ZZ", None, None, 1.0, 2.0, PlacePrecision.SETTLEMENT, 3.0, 0.9
    )
    asked: list[tuple[str, str]] = []

    def find(words: str, country: str) -> Place | None:
        asked.append((words, country))
        return place

    assert [each.id for each in account_of(own(OSTER), find).grounds] == ["x:1"]
    assert asked == [("Oster", "")]
    assert account_of(own(OSTER)).grounds == ()


@pytest.mark.parametrize(
    ("edtf", "precision", "days"),
    [
        ("2031-04-05", DatePrecision.DAY, ("2031-04-05", "2031-04-05")),
        ("2031-04-05", DatePrecision.WEEK, ("2031-03-30", "2031-04-11")),
        ("2031-02", DatePrecision.MONTH, ("2031-02-01", "2031-02-28")),
        ("2031-04-05/2031-04-06", DatePrecision.DAYS_2_6, ("2031-04-05", "2031-04-06")),
    ],
)
def test_days_are_as_wide_as_the_recorder_says(
    edtf: str, precision: DatePrecision, days: tuple[str, str]
) -> None:
    when = When(edtf, precision, None, None, "stated", None)
    first, last = (dt.date.fromisoformat(day).toordinal() for day in days)
    assert days_of(when) == (first, last)


def test_a_place_without_a_point_is_known_by_its_name() -> None:
    found = account_of(own({**OSTER, "town": "Qasr al-Nahr, Zahr"}))
    assert (found.grounds, found.toponyms) == ((), ("qasr al nahr",))
