"""What the rest of a document says for each place that a name could mean.

In: the names of a document with their options and how likely each is so far. Out: the signs
(``SIGNS``) of an option in its context: the country told, the countries and units that the other
names lie in, how near the places stand that others most surely mean, the unit named right behind.

Every other name counts once, however often it is told, by how sure it is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp
from typing import Final

from allegata.model.places import AdminUnit, GazetteerEntry
from allegata.places.candidates import Option
from allegata.places.directions import is_on_side
from allegata.places.geodesy import Point, Vector, apart_km, distance_km
from allegata.places.precision import AROUND_KM

SIGNS: Final = (
    *("home", "abroad", "country_told", "unit_told", "kin", "near", "amid", "beside", "within"),
    "off_side",
)
NEAR_KM: Final = 30.0
AMID_KM: Final = 150.0
_FAR_KM: Final = 10 * AMID_KM  # a place farther away says nothing
BESIDE_CHARACTERS: Final = 100
_LEVELS: Final = {"adm1": "admin1", "adm2": "admin2", "adm3": "admin3"}
_IN_TOWNS: Final = frozenset({"settlement", "neighbourhood", "site"})
_DOUBT: Final = 0.5  # of a name: one other alone does not say all
_SURE: Final = 0.3  # an option less likely says nothing about where others lie
_ANCHORS: Final = 12  # names at most whose places are measured from
_SMALL: Final = frozenset({"settlement", "neighbourhood", "site", "adm2", "adm3"})


@dataclass(frozen=True, slots=True)
class Container:
    """A name told right behind another, by its number, as ``containment`` has it."""

    number: int
    side: str = ""
    is_told: bool = False
    may_be_town: bool = False

    def may_be(self, entry: GazetteerEntry) -> bool:
        """Say whether the container may be that entry."""
        return self.may_be_town or entry.feature != "settlement"


@dataclass(slots=True)
class Name:
    """One name of a document: where it stands, what it could mean, how likely each is so far."""

    options: tuple[Option, ...]
    starts: list[int] = field(default_factory=list)
    containers: list[Container] = field(default_factory=list)
    likely: list[float] = field(default_factory=list)
    unlisted: float = 0.0  # how likely it is that the place is in no gazetteer


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that another name of the document most likely means."""

    number: int
    at: Vector
    weight: float
    starts: Sequence[int]


class Context:
    """A document's names, as sure as they are so far."""

    def __init__(
        self, names: Sequence[Name], home: str | None, kin: Sequence[Mapping[str, float]]
    ) -> None:
        """Count what each name says for countries and units; ``kin`` is ``kin_of`` the names."""
        self.names = names
        self.home = home
        self._own = [_votes(name) for name in names]
        self._countries = _counted(own[0].by_code for own in self._own)
        self._units = _counted(own[1].by_code for own in self._own)
        self._kin = kin
        anchors = (_anchor(number, name) for number, name in enumerate(names))
        sure = sorted((one for one in anchors if one), key=lambda one: (-one.weight, one.number))
        self._anchors = sure[:_ANCHORS]

    def signs(self, number: int) -> list[tuple[float, ...]]:
        """Return the signs of each option of a name, in the order of ``SIGNS``."""
        name = self.names[number]
        countries, units = self._own[number]
        others = [one for one in self._anchors if one.number != number]
        return [
            (
                float(option.entry.country == self.home),
                float(self.home is not None and option.entry.country != self.home),
                self._countries.share(countries, option.entry.country),
                self._units.share(units, _unit(option.entry)),
                self._kin[number].get(option.entry.id, 0.0),
                *_nearness(option, name.starts, others),
                *self._within(name, option.entry),
            )
            for option in name.options
        ]

    def _within(self, name: Name, entry: GazetteerEntry) -> tuple[float, float]:
        """Return how likely what is named right behind holds an entry, and on another side."""
        within = off_side = 0.0
        for told in name.containers:
            container = self.names[told.number]
            inside = off = 0.0
            for option, likely in zip(container.options, container.likely, strict=True):
                if told.may_be(option.entry) and holds(option.entry, entry):
                    inside += likely
                if told.side and not is_on_side(_spot(option.entry), _spot(entry), told.side):
                    off += likely
            within, off_side = max(within, inside), max(off_side, off)
        return within, off_side


def _spot(entry: GazetteerEntry) -> Point:
    return entry.lat, entry.lon


def holds(whole: GazetteerEntry, part: GazetteerEntry) -> bool:
    """Say whether a country or unit holds an entry as far as their codes tell, or a town is near.

    Of what is named with a town behind it, the town holds what is within ``AROUND_KM``.
    """
    if whole.id == part.id or whole.country != part.country:
        return False
    if whole.feature == "settlement":
        is_near = distance_km(_spot(whole), _spot(part)) <= AROUND_KM
        return part.feature in _IN_TOWNS and is_near
    if whole.feature == "adm1" and part.feature == "adm1":
        return False
    level = _LEVELS.get(whole.feature)
    unit = getattr(whole, level) if level else None
    return whole.feature == "country" or (unit is not None and unit == getattr(part, str(level)))


@dataclass(frozen=True, slots=True)
class _Votes:
    """What the names say for countries or for units: by code, and in all."""

    by_code: Mapping[str, float]
    whole: float

    def share(self, own: "_Votes", code: str) -> float:
        """Return what part of the other names speaks for a code."""
        told = self.by_code.get(code, 0.0) if code else 0.0
        others = self.whole - own.whole + _DOUBT
        return max(told - own.by_code.get(code, 0.0), 0.0) / others if told else 0.0


def _unit(entry: GazetteerEntry) -> str:
    return entry.admin1.code if entry.admin1 is not None else ""


def _votes(name: Name) -> tuple[_Votes, _Votes]:
    """Return what a name says for each country and each first-level unit."""
    countries: dict[str, float] = {}
    units: dict[str, float] = {}
    for option, likely in zip(name.options, name.likely, strict=True):
        country, unit = option.entry.country, _unit(option.entry)
        countries[country] = countries.get(country, 0.0) + likely
        if unit:
            units[unit] = units.get(unit, 0.0) + likely
    return _counted([countries]), _counted([units])


def _counted(told: Iterable[Mapping[str, float]]) -> _Votes:
    """Return votes added up by code."""
    by_code: dict[str, float] = {}
    for own in told:
        for code, value in own.items():
            by_code[code] = by_code.get(code, 0.0) + value
    return _Votes(by_code, sum(by_code.values()))


def kin_of(names: Sequence[Name]) -> list[dict[str, float]]:
    """Return for each name which options hold, or lie in, what another name could mean.

    A county and a town may each be one of many, and yet only one of the counties has the town. The
    more options have such kin, the less it says for each.
    """
    units: dict[AdminUnit, set[int]] = defaultdict(set)
    towns: dict[AdminUnit, set[int]] = defaultdict(set)
    for number, name in enumerate(names):
        for option in name.options:
            unit = option.entry.admin2
            if unit is not None:
                (units if option.entry.feature == "adm2" else towns)[unit].add(number)
    found = []
    for number, name in enumerate(names):
        own = [
            option.entry.id
            for option in name.options
            if option.entry.admin2 is not None
            and (towns if option.entry.feature == "adm2" else units)[option.entry.admin2] - {number}
        ]
        found.append(dict.fromkeys(own, 1.0 / len(own)) if own else {})
    return found


def _anchor(number: int, name: Name) -> Anchor | None:
    """Return the likeliest place of a name, if it is small and likely enough to measure from."""
    if not name.options:
        return None
    best = max(range(len(name.options)), key=name.likely.__getitem__)
    option = name.options[best]
    if name.likely[best] < _SURE or option.entry.feature not in _SMALL:
        return None
    return Anchor(number, option.at, name.likely[best], name.starts)


def _nearness(
    option: Option, starts: Sequence[int], anchors: Iterable[Anchor]
) -> tuple[float, float, float]:
    """Return how near the nearest place stands, how near all do, and one told right beside."""
    if option.entry.feature == "country":
        return 0.0, 0.0, 0.0
    near = amid = beside = 0.0
    count = 0.5
    for anchor in anchors:
        count += anchor.weight
        km = apart_km(option.at, anchor.at)
        if km > _FAR_KM:
            continue
        close = anchor.weight * exp(-km / AMID_KM)
        amid += close
        if km < 5 * NEAR_KM:
            near = max(near, anchor.weight * exp(-km / NEAR_KM))
        if close > beside and _is_beside(starts, anchor.starts):
            beside = close
    return near, amid / count, beside


def _is_beside(one: Sequence[int], other: Sequence[int]) -> bool:
    return any(abs(a - b) <= BESIDE_CHARACTERS for a in one for b in other)
