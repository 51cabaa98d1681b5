"""The set ``spellings``: is a place found however it is spelled, with the gazetteer of its country?

A spelling is right where one of the first ten candidates lies within ten kilometres of the place.
Places that no source has are told apart: of them nothing can be right, and what counts is that no
point is answered.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from allegata.gazetteers.building import build_country
from allegata.gazetteers.embedded import open_embedded
from allegata.gazetteers.packed import PackedGazetteer
from allegata.model.ports import Gazetteer
from allegata.places.asking import Ask
from allegata.places.geodesy import distance_km
from allegata.places.keys import plain_key
from allegata.places.resolver import Resolved, resolve
from bench.figures import Figure
from bench.files import DataMissingError
from bench.scorer import SHARED

TABLE = Path(__file__).parents[1] / "data" / "spellings.toml"
SOURCES = SHARED / "data" / "gazetteers"
MADE = "2026-01-01"
RIGHT_KM = 10.0
POINT_KM = 25.0  # an answer told less precisely is an area


@dataclass(frozen=True, slots=True)
class Spelled:
    """A place under one of its spellings; ``at`` is empty where no source has it."""

    place: str
    country: str
    at: tuple[tuple[float, float], ...]
    spelling: str


def measure() -> list[Figure]:
    """Return the figures of the set."""
    asked = list(table())
    found = [(one, answered(one)) for one in asked]
    known = [(one, what) for one, what in found if one.at]
    absent = [what for one, what in found if not one.at]
    return [
        Figure("spellings", len(asked), "spellings"),
        Figure("of_known_places", len(known), "spellings"),
        Figure("right", share(is_right(one, what) for one, what in known), "%"),
        Figure("right_first", share(is_right(one, what, most=1) for one, what in known), "%"),
        Figure("found", share(bool(what.candidates) for _, what in found), "%"),
        Figure("exact", share(is_exact(one) for one, _ in known), "%"),
        Figure("absent_given_a_point", sum(map(is_point, absent)), "spellings"),
    ]


def table(path: Path = TABLE) -> Iterator[Spelled]:
    """Yield every spelling of every place."""
    for place in tomllib.loads(path.read_text(encoding="utf-8"))["place"]:
        at = tuple((float(lat), float(lon)) for lat, lon in place["at"])
        for spelling in place["spellings"]:
            yield Spelled(place["name"], place["country"], at, spelling)


def answered(one: Spelled) -> Resolved:
    """Return what a spelling stands for, its country told."""
    text = one.spelling
    ask = Ask(0, len(text), (text,))
    return resolve(text, [ask], gazetteer_of(one.country), country=one.country)[0]


def is_right(one: Spelled, what: Resolved, *, most: int = 10) -> bool:
    """Say whether one of the first candidates is the place."""
    return any(
        distance_km((candidate.lat, candidate.lon), at) <= RIGHT_KM
        for candidate in what.candidates[:most]
        for at in one.at
    )


def is_exact(one: Spelled) -> bool:
    """Say whether an entry near the place has the spelling itself, case and accents apart."""
    gazetteer = gazetteer_of(one.country)
    key = plain_key(one.spelling)
    return any(
        any(plain_key(name.text) == key for name in gazetteer.names(found.entry.id))
        and any(distance_km((found.entry.lat, found.entry.lon), at) <= RIGHT_KM for at in one.at)
        for found in gazetteer.find(one.spelling, country=one.country)
    )


def is_point(what: Resolved) -> bool:
    """Say whether a point is answered rather than an area or nothing."""
    return what.place is not None and what.place.radius_km <= POINT_KM


def share(holds: Iterator[bool]) -> float:
    """Return how many of a hundred hold."""
    told = list(holds)
    return round(100 * sum(told) / len(told), 2)


@cache
def gazetteer_of(country: str) -> Gazetteer:
    """Return the gazetteer of a country, built as a person would add it."""
    if not SOURCES.is_dir():
        raise DataMissingError(f"{SOURCES} is not there")
    return PackedGazetteer(build_country(country, SOURCES, open_embedded(), made=MADE))
