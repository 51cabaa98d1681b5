"""Places told by others, as the areas that the words leave open.

In: a relation and the places of its anchors. Out: a ``Place`` by its first anchor's name, with the
middle, radius and area of what is told; None where the anchors are too large to tell anything.

* offset: the point at that bearing, within 5 km, a quarter of the distance or the anchor's reach,
  whichever is most. Without a distance it may be a part of the anchor or beyond it ("west of Gaza
  City"), so that the area is around the anchor;
* near: around the anchor;
* between: around the middle, as far as both;
* along: the corridor between both, as no list of roads is at hand.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from allegata.model.places import Area, Place
from allegata.model.vocabularies import PlacePrecision
from allegata.places.areas import corridor
from allegata.places.crosswalks import codes_of
from allegata.places.directions import BEARINGS
from allegata.places.geodesy import Point, distance_km, midpoint, moved
from allegata.places.precision import NEAR_KM
from allegata.places.reasons import reason
from allegata.places.relations import ALONG, BETWEEN, NEAR, Relation
from allegata.places.sides import RELATION

LEAST_KM: Final = 5.0
PART: Final = 0.25  # of a distance, by which it may be wrong
FAR_KM: Final = 300.0  # places farther apart are no two ends of one road or area
_ANCHORS: Final = frozenset(
    {
        *(PlacePrecision.EXACT, PlacePrecision.SITE, PlacePrecision.STREET_OR_NEIGHBOURHOOD),
        *(PlacePrecision.SETTLEMENT, PlacePrecision.NEAR_SETTLEMENT),
    }
)


def place_of_relation(relation: Relation, anchors: Sequence[Place]) -> Place | None:
    """Return what is told by ``anchors``, which are the places of the relation's own."""
    if any(anchor.precision not in _ANCHORS for anchor in anchors):
        return None
    first = anchors[0]
    here = (first.lat, first.lon)
    if relation.kind in (BETWEEN, ALONG):
        return _of_two(relation.kind, first, anchors[1])
    near = PlacePrecision.NEAR_SETTLEMENT
    if relation.kind == NEAR:
        told = reason("near_it", name=first.name)
        return _told(first, here, first.radius_km + NEAR_KM, near, told)
    if relation.distance_km is None:
        told = reason("beyond", side=relation.side, name=first.name)
        return _told(first, here, first.radius_km + NEAR_KM, near, told)
    point = moved(here, bearing_deg=BEARINGS[relation.side], km=relation.distance_km)
    radius_km = max(LEAST_KM, PART * relation.distance_km, first.radius_km)
    km = f"{relation.distance_km:g}"
    told = reason("offset", km=km, side=relation.side, name=first.name)
    return _told(first, point, radius_km, near, told)


def _of_two(kind: str, first: Place, second: Place) -> Place | None:
    """Return the area between two places, or the corridor along the way."""
    one, other = (first.lat, first.lon), (second.lat, second.lon)
    apart = distance_km(one, other)
    if not 0 < apart <= FAR_KM:
        return None
    half_width = max(LEAST_KM, PART * apart)
    area = corridor(one, other, half_width) if kind == ALONG else None
    told = reason(kind, name=first.name, other=second.name)
    radius_km = max(LEAST_KM, apart / 2)
    middle = midpoint(one, other)
    return _told(first, middle, radius_km, PlacePrecision.REGION_OR_LINE, told, area)


def _told(
    anchor: Place,
    middle: Point,
    radius_km: float,
    precision: PlacePrecision,
    told: str,
    area: Area | None = None,
) -> Place:
    return replace(
        anchor,
        lat=round(middle[0], 5),
        lon=round(middle[1], 5),
        radius_km=round(radius_km, 1),
        precision=precision,
        geometry=area,
        method=RELATION,
        reasons=(told, *anchor.reasons),
        codes=codes_of(precision),
    )
