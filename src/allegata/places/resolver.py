"""From the names of a document to places on the ground, or to the smallest area that is certain.

In: a text, what it asks (``Ask``), a gazetteer, the country told, what a person has chosen. Out: a
``Resolved`` for each ask: its place, or None, and the candidates in order.

A name's place is answered where enough of the likelihood stands at one spot. Else the answer is the
smallest unit that surely holds what could be meant (method "parent"), and where there is none, no
place at all: never a false pin. One name that fails leaves the others as they are.

>>> from allegata.gazetteers.embedded import open_embedded
>>> text = "in Paris, Texas"
>>> asks = [Ask(3, 8, ("Paris",)), Ask(10, 15, ("Texas",))]
>>> [one.place.name for one in resolve(text, asks, open_embedded())]
['Paris', 'Texas']
>>> resolve(text, asks, open_embedded())[0].place.admin1.name
'Texas'
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from allegata.model.places import AdminUnit, Candidate, GazetteerEntry, NameMatch, Place
from allegata.model.ports import Gazetteer
from allegata.model.vocabularies import PlacePrecision
from allegata.places.asking import COUNTRYSIDE, UNIT_KINDS, UNITS, Ask
from allegata.places.context import Container, holds
from allegata.places.crosswalks import codes_of
from allegata.places.directions import is_on_side
from allegata.places.geodesy import apart_km
from allegata.places.keys import plain_key
from allegata.places.precision import AROUND_KM, NEAR_KM, precision_of
from allegata.places.ranking import Document, Ranked, rank, wanted_of
from allegata.places.reasons import reason, reasons_of
from allegata.places.sides import on_side

SURE: Final = 0.35  # of the likelihood at one spot, for a place to be answered
CLEARLY: Final = 1.35  # times as likely as the next spot, for the two to differ
SURE_BY_CONSONANTS: Final = 0.7  # the same, where only the consonants of a name agree
HARDLY_UNLIKE: Final = 0.08  # two spellings of which blanks or a letter differ
SURELY_HOLDS: Final = 0.8  # of the likelihood in one unit, for the unit to be
SPOT_KM: Final = 5.0  # entries nearer than this are one spot
MOST_CANDIDATES: Final = 10
MOST_ALTERNATIVES: Final = 5
# People: with the country told, a smaller namesake abroad is a village here that is not known.
LEAST_ABROAD: Final = 100_000
NEIGHBOURS_REACH_KM: Final = 3.0  # of the outermost of several villages
_LEVELS: Final = ("admin3", "admin2", "admin1")
_TOWNS: Final = (PlacePrecision.SETTLEMENT, PlacePrecision.NEAR_SETTLEMENT)


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a name stands for, None where nothing is certain, and what it could mean."""

    place: Place | None
    candidates: tuple[Candidate, ...]


def resolve(
    text: str,
    asks: Sequence[Ask],
    gazetteer: Gazetteer,
    *,
    country: str | None = None,
    chosen: Mapping[str, Place] | None = None,
    is_address: bool = False,
) -> list[Resolved]:
    """Return what each ask stands for.

    ``country`` is ISO 3166 alpha-2, None where nothing tells one. ``chosen`` holds places by
    ``choice_key`` of the name: what a person has chosen wins. ``is_address`` tells that the text is
    a place from small to large rather than running text.
    """
    document = rank(text, asks, gazetteer, country=country, is_address=is_address)
    resolver = _Resolver(document, gazetteer, country)
    known = [resolver.resolved(number) for number in range(len(document.names))]
    resolved = []
    for ask, number in zip(asks, document.numbers, strict=True):
        by_person = chosen.get(choice_key(ask.names[0])) if chosen else None
        one = known[number]
        resolved.append(replace(one, place=_chosen(by_person)) if by_person else one)
    return resolved


def choice_key(name: str) -> str:
    """Return the key under which a person's choice for a name is kept."""
    return plain_key(name)


@dataclass(frozen=True, slots=True)
class _Resolver:
    document: Document
    gazetteer: Gazetteer
    country: str | None

    def resolved(self, number: int) -> Resolved:
        """Return what one name of the document stands for."""
        ranked = self.document.ranked[number]
        parent = self._parent(number) if self._is_unknown_there(number) else None
        if parent is not None:
            first = Candidate(parent.id, parent.name, parent.lat, parent.lon, parent.score)
            others = map(_candidate, ranked[: MOST_CANDIDATES - 1])
            return Resolved(parent, (first, *others))
        candidates = tuple(map(_candidate, ranked[:MOST_CANDIDATES]))
        return Resolved(self._own(number) or self._parent(number), candidates)

    def _is_unknown_there(self, number: int) -> bool:
        """Say whether a place is named right behind, and none of the name is known there.

        A bare name that is known elsewhere is one of a list: "Aleppo, Raqqah province".
        """
        ranked, containers = self.document.ranked[number], self.document.names[number].containers
        if not ranked or not containers:
            return not ranked
        is_framed = self.document.asks[number].is_framed
        containers = [told for told in containers if is_framed or told.is_told or told.side]
        around = [
            (told, one.option.entry)
            for told in containers
            for one in self.document.ranked[told.number][:2]
            if told.may_be(one.option.entry)
            and (is_framed or one.option.entry.feature in UNITS)  # "Corun in Syrian hands"
        ]
        return bool(around) and not any(
            holds(whole, one.option.entry) and _is_there(told, whole, one.option.entry)
            for told, whole in around
            for one in ranked
        )

    def _parent(self, number: int) -> Place | None:
        """Return what is named right behind a name of which nothing is known there."""
        for told in self.document.names[number].containers:
            place = self._own(told.number)
            if place is not None and (told.may_be_town or place.precision not in _TOWNS):
                parent = _as_parent(place)
                return on_side(parent, told.side, self.gazetteer) if told.side else parent
        return None

    def _own(self, number: int) -> Place | None:
        """Return what a name stands for by itself: its place, or the unit that surely holds it."""
        ask = self.document.asks[number]
        ranked = self._meant(number)
        if not ranked:
            return None
        best = ranked[0]
        features = self._wanted(number)
        of_kind = (
            features is None
            or best.option.entry.feature in features
            or ask.kind == COUNTRYSIDE  # of a town without a unit of its name
        )
        here = sum(one.likely for one in ranked if _is_same_spot(one, best))
        rival = next((one.likely for one in ranked if not _is_same_spot(one, best)), 0.0)
        whole = sum(one.likely for one in ranked) + self.document.names[number].unlisted
        if of_kind and here >= _enough(best) * whole and here >= CLEARLY * rival:
            return self._answer(number, best, ranked, ask.kind if ask.is_framed else "")
        if of_kind:
            around = self._around(number, best, ranked, whole)
            if around is not None:
                return around
        is_abroad = self.country not in (None, best.option.entry.country)
        if not of_kind and (ask.kind not in UNIT_KINDS or is_abroad):
            return None
        # "Corun district" lies where the town of Corun does, whether or not a list has the district
        return self._container(ranked, whole if of_kind else sum(one.likely for one in ranked))

    def _around(
        self, number: int, best: Ranked, ranked: Sequence[Ranked], whole: float
    ) -> Place | None:
        """Return the best with namesakes near it as one area, where they are surely meant."""
        near = [
            one
            for one in ranked
            if one.option.entry.feature == "settlement"
            and apart_km(one.option.at, best.option.at) <= AROUND_KM
        ]
        if len(near) < 2 or best not in near:
            return None
        if sum(one.likely for one in near) < _enough(best) * whole:
            return None
        place = self._answer(number, best, ranked, "region")
        reach = max(apart_km(one.option.at, best.option.at) for one in near) + NEIGHBOURS_REACH_KM
        return replace(place, radius_km=round(max(reach, NEAR_KM), 1))

    def _wanted(self, number: int) -> frozenset[str] | None:
        """Return the features that the type word of a name allows."""
        ask = self.document.asks[number]
        return wanted_of(ask, self.document.names[number].options, self.country)

    def _meant(self, number: int) -> Sequence[Ranked]:
        """Return what may be meant: nothing small abroad, no unit where a town is asked for.

        What shares no more than its consonants is not meant where a place is spelled just so: of
        "north of Mayadin", the villages called Madinah that lie nearer to the rest of the text.
        """
        features = self._wanted(number)
        meant = [
            one
            for one in self.document.ranked[number]
            if not self._is_small_abroad(one.option.entry)
            and (features is None or one.option.entry.feature in features | {"settlement"})
        ]
        spelled_so = [one for one in meant if one.option.match is not NameMatch.SKELETON]
        is_spelled = any(one.option.match is NameMatch.EXACT for one in spelled_so)
        return spelled_so if is_spelled else meant

    def _is_small_abroad(self, entry: GazetteerEntry) -> bool:
        if self.country in (None, entry.country) or entry.feature != "settlement":
            return False
        return (entry.population or 0) < LEAST_ABROAD

    def _answer(self, number: int, best: Ranked, ranked: Sequence[Ranked], kind: str) -> Place:
        entry = best.option.entry
        others = [one for one in ranked if one is not best]
        place = place_of(entry, kind=kind, score=best.likely, others=others)
        told = reasons_of(best, ranked, self.document, number)
        return replace(place, method=best.option.match.value, reasons=told)

    def _container(self, ranked: Sequence[Ranked], whole: float) -> Place | None:
        """Return the smallest unit in which what could be meant surely lies."""
        for level in _LEVELS:
            inside: dict[AdminUnit, float] = {}
            for one in ranked:
                unit = getattr(one.option.entry, level)
                if unit is not None:
                    inside[unit] = inside.get(unit, 0.0) + one.likely
            for unit, likely in inside.items():
                if likely >= SURELY_HOLDS * whole:
                    entry = self._unit(unit, level, ranked[0].option.entry.country)
                    if entry is not None:
                        return _as_parent(place_of(entry, score=likely, others=ranked))
        return None

    def _unit(self, unit: AdminUnit, level: str, country: str) -> GazetteerEntry | None:
        for found in self.gazetteer.find(unit.name, country=country):
            entry = found.entry
            if entry.feature == f"adm{level[-1]}" and getattr(entry, level) == unit:
                return entry
        return None


def place_of(
    entry: GazetteerEntry, *, kind: str = "", score: float = 1.0, others: Sequence[Ranked] = ()
) -> Place:
    """Return an entry as the place meant by words of ``kind``."""
    precision, radius_km = precision_of(entry, kind)
    return Place(
        id=entry.id,
        same_as=entry.same_as,
        name=entry.name,
        country=entry.country,
        admin1=entry.admin1,
        admin2=entry.admin2,
        admin3=entry.admin3,
        lat=entry.lat,
        lon=entry.lon,
        precision=precision,
        radius_km=radius_km,
        score=round(score, 3),
        alternatives=tuple(map(_candidate, others[:MOST_ALTERNATIVES])),
        codes=codes_of(precision, people=entry.population),
    )


def _enough(best: Ranked) -> float:
    """Return what part of the likelihood makes an option sure: more for consonants alone."""
    is_loose = best.option.match is NameMatch.SKELETON and best.option.unlike > HARDLY_UNLIKE
    return SURE_BY_CONSONANTS if is_loose else SURE


def _is_there(told: Container, whole: GazetteerEntry, part: GazetteerEntry) -> bool:
    """Say whether an entry lies on the side of a container that the text tells, if it tells one."""
    return not told.side or is_on_side((whole.lat, whole.lon), (part.lat, part.lon), told.side)


def _candidate(one: Ranked) -> Candidate:
    entry = one.option.entry
    return Candidate(entry.id, entry.name, entry.lat, entry.lon, round(one.likely, 3))


def _is_same_spot(one: Ranked, other: Ranked) -> bool:
    """Say whether two entries of one name are twins of two sources, or a town and its own unit."""
    first, second = one.option.entry, other.option.entry
    if first.feature != second.feature:
        return _is_unit(first, second) or _is_unit(second, first)
    return apart_km(one.option.at, other.option.at) <= SPOT_KM


def _is_unit(whole: GazetteerEntry, part: GazetteerEntry) -> bool:
    return whole.feature in UNITS and holds(whole, part)


def _as_parent(place: Place) -> Place:
    """Return what holds a place that is not known itself; of a town, the country around too."""
    if place.precision is PlacePrecision.SETTLEMENT:
        precision, radius_km = PlacePrecision.NEAR_SETTLEMENT, max(place.radius_km, AROUND_KM)
        place = replace(place, precision=precision, radius_km=radius_km, codes=codes_of(precision))
    return replace(place, method="parent", reasons=(reason("parent"),))


def _chosen(place: Place) -> Place:
    return replace(place, method="chosen", score=1.0, reasons=(reason("chosen"),))
