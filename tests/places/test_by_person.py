"""Places as people give them: an entry, a point, an area, and what cannot be one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.gazetteers.embedded import open_embedded
from allegata.model.errors import InputError
from allegata.model.vocabularies import PlacePrecision
from allegata.places.by_person import chosen_area, chosen_entry, chosen_point
from allegata.places.geodesy import distance_km

GAZETTEER = open_embedded()
LATS = st.floats(-80, 80)
LONS = st.floats(-170, 170)


def test_an_entry_is_chosen_without_a_doubt_of_the_programs() -> None:
    (found, *_) = GAZETTEER.find("Raqqa", country="SY")
    place = chosen_entry(found.entry)
    assert (place.id, place.method, place.score) == (found.entry.id, "chosen", 1.0)
    assert place.alternatives == ()
    assert place.reasons == ("chosen by a person",)


@pytest.mark.parametrize(
    ("radius_km", "precision"),
    [
        (0.05, PlacePrecision.EXACT),
        (0.3, PlacePrecision.SITE),
        (1.0, PlacePrecision.STREET_OR_NEIGHBOURHOOD),
        (8.0, PlacePrecision.NEAR_SETTLEMENT),
    ],
)
def test_a_point_is_as_precise_as_the_person_is_sure(
    radius_km: float, precision: PlacePrecision
) -> None:
    place = chosen_point(35.9, 39.0, radius_km=radius_km, gazetteer=GAZETTEER)
    assert (place.precision, place.radius_km) == (precision, radius_km)


@given(LATS, LONS, st.floats(0.01, 1.0))
def test_an_area_keeps_its_corners_and_reaches_all_of_them(
    lat: float, lon: float, size: float
) -> None:
    corners = [(lon, lat), (lon + size, lat), (lon + size, lat + size)]
    place = chosen_area(corners, GAZETTEER)
    assert place.geometry is not None
    assert place.geometry.coordinates == ((*corners, corners[0]),)
    far = max(distance_km((place.lat, place.lon), (y, x)) for x, y in corners)
    assert place.radius_km == pytest.approx(far, abs=0.002)


def test_a_closed_ring_is_the_same_area() -> None:
    ring = [(39.0, 35.0), (39.5, 35.0), (39.5, 35.5)]
    assert chosen_area([*ring, ring[0]], GAZETTEER) == chosen_area(ring, GAZETTEER)


@pytest.mark.parametrize(
    ("ring", "code"),
    [
        ([(39.0, 35.0), (39.5, 35.0)], "choice.area"),
        ([(39.0, 35.0), (39.5, 35.0), (39.0, 35.0)], "choice.area"),
        ([(39.0, 95.0), (39.5, 35.0), (39.0, 36.0)], "choice.coordinates"),
        ([(-179.0, 10.0), (179.0, 10.0), (179.0, 11.0)], "choice.area"),
        ([(0.1 * at, 0.1 * (at % 7)) for at in range(501)], "choice.area"),
    ],
)
def test_what_is_no_area_is_refused(ring: list[tuple[float, float]], code: str) -> None:
    with pytest.raises(InputError) as caught:
        chosen_area(ring, GAZETTEER)
    assert caught.value.code == code


@pytest.mark.parametrize("radius_km", [0.0, -1.0, float("nan"), 9_000.0])
def test_a_radius_is_a_length(radius_km: float) -> None:
    with pytest.raises(InputError) as caught:
        chosen_point(35.0, 39.0, radius_km=radius_km, gazetteer=GAZETTEER)
    assert caught.value.code == "choice.radius"


@pytest.mark.parametrize("point", [(91.0, 0.0), (0.0, 181.0), (float("nan"), 0.0)])
def test_a_point_lies_on_the_globe(point: tuple[float, float]) -> None:
    with pytest.raises(InputError) as caught:
        chosen_point(*point, radius_km=1.0, gazetteer=GAZETTEER)
    assert caught.value.code == "choice.coordinates"
