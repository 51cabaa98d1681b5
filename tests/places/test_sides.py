"""The side of a place that words tell is an area, and never a point more precise than the place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.gazetteers.embedded import open_embedded
from allegata.places.areas import circle, middle_and_reach, side_of
from allegata.places.directions import BEARINGS, is_on_side, side_before
from allegata.places.resolver import place_of
from allegata.places.sides import on_side
from allegata.wiring import places_of


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("in the south-eastern ", "SE"),
        ("in northern ", "N"),
        ("the south eastern ", "SE"),
        ("in ", ""),
        ("a northerner in ", ""),
        ("the western side of ", ""),
    ],
)
def test_the_side_stands_right_before_the_name(words: str, side: str) -> None:
    assert side_before(f"{words}Zuhur", len(words))[0] == side


@given(
    st.sampled_from(sorted(BEARINGS)),
    st.floats(-60, 60),
    st.floats(-170, 170),
    st.floats(1, 200),
)
def test_the_middle_of_a_side_lies_on_it_and_within_the_circle(
    side: str, lat: float, lon: float, km: float
) -> None:
    middle, reach_km = middle_and_reach(side_of(circle((lat, lon), km), (lat, lon), side))
    assert is_on_side((lat, lon), middle, side)
    assert 0 < reach_km <= 2 * km


def test_a_side_of_a_unit_is_drawn_as_an_area() -> None:
    entry = open_embedded().entry("geonames-adm1:SY.01")
    assert entry is not None
    whole = place_of(entry)
    part = on_side(whole, "SE", open_embedded())
    assert part.geometry is not None
    assert part.geometry.type == "Polygon"
    assert part.precision == whole.precision
    assert part.radius_km > 10


def test_a_text_that_tells_a_side_gets_its_area_and_a_country_stays_whole() -> None:
    (part,) = places_of("in the southern Hasakah governorate", country="SY")
    assert part.place is not None
    assert (part.place.method, part.place.geometry is not None) == ("relation", True)
    (whole,) = places_of("in southern Syria")
    assert whole.place is not None
    assert whole.place.geometry is None
