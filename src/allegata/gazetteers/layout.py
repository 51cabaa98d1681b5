"""How the parts of a packed gazetteer lie in its file.

The file is ``MAGIC``, the length of a JSON header, the header (name, licence, credit, sources, and
where each section lies), then the sections. Numbers are little-endian.

``trie``      keys, as marisa lays them out; each key has a number there
``postings``  three bytes a key: the number of its entry, or past the entries where its list begins
``lists``     for keys that several entries share: how many, and their numbers
``columns``   the fields of all entries, a column each, deflated
``words``     ids that are no numbers, names, units: a line each, deflated
``surfaces``  all names of the entries, in deflated blocks of entries
``shapes``    outlines, a deflated block each

>>> column = array("i", [100, 101, 99])
>>> read_column("i", packed_column(column)) == column
True
"""

import sys
import zlib
from array import array
from collections.abc import Iterable
from typing import Final

Buffer = bytes | memoryview

MAGIC: Final = b"ALLEGAZ2"
BLOCK: Final = 64  # entries whose names lie together
# Fields of an entry: column and type. Degrees × 100,000; population, radius in units of 100 m,
# units and ``same_as`` with 0 for unknown; the rest number lists in the header.
COLUMNS: Final = {
    "lat": "i", "lon": "i", "population": "I", "radius": "H", "feature": "B", "kind": "B",
    "country": "H", "admin1": "I", "admin2": "I", "admin3": "I", "prefix": "B", "number": "I",
}  # fmt: skip
LOOSER: Final = "\x01"  # plain keys stand bare; the two looser kinds are marked
SKELETON: Final = "\x02"


def packed_column(column: "array[int]") -> bytes:
    """Return a column deflated, bytes of equal weight together, which lie closer that way."""
    width = column.itemsize
    raw = _little(column).tobytes()
    return zlib.compress(b"".join(raw[plane::width] for plane in range(width)), 9)


def read_column(kind: str, content: Buffer) -> "array[int]":
    """Return the column of that type that ``packed_column`` made."""
    column = array(kind)
    width = column.itemsize
    planes = zlib.decompress(content)
    size = len(planes) // width
    raw = bytearray(len(planes))
    for plane in range(width):
        raw[plane::width] = planes[plane * size : (plane + 1) * size]
    column.frombytes(bytes(raw))
    return _little(column)


def packed_lines(values: Iterable[str]) -> bytes:
    """Return values one a line, deflated."""
    return zlib.compress("\n".join(values).encode(), 9)


def read_lines(content: Buffer) -> list[str]:
    """Return the values that ``packed_lines`` packed; one empty value reads as none."""
    text = zlib.decompress(content).decode()
    return text.split("\n") if text else []


def _little(column: "array[int]") -> "array[int]":
    """Return a column with its bytes in the order of the file; itself on most machines."""
    if sys.byteorder == "little":
        return column
    turned = array(column.typecode, column)
    turned.byteswap()
    return turned
