"""Incidents in the columns of UCDP GED."""

from pathlib import Path

from tests.app.statuskit import contested
from tests.export.incidentkit import incident, rows, saved

from allegata.app.mapping import known_mapping
from allegata.app.understanding import columns_of, understood
from allegata.export.jsonl_claims import JsonObject
from allegata.export.like_ucdp import COLUMNS, write_ucdp
from allegata.export.losses import losses_of
from allegata.model.importing import ImportedRow
from allegata.model.wire import Json


def test_all_columns_are_there_and_what_is_not_known_is_empty(tmp_path: Path) -> None:
    path, about = saved(tmp_path, write_ucdp)
    (row,) = rows(path)
    assert len(COLUMNS) == 49
    assert (row["id"], row["year"], row["date_prec"]) == ("AL-000007", "2031", "2")
    assert (row["date_start"], row["date_end"]) == ("2031-04-05", "2031-04-06")
    assert (row["low"], row["high"]) == ("38", "45")
    assert (row["type_of_violence"], row["dyad_name"]) == ("", "")
    assert about["this_format_loses"] == list(losses_of("ucdp-ged"))


def test_best_is_empty_where_the_voices_differ(tmp_path: Path) -> None:
    tally: JsonObject = {"outcome": "killed", "low": 3, "best": None, "high": 5, "rule": "added@1"}
    unlike: Json = [tally]
    alike: Json = [tally | {"low": 5}]
    one = incident() | {"tallies": unlike}
    other = incident() | {"tallies": alike}
    assert [row["best"] for row in rows(saved(tmp_path, write_ucdp, one, other)[0])] == ["", "5"]


def test_what_is_written_is_read_again_by_its_name(tmp_path: Path) -> None:
    (row,) = rows(saved(tmp_path, write_ucdp)[0])
    ((_, found),) = understood([row], columns_of(tuple(row), known_mapping("ucdp-ged"), "ged"))
    assert isinstance(found, ImportedRow)
    assert found.problems == ()
    assert found.told is not None
    assert found.told.figures[0].told[-1] == 45


def test_deaths_of_a_status_stand_where_all_agree_how_many(tmp_path: Path) -> None:
    told = incident(contested())
    path, _ = saved(tmp_path, write_ucdp, told)
    (row,) = rows(path)
    assert (row["deaths_civilians"], row["deaths_unknown"]) == ("", "38")
