"""Who's On First: places as one row each with names in all languages, and outlines of units.

In: a repository ``whosonfirst-data-admin-sy`` as a zip (a GeoJSON file a place); or a table made of
one, ``wof_sy.tsv.gz`` (a row a place; names as ``language:p|v:name`` between bars, p the preferred
one) with a collection ``wof_sy_admin.geojson.gz`` of outlines. Out: rows, in the order of files.
"""

import csv
import gzip
import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from allegata.gazetteers.sources.geojson import shape_of
from allegata.gazetteers.sources.rows import SourceRow
from allegata.model.places import GazetteerName
from allegata.model.shape import Shape

LABEL: Final = "wof"
_FEATURES: Final = {
    "country": "country",
    "region": "adm1",
    "county": "adm2",
    "localadmin": "adm3",
    "locality": "settlement",
    "neighbourhood": "neighbourhood",
    "campus": "site",
    "macroregion": "region",
}
# What GeoNames calls the settlement, where Who's On First keeps its code.
_KINDS: Final = {
    "PPLC": "capital", "PPLA": "city", "PPLA2": "town", "PPLA3": "town", "PPLF": "village",
    "PPLL": "locality", "PPLS": "villages", "STLMT": "settlement",
}  # fmt: skip
_CONCORDANCES: Final = {"gn:id": "geonames:", "wd:id": "wikidata:"}
_PLACE = re.compile(r"/data/(?:\d+/)+\d+\.geojson$")
_NAME_KEY = re.compile(r"name:([a-z]{3})(?:_[a-z]+)?_x_([a-z]+)")
LARGEST: Final = 64 << 20  # bytes of one place: the outline of a large country has a few million


def read_places(path: Path, outlines: Mapping[str, Shape]) -> Iterator[SourceRow]:
    """Yield the rows of a table; units get their outline from ``outlines``, by id."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            feature = _FEATURES.get(row["placetype"])
            if feature is None or row["is_current"] == "0":
                continue
            own = f"wof:{row['wof_id']}"
            parents = (row["county_id"], row["region_id"])
            yield SourceRow(
                id=own,
                source=LABEL,
                feature=feature,
                name=row["name"],
                names=(GazetteerName(row["name"], source=LABEL), *_names(row["names"])),
                lat=float(row["lat"]),
                lon=float(row["lon"]),
                same_as=(f"geonames:{row['geonames_id']}",) if row["geonames_id"] else (),
                within=tuple(f"wof:{one}" for one in parents if one and f"wof:{one}" != own),
                kind=_KINDS.get(row["feature_code"], ""),
                population=int(row["population"]) or None if row["population"] else None,
                shape=outlines.get(own),
            )


def read_repository(path: Path) -> Iterator[SourceRow]:
    """Yield the current places of a repository's zip; alternative geometries are passed over."""
    with zipfile.ZipFile(path) as archive:
        for member in sorted(archive.infolist(), key=lambda one: one.filename):
            if _PLACE.search(member.filename) and member.file_size <= LARGEST:
                row = _of_feature(json.loads(archive.read(member)))
                if row is not None:
                    yield row


def _of_feature(feature: Mapping[str, Any]) -> SourceRow | None:  # Any: GeoJSON as parsed
    """Return the row of one file; None for what is no place of ours or is no more."""
    told = feature["properties"]
    kind = _FEATURES.get(told.get("wof:placetype", ""))
    is_past = str(told.get("mz:is_current")) == "0" or told.get("wof:superseded_by")
    if kind is None or is_past or told.get("edtf:deprecated", "") not in ("", "uuuu"):
        return None
    own, ids = f"wof:{told['wof:id']}", told.get("wof:concordances", {})
    hierarchy = (told.get("wof:hierarchy") or [{}])[0]
    above = (hierarchy.get("county_id"), hierarchy.get("region_id"))
    point = next((p for p in ("lbl", "geom") if f"{p}:latitude" in told), None)
    return SourceRow(
        id=own,
        source=LABEL,
        feature=kind,
        name=told["wof:name"],
        names=(GazetteerName(told["wof:name"], source=LABEL), *_names_of(told)),
        lat=float(told[f"{point}:latitude"]) if point else None,
        lon=float(told[f"{point}:longitude"]) if point else None,
        same_as=tuple(
            f"{prefix}{ids[label]}" for label, prefix in _CONCORDANCES.items() if ids.get(label)
        ),
        within=tuple(f"wof:{one}" for one in above if one and one > 0 and f"wof:{one}" != own),
        population=int(told.get("wof:population") or 0) or None,
        shape=shape_of(feature["geometry"]) if kind.startswith("adm") else None,
    )


def _names_of(told: Mapping[str, Any]) -> Iterator[GazetteerName]:  # Any: GeoJSON as parsed
    """Yield names out of ``name:ara_x_preferred`` and the like, the preferred ones first."""
    for manner in ("preferred", "variant"):
        for key, texts in sorted(told.items()):
            match = _NAME_KEY.fullmatch(key)
            if match and match[2] == manner:
                language = "" if match[1] in ("und", "unk") else match[1]
                yield from (GazetteerName(text, language, source=LABEL) for text in texts)


def read_outlines(path: Path) -> dict[str, Shape]:
    """Return the outlines of a collection by id, such as ``wof:85678345``."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        features = json.load(file)["features"]
    found = ((f"wof:{one['properties']['wof_id']}", shape_of(one["geometry"])) for one in features)
    return {own: shape for own, shape in found if shape is not None}


def _names(packed: str) -> Iterator[GazetteerName]:
    """Yield names out of "ara:p:…|eng:v:…"."""
    for one in packed.split("|"):
        language, _, rest = one.partition(":")
        _, _, text = rest.partition(":")
        if text:
            yield GazetteerName(text, "" if language == "und" else language, source=LABEL)
