"""Areas that words tell: a side of a place or unit.

In: points in degrees, outlines. Out: an ``Area`` as GeoJSON has it, its middle and its reach.

>>> half = side_of(circle((0.0, 0.0), 111.195), (0.0, 0.0), "N")
>>> (lat, lon), reach_km = middle_and_reach(half)
>>> round(lat, 1), 100 < reach_km < 130
(0.4, True)
"""

from collections.abc import Sequence
from typing import Final

from allegata.model.places import Area
from allegata.model.shape import Shape, area_of
from allegata.places.geodesy import Point, bearing_deg, distance_km, moved

_CORNERS: Final = 32  # of a polygon that stands for a circle
_PLACES: Final = 4  # decimal places of a degree: 11 m
Ring = tuple[tuple[float, float], ...]  # longitude, latitude
# What each side asks of the way from the middle: east (x) and north (y).
_HALVES: Final = {"N": (0, 1), "E": (1, 0), "S": (0, -1), "W": (-1, 0)}


def circle(middle: Point, km: float) -> Ring:
    """Return a ring around a point."""
    corners = (moved(middle, bearing_deg=360.0 * n / _CORNERS, km=km) for n in range(_CORNERS))
    return tuple((lon, lat) for lat, lon in corners)


def outline(shape: Shape) -> Ring:
    """Return the largest ring of a shape."""
    return max(shape.rings, key=area_of)


def side_of(ring: Ring, middle: Point, side: str) -> Area:
    """Return the part of a ring on one side of ``middle``: a half, or a quarter for "SE"."""
    lat, lon = middle
    kept: Sequence[tuple[float, float]] = ring
    for letter in side:
        x, y = _HALVES[letter]
        kept = _clipped(kept, lon, lat, x, y)
    return _area(kept)


def corridor(one: Point, other: Point, half_width_km: float) -> Area:
    """Return the strip along the way between two points."""
    along = bearing_deg(one, other)
    turns = ((one, -90), (other, -90), (other, 90), (one, 90))
    corners = (moved(p, bearing_deg=(along + turn) % 360, km=half_width_km) for p, turn in turns)
    return _area([(lon, lat) for lat, lon in corners])


def middle_and_reach(area: Area) -> tuple[Point, float]:
    """Return the middle of an area's ring, and how far its farthest corner is from that."""
    ring = area.coordinates[0][:-1]
    pairs = list(zip(ring, (*ring[1:], ring[0]), strict=True))
    weights = [x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs]
    whole = sum(weights)
    lon = sum(w * (p[0] + q[0]) for w, (p, q) in zip(weights, pairs, strict=True)) / (3 * whole)
    lat = sum(w * (p[1] + q[1]) for w, (p, q) in zip(weights, pairs, strict=True)) / (3 * whole)
    reach = max(distance_km((lat, lon), (y, x)) for x, y in ring)
    return (round(lat, 5), round(lon, 5)), round(reach, 1)


def _clipped(
    ring: Sequence[tuple[float, float]], lon: float, lat: float, x: int, y: int
) -> list[tuple[float, float]]:
    """Return the part of a ring on one side of a line through a point (Sutherland and Hodgman)."""
    kept: list[tuple[float, float]] = []
    for here, there in zip(ring, (*ring[1:], ring[0]), strict=True):
        one = (here[0] - lon) * x + (here[1] - lat) * y
        other = (there[0] - lon) * x + (there[1] - lat) * y
        if one >= 0:
            kept.append(here)
        if (one >= 0) != (other >= 0):
            part = one / (one - other)
            kept.append(
                (here[0] + part * (there[0] - here[0]), here[1] + part * (there[1] - here[1]))
            )
    return kept


def _area(ring: Sequence[tuple[float, float]]) -> Area:
    rounded = tuple((round(lon, _PLACES), round(lat, _PLACES)) for lon, lat in ring)
    return Area("Polygon", ((*rounded, rounded[0]),))
