"""The places that a name could mean, with what the name alone says for each.

In: names, a gazetteer, the country that a text is about. Out: ``Option``s, the likeliest first: an
entry, how its name was reached, and signs (``SIGNS``) that hold in every text. What the text around
says is added in ``context``.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log10
from typing import Final

from allegata.lang.countries import country_named
from allegata.lang.unit_abbreviations import units_abbreviated
from allegata.model.places import FoundEntry, GazetteerEntry, NameMatch
from allegata.model.ports import Gazetteer
from allegata.places.geodesy import Vector, on_globe
from allegata.places.keys import plain_key
from allegata.places.likeness import likeness
from allegata.places.sounds import is_han
from allegata.places.weights import weights

SIGNS: Final = (
    *("romanised", "skeleton", "unlike", "main", "second_name"),
    *("country", "adm1", "adm2", "adm3", "neighbourhood", "site", "region"),
    *("people", "people_unknown", "share"),
)
_UNLIKE: Final = SIGNS.index("unlike")
MOST: Final = 60  # options kept of one name
_KEPT: Final = 1 << 15  # names whose options are kept at hand
_LEAST_LIKENESS: Final = 0.7  # of two spellings with the same consonants
_OTHER_SCRIPT: Final = 0.8  # likeness to an entry without a name in the script
_HAN: Final = "han"
_SCRIPTS: Final = {
    "arabic": re.compile("[\u0600-\u06ff]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    _HAN: re.compile("[\u3400-\u9fff]"),
}
_SHORTEST: Final = 4  # letters of a name whose romanisations say anything
_VILLAGE: Final = 500  # people, where the gazetteer does not say
_FEATURES: Final = ("country", "adm1", "adm2", "adm3", "neighbourhood", "site", "region")


@dataclass(frozen=True, slots=True)
class Option:
    """An entry that a name could mean; ``base`` is the weighted sum of its ``signs``.

    ``at`` is its point on the unit globe.
    """

    entry: GazetteerEntry
    match: NameMatch
    signs: tuple[float, ...]
    base: float
    at: Vector

    @property
    def unlike(self) -> float:
        """How unlike the spelling is to the nearest of the entry's names, 0 to 1."""
        return self.signs[_UNLIKE]


@lru_cache(maxsize=_KEPT)
def options(
    names: tuple[str, ...], gazetteer: Gazetteer, country: str | None
) -> tuple[Option, ...]:
    """Return what ``names``, spellings of one place, could mean, the likeliest first.

    Names that share no more than their consonants count only in ``country``.
    """
    reached: dict[str, tuple[FoundEntry, str, int]] = {}
    for name in names:
        for found in _found(name, gazetteer, country):
            spelled = int(found.match is not NameMatch.SKELETON)
            before = reached.get(found.entry.id)
            if before is None:
                reached[found.entry.id] = (found, name, spelled)
            else:
                nearest = min(found, before[0], key=lambda one: _ORDER[one.match])
                written = name if nearest is found else before[1]
                reached[found.entry.id] = (nearest, written, before[2] + spelled)
    kept = [one for one in reached.values() if _is_alike(*one[:2], gazetteer)]
    people = _people(found.entry for found, _, _ in kept)
    made = [
        _option(found, name, spellings, people[found.entry.feature], gazetteer)
        for found, name, spellings in kept
    ]
    made.sort(key=lambda option: (-option.base, option.entry.id))
    return tuple(made[:MOST])


_ORDER: Final = {match: order for order, match in enumerate(NameMatch)}


def _found(name: str, gazetteer: Gazetteer, country: str | None) -> Iterable[FoundEntry]:
    """Yield the entries of a name; a country's, also where the gazetteer has not that name."""
    named = country_named(name)
    if named is not None:
        for found in gazetteer.find(named.name, country=named.alpha2):
            if found.entry.feature == "country":
                yield FoundEntry(found.entry, NameMatch.EXACT)
                break
    for within, unit in units_abbreviated(name):
        for found in gazetteer.find(unit, country=within):
            if found.entry.feature == "adm1":
                yield FoundEntry(found.entry, NameMatch.EXACT)
                break
    everywhere = gazetteer.find(name)
    if country is not None and is_han(name):
        everywhere = (*everywhere, *_by_sound(name, everywhere, gazetteer, country))
    for found in everywhere:
        if found.match is NameMatch.ROMANISED and len(plain_key(name)) < _SHORTEST:
            continue
        is_near = found.match is not NameMatch.SKELETON or found.entry.country == country
        if is_near and (named is None or found.entry.feature != "country"):
            yield found


def _by_sound(
    name: str, known: Sequence[FoundEntry], gazetteer: Gazetteer, country: str
) -> Sequence[FoundEntry]:
    """Return what sounds like a name in Chinese characters that no list of ``country`` has."""
    if any(found.entry.country == country for found in known):
        return ()
    return gazetteer.find(name, country=country)


def _is_alike(found: FoundEntry, name: str, gazetteer: Gazetteer) -> bool:
    return found.match is not NameMatch.SKELETON or _alike(name, found, gazetteer) >= (
        _LEAST_LIKENESS
    )


def _alike(name: str, found: FoundEntry, gazetteer: Gazetteer) -> float:
    """Return the likeness of a name to the nearest of an entry's in its script.

    Chinese spells one sound by several characters, so that others in a list say nothing.
    """
    script = _script(name)
    own = [text for text in _texts(found.entry, gazetteer) if _script(text) == script]
    likest = max((likeness(name, text) for text in own), default=_OTHER_SCRIPT)
    return max(likest, _OTHER_SCRIPT) if script == _HAN else likest


def _script(name: str) -> str | None:
    """Return which of the scripts a name is in; None for Latin and all that is written alike."""
    return next((script for script, letters in _SCRIPTS.items() if letters.search(name)), None)


def _texts(entry: GazetteerEntry, gazetteer: Gazetteer) -> Sequence[str]:
    return (entry.name, *(named.text for named in gazetteer.names(entry.id)))


def _people(entries: Iterable[GazetteerEntry]) -> dict[str, int]:
    """Return the people of all entries of each kind."""
    people: dict[str, int] = {}
    for entry in entries:
        people[entry.feature] = people.get(entry.feature, 0) + (entry.population or _VILLAGE)
    return people


def _option(
    found: FoundEntry, name: str, spellings: int, people: int, gazetteer: Gazetteer
) -> Option:
    entry = found.entry
    is_exact = found.match is NameMatch.EXACT
    counted = entry.feature == "settlement"
    is_main = entry.feature == "country" or plain_key(name) == plain_key(entry.name)
    is_main = is_main or bool(units_abbreviated(name) and entry.feature == "adm1")
    signs = (
        float(found.match is NameMatch.ROMANISED),
        float(found.match is NameMatch.SKELETON),
        0.0 if is_exact else 1.0 - _alike(name, found, gazetteer),
        float(is_main),
        float(spellings > 1),
        *(float(entry.feature == feature) for feature in _FEATURES),
        log10(entry.population) - 3 if counted and entry.population else 0.0,
        float(counted and not entry.population),
        (entry.population or _VILLAGE) / people,
    )
    weight = weights()
    base = sum(weight[sign] * value for sign, value in zip(SIGNS, signs, strict=True))
    return Option(entry, found.match, signs, base, on_globe((entry.lat, entry.lon)))
