"""The part of a place that words tell: "the south-eastern Hasakah countryside".

In: a resolved place, the side, a gazetteer. Out: the place as the area on that side of its outline,
or of the circle around it, with the middle and reach of that area. The precision stays.

>>> from allegata.gazetteers.embedded import open_embedded
>>> from allegata.places.resolver import place_of
>>> whole = place_of(open_embedded().entry("geonames-adm1:SY.01"))
>>> part = on_side(whole, "SE", open_embedded())
>>> part.lat < whole.lat, part.lon > whole.lon, part.method
(True, True, 'relation')
"""

from dataclasses import replace
from typing import Final

from allegata.model.places import Place
from allegata.model.ports import Gazetteer
from allegata.places.areas import circle, middle_and_reach, outline, side_of
from allegata.places.reasons import reason

RELATION: Final = "relation"


def on_side(place: Place, side: str, gazetteer: Gazetteer) -> Place:
    """Return the part of a place on a side, N to NW, as an area."""
    shape = gazetteer.shape(place.id)
    whole = outline(shape) if shape is not None else circle((place.lat, place.lon), place.radius_km)
    area = side_of(whole, (place.lat, place.lon), side)
    if len(set(area.coordinates[0])) < 3:
        return place  # an outline that lies off its point has nothing on that side
    (lat, lon), reach_km = middle_and_reach(area)
    return replace(
        place,
        lat=lat,
        lon=lon,
        radius_km=max(reach_km, 0.1),
        geometry=area,
        method=RELATION,
        reasons=(*place.reasons, reason("side", side=side)),
    )
