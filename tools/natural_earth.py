"""Natural Earth's countries: where the largest land of each lies.

In: the zip of a Natural Earth shapefile of countries. Out: by ISO 3166 alpha-2, the middle of the
largest piece of land, in degrees.
"""

import struct
import zipfile
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

_CODE: Final = "ISO_A2_EH"
_POLYGON: Final = 5
_HEAD: Final = 100  # bytes before the first record of a .shp file


def mainlands(path: Path) -> dict[str, tuple[float, float]]:
    """Return (latitude, longitude) of the middle of each country's largest piece of land."""
    with zipfile.ZipFile(path) as archive:
        names = {Path(name).suffix: name for name in archive.namelist()}
        codes = _column(archive.read(names[".dbf"]), _CODE)
        outlines = _outlines(archive.read(names[".shp"]))
    largest: dict[str, tuple[float, tuple[float, float]]] = {}
    for code, rings in zip(codes, outlines, strict=True):
        for ring in rings:
            area, middle = _middle(ring)
            if code.isalpha() and area > largest.get(code, (0.0, middle))[0]:
                largest[code] = (area, middle)
    return {code: middle for code, (_, middle) in sorted(largest.items())}


def _column(content: bytes, label: str) -> list[str]:
    """Return one column of a dBASE table."""
    count, head, width = struct.unpack_from("<IHH", content, 4)
    at, start = 32, 1  # a field's description; where its value stands in a row, past the mark
    while content[at : at + 11].split(b"\0")[0].decode() != label:
        start += content[at + 16]
        at += 32
    length = content[at + 16]
    rows = (content[head + row * width + start :][:length] for row in range(count))
    return [row.decode("utf-8").strip(" \0") for row in rows]


def _outlines(content: bytes) -> Iterator[list[Sequence[tuple[float, float]]]]:
    """Yield the rings of each record, as (longitude, latitude)."""
    at = _HEAD
    while at < len(content):
        (words,) = struct.unpack_from(">I", content, at + 4)
        kind, *_, parts, points = struct.unpack_from("<I4dII", content, at + 8)
        if kind != _POLYGON:
            raise ValueError(f"a shape of kind {kind} among polygons")
        starts = (*struct.unpack_from(f"<{parts}I", content, at + 52), points)
        flat = struct.unpack_from(f"<{2 * points}d", content, at + 52 + 4 * parts)
        pairs = list(zip(flat[::2], flat[1::2], strict=True))
        yield [pairs[first:last] for first, last in pairwise(starts)]
        at += 8 + 2 * words


def _middle(ring: Sequence[tuple[float, float]]) -> tuple[float, tuple[float, float]]:
    """Return the area of a closed ring in square degrees, and its centroid as (lat, lon)."""
    doubled = x = y = 0.0
    for (x1, y1), (x2, y2) in pairwise(ring):
        cross = x1 * y2 - x2 * y1
        doubled += cross
        x += (x1 + x2) * cross
        y += (y1 + y2) * cross
    if doubled == 0:
        return 0.0, (ring[0][1], ring[0][0])
    return abs(doubled / 2), (y / (3 * doubled), x / (3 * doubled))
