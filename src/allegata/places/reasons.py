"""Why a place was taken for the one meant, in short words for a person to judge by.

In: the option taken, its rivals, its document. Out: lines such as "same spelling" and "12 km from
Mayadin", the words of ``reasons.toml``.

>>> reason("near", km=12, name="Mayadin")
'12 km from Mayadin'
"""

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Final

from allegata.model.places import NameMatch
from allegata.places.context import holds
from allegata.places.geodesy import apart_km
from allegata.places.ranking import FITS, SIGNS, Document, Ranked

NEAREST_KM: Final = 100.0  # a place farther away is no reason
_TOLD: Final = 0.5  # of the other names, in one unit, for the unit to be a reason
_BY_MATCH: Final = {
    NameMatch.EXACT: "same_spelling",
    NameMatch.ROMANISED: "romanised",
    NameMatch.SKELETON: "skeleton",
}


def reason(label: str, **values: object) -> str:
    """Return the words of a reason."""
    return _words()[label].format(**values)


def reasons_of(
    best: Ranked, ranked: Sequence[Ranked], document: Document, number: int
) -> tuple[str, ...]:
    """Return why ``best`` was taken among ``ranked``, the surest reason first."""
    entry = best.option.entry
    signs = dict(zip(SIGNS, best.signs, strict=True))
    told = [reason(_BY_MATCH[best.option.match])]
    if signs["second_name"]:
        told.append(reason("both_scripts"))
    if signs[FITS]:
        told.append(reason("type_word"))
    for container in document.names[number].containers:
        likeliest = document.ranked[container.number][:1]
        if likeliest and holds(likeliest[0].option.entry, entry):
            told.append(reason("in_container", name=likeliest[0].option.entry.name))
            break
    if signs["home"]:
        told.append(reason("in_country"))
    if signs["unit_told"] >= _TOLD and entry.admin1 is not None and entry.feature != "adm1":
        told.append(reason("other_places", name=entry.admin1.name))
    told += _near(best, document, number)
    told += _among(best, ranked)
    return tuple(told)


def _near(best: Ranked, document: Document, number: int) -> list[str]:
    """Return how far the nearest place of another name of the document is."""
    if best.option.entry.feature != "settlement":
        return []
    nearest = min(
        (
            (apart_km(best.option.at, ranked[0].option.at), other.name)
            for at, ranked in enumerate(document.ranked)
            if at != number and ranked and ranked[0].likely >= _TOLD
            for other in (ranked[0].option.entry,)
            if other.feature == "settlement" and other.id != best.option.entry.id
        ),
        default=None,
    )
    if nearest is None or nearest[0] > NEAREST_KM:
        return []
    return [reason("near", km=max(1, round(nearest[0])), name=nearest[1])]


def _among(best: Ranked, ranked: Sequence[Ranked]) -> list[str]:
    """Return how the place stands among its namesakes."""
    if len(ranked) == 1:
        return [reason("only_one")]
    people = best.option.entry.population
    others = [one.option.entry.population or 0 for one in ranked if one is not best]
    if people is not None and people > max(others):
        return [reason("most_people", count=len(ranked))]
    return []


@cache
def _words() -> dict[str, str]:
    source = resources.files("allegata.places") / "reasons.toml"
    words: dict[str, str] = tomllib.loads(source.read_text(encoding="utf-8"))
    return words
