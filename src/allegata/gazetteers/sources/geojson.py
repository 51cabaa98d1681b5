"""Outlines out of GeoJSON, simplified to what a map of a country can show.

In: a geometry, Polygon or MultiPolygon. Out: a ``Shape`` of fewer points, None of others.

>>> square = [[0, 0], [0, 1], [1, 1], [1, 0], [0, 0]]
>>> shape_of({"type": "Polygon", "coordinates": [square]}).covers(lat=0.5, lon=0.5)
True
"""

from collections.abc import Mapping
from typing import Any, Final

from allegata.model.shape import Ring, Shape, area_of, simplified

TOLERANCE: Final = 0.003  # degrees, some 300 m
_LEAST_AREA: Final = 1e-5  # square degrees, some 0.1 km²: smaller pieces are left out


def shape_of(geometry: Mapping[str, Any]) -> Shape | None:  # Any: GeoJSON as parsed
    """Return the outline of a geometry; None where it is no area or too small to be one."""
    kind = geometry.get("type")
    if kind == "Polygon":
        polygons = [geometry["coordinates"]]
    elif kind == "MultiPolygon":
        polygons = geometry["coordinates"]
    else:
        return None
    rings = [_ring(ring) for polygon in polygons for ring in polygon]
    kept = tuple(ring for ring in rings if len(ring) >= 3 and area_of(ring) >= _LEAST_AREA)
    return Shape(kept) if kept else None


def _ring(points: list[list[float]]) -> Ring:
    """Return a ring without the repetition of its first point."""
    ring = tuple((float(point[0]), float(point[1])) for point in points)
    if len(ring) > 1 and ring[0] == ring[-1]:
        ring = ring[:-1]
    return simplified(ring, TOLERANCE)
