"""Coordinates in every notation that accounts use, and what only looks like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.places.coordinates import find_coordinates, point_of


@pytest.mark.parametrize(
    ("text", "lat", "lon", "radius_km"),
    [
        ("at 35.9528, 39.0079 near the bridge", 35.9528, 39.0079, 0.01),
        ("(-1.2921, 36.8219)", -1.2921, 36.8219, 0.01),
        ("33.3128 N, 44.3615 E", 33.3128, 44.3615, 0.01),
        ("12.5° S 40.25° W", -12.5, -40.25, 7.86),
        ("latitude 33.51, longitude 36.29", 33.51, 36.29, 0.79),
        ("36°12'30\"N 37°09'00\"E", 36.20833, 37.15, 0.02),
        ("36°12′30″ N, 37°9′0″ E", 36.20833, 37.15, 0.02),
        ("36°12.5'N, 37°9'E", 36.20833, 37.15, 1.31),  # the coarser half tells
        ("36°N 37°E", 36.0, 37.0, 78.63),
        # the same points as two independent libraries give them
        ("UTM 37S 440000 3975000", 35.91748, 38.33497, 0.01),
        ("grid 38S MB 441 886", 33.33557, 44.39986, 0.07),
        ("37SDV4000075000", 35.91748, 38.33498, 0.01),
        ("GPS: 35.33 40.14", 35.33, 40.14, 0.79),
        ("coordinates (35.33, 40.14)", 35.33, 40.14, 0.79),
        ("N35.3359 E40.1408", 35.3359, 40.1408, 0.01),
        ("40.1408 E 35.3359 N", 35.3359, 40.1408, 0.01),
        ("36°12,5’N et 37°9,0’E", 36.20833, 37.15, 0.13),
        ("48°51'30\" N, 2°17'40\" O", 48.85833, -2.29444, 0.02),
        ("36°12′ с. ш. 37°09′ в. д.", 36.2, 37.15, 1.31),
        ("北纬36°12′,东经37°09′", 36.2, 37.15, 1.31),
        ("36.2° شمالا، 37.15° شرقا", 36.2, 37.15, 7.86),
        ("56H LH 34873 50964", -33.86873, 151.21476, 0.01),
    ],
)
def test_a_point_is_read_in_degrees_with_what_its_last_digit_leaves_open(
    text: str, lat: float, lon: float, radius_km: float
) -> None:
    (point,) = find_coordinates(text)
    assert (point.lat, point.lon, point.radius_km) == (lat, lon, radius_km)
    assert point_of(text[point.start : point.end]) is not None


@pytest.mark.parametrize(
    "text",
    [
        "S/2017/675 of 3.4.2017",
        "12.5, 13.5 per cent",
        "$12.5000, 13.5000",
        "version 1.2345, 6.7",
        "on 03.04.2017, 12.1234 people",
        "95.1234, 20.5678",
        "20.5678, 190.1234",
        "36°75'N 37°10'E",
        "61S AA 1234 5678",
        "37S DV 123 45",
        "Tel. 030.1234, 5678.1234",
        "between 10.0000 and 20.0000",
        "12.5000, 13.7500%",
        "exits 12 N and 14 E",
        "35.3 N, 36.2 N",
        "37S ZZ 12345 67890",
    ],
)
def test_other_numbers_are_no_coordinates(text: str) -> None:
    assert find_coordinates(text) == ()


@given(
    st.integers(-900_000, 900_000).map(lambda n: n / 10_000),
    st.integers(-1_800_000, 1_800_000).map(lambda n: n / 10_000),
)
def test_a_decimal_point_is_read_as_it_was_written(lat: float, lon: float) -> None:
    text = f"a shell fell at {lat:.4f}, {lon:.4f} and burned"
    (point,) = find_coordinates(text)
    assert (point.lat, point.lon) == (lat, lon)
    assert text[point.start : point.end] == f"{lat:.4f}, {lon:.4f}"


@given(st.text(max_size=60))
def test_no_text_is_an_error_and_every_point_is_on_the_globe(text: str) -> None:
    for point in find_coordinates(text):
        assert -90 <= point.lat <= 90
        assert -180 <= point.lon <= 180
