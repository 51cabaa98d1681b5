"""SPECIMEN incidents as they leave the case file, and how a writer is asked for them."""

import csv
import json
from pathlib import Path

from tests.web import records

from allegata.app.exporting import Exporter
from allegata.app.incident_json import incident_json
from allegata.app.redacting import JsonObject, Redaction
from allegata.model.record import IncidentRecord
from allegata.model.wire import Json

LOOSE: JsonObject = {
    "lat": 10.0,
    "lon": 20.0,
    "precision": "adm1",
    "radius_km": 80.0,
    "country": "SY",
}


def incident(
    record: IncidentRecord | None = None, *, names: tuple[str, ...] = (records.VICTIM,)
) -> JsonObject:
    """The incident of the screens' tests, or another; the names are left out."""
    documents = list(records.documents().values())
    return incident_json(record or records.record(), documents, Redaction(names), frozenset())


def placed(place: Json, **changed: Json) -> JsonObject:
    """The incident at another place."""
    return incident() | {"where": [{"raw": "there", "place": place}]} | changed


def saved(folder: Path, write: Exporter, *incidents: JsonObject) -> tuple[Path, JsonObject]:
    """The file that a writer writes, and its companion."""
    path, about = folder / "incidents", folder / "about.json"
    write(path, incidents or (incident(),), about, lambda: {"notes": ["SPECIMEN"]})
    told: JsonObject = json.loads(about.read_text("utf-8"))
    return path, told


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))
