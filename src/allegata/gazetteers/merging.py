"""Rows of several sources to one place each.

In: rows, in any order. Out: groups of rows that are about one place. Rows with an id in common are;
then, of one feature, those with a key in common that lie near each other. Two that GeoNames holds
apart stay apart, and what lies on two sides of a doubt stays two places.

>>> def row(own, name, lat):
...     return SourceRow(own, own[0], "settlement", name, (), lat, 39.0)
>>> rows = [row("a:1", "Tarnel", 35.0), row("b:1", "Al Tarnel", 35.01), row("b:2", "Tarnel", 36.0)]
>>> [[one.id for one in group] for group in merged(rows)]
[['a:1', 'b:1'], ['b:2']]
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from allegata.gazetteers.sources.rows import SourceRow
from allegata.gazetteers.unit_words import bare_name
from allegata.places.keys import name_key, plain_key, skeleton_key

# How far apart two rows of one name may lie and still be one place, in kilometres, by feature.
NEAR_KM: Final = {"settlement": 2.0, "neighbourhood": 2.0, "site": 1.0, "adm3": 15.0, "adm2": 40.0,
                  "adm1": 150.0, "region": 50.0, "country": 3000.0}  # fmt: skip
_QUATTROSHAPES_KM: Final = 10.0  # of rows without a GeoNames id: points there are coarse
_LEAST_SKELETON: Final = 3
_UNITS: Final = ("adm1", "adm2", "adm3", "country")


def merged(rows: Iterable[SourceRow]) -> list[list[SourceRow]]:
    """Return the groups, each in the order of ids, the groups in that of their first."""
    ordered = sorted(rows, key=lambda row: (row.id, row.source, row.name))
    groups = _Groups(ordered)
    by_id: dict[tuple[str, str], int] = {}
    for number, row in enumerate(ordered):
        for own in (row.id, *row.same_as):
            first = by_id.setdefault((row.feature, own), number)
            groups.join(first, number)
    for one, other in _near_pairs(ordered):
        groups.join(one, other)
    return [[ordered[number] for number in group] for group in groups.all()]


def _near_pairs(rows: Sequence[SourceRow]) -> Iterator[tuple[int, int]]:
    """Yield pairs of a key in common near each other, the nearest first."""
    buckets: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for key in _keys(row):
            buckets[row.feature, key].append(number)
    pairs: dict[tuple[int, int], float] = {}
    for (feature, _), bucket in buckets.items():
        numbers = bucket
        if not _lie_together(rows, bucket, feature):
            numbers = [number for number in bucket if rows[number].lat is not None]
        for at, one in enumerate(numbers):
            for other in numbers[at + 1 :]:
                if (one, other) not in pairs:
                    apart = _apart_km(rows[one], rows[other])
                    if apart <= _reach_km(feature, rows[one], rows[other]):
                        pairs[one, other] = apart
    return iter(sorted(pairs, key=lambda pair: (pairs[pair], pair)))


def _lie_together(rows: Sequence[SourceRow], numbers: Sequence[int], feature: str) -> bool:
    """Say whether all rows of a key that have a point may be one place.

    Where they are several, a row without a point could be any of them, and is taken for none.
    """
    placed = [rows[number] for number in numbers if rows[number].lat is not None]
    return all(_apart_km(placed[0], row) <= NEAR_KM.get(feature, 1.0) for row in placed[1:])


def _keys(row: SourceRow) -> set[str]:
    """Return the keys under which a row can meet another: of units, the consonants as well."""
    names = {row.name, *(name.text for name in row.names)}
    names |= {bare_name(name) for name in names} if row.feature in _UNITS else set()
    keys = {key for name in names for key in (plain_key(name), name_key(name)) if len(key) > 1}
    if row.feature in _UNITS:
        keys |= {f"\2{key}" for name in names if len(key := skeleton_key(name)) >= _LEAST_SKELETON}
    return keys


def _reach_km(feature: str, one: SourceRow, other: SourceRow) -> float:
    """Return within what distance two rows of one key are one place."""
    if feature == "settlement" and one.source == other.source:
        coarse = not any(_geonames_ids(row) for row in (one, other))
        return _QUATTROSHAPES_KM if coarse else 0.0
    return NEAR_KM.get(feature, 1.0)


def _apart_km(one: SourceRow, other: SourceRow) -> float:
    """Return the distance of two rows; none where one has no point, which only names can tell."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return 0.0 if one.source != other.source else math.inf
    east = (one.lon - other.lon) * math.cos(math.radians((one.lat + other.lat) / 2))
    return math.hypot(one.lat - other.lat, east) * 111.2


def _geonames_ids(row: SourceRow) -> frozenset[str]:
    return frozenset(own for own in (row.id, *row.same_as) if own.startswith("geonames:"))


class _Groups:
    """Numbers joined into groups, unless that put two places of GeoNames into one."""

    def __init__(self, rows: Sequence[SourceRow]) -> None:
        self._parent = list(range(len(rows)))
        self._ids = [set(_geonames_ids(row)) for row in rows]
        self._members = [[number] for number in range(len(rows))]
        self._sources = [{(row.source, row.code)} if row.code else set() for row in rows]

    def join(self, one: int, other: int) -> None:
        """Join the groups of two numbers, if nothing holds them apart."""
        first, second = sorted((self._root(one), self._root(other)))
        if first == second or (
            self._ids[first] and self._ids[second] and not self._ids[first] & self._ids[second]
        ):
            return
        codes = {source for source, _ in self._sources[first]} & {
            source for source, _ in self._sources[second]
        }
        if codes and not self._sources[first] & self._sources[second]:
            return  # two units with a code each in one list
        self._parent[second] = first
        self._ids[first] |= self._ids[second]
        self._sources[first] |= self._sources[second]
        self._members[first] += self._members[second]

    def all(self) -> list[list[int]]:
        """Return the groups, in order."""
        roots = [number for number in range(len(self._parent)) if self._root(number) == number]
        return [sorted(self._members[root]) for root in roots]

    def _root(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number
