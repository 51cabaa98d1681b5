"""The middle of a country's largest land, out of a shapefile made here."""

import struct
import zipfile
from pathlib import Path

from tools.natural_earth import mainlands

Ring = list[tuple[float, float]]


def square(west: float, south: float, side: float) -> Ring:
    east, north = west + side, south + side
    return [(west, south), (west, north), (east, north), (east, south), (west, south)]


def shape(rings: list[Ring]) -> bytes:
    points = [value for ring in rings for point in ring for value in point]
    starts = [sum(map(len, rings[:at])) for at in range(len(rings))]
    body = struct.pack("<I4dII", 5, 0.0, 0.0, 0.0, 0.0, len(rings), len(points) // 2)
    body += struct.pack(f"<{len(starts)}I{len(points)}d", *starts, *points)
    return struct.pack(">II", 1, len(body) // 2) + body


def table(codes: list[str]) -> bytes:
    fields = [(b"NAME", 4), (b"ISO_A2_EH", 3)]
    described = b"".join(
        name.ljust(11, b"\0") + b"C" + b"\0" * 4 + bytes([width]) + b"\0" * 15
        for name, width in fields
    )
    head = 32 + len(described) + 1
    rows = b"".join(b" " + b"Name" + code.encode().ljust(3) for code in codes)
    return struct.pack("<4xIHH20x", len(codes), head, 8) + described + b"\r" + rows


def test_the_largest_land_of_a_code_counts_and_what_has_none_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "countries.zip"
    outlines = [[square(0, 0, 2), square(50, 50, 1)], [square(10, 10, 1)], [square(20, 20, 9)]]
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("c.dbf", table(["AA", "AA", "-99"]))
        archive.writestr("c.shp", b"\0" * 100 + b"".join(map(shape, outlines)))
    assert mainlands(path) == {"AA": (1.0, 1.0)}
