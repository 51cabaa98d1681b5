"""How precisely a gazetteer's entry tells where words lie, and how far around its point.

In: an entry, and what the words say of their kind. Out: a class of DESIGN's list and a radius in
kilometres. Nothing is ever finer than what the words and the gazetteer both say.

>>> from allegata.model.places import GazetteerEntry
>>> town = GazetteerEntry("x:1", "Zuhur", "ZZ", "settlement", 1.0, 2.0, 20_000, None, None)
>>> precision_of(town, "settlement")
(<PlacePrecision.SETTLEMENT: 'settlement'>, 3.0)
>>> precision_of(town, "region")
(<PlacePrecision.NEAR_SETTLEMENT: 'near_settlement'>, 25.0)
"""

from typing import Final

from allegata.model.places import GazetteerEntry
from allegata.model.vocabularies import PlacePrecision

AROUND_KM: Final = 25.0  # the countryside of a settlement
NEAR_KM: Final = 10.0  # "near" a settlement, from its edge
_AROUND: Final = frozenset({"region", "countryside"})
_NEIGHBOURHOOD_KM: Final = 1.0
_SITE_KM: Final = 0.5
# Units and countries whose reach the gazetteer does not know, in kilometres.
_AREAS: Final = {"country": 500.0, "adm1": 100.0, "adm2": 40.0, "adm3": 20.0, "region": 100.0}
_PRECISIONS: Final = {
    "country": PlacePrecision.COUNTRY,
    "adm1": PlacePrecision.ADM1,
    "adm2": PlacePrecision.ADM2,
    "adm3": PlacePrecision.ADM3,
    "region": PlacePrecision.REGION_OR_LINE,
}
# People, and how far from its point a settlement of at most so many reaches, in kilometres.
_REACHES: Final = ((10_000, 1.0), (100_000, 3.0), (1_000_000, 5.0))
_REACH_OF_A_METROPOLIS: Final = 10.0
_REACH_UNKNOWN: Final = 3.0


def precision_of(entry: GazetteerEntry, kind: str) -> tuple[PlacePrecision, float]:
    """Return how precisely an entry tells where words of ``kind`` lie, and within what radius.

    A facility is somewhere in the settlement that it is named after; countryside is around it.
    """
    area = _PRECISIONS.get(entry.feature)
    if area is not None:
        return area, entry.radius_km or _AREAS[entry.feature]
    if kind in _AROUND:
        return PlacePrecision.NEAR_SETTLEMENT, AROUND_KM
    if entry.feature == "neighbourhood":
        return PlacePrecision.STREET_OR_NEIGHBOURHOOD, entry.radius_km or _NEIGHBOURHOOD_KM
    if entry.feature == "site":
        return PlacePrecision.SITE, entry.radius_km or _SITE_KM
    return PlacePrecision.SETTLEMENT, reach_km(entry)


def reach_km(entry: GazetteerEntry) -> float:
    """Return how far a settlement reaches from its point."""
    if entry.radius_km is not None:
        return entry.radius_km
    if entry.population is None:
        return _REACH_UNKNOWN
    return next((km for most, km in _REACHES if entry.population <= most), _REACH_OF_A_METROPOLIS)
