"""Outlines of areas, and whether a point lies in one.

In: rings of points. Out: a ``Shape``. Points are (longitude, latitude), degrees WGS 84, as GeoJSON
has them; a ring's last point need not repeat its first. What lies in an odd number of rings is in,
so holes and islands need no order.

>>> square = Shape((((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)),))
>>> square.covers(lat=1.0, lon=2.0), square.covers(lat=5.0, lon=2.0)
(True, False)
"""

from dataclasses import dataclass, field

Point = tuple[float, float]  # longitude, latitude
Ring = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """An area as rings of (longitude, latitude); ``box`` is west, south, east, north."""

    rings: tuple[Ring, ...]
    box: tuple[float, float, float, float] = field(init=False, compare=False)

    def __post_init__(self) -> None:
        points = [point for ring in self.rings for point in ring]
        if not points:
            raise ValueError("a shape without a point")
        lons, lats = zip(*points, strict=True)
        object.__setattr__(self, "box", (min(lons), min(lats), max(lons), max(lats)))

    def covers(self, *, lat: float, lon: float) -> bool:
        """Say whether a point in degrees lies in the shape."""
        west, south, east, north = self.box
        if not (west <= lon <= east and south <= lat <= north):
            return False
        return sum(_is_inside(ring, lat, lon) for ring in self.rings) % 2 == 1


def simplified(ring: Ring, tolerance: float) -> Ring:
    """Return a ring with fewer points, none of the left out farther than ``tolerance`` degrees.

    Douglas and Peucker's way, from the ring's first point to the one farthest from it and back.
    """
    if len(ring) <= 3:
        return ring
    far = max(range(len(ring)), key=lambda i: _distance2(ring[i], ring[0]))
    if far == 0:
        return ring[:1]
    kept = (
        {0, far}
        | _kept(ring, 0, far, tolerance)
        | _kept((*ring, ring[0]), far, len(ring), tolerance)
    )
    return tuple(ring[i] for i in sorted(kept) if i < len(ring))


def area_of(ring: Ring) -> float:
    """Return the area inside a ring, in square degrees."""
    pairs = zip(ring, (*ring[1:], *ring[:1]), strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2


def _is_inside(ring: Ring, lat: float, lon: float) -> bool:
    """Say whether a ray to the east crosses the ring an odd number of times."""
    inside = False
    x1, y1 = ring[-1]
    for x2, y2 in ring:
        if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
            inside = not inside
        x1, y1 = x2, y2
    return inside


def _kept(points: Ring, first: int, last: int, tolerance: float) -> set[int]:
    """Return which points between two are kept."""
    kept: set[int] = set()
    waiting = [(first, last)]
    while waiting:
        start, end = waiting.pop()
        if end - start < 2:
            continue
        worst = max(
            range(start + 1, end), key=lambda i: _off2(points[i], points[start], points[end])
        )
        if _off2(points[worst], points[start], points[end]) > tolerance * tolerance:
            kept.add(worst)
            waiting += [(start, worst), (worst, end)]
    return kept


def _distance2(one: Point, other: Point) -> float:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _off2(point: Point, start: Point, end: Point) -> float:
    """Return the square of a point's distance from the line between two others."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length2 = _distance2(start, end)
    along = 0.0 if length2 == 0 else ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length2
    along = min(1.0, max(0.0, along))
    return _distance2(point, (x1 + along * (x2 - x1), y1 + along * (y2 - y1)))
