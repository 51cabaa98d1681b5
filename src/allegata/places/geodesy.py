"""Distances, bearings and points on the globe.

In: points as (latitude, longitude) in degrees WGS 84. Out: kilometres, degrees clockwise from
north, points. The globe is taken for a sphere, which is wrong by half a per cent at most.

>>> round(distance_km((0.0, 0.0), (0.0, 1.0)), 1)
111.2
>>> [round(degree, 3) for degree in moved((0.0, 0.0), bearing_deg=90.0, km=111.195)]
[0.0, 1.0]
>>> round(bearing_deg((0.0, 0.0), (1.0, 1.0)))
45
"""

from math import asin, atan2, cos, degrees, radians, sin, sqrt
from typing import Final

EARTH_KM: Final = 6371.0088
Point = tuple[float, float]
Vector = tuple[float, float, float]


def distance_km(one: Point, other: Point) -> float:
    """Return the great-circle distance between two points."""
    lat1, lat2 = radians(one[0]), radians(other[0])
    half_lat = sin((lat2 - lat1) / 2)
    half_lon = sin(radians(other[1] - one[1]) / 2)
    part = half_lat * half_lat + cos(lat1) * cos(lat2) * half_lon * half_lon
    return 2 * EARTH_KM * asin(min(1.0, sqrt(part)))


def on_globe(point: Point) -> Vector:
    """Return a point as one on the unit globe, of which ``apart_km`` is soon told."""
    lat, lon = radians(point[0]), radians(point[1])
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def apart_km(one: Vector, other: Vector) -> float:
    """Return the distance through the globe between two points on it.

    It is what ``distance_km`` is, less one in a thousand at 1,000 km.

    >>> round(apart_km(on_globe((0.0, 0.0)), on_globe((0.0, 1.0))), 1)
    111.2
    """
    (x1, y1, z1), (x2, y2, z2) = one, other
    x, y, z = x1 - x2, y1 - y2, z1 - z2
    return EARTH_KM * sqrt(x * x + y * y + z * z)


def bearing_deg(one: Point, other: Point) -> float:
    """Return the direction from one point to another, 0 to 360."""
    lat1, lat2 = radians(one[0]), radians(other[0])
    east = radians(other[1] - one[1])
    x = sin(east) * cos(lat2)
    y = cos(lat1) * sin(lat2) - sin(lat1) * cos(lat2) * cos(east)
    return degrees(atan2(x, y)) % 360.0


def moved(start: Point, *, bearing_deg: float, km: float) -> Point:
    """Return the point ``km`` from ``start`` in a direction."""
    lat, turn, arc = radians(start[0]), radians(bearing_deg), km / EARTH_KM
    new_lat = asin(sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(turn))
    east = atan2(sin(turn) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(new_lat))
    return degrees(new_lat), (start[1] + degrees(east) + 540.0) % 360.0 - 180.0


def midpoint(one: Point, other: Point) -> Point:
    """Return the point halfway between two."""
    half = distance_km(one, other) / 2
    return moved(one, bearing_deg=bearing_deg(one, other), km=half)
