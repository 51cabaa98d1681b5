"""Names of places to points on the ground, with honest precision, or to nothing.

In: the place mentions of one document, a gazetteer, and the country that the document is about.
Out: the same mentions with ``place`` where it is certain enough; homonyms stay as alternatives.

How a candidate is scored is told in ``place_scores``. In "X district, Y province" the place lies in
the unit named right behind it, wherever else its namesakes are. Where the best is below 0.5, or
small and abroad, the words stay without a place; where nothing decides between it and a namesake,
they stand for the first-level unit that holds them all, if one does.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from allegata.lang.countries import country_named
from allegata.model.places import Candidate, GazetteerEntry, Place, PlaceMention
from allegata.model.ports import Gazetteer
from allegata.model.vocabularies import PlacePrecision
from allegata.places.keys import plain_key
from allegata.places.lookups import near
from allegata.stages.normalize.place_scores import Scored, candidates, is_framed, proper_name

ENOUGH: Final = 0.5
_APART: Final = 4  # characters between a place and the unit that it lies in
_CONTAINED: Final = ("admin", "settlement", "unknown")
_UNITS: Final = {"adm1": PlacePrecision.ADM1, "adm2": PlacePrecision.ADM2}
_LEVEL: Final = 0.03  # two scores nearer than this do not decide
_CLEARLY_MORE: Final = 3  # times the people of a namesake in another country
_MOST_ALTERNATIVES: Final = 5
_LEAST_ABROAD: Final = 100_000  # people: a smaller namesake abroad is a village here left out
_AROUND_KM: Final = 25.0  # the countryside of a settlement
_AREA_KM: Final = 100.0  # a unit or country whose reach the gazetteer does not know
_Key = tuple[str, str, bool]
# People, and how far from its point a settlement of at most so many reaches, in kilometres.
_REACHES: Final = ((10_000, 1.0), (100_000, 3.0), (1_000_000, 5.0))
_REACH_OF_A_METROPOLIS: Final = 10.0
_REACH_UNKNOWN: Final = 3.0


def resolve_places(
    mentions: Sequence[PlaceMention], gazetteer: Gazetteer, *, country: str | None
) -> tuple[PlaceMention, ...]:
    """Return the mentions in their order, each with the place that it most surely names.

    The same name with the same type word gets the same place throughout. ``country`` is ISO 3166
    alpha-2, None where the document does not tell one.
    """
    home = country or _most_named(mentions, gazetteer)
    known: dict[_Key, Place | None] = {}
    for mention, container in pairwise(mentions):
        key = _key(mention)
        if key not in known and _is_right_behind(container, mention):
            place = _resolve_within(mention, container, gazetteer, home)
            if place is not None:
                known[key] = place
    resolved = []
    for mention in mentions:
        key = _key(mention)
        if key not in known:
            known[key] = _resolve(mention, gazetteer, home)
        resolved.append(replace(mention, place=known[key]))
    return tuple(resolved)


def _key(mention: PlaceMention) -> _Key:
    return plain_key(proper_name(mention)), mention.kind, is_framed(mention)


def _is_right_behind(container: PlaceMention, mention: PlaceMention) -> bool:
    """Say whether a unit is named right behind a place: ", " or " of " is between them."""
    apart = container.span.start - mention.span.end
    return (
        0 < apart <= _APART
        and container.kind == "admin"
        and mention.kind in _CONTAINED
        and (is_framed(container) or is_framed(mention))
    )


def _resolve_within(
    mention: PlaceMention, container: PlaceMention, gazetteer: Gazetteer, home: str | None
) -> Place | None:
    """Return the place that a mention names in a unit; the unit where that holds none of the name.

    A bare name that the unit does not hold is one of a list: "Aleppo, Raqqah province".
    """
    whole = _resolve(container, gazetteer, home)
    if whole is None or whole.precision is not PlacePrecision.ADM1 or whole.admin1 is None:
        return None
    found = candidates(mention, gazetteer, home, within=whole.admin1)
    if not found:
        return whole if is_framed(mention) else None
    best = found[0]
    if mention.kind == "admin" and best.entry.feature == "settlement":
        return whole
    return _place(best, found[1:], kind=mention.kind)


def _most_named(mentions: Sequence[PlaceMention], gazetteer: Gazetteer) -> str | None:
    """Return the country that most mentions name or can only lie in; None where two are level."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        if mention.kind == "country":
            named = country_named(proper_name(mention), demonyms=False)
            votes.update([named.alpha2] if named is not None else [])
        elif mention.kind != "neighbourhood":
            within = {entry.country for entry in near(gazetteer, proper_name(mention))}
            votes.update(within if len(within) == 1 else [])
    first, second = ([*votes.most_common(2), ("", 0), ("", 0)])[:2]
    return first[0] if first[1] > second[1] else None


def _resolve(mention: PlaceMention, gazetteer: Gazetteer, home: str | None) -> Place | None:
    """Return the place of one mention."""
    if mention.kind == "country":
        return _country(mention, gazetteer)
    if mention.kind == "neighbourhood":
        return None  # no neighbourhood is in the gazetteer: the town of that name is another place
    scored = candidates(mention, gazetteer, home)
    if not scored or scored[0].score < ENOUGH or _is_not_meant(scored[0].entry, mention, home):
        return None
    best = scored[0]
    if mention.kind == "admin" and best.entry.feature == "settlement":
        return _container([best], gazetteer)  # "X district": the town of X is not the district
    level = [other for other in scored[1:] if _is_level(best, other, home)]
    if level:
        return _container([best, *level], gazetteer)
    return _place(best, scored[1:], kind=mention.kind)


def _country(mention: PlaceMention, gazetteer: Gazetteer) -> Place | None:
    """Return the country that a mention names."""
    named = country_named(proper_name(mention), demonyms=False)
    if named is None:
        return None
    entries = near(gazetteer, named.name, country=named.alpha2)
    found = [entry for entry in entries if entry.feature == "country"]
    return _place(Scored(found[0], 1.0), [], kind="country") if found else None


def _is_not_meant(entry: GazetteerEntry, mention: PlaceMention, home: str | None) -> bool:
    """Say whether an entry is a settlement abroad that is too small to be meant from here.

    A unit is never meant by one: it is a unit here, of which the gazetteer knows nothing.
    """
    if home in (None, entry.country) or entry.feature != "settlement":
        return False
    return mention.kind == "admin" or (entry.population or 0) < _LEAST_ABROAD


def _is_level(best: Scored, other: Scored, home: str | None) -> bool:
    """Say whether nothing decides between two entries of one kind.

    Between two countries of which the document tells neither, only a clear difference in people.
    """
    one, two = best.entry, other.entry
    if one.feature != two.feature:
        return False
    if one.country != two.country and home not in (one.country, two.country):
        return (two.population or 0) * _CLEARLY_MORE >= (one.population or 0)
    return best.score - other.score < _LEVEL


def _container(scored: Sequence[Scored], gazetteer: Gazetteer) -> Place | None:
    """Return the first-level unit in which all the entries lie, if it is one."""
    units = {one.entry.admin1 for one in scored}
    unit = units.pop()
    if units or unit is None:
        return None
    country = scored[0].entry.country
    for entry in near(gazetteer, unit.name, country=country):
        if entry.feature == "adm1" and entry.admin1 == unit:
            return _place(Scored(entry, scored[0].score), scored, kind="admin")
    return None


def _place(best: Scored, others: Sequence[Scored], *, kind: str) -> Place:
    """Return an entry as the place meant by words of ``kind``."""
    entry = best.entry
    precision, radius_km = _precision(entry, kind)
    return Place(
        id=entry.id,
        same_as=(),
        name=entry.name,
        country=entry.country,
        admin1=entry.admin1,
        admin2=entry.admin2,
        lat=entry.lat,
        lon=entry.lon,
        precision=precision,
        radius_km=radius_km,
        score=best.score,
        alternatives=tuple(
            Candidate(o.entry.id, o.entry.name, o.entry.lat, o.entry.lon, o.score)
            for o in others[:_MOST_ALTERNATIVES]
        ),
    )


def _precision(entry: GazetteerEntry, kind: str) -> tuple[PlacePrecision, float]:
    """Return how precisely an entry tells where words of ``kind`` lie, and within what radius.

    A facility is somewhere in the settlement it is named after; "countryside" is around it.
    """
    if entry.feature == "country":
        return PlacePrecision.COUNTRY, entry.radius_km or _AREA_KM
    if entry.feature in _UNITS:
        return _UNITS[entry.feature], entry.radius_km or _AREA_KM
    if kind == "region":
        return PlacePrecision.NEAR_SETTLEMENT, _AROUND_KM
    if entry.radius_km is not None:
        return PlacePrecision.SETTLEMENT, entry.radius_km
    if entry.population is None:
        return PlacePrecision.SETTLEMENT, _REACH_UNKNOWN
    reach = next((km for most, km in _REACHES if entry.population <= most), _REACH_OF_A_METROPOLIS)
    return PlacePrecision.SETTLEMENT, reach
