"""Whether what is told of one place lies in an area: surely, not, or nobody knows.

In: the places of an incident and those of an area, as written and with their ground. Out: how they
stand to each other, and the reason where it is in doubt. Units are compared by their codes, other
ground by its reach; where the ground of an area is unknown, only its own name lets a place in.

>>> lies_in((), ())
(<Lies.INSIDE: 2>, '')
>>> from allegata.model.span import Span
>>> lies_in((), (PlaceMention("Oster province", "admin", Span("t0", 0, 14), name="Oster"),))
(<Lies.UNKNOWN: 1>, 'no place is told of it')
"""

from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Final

from allegata.model.places import AdminUnit, Place, PlaceMention
from allegata.model.vocabularies import PlacePrecision
from allegata.places.geodesy import distance_km
from allegata.places.keys import name_key

_LARGE: Final = {"country": 2, "admin": 1, "region": 1}  # kinds of mentions; all others are small
_UNITS: Final = (PlacePrecision.ADM1, PlacePrecision.ADM2, PlacePrecision.ADM3)
_ORDER: Final = {precision: place for place, precision in enumerate(PlacePrecision)}
_VAST: Final = frozenset({PlacePrecision.COUNTRY, PlacePrecision.SEA_OR_AIRSPACE})


class Lies(IntEnum):
    """How a place stands to an area."""

    OUTSIDE = 0
    UNKNOWN = 1
    INSIDE = 2


def lies_in(where: Sequence[PlaceMention], area: Sequence[PlaceMention]) -> tuple[Lies, str]:
    """Return how places stand to an area, and why that is in doubt; no area holds everything."""
    if not area:
        return Lies.INSIDE, ""
    if not where:
        return Lies.UNKNOWN, "no place is told of it"
    found = [_lies(where, unit) for unit in _finest(area)]
    return max(found, key=lambda one: one[0])


def _finest(area: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Return the mentions that tell the area: of "villages in Oster province" the villages."""
    least = min(_LARGE.get(each.kind, 0) for each in area)
    return [each for each in area if _LARGE.get(each.kind, 0) == least]


def _lies(where: Sequence[PlaceMention], unit: PlaceMention) -> tuple[Lies, str]:
    name = unit.place.name if unit.place is not None else unit.name or unit.raw
    key = _key(name)
    known = [each.place for each in where if each.place is not None]
    if unit.place is None or not known:
        if any(key in _names(each) for each in where):
            return Lies.INSIDE, ""
        unknown = f"where {name} is" if unit.place is None else "where it was"
        return Lies.UNKNOWN, f"nobody knows {unknown}"
    finest = min(_ORDER[place.precision] for place in known)
    stand = {_stands(p, unit.place) for p in known if _ORDER[p.precision] == finest}
    if len(stand) > 1:
        return Lies.UNKNOWN, f"only some of its places are surely in {name}"
    (standing,) = stand
    return standing, f"it may lie in {name} or beside it" if standing is Lies.UNKNOWN else ""


def _names(mention: PlaceMention) -> set[str]:
    place = mention.place
    units = _units(place) if place is not None else ()
    names = [mention.name or mention.raw, *(unit.name for unit in units if unit is not None)]
    return {_key(name) for name in names}


@lru_cache(maxsize=50_000)
def _key(name: str) -> str:
    """Return the key of a name; those of a case come again for each area."""
    return name_key(name)


def _stands(place: Place, area: Place) -> Lies:
    if place.id == area.id:
        return Lies.INSIDE
    if area.precision in _VAST or place.country != area.country:
        same = bool(area.country) and place.country == area.country
        return Lies.INSIDE if same else Lies.OUTSIDE
    if place.precision in _VAST:
        return Lies.UNKNOWN
    if area.precision in _UNITS:
        return _in_unit(place, area, _UNITS.index(area.precision))
    apart = distance_km((place.lat, place.lon), (area.lat, area.lon))
    if apart + place.radius_km <= area.radius_km:
        return Lies.INSIDE
    return Lies.OUTSIDE if apart > place.radius_km + area.radius_km else Lies.UNKNOWN


def _in_unit(place: Place, area: Place, level: int) -> Lies:
    """Compare divisions, the largest first, down to the level of the area.

    Gazetteers have codes of their own: divisions of one name are one.
    """
    for one, other in list(zip(_units(place), _units(area), strict=True))[: level + 1]:
        if one is None or other is None:
            return Lies.UNKNOWN
        if one.code != other.code and _key(one.name) != _key(other.name):
            return Lies.OUTSIDE
    return Lies.INSIDE


def _units(place: Place) -> tuple[AdminUnit | None, ...]:
    return place.admin1, place.admin2, place.admin3
