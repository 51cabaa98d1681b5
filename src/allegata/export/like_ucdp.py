"""Incidents in the 49 columns of the Georeferenced Event Dataset of UCDP, less what is not known.

It is no dataset of UCDP: conflicts, dyads and types of violence are that project's judgements, and
stay empty.
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
    nothing,
    of,
    of_place,
    of_status,
    tally_of,
)
from allegata.export.incident_tables import write_table
from allegata.export.jsonl_claims import JsonObject
from allegata.export.losses import losses_of
from allegata.model.wire import Json

LOSSES = losses_of("ucdp-ged")
PRECISIONS = {"day": 1, "days_2_6": 2, "week": 3, "month": 4, "year": 5}
_EMPTY = frozenset(
    (
        *("relid", "active_year", "code_status", "type_of_violence", "conflict_dset_id"),
        *("conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name"),
        *("side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id", "side_b_new_id"),
        *("side_b", "geom_wkt", "priogrid_gid", "country_id", "region", "deaths_a"),
        *("deaths_b", "gwnoa", "gwnob", "source_headline"),
    )
)
_NAMES = (
    *("id", "relid", "year", "active_year", "code_status", "type_of_violence"),
    *("conflict_dset_id", "conflict_new_id", "conflict_name", "dyad_dset_id", "dyad_new_id"),
    *("dyad_name", "side_a_dset_id", "side_a_new_id", "side_a", "side_b_dset_id"),
    *("side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office"),
    *("source_date", "source_headline", "source_original", "where_prec", "where_coordinates"),
    *("where_description", "adm_1", "adm_2", "latitude", "longitude", "geom_wkt"),
    *("priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec"),
    *("date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"),
    *("best", "high", "low", "gwnoa", "gwnob"),
)


def _best(record: JsonObject) -> Json:
    tally = tally_of(record, "killed")
    if tally.get("best") is not None:
        return tally["best"]
    return tally.get("low") if tally.get("low") == tally.get("high") else None


def _agreed(status: str) -> Column:
    """Return a column of the dead of one status, where all agree how many."""
    low, high = of_status("killed", status, "low"), of_status("killed", status, "high")
    return lambda record: low(record) if low(record) == high(record) else None


def _precision(record: JsonObject) -> Json:
    return PRECISIONS.get(str(at(record, "when", "precision")))


_KNOWN: dict[str, Column] = {
    "id": of("code"),
    "year": lambda record: str(record.get("first_day") or "")[:4],
    "number_of_sources": lambda record: len(items(record.get("origins"))),
    "source_article": all_of("documents", "url"),
    "source_office": all_of("documents", "publisher"),
    "source_date": all_of("documents", "published"),
    "source_original": all_of("origins", "name"),
    "where_prec": of_place("codes", "ucdp"),
    "where_coordinates": of_place("name"),
    "where_description": all_of("where", "raw"),
    "adm_1": of_place("admin1", "name"),
    "adm_2": of_place("admin2", "name"),
    "latitude": latitude,
    "longitude": longitude,
    "country": country,
    "event_clarity": lambda _record: 1,  # running totals are in no incident
    "date_prec": _precision,
    "date_start": of("first_day"),
    "date_end": of("last_day"),
    "deaths_civilians": _agreed("civilian"),
    "deaths_unknown": _agreed("unknown"),
    "best": _best,
    "high": bound("killed", "high"),
    "low": bound("killed", "low"),
}


COLUMNS: dict[str, Column] = {name: nothing if name in _EMPTY else _KNOWN[name] for name in _NAMES}
write_ucdp = partial(write_table, COLUMNS, LOSSES)
