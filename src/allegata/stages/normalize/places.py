"""Names of places to points on the ground, with honest precision, or to nothing.

In: the place mentions of one document, a gazetteer, and the country that the document is about.
Out: the same mentions with ``place`` where it is certain enough; homonyms stay as alternatives.

``score`` says how much speaks for the place, 0 to 1: 0.5 for the name alone, + 0.3 where it lies
in the document's country, + 0.1 where the type word says its kind, + 0.1 where no homonym of like
size competes. Below 0.6 the words stay without a place.
"""

from collections.abc import Sequence
from dataclasses import replace

from allegata.model.places import Candidate, GazetteerEntry, Place, PlaceMention
from allegata.model.ports import Gazetteer
from allegata.model.vocabularies import PlacePrecision

ENOUGH = 0.6
MOST_ALTERNATIVES = 5
# Kilometres around the point within which the place surely lies, by precision.
RADIUS_KM = {
    PlacePrecision.SETTLEMENT: 5.0,
    PlacePrecision.ADM1: 100.0,
    PlacePrecision.COUNTRY: 500.0,
}
_PRECISION = {
    "settlement": PlacePrecision.SETTLEMENT,
    "adm1": PlacePrecision.ADM1,
    "country": PlacePrecision.COUNTRY,
}
_WANTED = {"admin": "adm1", "country": "country"}


def resolve_places(
    mentions: Sequence[PlaceMention], gazetteer: Gazetteer, *, country: str | None
) -> tuple[PlaceMention, ...]:
    """Return the mentions in their order, each with the place that it most surely names.

    ``country`` is ISO 3166 alpha-2, None where the document does not tell one.
    """
    known: dict[tuple[str, str], Place | None] = {}
    resolved = []
    for mention in mentions:
        key = (mention.name, mention.kind)
        if key not in known:
            known[key] = _resolve(mention, gazetteer, country)
        resolved.append(replace(mention, place=known[key]))
    return tuple(resolved)


def _resolve(mention: PlaceMention, gazetteer: Gazetteer, country: str | None) -> Place | None:
    if not mention.name or mention.kind == "neighbourhood":
        return None  # no neighbourhood is in the gazetteer: the town of that name is another place
    entries = gazetteer.lookup(mention.name)
    wanted = _WANTED.get(mention.kind, "settlement")
    scored = sorted(
        ((_score(entry, entries, mention, country), entry) for entry in entries),
        key=lambda item: (-item[0], item[1].feature != wanted, -(item[1].population or 0)),
    )
    if not scored or scored[0][0] < ENOUGH:
        return None
    score, best = scored[0]
    others = [
        Candidate(entry.id, entry.name, entry.lat, entry.lon, value)
        for value, entry in scored[1 : 1 + MOST_ALTERNATIVES]
    ]
    precision = _PRECISION[best.feature]
    return Place(
        id=best.id,
        same_as=(),
        name=best.name,
        country=best.country,
        admin1=best.admin1,
        admin2=best.admin2,
        lat=best.lat,
        lon=best.lon,
        precision=precision,
        radius_km=RADIUS_KM[precision],
        score=score,
        alternatives=tuple(others),
    )


def _score(
    entry: GazetteerEntry,
    entries: Sequence[GazetteerEntry],
    mention: PlaceMention,
    country: str | None,
) -> float:
    wanted = _WANTED.get(mention.kind, "settlement")
    score = 0.5
    if country is not None and entry.country == country:
        score += 0.3
    if entry.feature == wanted:
        score += 0.1
    rivals = [
        other
        for other in entries
        if other.id != entry.id
        and other.feature == entry.feature
        and (country is None or other.country == country)
        and (other.population or 0) * 10 > (entry.population or 0)
    ]
    if not rivals and (country is None or entry.country == country):
        score += 0.1
    return round(score, 3)
