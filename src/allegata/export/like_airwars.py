"""Incidents in columns like those of Airwars: the least and most for each group, and the grade.

It is no dataset of Airwars. The columns are those that ``allegata import --like airwars`` reads.
"""

from functools import partial

from allegata.export.incident_cells import (
    Column,
    all_of,
    at,
    bound,
    country,
    items,
    latitude,
    longitude,
    of,
    of_group,
    of_place,
    people_by_role,
    place_of,
)
from allegata.export.incident_tables import write_table
from allegata.export.jsonl_claims import JsonObject
from allegata.export.losses import losses_of
from allegata.model.wire import Json

LOSSES = losses_of("airwars")
GROUPS = ("civilians", "children", "women", "men", "belligerents")
STRIKES = {
    "air_strike": "airstrike",
    "drone_strike": "drone strike",
    "shelling": "artillery",
    "raid": "ground operation",
}


def _strike(record: JsonObject) -> Json:
    event = str(record.get("event") or "unknown")
    return STRIKES.get(event, event)


def _words(record: JsonObject) -> Json:
    return at(record, "where", 0, "raw") or None


COLUMNS: dict[str, Column] = {
    "unique_reference_code": of("code"),
    "previous_codes": lambda record: "; ".join(map(str, items(record.get("formers")))),
    "date": of("first_day"),
    "date_end": of("last_day"),
    "location": lambda record: place_of(record).get("name") or _words(record),
    "region": of_place("admin1", "name"),
    "country": country,
    "latitude": latitude,
    "longitude": longitude,
    "geolocation_accuracy": of_place("codes", "airwars"),
    "strike_type": _strike,
    "grading": of("grade", "value"),
    **{
        f"people_{outcome}_{name}": bound(outcome, which)
        for outcome in ("killed", "injured")
        for name, which in (("min", "low"), ("max", "high"))
    },
    **{
        f"{group}_{outcome}_{name}": of_group(outcome, group, which)
        for group in GROUPS
        for outcome in ("killed", "injured")
        for name, which in (("min", "low"), ("max", "high"))
    },
    "belligerents": lambda record: people_by_role(
        record, ("attributed_to", "claims_responsibility")
    ),
    "sources": all_of("origins", "name"),
    "source_urls": all_of("documents", "url"),
}
write_airwars = partial(write_table, COLUMNS, LOSSES)
