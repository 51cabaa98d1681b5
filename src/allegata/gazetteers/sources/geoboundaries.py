"""geoBoundaries: outlines of the units of one level of one country, with names in Latin script.

In: ``…SYR…ADM1….geojson`` (gz or not). Out: rows with an outline, their
point in its largest piece.
"""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from allegata.gazetteers.sources.geojson import shape_of
from allegata.gazetteers.sources.rows import SourceRow
from allegata.model.places import GazetteerName
from allegata.model.shape import Shape, area_of

LABEL: Final = "geoboundaries"
_NAMED = re.compile(r"geoboundaries[-_]([A-Z]{3})[-_](ADM[123])\b.*\.geojson(?:\.gz)?", re.I)


def country_and_level(path: Path) -> tuple[str, int] | None:
    """Return ISO 3166 alpha-3 and level of a file, by its name; None where it is none of these.

    >>> country_and_level(Path("geoboundaries_SYR_ADM1.geojson.gz"))
    ('SYR', 1)
    """
    match = _NAMED.fullmatch(path.name)
    return (match[1].upper(), int(match[2][-1])) if match else None


def read_outlines(path: Path, level: int) -> Iterator[SourceRow]:
    """Yield the units of a file."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for feature in json.loads(content)["features"]:
        told, shape = feature["properties"], shape_of(feature["geometry"])
        if shape is None:
            continue
        lat, lon = point_in(shape)
        name = told["shapeName"]
        yield SourceRow(
            id=f"geoboundaries:{told['shapeID']}",
            source=LABEL,
            feature=f"adm{level}",
            name=name,
            names=(GazetteerName(name, source=LABEL),),
            lat=lat,
            lon=lon,
            same_as=(f"iso:{told['shapeISO']}",) if "-" in str(told.get("shapeISO")) else (),
            shape=shape,
        )


def point_in(shape: Shape) -> tuple[float, float]:
    """Return (latitude, longitude) of the middle of the corners of the largest piece."""
    ring = max(shape.rings, key=area_of)
    lons, lats = zip(*ring, strict=True)
    return round((min(lats) + max(lats)) / 2, 5), round((min(lons) + max(lons)) / 2, 5)
