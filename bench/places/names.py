"""The set of places in Syria where strikes fell: a name in English and in Arabic, and a point.

In: a folder with the file. Out: its items; a part of the file, laid out alike.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.places.articles import file_of, part_of_place

PATTERN = "airwars_syria*.tsv"


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """An item; ``point`` is None where gold has an impossible one."""

    id: str
    english: str
    arabic: str
    point: tuple[float, float] | None


def read_names(folder: Path) -> Iterator[NamedPlace]:
    """Yield the items of the folder's file."""
    for row in _rows(file_of(folder, PATTERN)):
        lat, lon = float(row["lat"]), float(row["lon"])
        possible = abs(lat) <= 90 and abs(lon) <= 180
        point = (lat, lon) if possible else None
        yield NamedPlace(row["airwars_id"], row["location_en"], row["location_ar"], point)


def copy_names(path: Path, folder: Path, *, part: str) -> None:
    """Write the items of ``part`` (``all``: every one) into ``folder``."""
    header, *lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    place = header.split("\t").index("airwars_id")
    kept = [line for line in lines if part in ("all", part_of_place(line.split("\t")[place]))]
    (folder / path.name).write_text("".join((header, *kept)), encoding="utf-8")


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
