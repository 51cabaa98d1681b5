"""A place as a person gives it: an entry of a gazetteer, a point, or an area that they drew.

In: what the person gave, and a gazetteer for the units that hold it. Out: a ``Place`` of method
"chosen", which is sure because a person says so, and no more precise than they said.

>>> from allegata.gazetteers.embedded import open_embedded
>>> place = chosen_point(35.95, 39.01, radius_km=2.0, gazetteer=open_embedded())
>>> place.name, place.precision.value, place.method
('35.95000, 39.01000', 'near_settlement', 'chosen')
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from allegata.model.errors import InputError
from allegata.model.places import AdminUnit, Area, GazetteerEntry, Place
from allegata.model.ports import Gazetteer
from allegata.model.vocabularies import PlacePrecision
from allegata.places.crosswalks import codes_of
from allegata.places.geodesy import distance_km
from allegata.places.reasons import reason
from allegata.places.resolver import place_of

CHOSEN: Final = "chosen"
MOST_CORNERS: Final = 500
MOST_KM: Final = 5_000.0
Ring = Sequence[tuple[float, float]]  # longitude, latitude, as GeoJSON has them
# How far around a point a person may be unsure, and what that is called.
_PRECISIONS: Final = (
    (0.1, PlacePrecision.EXACT),
    (0.5, PlacePrecision.SITE),
    (1.0, PlacePrecision.STREET_OR_NEIGHBOURHOOD),
)


def chosen_entry(entry: GazetteerEntry, kind: str = "") -> Place:
    """Return an entry as the place that a person means by words of ``kind``."""
    return as_chosen(place_of(entry, kind=kind))


def chosen_point(lat: float, lon: float, *, radius_km: float, gazetteer: Gazetteer) -> Place:
    """Return a point that a person set, sure within a radius.

    Raises:
        InputError: it lies nowhere on the globe, or the radius is no length.
    """
    _check_point(lat, lon)
    if not 0.0 < radius_km <= MOST_KM:
        raise InputError(
            "choice.radius",
            f"A place cannot be sure within {radius_km:g} km.",
            f"Give kilometres above 0 and up to {MOST_KM:g}.",
        )
    precision = next(
        (name for most, name in _PRECISIONS if radius_km <= most), PlacePrecision.NEAR_SETTLEMENT
    )
    return _place(((lon, lat),), precision, radius_km, gazetteer)


def chosen_area(ring: Ring, gazetteer: Gazetteer) -> Place:
    """Return an area that a person drew, its corners in order, the first not repeated.

    Raises:
        InputError: too few or too many corners, one that lies nowhere, or round the globe.
    """
    corners = tuple((float(lon), float(lat)) for lon, lat in ring)
    if len(corners) > 1 and corners[0] == corners[-1]:
        corners = corners[:-1]
    if not 3 <= len(set(corners)) <= MOST_CORNERS:
        raise InputError(
            "choice.area",
            f"An area of {len(set(corners))} corners cannot be drawn.",
            f"Give 3 to {MOST_CORNERS} different corners.",
        )
    for lon, lat in corners:
        _check_point(lat, lon)
    lons = [lon for lon, _ in corners]
    if max(lons) - min(lons) > 180.0:
        raise InputError(
            "choice.area",
            "An area that reaches over the 180th meridian cannot be drawn.",
            "Draw the part on one side of it.",
        )
    place = _place(corners, PlacePrecision.REGION_OR_LINE, None, gazetteer)
    return replace(place, geometry=Area("Polygon", ((*corners, corners[0]),)))


def as_chosen(place: Place) -> Place:
    """Return a place as one that a person has chosen: no doubt of the program's stays with it."""
    return replace(place, method=CHOSEN, score=1.0, reasons=(reason(CHOSEN),), alternatives=())


def _place(
    corners: tuple[tuple[float, float], ...],
    precision: PlacePrecision,
    radius_km: float | None,
    gazetteer: Gazetteer,
) -> Place:
    """Return what lies around the middle of the corners, in the units that hold all of them."""
    lon, lat = (sum(values) / len(corners) for values in zip(*corners, strict=True))
    if radius_km is None:
        radius_km = max(distance_km((lat, lon), (y, x)) for x, y in corners)
    country, units = _units(corners, gazetteer)
    name = f"{lat:.5f}, {lon:.5f}"
    kind = "point" if len(corners) == 1 else "area"
    return as_chosen(
        Place(
            id=f"{kind}:{lat:.5f},{lon:.5f}",
            same_as=(),
            name=name if kind == "point" else f"area around {name}",
            country=country,
            admin1=units.get("admin1"),
            admin2=units.get("admin2"),
            admin3=units.get("admin3"),
            lat=round(lat, 6),
            lon=round(lon, 6),
            precision=precision,
            radius_km=round(radius_km, 3),
            score=1.0,
            codes=codes_of(precision, people=None),
        )
    )


def _units(corners: Ring, gazetteer: Gazetteer) -> tuple[str, dict[str, AdminUnit | None]]:
    """Return the country and the units that hold every corner, as far as outlines tell."""
    country = ""
    units: dict[str, AdminUnit | None] = {}
    for entry in _holding(corners, gazetteer):
        country = entry.country
        if entry.feature.startswith("adm"):
            level = f"admin{entry.feature[-1]}"
            units[level] = getattr(entry, level)
    return country, units


def _holding(corners: Ring, gazetteer: Gazetteer) -> list[GazetteerEntry]:
    held = [list(gazetteer.units_at(lat, lon)) for lon, lat in corners]
    ids = set.intersection(*({entry.id for entry in entries} for entries in held))
    return [entry for entry in held[0] if entry.id in ids]


def _check_point(lat: float, lon: float) -> None:
    if not (-90.0 <= lat <= 90.0 and -180.0 <= lon <= 180.0):
        raise InputError(
            "choice.coordinates",
            f"{lat:g}, {lon:g} lies nowhere on the globe.",
            "Give degrees, latitude from -90 to 90 and longitude from -180 to 180.",
        )
