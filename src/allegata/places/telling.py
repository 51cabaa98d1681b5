"""What the words before places make of them: a side, a distance away, the way between two.

In: a text, the spans of the places in it, what they stand for by themselves, a gazetteer. Out: what
they stand for as told. A person's choice, a country and a smallest unit that holds something else
stay as they are.

>>> from allegata.gazetteers.embedded import open_embedded
>>> from allegata.places.resolver import place_of
>>> gazetteer = open_embedded()
>>> raqqah = place_of(gazetteer.entry("geonames:172955"))
>>> (place,) = as_told("20 km north of Raqqah", [(15, 21)], [raqqah], gazetteer)
>>> place.precision.value, place.radius_km, round(place.lat - raqqah.lat, 2), place.reasons
('near_settlement', 5.0, 0.18, ('20 km to the N of Ar Raqqah',))
"""

from collections.abc import Sequence
from typing import Final

from allegata.model.places import Place
from allegata.model.ports import Gazetteer
from allegata.model.vocabularies import PlacePrecision
from allegata.places.directions import side_before
from allegata.places.relation_places import place_of_relation
from allegata.places.relations import find_relations
from allegata.places.sides import on_side

_AS_THEY_ARE: Final = frozenset({"chosen", "parent", "relation"})


def as_told(
    text: str,
    spans: Sequence[tuple[int, int]],
    places: Sequence[Place | None],
    gazetteer: Gazetteer,
) -> list[Place | None]:
    """Return the places at ``spans`` of ``text``, which are in order, as the words tell them."""
    told = list(places)
    for number, ((start, _), place) in enumerate(zip(spans, places, strict=True)):
        if place is not None and not _is_fixed(place):
            side, _ = side_before(text, start)
            told[number] = on_side(place, side, gazetteer) if side else place
    for relation in find_relations(text, spans):
        anchors = [places[number] for number in relation.anchors]
        known = [one for one in anchors if one is not None and not _is_fixed(one)]
        made = place_of_relation(relation, known) if len(known) == len(anchors) else None
        for number in relation.anchors if made is not None else ():
            told[number] = made
    return told


def _is_fixed(place: Place) -> bool:
    return place.method in _AS_THEY_ARE or place.precision is PlacePrecision.COUNTRY
