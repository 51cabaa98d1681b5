"""Incidents in columns like those of Airwars."""

from pathlib import Path

from tests.app.statuskit import contested
from tests.export.incidentkit import incident, rows, saved

from allegata.app.mapping import known_mapping
from allegata.app.understanding import columns_of, understood
from allegata.export.like_airwars import write_airwars
from allegata.export.losses import losses_of
from allegata.model.importing import ImportedRow
from allegata.model.wire import Json

CHILDREN: Json = [{"outcome": "killed", "group": "children", "low": 3, "high": 4}]


def test_groups_have_the_least_and_the_most_that_is_stated(tmp_path: Path) -> None:
    path, about = saved(tmp_path, write_airwars, incident() | {"groups": CHILDREN})
    (row,) = rows(path)
    assert (row["children_killed_min"], row["children_killed_max"]) == ("3", "4")
    assert (row["people_killed_min"], row["people_killed_max"]) == ("38", "45")
    assert row["civilians_killed_min"] == ""
    assert row["previous_codes"] == "AL-000003"
    assert about["this_format_loses"] == list(losses_of("airwars"))


def test_what_is_written_is_read_again_by_its_name(tmp_path: Path) -> None:
    (row,) = rows(saved(tmp_path, write_airwars, incident() | {"groups": CHILDREN})[0])
    ((_, found),) = understood([row], columns_of(tuple(row), known_mapping("airwars"), "aw"))
    assert isinstance(found, ImportedRow)
    assert found.told is not None
    assert found.told.aliases == ("AL-000003",)
    assert [(each.group, each.told) for each in found.told.figures] == [("children", (3, 4))]


def test_a_contested_status_has_a_least_of_nobody(tmp_path: Path) -> None:
    told = incident(contested())
    path, _ = saved(tmp_path, write_airwars, told)
    (row,) = rows(path)
    names = ("civilians_killed_min", "civilians_killed_max", "belligerents_killed_max")
    assert [row[name] for name in names] == ["0", "45", "12"]
