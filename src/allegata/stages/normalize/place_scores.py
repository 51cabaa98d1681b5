"""How much speaks for each place that a name could mean.

In: a place mention, a gazetteer, the document's country. Out: the entries, the surest first.

``score`` says how much speaks for the place, 0 to 1, as the sum of

* 0.4 for the name, 0.2 where only its consonants agree;
* 0.3 where it lies in the document's country: the one told, or the one the document most names;
* up to 0.2 for its part of the people of all places of that name and kind;
* 0.1 where the type word beside the name says its kind, less 0.2 where it is of another kind.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import Final

from allegata.model.places import AdminUnit, GazetteerEntry, PlaceMention
from allegata.model.ports import Gazetteer
from allegata.places.keys import name_key
from allegata.places.lookups import alike, near

_VILLAGE: Final = 500  # people, where the gazetteer does not say
_LEAST_LIKENESS: Final = 0.7  # of two spellings with the same consonants
_FEATURES: Final = {"admin": ("adm1", "adm2"), "country": ("country",)}


@dataclass(frozen=True, slots=True)
class Scored:
    """An entry with what speaks for it."""

    entry: GazetteerEntry
    score: float


def proper_name(mention: PlaceMention) -> str:
    """Return the name in a mention without its type words."""
    return mention.name or mention.raw


def is_framed(mention: PlaceMention) -> bool:
    """Say whether a type word stands with the name."""
    return mention.raw != proper_name(mention)


def candidates(
    mention: PlaceMention,
    gazetteer: Gazetteer,
    home: str | None,
    *,
    within: AdminUnit | None = None,
) -> tuple[Scored, ...]:
    """Return the places below country level that ``mention`` could mean, the surest first.

    ``home`` is the country that the document is about, ISO 3166 alpha-2, where it is known, and
    ``within`` the first-level unit in which the text says that the place lies.
    """
    name = proper_name(mention)
    entries = _inside([e for e in near(gazetteer, name) if e.feature != "country"], within)
    if mention.kind == "admin" and not any(_is_first_level(entry, home) for entry in entries):
        units = _inside(near(gazetteer, name, country=home, districts=True), within)
        entries = units or entries
    if entries:
        return tuple(_ranked(mention, entries, home, is_loose=False))
    found = _inside(_alike(name, gazetteer, home, districts=mention.kind == "admin"), within)
    return tuple(_ranked(mention, found, home, is_loose=True))


def _inside(entries: Sequence[GazetteerEntry], unit: AdminUnit | None) -> list[GazetteerEntry]:
    return [entry for entry in entries if unit in (None, entry.admin1)]


def _is_first_level(entry: GazetteerEntry, home: str | None) -> bool:
    """Say whether an entry is a first-level unit, at home where that is known."""
    return entry.feature == "adm1" and home in (None, entry.country)


def _alike(
    name: str, gazetteer: Gazetteer, home: str | None, *, districts: bool
) -> list[GazetteerEntry]:
    """Return the one place at home whose spelling differs in little but vowels, if there is one.

    Of units only: a province or a district is no town whose name is like its own.
    """
    if home is None:
        return []
    key = name_key(name)
    found = alike(gazetteer, name, country=home)
    if districts:
        found = [entry for entry in found if entry.feature == "adm1"] or alike(
            gazetteer, name, country=home, districts=True
        )
    found = [
        entry
        for entry in found
        if SequenceMatcher(None, key, name_key(entry.name)).ratio() >= _LEAST_LIKENESS
    ]
    return found if len(found) == 1 else []


def _ranked(
    mention: PlaceMention, entries: Sequence[GazetteerEntry], home: str | None, *, is_loose: bool
) -> list[Scored]:
    """Return the entries with their scores, the surest first."""
    scored = []
    wanted = _FEATURES.get(mention.kind, ("settlement",))
    for entry in entries:
        score = 0.2 if is_loose else 0.4
        score += 0.3 if entry.country == home else 0.0
        score += 0.2 * _share(entry, entries, home)
        if entry.feature not in wanted:
            score -= 0.2
        elif is_framed(mention):
            score += 0.1
        scored.append(Scored(entry, round(max(score, 0.0), 3)))
    if not any(s.entry.feature in wanted for s in scored):
        # Nothing is of the kind that was asked for, so being of another tells nothing.
        scored = [replace(s, score=round(s.score + 0.2, 3)) for s in scored]
    return sorted(scored, key=lambda s: (-s.score, -(s.entry.population or 0), s.entry.id))


def _share(entry: GazetteerEntry, entries: Iterable[GazetteerEntry], home: str | None) -> float:
    """Return the part of an entry in the people of its rivals: those of its kind, at home if it is.

    One abroad has every entry of its kind for a rival, one at home only those at home.
    """
    rivals = [
        other
        for other in entries
        if other.feature == entry.feature and (entry.country != home or other.country == home)
    ]
    people = [other.population or _VILLAGE for other in rivals]
    return (entry.population or _VILLAGE) / sum(people)
