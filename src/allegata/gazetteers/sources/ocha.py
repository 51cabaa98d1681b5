"""OCHA's common operational data: units with their P-codes, names and points.

In: ``global_pcodes*.csv`` (P-codes and names of the first two levels worldwide), centroid files of
one country (``*_admbndp_adm3_*.geojson``, or as the ``ADM3_EN`` columns are named elsewhere). Out:
rows; those of the CSV have no point.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from allegata.gazetteers.sources.rows import SourceRow
from allegata.lang.countries import country_of_code
from allegata.model.places import GazetteerName

LABEL: Final = "ocha"
_LEVEL = re.compile(r"adm(?:bndp_adm)?([123])", re.IGNORECASE)


def read_pcodes(path: Path, country: str) -> Iterator[SourceRow]:
    """Yield the units of a country, ISO 3166 alpha-2, in the global list."""
    known = country_of_code(country)
    alpha3 = known.alpha3 if known else ""
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["Location"] != alpha3 or row["Admin Level"] not in ("1", "2", "3"):
                continue
            above = row["Parent P-Code"]
            yield SourceRow(
                id=f"pcode:{row['P-Code']}",
                source=LABEL,
                feature=f"adm{row['Admin Level']}",
                name=row["Name"],
                names=(GazetteerName(row["Name"], kind="official", source=LABEL),),
                within=(f"pcode:{above}",) if above != alpha3 else (),
                code=row["P-Code"],
            )


def level_of(path: Path) -> int | None:
    """Return the level of the units in a file of centroids, by its name."""
    match = _LEVEL.search(path.name)
    return int(match[1]) if match else None


def read_centroids(path: Path, level: int) -> Iterator[SourceRow]:
    """Yield the units of a file of points with names in English and another language."""
    for feature in json.loads(path.read_bytes())["features"]:
        told = feature["properties"]
        lon, lat = feature["geometry"]["coordinates"][:2]
        yield SourceRow(
            id=f"pcode:{told[f'ADM{level}_PCODE']}",
            source=LABEL,
            feature=f"adm{level}",
            name=told[f"ADM{level}_EN"],
            names=tuple(_names(told, level)),
            lat=lat,
            lon=lon,
            within=tuple(f"pcode:{told[f'ADM{up}_PCODE']}" for up in range(level - 1, 0, -1)),
            code=told[f"ADM{level}_PCODE"],
        )


def _names(told: Mapping[str, Any], level: int) -> Iterator[GazetteerName]:  # Any: as parsed
    """Yield a unit's names; the first of each language is the official one."""
    since = str(told.get("validOn") or "")
    for key, value in told.items():
        match = re.fullmatch(rf"ADM?{level}(?:(REF)?_|(ALT\d)_?)([A-Z]{{2}})", key)
        if match and value:
            kind = "usual" if match[1] or match[2] else "official"
            yield GazetteerName(str(value), match[3].lower(), kind, LABEL, since=since)
