"""Whether places lie in areas: by codes of units, by reach, by name, or nobody knows."""

from dataclasses import replace

import pytest
from tests.web import records

from allegata.model.places import AdminUnit, Place, PlaceMention
from allegata.model.span import Span
from allegata.model.vocabularies import PlacePrecision
from allegata.places.lying import Lies, lies_in

TARNEL = records.TARNEL


def known(mention: PlaceMention) -> Place:
    """The ground of a mention that has one."""
    assert mention.place is not None
    return mention.place


TOWN = known(TARNEL)


def at(place: Place | None, name: str = "Oster", kind: str = "settlement") -> PlaceMention:
    return PlaceMention(name, kind, Span("t0", 0, len(name)), place, name)


def unit(code: str, name: str, country: str = "SY") -> Place:
    """A division of the first level."""
    return replace(
        TOWN,
        id=f"unit:{code}",
        name=name,
        country=country,
        admin1=AdminUnit(code, name),
        precision=PlacePrecision.ADM1,
        radius_km=100.0,
    )


@pytest.mark.parametrize(
    ("area", "lies"),
    [
        (unit("01", "Oster"), Lies.INSIDE),
        (unit("SY07", "Oster"), Lies.INSIDE),  # another gazetteer's code
        (unit("02", "Brisk"), Lies.OUTSIDE),
        (unit("01", "Oster", country="IQ"), Lies.OUTSIDE),
        (replace(unit("01", "Oster"), precision=PlacePrecision.ADM2), Lies.UNKNOWN),
        (replace(TOWN, id="SY", precision=PlacePrecision.COUNTRY), Lies.INSIDE),
        (replace(TOWN, id="IQ", country="IQ", precision=PlacePrecision.COUNTRY), Lies.OUTSIDE),
        (TOWN, Lies.INSIDE),
        (replace(TOWN, id="x", lat=36.9), Lies.OUTSIDE),
        (replace(TOWN, id="x", lat=36.01), Lies.UNKNOWN),
        (replace(TOWN, id="x", radius_km=20.0), Lies.INSIDE),
    ],
)
def test_a_town_and_an_area(area: Place, lies: Lies) -> None:
    assert lies_in((TARNEL,), (at(area),))[0] is lies


def test_a_wider_place_than_the_area_is_in_doubt() -> None:
    assert lies_in((at(unit("01", "Oster")),), (TARNEL,)) == (
        Lies.UNKNOWN,
        "it may lie in Tarnel or beside it",
    )


def test_an_area_whose_ground_is_unknown_holds_what_names_it_and_no_one_knows_what_else() -> None:
    area = (at(None, "Zahr province", "admin"),)
    area = (replace(area[0], name="Zahr"),)
    named = (TARNEL, at(None, "Zahr", "admin"))
    assert lies_in(named, area) == (Lies.INSIDE, "")
    assert lies_in((TARNEL,), area) == (Lies.UNKNOWN, "nobody knows where Zahr is")


def test_of_places_in_several_units_only_some_may_be_meant() -> None:
    far = replace(TOWN, id="geonames:9", admin1=AdminUnit("02", "Brisk"))
    where = (TARNEL, at(far, "Far"))
    assert lies_in(where, (at(unit("01", "Oster")),)) == (
        Lies.UNKNOWN,
        "only some of its places are surely in Oster",
    )


def test_the_finest_words_tell_the_area() -> None:
    near = at(replace(TOWN, id="x", lat=36.9, name="Near"), "Near")
    province = at(unit("01", "Oster"), "Oster", "admin")
    assert lies_in((TARNEL,), (near, province))[0] is Lies.OUTSIDE
    assert lies_in((TARNEL,), (province,))[0] is Lies.INSIDE


def test_one_of_several_areas_is_enough() -> None:
    areas = (at(unit("02", "Brisk"), kind="admin"), at(unit("01", "Oster"), kind="admin"))
    assert lies_in((TARNEL,), areas)[0] is Lies.INSIDE
