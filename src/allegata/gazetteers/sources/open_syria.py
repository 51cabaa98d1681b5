"""OpenSyria: governorates, districts, subdistricts and localities of Syria in English and Arabic.

In: its JSON files. Out: rows with their ids in other lists and the units above them.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from allegata.gazetteers.sources.rows import SourceRow
from allegata.model.places import GazetteerName

LABEL: Final = "open-syria"
FILES: Final = {
    "governorates.json": "adm1",
    "districts.json": "adm2",
    "subdistricts.json": "adm3",
    "localities.json": "settlement",
}
_PREFIXES: Final = {"geonames": "geonames:", "wikidata": "wikidata:", "ochaPcode": "pcode:"}
_KINDS: Final = {"formal": "official"}


def read_file(path: Path) -> Iterator[SourceRow]:
    """Yield the rows of one of its files."""
    feature = FILES[path.name]
    for place in json.loads(path.read_bytes()):
        point = place.get("centroid") or place.get("coordinates") or {}
        ids = place.get("externalIds", {})
        above = (place.get(one) for one in ("subdistrictId", "districtId", "governorateId"))
        yield SourceRow(
            id=f"open-syria:{place['id']}",
            source=LABEL,
            feature=feature,
            name=place["name"]["en"],
            names=tuple(_names(place)),
            lat=point.get("latitude"),
            lon=point.get("longitude"),
            same_as=tuple(
                f"{prefix}{ids[label]}" for label, prefix in _PREFIXES.items() if label in ids
            ),
            within=tuple(f"open-syria:{one}" for one in above if one),
            population=(place.get("population") or {}).get("value"),
            code=ids.get("ochaPcode", ""),
        )


def _names(place: Mapping[str, Any]) -> Iterator[GazetteerName]:  # Any: JSON as parsed
    """Yield the names of a place, its own before its aliases."""
    for language, text in place["name"].items():
        yield GazetteerName(text, language, "official", LABEL)
    for alias in place.get("aliases", ()):
        kind = _KINDS.get(alias.get("type", ""), "usual")
        yield GazetteerName(alias["value"], alias.get("language", ""), kind, LABEL)
