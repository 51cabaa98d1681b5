"""Values picked from an incident for the cells of a table."""

from allegata.export.incident_cells import at, group_of, joined, people_by_role, point_of, tally_of
from allegata.export.jsonl_claims import JsonObject
from allegata.model.wire import Json


def test_values_are_picked_or_nothing_is() -> None:
    told: JsonObject = {"a": [{"b": "x"}, {"b": None}, {"b": "x"}]}
    assert at(told, "a", 0, "b") == "x"
    assert at(told, "a", 7, "b") is None
    assert joined(told["a"], "b") == "x"


def test_a_range_is_that_of_the_project_or_of_the_rule_named() -> None:
    own: Json = {"outcome": "killed", "low": 3, "rule": "added@1"}
    other: Json = {"outcome": "killed", "low": 5, "rule": "acled@1"}
    record: JsonObject = {"tallies": [own], "other_rules": [other]}
    assert tally_of(record, "killed")["low"] == 3
    assert tally_of(record, "killed", rule="acled@1")["low"] == 5
    assert tally_of(record, "killed", rule="added@1")["low"] == 3
    assert tally_of(record, "injured") == {}


def test_a_point_is_for_places_that_are_told_finely() -> None:
    def point(precision: str) -> tuple[object, object]:
        place: Json = {"lat": 1.0, "lon": 2.0, "precision": precision}
        return point_of({"where": [{"raw": "there", "place": place}]})

    assert point("settlement") == (1.0, 2.0)
    assert point("adm2") == (None, None)


def test_actors_go_by_their_role_and_groups_by_their_name() -> None:
    actors: Json = [{"name": "A", "role": "target"}, {"name": "B", "role": "attributed_to"}]
    assert people_by_role({"actors": actors}, ("attributed_to",)) == "B"
    assert group_of({"groups": []}, "killed", "women") == {}
