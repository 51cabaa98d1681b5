"""Coordinates as places: the point itself, and the units that it lies in where outlines tell.

In: the words of a mention of kind "coordinates", a gazetteer. Out: a ``Place``; None where they
give no point.
"""

from typing import Final

from allegata.model.places import AdminUnit, Place
from allegata.model.ports import Gazetteer
from allegata.model.vocabularies import PlacePrecision
from allegata.places.coordinates import point_of
from allegata.places.crosswalks import codes_of
from allegata.places.reasons import reason

COORDINATES: Final = "coordinates"  # kind of a mention, and method of its place
_EXACT_KM: Final = 0.5  # a point known less well than this is near what it means


def point_place(raw: str, gazetteer: Gazetteer) -> Place | None:
    """Return the place that coordinates give, named by its degrees."""
    point = point_of(raw)
    if point is None:
        return None
    units: dict[str, AdminUnit | None] = {}
    country = ""
    for entry in gazetteer.units_at(point.lat, point.lon):
        country = entry.country
        if entry.feature.startswith("adm"):
            level = f"admin{entry.feature[-1]}"
            units[level] = getattr(entry, level)
    is_exact = point.radius_km <= _EXACT_KM
    precision = PlacePrecision.EXACT if is_exact else PlacePrecision.NEAR_SETTLEMENT
    return Place(
        id=f"point:{point.lat:.5f},{point.lon:.5f}",
        same_as=(),
        name=f"{point.lat:.5f}, {point.lon:.5f}",
        country=country,
        admin1=units.get("admin1"),
        admin2=units.get("admin2"),
        admin3=units.get("admin3"),
        lat=point.lat,
        lon=point.lon,
        precision=precision,
        radius_km=point.radius_km,
        score=1.0,
        method=COORDINATES,
        reasons=(reason(COORDINATES),),
        codes=codes_of(precision, people=None),
    )
