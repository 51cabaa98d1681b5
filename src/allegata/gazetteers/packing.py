"""Entries with their keys, names and outlines to the bytes of a packed gazetteer.

In: ``Keyed`` entries. Out: bytes, the same whatever the order; ``packed`` opens them.

>>> unit = AdminUnit("SY.04", "Raqqa")
>>> raqqa = GazetteerEntry("x:1", "Ar Raqqah", "SY", "settlement", 35.95, 39.0, None, unit, None)
>>> content = pack([Keyed(raqqa, keys_of(["Ar Raqqah"], romanised=True))], {"name": "sample"})
>>> content.startswith(MAGIC)
True
"""

import json
import re
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import marisa_trie

from allegata.gazetteers.layout import (
    BLOCK,
    COLUMNS,
    LOOSER,
    MAGIC,
    SKELETON,
    packed_column,
    packed_lines,
)
from allegata.model.places import AdminUnit, GazetteerEntry, GazetteerName
from allegata.model.shape import Shape
from allegata.places.keys import name_key, plain_key, skeleton_key

# Where names are written in Arabic, Persian or a neighbour's romanisation of them, and the article
# and vowels vary from text to text.
ROMANISED: Final = frozenset({
    "AE", "AF", "AZ", "BH", "DJ", "DZ", "EG", "EH", "ER", "ET", "IL", "IQ", "IR", "JO", "KM",
    "KW", "LB", "LY", "MA", "ML", "MR", "NE", "OM", "PK", "PS", "QA", "SA", "SD", "SO",
    "SS", "SY", "TD", "TN", "TR", "UA", "YE",
})  # fmt: skip
LEAST_SKELETON: Final = 3  # consonants; shorter ones fit too many places
_NUMBERED = re.compile(r"(.*?)([1-9]\d{0,9})")
_MOST: Final = 2**32 - 1
_SHAPE_SCALE: Final = 10_000  # outlines are kept to 0.0001 degrees, some ten metres


@dataclass(frozen=True, slots=True)
class Keyed:
    """An entry with the keys that lead to it, its names, and its outline where it is known."""

    entry: GazetteerEntry
    keys: frozenset[str]
    names: tuple[GazetteerName, ...] = ()
    shape: Shape | None = None


def keys_of(names: Iterable[str], *, romanised: bool) -> frozenset[str]:
    """Return the keys of all ``names``; with ``romanised`` the looser ones too.

    >>> sorted(keys_of(["Al Hasakah"], romanised=True))
    ['\\x01hasaka', '\\x02hsk', 'al hasakah']
    """
    kept = tuple(names)
    plain = {key for name in kept if len(key := plain_key(name)) > 1}
    if not romanised:
        return frozenset(plain)
    loose = {key for name in kept if len(key := name_key(name)) > 1} - plain
    bare = {key for name in kept if len(key := skeleton_key(name)) >= LEAST_SKELETON}
    return frozenset(plain | {LOOSER + key for key in loose} | {SKELETON + key for key in bare})


def pack(entries: Iterable[Keyed], header: Mapping[str, object]) -> bytes:
    """Return the file for ``entries``: the same bytes for the same entries in any order."""
    ordered = sorted(entries, key=lambda keyed: _order(keyed.entry))
    trie, postings, lists = _index(ordered)
    columns, words, told = _fields([keyed.entry for keyed in ordered])
    surfaces, surface_ends = _surfaces(ordered)
    shapes, shape_places = _shapes(ordered)
    sections = {
        "trie": trie,
        "postings": postings,
        "lists": lists,
        **{f"column:{name}": packed_column(column) for name, column in columns.items()},
        **{f"words:{name}": packed_lines(lines) for name, lines in words.items()},
        "surfaces": surfaces,
        "surface_ends": packed_column(surface_ends),
        "shapes": shapes,
        "shape_places": packed_column(shape_places),
    }
    layout, start = {}, 0
    for label, content in sections.items():
        start += -start % 8  # marisa reads whole words where the file is mapped
        layout[label] = [start, start + len(content)]
        start += len(content)
    told = {**header, **told, "entries": len(ordered), "sections": layout}
    head = json.dumps(told, ensure_ascii=False, sort_keys=True).encode()
    head += b" " * (-(len(MAGIC) + 4 + len(head)) % 8)
    packed = bytearray(MAGIC + len(head).to_bytes(4, "little") + head)
    first = len(packed)
    for label, section in sections.items():
        packed += b"\0" * (first + layout[label][0] - len(packed))
        packed += section
    return bytes(packed)


def _order(entry: GazetteerEntry) -> tuple[str, ...]:
    """Return what entries are sorted by: those of a unit together, which packs them closer."""
    units = (entry.admin1, entry.admin2, entry.admin3)
    return (entry.country, *(unit.code if unit else "" for unit in units), entry.feature, entry.id)


def _index(ordered: Sequence[Keyed]) -> tuple[bytes, bytes, bytes]:
    """Return the trie of keys, the postings by the numbers of keys, and the lists."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, keyed in enumerate(ordered):
        for key in keyed.keys:
            numbers[key].append(number)
    trie = marisa_trie.Trie(sorted(numbers))
    postings = bytearray(3 * len(numbers))
    lists, starts = array("I"), dict[tuple[int, ...], int]()
    for key, found in numbers.items():
        value = found[0]
        if len(found) > 1:
            shared = tuple(found)
            if shared not in starts:
                starts[shared] = len(lists)
                lists.extend((len(found), *found))
            value = len(ordered) + starts[shared]
        at = 3 * trie.key_id(key)
        postings[at : at + 3] = value.to_bytes(3, "little")
    return bytes(trie.tobytes()), bytes(postings), packed_column(lists)


def _fields(
    entries: Sequence[GazetteerEntry],
) -> tuple[dict[str, "array[int]"], dict[str, list[str]], dict[str, object]]:
    """Return the columns, the lines of words, and the lists of the header."""
    units = sorted(
        {u for e in entries for u in (e.admin1, e.admin2, e.admin3) if u is not None},
        key=lambda unit: (unit.code, unit.name),
    )
    unit_numbers: dict[AdminUnit | None, int] = {None: 0, **{u: n for n, u in enumerate(units, 1)}}
    features, kinds = _distinct(e.feature for e in entries), _distinct(e.kind for e in entries)
    countries = _distinct(e.country for e in entries)
    split = [split_id(e.id) for e in entries]
    prefixes = _distinct(f"{prefix}{'#' if number else ''}" for prefix, number, _ in split)
    ids: list[str] = []
    columns = {name: array(kind) for name, kind in COLUMNS.items()}
    for entry, (prefix, number, word) in zip(entries, split, strict=True):
        row = {
            "lat": round(entry.lat * 100_000),
            "lon": round(entry.lon * 100_000),
            "population": entry.population or 0,
            "radius": round((entry.radius_km or 0) * 10),
            "feature": features.index(entry.feature),
            "kind": kinds.index(entry.kind),
            "country": countries.index(entry.country),
            "admin1": unit_numbers[entry.admin1],
            "admin2": unit_numbers[entry.admin2],
            "admin3": unit_numbers[entry.admin3],
            "prefix": prefixes.index(f"{prefix}{'#' if number else ''}"),
            "number": number or len(ids),
        }
        if not number:
            ids.append(word)
        for name, value in row.items():
            columns[name].append(value)
    words = {
        "ids": ids,
        "names": ["" if _is_named_as_unit(e) else e.name for e in entries],
        "units": [f"{unit.code}\t{unit.name}" for unit in units],
        "same_as": ["\t".join(e.same_as) for e in entries]
        if any(e.same_as for e in entries)
        else [],
    }
    told: dict[str, object] = {
        "features": features, "kinds": kinds, "countries": countries, "prefixes": prefixes
    }  # fmt: skip
    return columns, words, told


def _is_named_as_unit(entry: GazetteerEntry) -> bool:
    """Say whether an entry bears the name of its smallest unit, which is then not written twice."""
    unit = entry.admin3 or entry.admin2 or entry.admin1
    return unit is not None and unit.name == entry.name


def split_id(entry_id: str) -> tuple[str, int, str]:
    """Return the prefix, and the number or the word, of an id: "geonames:" and 172955.

    >>> split_id("geonames:172955"), split_id("geonames-adm1:SY.04")
    (('geonames:', 172955, ''), ('geonames-adm1:', 0, 'SY.04'))
    """
    prefix, colon, rest = entry_id.partition(":")
    match = _NUMBERED.fullmatch(rest)
    if match is not None and not match[1] and int(rest) <= _MOST:
        return prefix + colon, int(rest), ""
    return prefix + colon, 0, rest


def _distinct(values: Iterable[str]) -> list[str]:
    return sorted(set(values))


def _surfaces(ordered: Sequence[Keyed]) -> tuple[bytes, "array[int]"]:
    """Return the names in blocks, and where each block ends; nothing where there are none."""
    if not any(keyed.names for keyed in ordered):
        return b"", array("I")
    content, ends = bytearray(), array("I")
    for start in range(0, len(ordered), BLOCK):
        rows = [
            [[n.text, n.language, n.kind, n.source, n.since, n.until] for n in keyed.names]
            for keyed in ordered[start : start + BLOCK]
        ]
        text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        content += zlib.compress(text.encode(), 9)
        ends.append(len(content))
    return bytes(content), ends


def _shapes(ordered: Sequence[Keyed]) -> tuple[bytes, "array[int]"]:
    """Return the outlines, and of each the number of its entry and where it ends."""
    content, places = bytearray(), array("I")
    for number, keyed in enumerate(ordered):
        if keyed.shape is not None:
            rings = [
                [[round(lon * _SHAPE_SCALE), round(lat * _SHAPE_SCALE)] for lon, lat in ring]
                for ring in keyed.shape.rings
            ]
            box = [round(value * _SHAPE_SCALE) for value in keyed.shape.box]
            content += zlib.compress(json.dumps([box, rings], separators=(",", ":")).encode(), 9)
            places.extend((number, len(content)))
    return bytes(content), places
