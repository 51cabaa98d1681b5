"""Which names of the official list are places of an incident."""

from bench.muc4.places import ground


def test_a_country_is_no_department_unless_the_text_says_so() -> None:
    assert ground().find("A BUS WAS BURNED IN GUATEMALA.") == []
    assert [one.name for one in ground().find("A BUS WAS BURNED IN GUATEMALA DEPARTMENT.")] == [
        "GUATEMALA"
    ]
