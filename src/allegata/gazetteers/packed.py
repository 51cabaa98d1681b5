"""One file that holds a gazetteer: written once, opened in milliseconds, never changed.

In: entries with the keys that lead to each. Out: bytes, and a ``PackedGazetteer`` over such bytes.

The file is ``MAGIC``, the length of a JSON header, the header (name, licence, credit, sources, and
where each section lies), then the sections: ``trie`` (marisa, key to entry numbers) and, deflated,
``records`` (fixed width), ``ids`` and ``names`` (one a line), ``units`` (code, tab, name, a line).

>>> unit = AdminUnit("SY.04", "Raqqa")
>>> raqqa = GazetteerEntry("x:1", "Ar Raqqah", "SY", "settlement", 35.95, 39.0, None, unit, None)
>>> content = pack([Keyed(raqqa, keys_of(["Ar Raqqah"], romanised=True))], {"name": "sample"})
>>> [entry.name for entry in PackedGazetteer(content).lookup("Raqqa")]
['Ar Raqqah']
"""

import hashlib
import json
import struct
import zlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

import marisa_trie

from allegata.model.errors import ConfigError
from allegata.model.places import AdminUnit, GazetteerEntry
from allegata.places.keys import name_key, plain_key, skeleton_key

MAGIC: Final = b"ALLEGAZ1"
KEPT: Final = 1 << 14  # names whose entries are kept at hand: memory stays bounded
LEAST_SKELETON: Final = 3  # consonants; shorter ones fit too many places
_ROMANISED: Final = "\x01"  # plain keys stand bare; the two looser kinds are marked
_SKELETON: Final = "\x02"
_APART: Final = "\x03"  # units of the second level, whose names are too many to be looked for
_FEATURES: Final = ("settlement", "adm1", "country", "adm2")
_LENGTH: Final = struct.Struct("<I")
# Degrees × 100,000, population, first- and second-level unit (0: none), radius in units of 100 m
# (0: unknown), feature, country.
_RECORD: Final = struct.Struct("<iiIHHHB2s")
_POSTING: Final = "<I"


@dataclass(frozen=True, slots=True)
class Keyed:
    """An entry with the keys that lead to it."""

    entry: GazetteerEntry
    keys: frozenset[str]


def keys_of(names: Iterable[str], *, romanised: bool, apart: bool = False) -> frozenset[str]:
    """Return the keys of all ``names``; with ``romanised`` the looser ones too.

    ``apart`` marks them as those of a second-level unit.

    >>> sorted(keys_of(["Al Hasakah"], romanised=True))
    ['\\x01hasaka', '\\x02hsk', 'al hasakah']
    """
    plain = {key for name in names if len(key := plain_key(name)) > 1}
    if apart:
        return frozenset(_APART + key for key in keys_of(names, romanised=romanised))
    if not romanised:
        return frozenset(plain)
    loose = {key for name in names if len(key := name_key(name)) > 1} - plain
    bare = {key for name in names if len(key := skeleton_key(name)) >= LEAST_SKELETON}
    return frozenset(
        plain | {_ROMANISED + key for key in loose} | {_SKELETON + key for key in bare}
    )


def pack(entries: Iterable[Keyed], header: Mapping[str, object]) -> bytes:
    """Return the file for ``entries``: the same bytes for the same entries in any order."""
    ordered = sorted(entries, key=lambda keyed: keyed.entry.id)
    units = sorted(
        {unit for k in ordered for unit in (k.entry.admin1, k.entry.admin2) if unit is not None},
        key=lambda unit: (unit.code, unit.name),
    )
    numbers: dict[AdminUnit | None, int] = {
        None: 0,
        **{unit: number for number, unit in enumerate(units, start=1)},
    }
    sections = {
        "trie": _trie(ordered),
        "records": _deflated(b"".join(_record(keyed.entry, numbers) for keyed in ordered)),
        "ids": _lines(keyed.entry.id for keyed in ordered),
        "names": _lines(keyed.entry.name for keyed in ordered),
        "units": _lines(f"{unit.code}\t{unit.name}" for unit in units),
    }
    layout, start = {}, 0
    for label, content in sections.items():
        layout[label] = [start, start + len(content)]
        start += len(content)
    head = json.dumps({**header, "sections": layout}, ensure_ascii=False, sort_keys=True).encode()
    return b"".join((MAGIC, _LENGTH.pack(len(head)), head, *sections.values()))


class PackedGazetteer:
    """A gazetteer over the bytes that ``pack`` made; satisfies ``model.ports.Gazetteer``."""

    def __init__(self, content: bytes) -> None:
        """Open ``content``; ConfigError where it is no such file."""
        if not content.startswith(MAGIC):
            raise ConfigError(
                "gazetteer.not_packed",
                "This is no gazetteer file of this version.",
                "Build it again with tools/build_gazetteer.py.",
            )
        self._content = content
        start = len(MAGIC) + _LENGTH.size
        (length,) = _LENGTH.unpack_from(content, len(MAGIC))
        self.header: Mapping[str, object] = json.loads(content[start : start + length])
        self._start = start + length
        self._layout: dict[str, list[int]] = json.loads(content[start : start + length])["sections"]
        self._trie = marisa_trie.RecordTrie(_POSTING).frombytes(self._section("trie"))
        self._records = zlib.decompress(self._section("records"))
        self._names = self._read_lines("names")
        self._kept = lru_cache(maxsize=KEPT)(self._found)

    @property
    def label(self) -> str:
        """Name and digest, such as ``embedded@3f2a9c01d2e4``."""
        return f"{self.header['name']}@{self.digest[:12]}"

    @cached_property
    def digest(self) -> str:
        """SHA-256 of the whole file, in hexadecimal."""
        return hashlib.sha256(self._content).hexdigest()

    def lookup(
        self,
        name: str,
        *,
        country: str | None = None,
        loose: bool = False,
        districts: bool = False,
    ) -> Sequence[GazetteerEntry]:
        """Return the entries that ``name`` may mean, most populous first; empty if unknown.

        Every romanisation of a name counts as the name; with ``loose`` the consonants alone are
        tried where nothing nearer is found in ``country``. With ``districts`` the entries are units
        of the second level.
        """
        return list(self._kept(name, country, loose, _APART if districts else ""))

    def entry(self, entry_id: str) -> GazetteerEntry | None:
        """Return the entry of that id, such as ``geonames:172955``."""
        number = bisect_left(self._ids, entry_id)
        if number == len(self._ids) or self._ids[number] != entry_id:
            return None
        return self._entry(number)

    def entries(self) -> Iterable[GazetteerEntry]:
        """Return every entry, in the order of their ids."""
        return map(self._entry, range(len(self._ids)))

    @cached_property
    def _ids(self) -> list[str]:
        return self._read_lines("ids")

    @cached_property
    def _units(self) -> list[AdminUnit | None]:
        rows = (line.partition("\t") for line in self._read_lines("units"))
        return [None, *(AdminUnit(code, name) for code, _, name in rows)]

    def _found(
        self,
        name: str,
        country: str | None,
        loose: bool,  # noqa: FBT001  # positional for the cache, which is the only caller
        mark: str,
    ) -> Sequence[GazetteerEntry]:
        key = name_key(name)
        near = (plain_key(name), _ROMANISED + key, key)
        found = self._among([mark + key for key in near], country)
        if not found and loose:
            found = self._among((mark + _SKELETON + skeleton_key(name),), country)
        return tuple(sorted(found, key=lambda entry: -(entry.population or 0)))

    def _among(self, keys: Sequence[str], country: str | None) -> list[GazetteerEntry]:
        numbers = {number for key in keys for (number,) in self._trie.get(key, ())}
        entries = map(self._entry, sorted(numbers))
        return [entry for entry in entries if country in (None, entry.country)]

    def _entry(self, number: int) -> GazetteerEntry:
        lat, lon, population, admin1, admin2, radius, feature, country = _RECORD.unpack_from(
            self._records, number * _RECORD.size
        )
        return GazetteerEntry(
            id=self._ids[number],
            name=self._names[number],
            country=country.decode(),
            feature=_FEATURES[feature],
            lat=lat / 100_000,
            lon=lon / 100_000,
            population=population or None,
            admin1=self._units[admin1],
            admin2=self._units[admin2],
            radius_km=radius / 10 or None,
        )

    def _section(self, label: str) -> bytes:
        start, end = self._layout[label]
        return self._content[self._start + start : self._start + end]

    def _read_lines(self, label: str) -> list[str]:
        text = zlib.decompress(self._section(label)).decode()
        return text.split("\n") if text else []


def _trie(ordered: Sequence[Keyed]) -> bytes:
    """Return the trie from keys to entry numbers."""
    pairs = sorted((key, (number,)) for number, k in enumerate(ordered) for key in k.keys)
    return bytes(marisa_trie.RecordTrie(_POSTING, pairs).tobytes())


def _record(entry: GazetteerEntry, numbers: Mapping[AdminUnit | None, int]) -> bytes:
    """Return the fixed-width part of an entry."""
    return _RECORD.pack(
        round(entry.lat * 100_000),
        round(entry.lon * 100_000),
        entry.population or 0,
        numbers[entry.admin1],
        numbers[entry.admin2],
        round((entry.radius_km or 0) * 10),
        _FEATURES.index(entry.feature),
        entry.country.encode(),
    )


def _lines(values: Iterable[str]) -> bytes:
    """Return values one a line, deflated."""
    return _deflated("\n".join(values).encode())


def _deflated(content: bytes) -> bytes:
    """Return ``content`` compressed, the same bytes on every machine with the same zlib."""
    return zlib.compress(content, 9)
