"""Moving along a bearing and measuring it agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.places.geodesy import bearing_deg, distance_km, midpoint, moved

POINTS = st.tuples(st.floats(-70, 70), st.floats(-179, 179))


@given(POINTS, st.floats(0, 359), st.floats(1, 500))
def test_a_point_moved_is_as_far_and_in_that_direction(
    start: tuple[float, float], bearing: float, km: float
) -> None:
    end = moved(start, bearing_deg=bearing, km=km)
    assert distance_km(start, end) == pytest.approx(km, abs=1e-6)
    turned = abs(bearing_deg(start, end) - bearing) % 360
    assert min(turned, 360 - turned) < 1e-3


@given(POINTS, POINTS)
def test_the_middle_is_as_far_from_both(
    one: tuple[float, float], other: tuple[float, float]
) -> None:
    middle = midpoint(one, other)
    assert distance_km(one, middle) == pytest.approx(distance_km(other, middle), abs=1e-3)


def test_known_distances() -> None:
    paris, london = (48.8566, 2.3522), (51.5074, -0.1278)
    assert distance_km(paris, london) == pytest.approx(343.6, abs=0.5)
