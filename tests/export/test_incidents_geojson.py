"""Incidents on a map: areas are areas, and what is loose is never a pin."""

import json
from pathlib import Path

import pytest
from tests.export.incidentkit import LOOSE, placed, saved

from allegata.export.incidents_geojson import write_geojson
from allegata.model.wire import Json

AREA: Json = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        (LOOSE, "Polygon"),
        (LOOSE | {"precision": "near_settlement", "radius_km": 25.0}, "Polygon"),
        (LOOSE | {"precision": "settlement"}, "Point"),
        (LOOSE | {"precision": "settlement", "geometry": AREA}, "Polygon"),
        (None, None),
    ],
)
def test_a_place_has_the_shape_that_is_told(tmp_path: Path, place: Json, kind: str | None) -> None:
    path, _ = saved(tmp_path, write_geojson, placed(place))
    (feature,) = json.loads(path.read_text("utf-8"))["features"]
    geometry = feature["geometry"]
    assert (geometry["type"] if geometry else None) == kind
    if kind == "Polygon":
        ring = geometry["coordinates"][0]
        assert ring[0] == ring[-1]
    assert feature["id"] == feature["properties"]["code"] == "AL-000007"
    assert "lat" not in feature["properties"]


def test_no_incidents_are_an_empty_collection(tmp_path: Path) -> None:
    path = tmp_path / "none"
    write_geojson(path, (), tmp_path / "about", dict)
    assert json.loads(path.read_text("utf-8")) == {"type": "FeatureCollection", "features": []}
