"""What the cells of a table of incidents hold: values picked from ``allegata/incidents/1``.

>>> told = {"outcome": "killed", "low": 3, "high": 5, "rule": "added@1"}
>>> tally_of({"tallies": [told]}, "killed")["high"]
5
"""

from collections.abc import Callable, Mapping, Sequence

from allegata.export.jsonl_claims import JsonObject
from allegata.lang.countries import country_of_code
from allegata.model.wire import Json

Column = Callable[[JsonObject], Json]
# Places that are told at least so finely have a point; of others a point would feign what nobody
# knows.
POINTS = ("exact", "site", "street_or_neighbourhood", "settlement", "near_settlement")


def at(value: Json, *path: str | int) -> Json:
    """Return what stands at ``path`` in nested JSON, None where it ends."""
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def items(value: Json) -> list[Json]:
    """Return a list, empty where it is none."""
    return value if isinstance(value, list) else []


def joined(value: Json, *path: str | int) -> str:
    """Return what stands at ``path`` in each item of a list, each once, joined."""
    found = (at(item, *path) for item in items(value))
    return "; ".join(dict.fromkeys(str(item) for item in found if item not in (None, "")))


def tally_of(record: JsonObject, outcome: str, *, rule: str = "") -> Mapping[str, Json]:
    """Return the range of an outcome, under another rule than the project's where it is named."""
    told = items(record.get("other_rules")) if rule else []
    for each in (*told, *items(record.get("tallies"))):
        if isinstance(each, dict) and each["outcome"] == outcome and rule in ("", each["rule"]):
            return each
    return {}


def group_of(record: JsonObject, outcome: str, group: str) -> Mapping[str, Json]:
    """Return the least and the most that origins state of a group."""
    for each in items(record.get("groups")):
        if isinstance(each, dict) and (each["outcome"], each["group"]) == (outcome, group):
            return each
    return {}


def place_of(record: JsonObject) -> Mapping[str, Json]:
    """Return the place that is told most often of those that are known."""
    for each in items(record.get("where")):
        place = at(each, "place")
        if isinstance(place, dict):
            return place
    return {}


def point_of(record: JsonObject) -> tuple[Json, Json]:
    """Return latitude and longitude where the place is told finely enough to be a point."""
    place = place_of(record)
    if place.get("precision") not in POINTS:
        return None, None
    return place.get("lat"), place.get("lon")


def people_by_role(record: JsonObject, roles: Sequence[str]) -> str:
    """Return the actors of some roles, joined."""
    actors = items(record.get("actors"))
    return joined([each for each in actors if at(each, "role") in roles], "name")


def of(*path: str | int) -> Column:
    """Return a column that holds what stands at a path."""
    return lambda record: at(record, *path)


def all_of(name: str, *path: str | int) -> Column:
    """Return a column that joins what stands at a path of each item."""
    return lambda record: joined(record.get(name), *path)


def bound(outcome: str, which: str) -> Column:
    """Return a column of a range by the project's rule."""
    return lambda record: tally_of(record, outcome).get(which)


def of_group(outcome: str, group: str, which: str) -> Column:
    """Return a column of what origins state of a group."""
    return lambda record: group_of(record, outcome, group).get(which)


def of_status(outcome: str, status: str, which: str) -> Column:
    """Return a column of those told as civilians, as combatants, or as neither."""

    def column(record: JsonObject) -> Json:
        for each in items(record.get("by_status")):
            if (at(each, "outcome"), at(each, "status")) == (outcome, status):
                return at(each, which)
        return None

    return column


def contested(record: JsonObject) -> Json:
    """Return the outcomes of which origins contest who the people were: the lows are 0 there."""
    told = [each for each in items(record.get("by_status")) if at(each, "contested")]
    return joined(told, "outcome")


def of_place(*path: str) -> Column:
    """Return a column of the place."""
    return lambda record: at(dict(place_of(record)), *path)


def latitude(record: JsonObject) -> Json:
    """Return the latitude, None for what is no point."""
    return point_of(record)[0]


def longitude(record: JsonObject) -> Json:
    """Return the longitude, None for what is no point."""
    return point_of(record)[1]


def country(record: JsonObject) -> Json:
    """Return the name of the country of the place."""
    found = country_of_code(str(place_of(record).get("country") or ""))
    return found.name if found is not None else None


def nothing(_record: JsonObject) -> Json:
    """Return nothing: a column of others that is not known here."""
    return None
