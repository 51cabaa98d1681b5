"""Incidents in columns like those of ACLED: an event a row, with one number of fatalities.

It is no dataset of ACLED. Which of its types an event has stands in ``acled_events.toml``.
"""

import tomllib
from functools import cache, partial
from importlib import resources

from allegata.export.incident_cells import (
    Column,
    all_of,
    at,
    country,
    items,
    latitude,
    longitude,
    nothing,
    of,
    of_place,
    people_by_role,
    tally_of,
)
from allegata.export.incident_tables import write_table
from allegata.export.jsonl_claims import JsonObject
from allegata.export.losses import losses_of
from allegata.model.wire import Json

RULE = "acled@1"
LOSSES = losses_of("acled")
PRECISIONS = {"day": 1, "days_2_6": 2, "week": 2, "month": 3}
_DOERS = ("attributed_to", "claims_responsibility", "involved")


@cache
def _types() -> dict[str, list[str]]:
    source = resources.files("allegata.export") / "acled_events.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _type(which: int) -> Column:
    return lambda record: next(
        iter(_types().get(str(record.get("event")), ["", ""])[which : which + 1]), None
    )


def _fatalities(record: JsonObject) -> Json:
    tally = tally_of(record, "killed", rule=RULE)
    known = (tally.get("best"), tally.get("low"), tally.get("high"))
    return next((number for number in known if number is not None), None)


def _notes(record: JsonObject) -> Json:
    when = at(record, "when", "edtf") or "undated"
    words = "; ".join(str(at(each, "raw")) for each in items(record.get("where"))[:3])
    return f"{when}: {str(record.get('event')).replace('_', ' ')}" + (f", {words}" if words else "")


COLUMNS: dict[str, Column] = {
    "event_id_cnty": of("code"),
    "event_date": of("first_day"),
    "year": lambda record: str(record.get("first_day") or "")[:4],
    "time_precision": lambda record: PRECISIONS.get(str(at(record, "when", "precision"))),
    "disorder_type": nothing,
    "event_type": _type(0),
    "sub_event_type": _type(1),
    "actor1": lambda record: people_by_role(record, _DOERS),
    "assoc_actor_1": lambda record: people_by_role(record, ("ally",)),
    "inter1": nothing,
    "actor2": lambda record: people_by_role(record, ("target",)),
    "assoc_actor_2": nothing,
    "inter2": nothing,
    "interaction": nothing,
    "civilian_targeting": nothing,
    "region": nothing,
    "country": country,
    "admin1": of_place("admin1", "name"),
    "admin2": of_place("admin2", "name"),
    "admin3": of_place("admin3", "name"),
    "location": of_place("name"),
    "latitude": latitude,
    "longitude": longitude,
    "geo_precision": of_place("codes", "acled"),
    "source": all_of("origins", "name"),
    "source_scale": nothing,
    "notes": _notes,
    "fatalities": _fatalities,
}
write_acled = partial(write_table, COLUMNS, LOSSES)
