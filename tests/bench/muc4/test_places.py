"""Which names of a list are places of an incident, and how they are noted."""

import pytest
from bench.muc4.places import Ground, areas_in

GROUND = Ground(
    [
        "GUATEMALA: GUATEMALA (DEPARTMENT) *xyz* VALIDATED",
        "PERU: LIMA (CITY) *xyz*",
        "PERU: LIMA (CITY): MIRAFLORES (NEIGHBORHOOD?) message 12 *xyz*",
        "new: words of the document",
    ]
)


def test_a_country_is_no_department_unless_the_text_says_so() -> None:
    assert GROUND.find("A BUS WAS BURNED IN GUATEMALA.") == []
    assert [one.name for one in GROUND.find("A BUS WAS BURNED IN GUATEMALA DEPARTMENT.")] == [
        "GUATEMALA"
    ]


def test_a_place_goes_inside_the_wider_one() -> None:
    told = [("MIRAFLORES", "NEIGHBORHOOD"), ("LIMA", "CITY")]
    assert GROUND.location(told, "PERU") == "PERU: LIMA (CITY): MIRAFLORES (NEIGHBORHOOD)"
    assert GROUND.nested({"MIRAFLORES"}, {"LIMA"})


@pytest.mark.parametrize(
    "line", ["", "new: words of the document", "PERU: LIMA", "*NRaD*", "PERU (CHILE): X (CITY)"]
)
def test_a_line_without_a_typed_place_names_none(line: str) -> None:
    assert list(areas_in(line)) == []
