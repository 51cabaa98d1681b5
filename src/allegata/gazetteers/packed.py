"""A gazetteer over one file: mapped into memory, opened in milliseconds, never changed.

In: a file that ``packing.pack`` made, or its bytes. Out: a ``PackedGazetteer``, which satisfies
``model.ports.Gazetteer``. Sections are unpacked when first asked for.

>>> from allegata.gazetteers.packing import Keyed, keys_of, pack
>>> unit = AdminUnit("SY.04", "Raqqa")
>>> raqqa = GazetteerEntry("x:1", "Ar Raqqah", "SY", "settlement", 35.95, 39.0, None, unit, None)
>>> content = pack([Keyed(raqqa, keys_of(["Ar Raqqah"], romanised=True))], {"name": "sample"})
>>> [(found.entry.name, found.match) for found in PackedGazetteer(content).find("Raqqa")]
[('Ar Raqqah', <NameMatch.ROMANISED: 'romanised'>)]
"""

import hashlib
import json
import mmap
import zlib
from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

import marisa_trie

from allegata.gazetteers.by_sound import by_sound
from allegata.gazetteers.layout import (
    BLOCK,
    COLUMNS,
    LOOSER,
    MAGIC,
    SKELETON,
    read_column,
    read_lines,
)
from allegata.gazetteers.packing import LEAST_SKELETON, split_id
from allegata.model.errors import ConfigError
from allegata.model.places import (
    AdminUnit,
    FoundEntry,
    GazetteerEntry,
    GazetteerName,
    NameMatch,
)
from allegata.model.shape import Shape
from allegata.places.keys import name_key, plain_key, skeleton_key
from allegata.places.sounds import is_han, sound_key

KEPT: Final = 1 << 14  # names, and entries, kept at hand: memory stays bounded
BLOCKS: Final = 64  # of names that are kept unpacked
COUNTRIES_BY_SOUND: Final = 16  # whose tables by sound are kept
SCANS: Final = 100  # ids looked for one by one before a table of all is made
_SHAPE_SCALE: Final = 10_000


class PackedGazetteer:
    """A gazetteer over a packed file; satisfies ``model.ports.Gazetteer``."""

    def __init__(self, content: bytes | mmap.mmap) -> None:
        """Open ``content``; ConfigError where it is no such file."""
        if content[: len(MAGIC)] != MAGIC:
            raise _not_packed()
        self._content = memoryview(content)
        start = len(MAGIC) + 4
        length = int.from_bytes(content[len(MAGIC) : start], "little")
        self.header: Mapping[str, object] = json.loads(content[start : start + length])
        self._start = start + length
        self._layout: dict[str, list[int]] = self.header["sections"]
        if len(content) < self._start + max(end for _, end in self._layout.values()):
            raise _not_packed()  # cut off: what is mapped must be whole
        self._trie = marisa_trie.Trie().map(self._section("trie"))
        self._size = int(str(self.header["entries"]))
        self._found = lru_cache(maxsize=KEPT)(self._find)
        self._entry = lru_cache(maxsize=KEPT)(self._read_entry)
        self._number = lru_cache(maxsize=KEPT)(self._find_number)
        self._last_block = lru_cache(maxsize=BLOCKS)(self._block)
        self._by_sound = lru_cache(maxsize=COUNTRIES_BY_SOUND)(self._entries_by_sound)
        self._scans = 0

    @classmethod
    def open(cls, path: Path) -> "PackedGazetteer":
        """Map the file at ``path``; ConfigError where it is no packed gazetteer."""
        with path.open("rb") as file:
            if path.stat().st_size < len(MAGIC):
                return cls(file.read())  # which refuses it: nothing can be mapped of an empty file
            return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    @property
    def label(self) -> str:
        """Name and digest, such as ``embedded@3f2a9c01d2e4``."""
        return f"{self.header['name']}@{self.digest[:12]}"

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the whole file, in hexadecimal."""
        return hashlib.sha256(self._content).hexdigest()

    def find(self, name: str, *, country: str | None = None) -> Sequence[FoundEntry]:
        """Return the entries that ``name`` may mean, the nearest spellings and most people first.

        What shares no more than its consonants is among them, for romanised countries; and for a
        name in Chinese characters that no list of ``country`` has, what sounds like it.
        """
        found = self._found(name)
        if country is None:
            return found
        here = tuple(one for one in found if one.entry.country == country)
        if here or not is_han(name):
            return here
        alike = self._by_sound(country).get(sound_key(name), ())
        return tuple(FoundEntry(entry, NameMatch.SKELETON) for entry in alike)

    def _entries_by_sound(self, country: str) -> Mapping[str, tuple[GazetteerEntry, ...]]:
        numbers = (n for n in range(self._size) if self._is_in(n, country))
        return by_sound((self._read_entry(n), self._texts(n)) for n in numbers)

    def _texts(self, number: int) -> Iterable[str]:
        names = (row[0] for row in self._surfaces_of(number))
        return (self._entry(number).name, *names)

    def entry(self, entry_id: str) -> GazetteerEntry | None:
        """Return the entry of that id, such as ``geonames:172955``."""
        number = self._number(entry_id)
        return None if number is None else self._entry(number)

    def entries(self) -> Iterable[GazetteerEntry]:
        """Return every entry, those of a country together."""
        return map(self._entry, range(self._size))

    def names(self, entry_id: str) -> Sequence[GazetteerName]:
        """Return the names of the entry of that id, its main one first; empty if unknown."""
        number = self._number(entry_id)
        if number is None:
            return ()
        if not self._surface_ends:
            return (GazetteerName(self._entry(number).name),)
        return tuple(GazetteerName(*row) for row in self._surfaces_of(number))

    def count_of_names(self) -> int:
        """Return how many names the entries have together."""
        ends = self._surface_ends
        if not ends:
            return self._size
        return sum(len(names) for block in range(len(ends)) for names in self._block(block))

    def shape(self, entry_id: str) -> Shape | None:
        """Return the outline of the entry of that id, where there is one."""
        number = self._number(entry_id)
        return None if number is None else self._shapes.get(number)

    def units_at(self, lat: float, lon: float) -> Sequence[GazetteerEntry]:
        """Return the units whose outline covers a point (degrees), the largest first."""
        covering = [n for n, shape in self._shapes.items() if shape.covers(lat=lat, lon=lon)]
        units = [self._entry(number) for number in covering]
        return sorted(units, key=lambda unit: (unit.feature != "country", unit.feature, unit.id))

    def keys_in(self, country: str) -> Mapping[str, frozenset[str]]:
        """Return the keys that lead to each entry of a country, by id: a look at every key."""
        chosen = {n: self._entry(n).id for n in range(self._size) if self._is_in(n, country)}
        found: dict[str, set[str]] = {own: set() for own in chosen.values()}
        for key in self._trie.iterkeys():
            for number in self._posted(key):
                if number in chosen:
                    found[chosen[number]].add(key)
        return {own: frozenset(keys) for own, keys in found.items()}

    def _is_in(self, number: int, country: str) -> bool:
        return self._told("countries")[self._columns["country"][number]] == country

    def _find(self, name: str) -> tuple[FoundEntry, ...]:
        key, skeleton = name_key(name), skeleton_key(name)
        steps = [
            (NameMatch.EXACT, plain_key(name)),
            (NameMatch.ROMANISED, LOOSER + key),
            (NameMatch.ROMANISED, key),
        ]
        if len(skeleton) >= LEAST_SKELETON:
            steps.append((NameMatch.SKELETON, SKELETON + skeleton))
        matches: dict[int, NameMatch] = {}
        for match, sought in steps:
            for number in self._posted(sought):
                matches.setdefault(number, match)
        found = [FoundEntry(self._entry(number), match) for number, match in matches.items()]
        nearness = list(NameMatch)
        return tuple(
            sorted(
                found,
                key=lambda one: (
                    nearness.index(one.match), -(one.entry.population or 0), one.entry.id
                ),
            )
        )  # fmt: skip

    def _posted(self, key: str) -> Sequence[int]:
        """Return the numbers of the entries that a key leads to."""
        at = self._trie.get(key)
        if at is None:
            return ()
        value = int.from_bytes(self._postings[3 * at : 3 * at + 3], "little")
        if value < self._size:
            return (value,)
        start = value - self._size
        return self._lists[start + 1 : start + 1 + self._lists[start]]

    def _read_entry(self, number: int) -> GazetteerEntry:
        column = {name: self._columns[name][number] for name in COLUMNS}
        admin1, admin2, admin3 = (self._unit(column[f"admin{level}"]) for level in (1, 2, 3))
        name = self._names[number] if number < len(self._names) else ""
        unit = admin3 or admin2 or admin1
        same_as = self._same_as[number] if self._same_as else ""
        return GazetteerEntry(
            id=self._id(column["prefix"], column["number"]),
            name=name or (unit.name if unit else ""),
            country=self._told("countries")[column["country"]],
            feature=self._told("features")[column["feature"]],
            lat=column["lat"] / 100_000,
            lon=column["lon"] / 100_000,
            population=column["population"] or None,
            admin1=admin1,
            admin2=admin2,
            radius_km=column["radius"] / 10 or None,
            admin3=admin3,
            kind=self._told("kinds")[column["kind"]],
            same_as=tuple(same_as.split("\t")) if same_as else (),
        )

    def _unit(self, number: int) -> AdminUnit | None:
        code, _, name = self._units[number].partition("\t")
        return AdminUnit(code, name) if number else None

    def _id(self, prefix: int, number: int) -> str:
        told = self._told("prefixes")[prefix]
        return f"{told[:-1]}{number}" if told.endswith("#") else f"{told}{self._words[number]}"

    def _find_number(self, entry_id: str) -> int | None:
        """Return the number of the entry of that id: a look along two columns, a few milliseconds.

        A table of all ids takes longer to make than most texts take to read: it is made for those
        who ask often.
        """
        self._scans += 1
        if self._scans > SCANS:
            return self._numbers.get(entry_id)
        prefix, number, word = split_id(entry_id)
        told = f"{prefix}#" if number else prefix
        if told not in self._told("prefixes"):
            return None
        wanted = self._told("prefixes").index(told)
        prefixes, numbers = self._columns["prefix"], self._columns["number"]
        at = -1
        try:
            value = number or self._words.index(word)
            while True:
                at = numbers.index(value, at + 1)
                if prefixes[at] == wanted:
                    return at
        except ValueError:
            return None

    @cached_property
    def _numbers(self) -> Mapping[str, int]:
        """Entry numbers by id."""
        rows = zip(self._columns["prefix"], self._columns["number"], strict=True)
        return {self._id(*row): number for number, row in enumerate(rows)}

    def _told(self, label: str) -> Sequence[str]:
        return self.header[label]  # type: ignore[return-value]  # as packed

    @cached_property
    def _columns(self) -> Mapping[str, "array[int]"]:
        return {name: self._column(f"column:{name}", kind) for name, kind in COLUMNS.items()}

    @cached_property
    def _postings(self) -> memoryview:
        return self._section("postings")

    @cached_property
    def _lists(self) -> "array[int]":
        return self._column("lists", "I")

    @cached_property
    def _names(self) -> list[str]:
        return self._lines("names")

    @cached_property
    def _words(self) -> list[str]:
        return self._lines("ids")

    @cached_property
    def _same_as(self) -> list[str]:
        return self._lines("same_as")

    @cached_property
    def _units(self) -> list[str]:
        return ["", *self._lines("units")]

    @cached_property
    def _shapes(self) -> Mapping[int, Shape]:
        """Outlines by entry number."""
        section, places = self._section("shapes"), self._column("shape_places", "I")
        shapes, start = {}, 0
        for number, end in zip(places[::2], places[1::2], strict=True):
            _, rings = json.loads(zlib.decompress(section[start:end]))
            shapes[number] = Shape(
                tuple(
                    tuple((lon / _SHAPE_SCALE, lat / _SHAPE_SCALE) for lon, lat in ring)
                    for ring in rings
                )
            )
            start = end
        return shapes

    def _surfaces_of(self, number: int) -> Sequence[list[str]]:
        """Return the rows of all names of an entry, where the file has more than the main ones."""
        return self._last_block(number // BLOCK)[number % BLOCK] if self._surface_ends else ()

    @cached_property
    def _surface_ends(self) -> "array[int]":
        return self._column("surface_ends", "I")

    def _block(self, block: int) -> list[list[list[str]]]:
        ends = self._surface_ends
        start = ends[block - 1] if block else 0
        rows: list[list[list[str]]] = json.loads(
            zlib.decompress(self._section("surfaces")[start : ends[block]])
        )
        return rows

    def _column(self, label: str, kind: str) -> "array[int]":
        return read_column(kind, self._section(label))

    def _lines(self, label: str) -> list[str]:
        return read_lines(self._section(f"words:{label}"))

    def _section(self, label: str) -> memoryview:
        start, end = self._layout[label]
        return self._content[self._start + start : self._start + end]


def _not_packed() -> ConfigError:
    return ConfigError(
        "gazetteer.not_packed",
        "This is no gazetteer file of this version, or not the whole of one.",
        "Make it again with tools/build_gazetteer.py.",
    )
