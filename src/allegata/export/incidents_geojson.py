"""Incidents on a map, as GeoJSON: areas are areas, and what is told loosely is never a pin.

A place that is told at least as finely as a settlement is a point with its radius; an area that the
words tell is that area; everything else is a circle of its radius. An incident without a known
place has no geometry.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from allegata.export.atomic import write_whole
from allegata.export.incident_cells import place_of
from allegata.export.incident_tables import COLUMNS, with_losses
from allegata.export.jsonl_claims import JsonObject, write_about
from allegata.export.losses import losses_of
from allegata.model.wire import Json
from allegata.places.areas import circle

PINS = ("exact", "site", "street_or_neighbourhood", "settlement")
LOSSES = losses_of("geojson")
_PLACES = 5  # decimal places of a degree: 1 m


def write_geojson(
    path: Path, records: Iterable[JsonObject], about_path: Path, about: Callable[[], JsonObject]
) -> str:
    """Write one collection of features; return the SHA-256 (hex) of the file."""
    sha256 = write_whole(path, _pieces(records))
    write_about(about_path, with_losses(about(), LOSSES))
    return sha256


def _pieces(records: Iterable[JsonObject]) -> Iterator[str]:
    yield '{"type": "FeatureCollection", "features": ['
    between = "\n"
    for record in records:
        yield between + json.dumps(_feature(record), ensure_ascii=False)
        between = ",\n"
    yield "\n]}\n"


def _feature(record: JsonObject) -> Json:
    properties = {
        name: column(record) for name, column in COLUMNS.items() if name not in {"lat", "lon"}
    }
    return {
        "type": "Feature",
        "id": record.get("code"),
        "geometry": _geometry(record),
        "properties": properties,
    }


def _geometry(record: JsonObject) -> Json:
    place = place_of(record)
    lat, lon, radius = place.get("lat"), place.get("lon"), place.get("radius_km")
    if not isinstance(lat, float | int) or not isinstance(lon, float | int):
        return None
    if place.get("geometry") is not None:
        return place["geometry"]
    if place.get("precision") in PINS or not isinstance(radius, float | int):
        return {"type": "Point", "coordinates": [lon, lat]}
    ring: list[Json] = [
        [round(x, _PLACES), round(y, _PLACES)] for x, y in circle((lat, lon), float(radius))
    ]
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
