"""``allegata places``: a text, spans of it, a table, in four formats."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allegata.cli.main import app
from allegata.wiring import places_of

TEXT = "Warplanes hit the town of Mayadin and the village of Corun."


def run(*words: str, given: str | None = None) -> Result:
    return CliRunner().invoke(app, ["places", *words], input=given)


def test_a_text_is_answered_with_points_radius_and_reasons() -> None:
    done = run(TEXT, "--country", "SY")
    assert done.exit_code == 0
    assert (
        "Mayadin: Al Mayādīn, Deir ez-Zor, SY; 35.0198, 40.4515 ± 3 km, settlement" in done.stdout
    )
    assert "same spelling" in done.stdout
    assert "Corun: not certain where" in done.stdout


def test_json_lines_keep_spans_alternatives_and_what_is_unknown() -> None:
    told = json.loads(run(TEXT, "--country", "SY", "--format", "jsonl").stdout)
    assert told["schema"] == "allegata/places/1"
    mayadin, corun = told["places"]
    assert TEXT[mayadin["span"]["start"] : mayadin["span"]["end"]] == mayadin["raw"] == "Mayadin"
    assert mayadin["place"]["id"] == "geonames:173480"
    assert mayadin["place"]["codes"]["ucdp"] == 1
    assert (corun["raw"], corun["place"]) == ("Corun", None)


def test_a_table_is_read_row_by_row_with_its_countries(tmp_path: Path) -> None:
    table = tmp_path / "posts.csv"
    table.write_text(
        "id,message,where\n7,Shells fell on Mayadin,SY\n8,Nothing,\n", encoding="utf-8"
    )
    done = run(
        str(table),
        *("--text-field", "message", "--id-field", "id", "--country-field", "where"),
        *("--format", "csv"),
    )
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [(row["row_id"], row["raw"], row["country"]) for row in rows] == [("7", "Mayadin", "SY")]


def test_standard_input_is_read() -> None:
    assert "Al Mayādīn" in run("-", "--country", "SY", given="Shells fell on Mayadin.").stdout


def test_geojson_leaves_out_what_has_no_place() -> None:
    told = json.loads(run(TEXT, "--country", "SY", "--format", "geojson").stdout)
    (feature,) = told["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [40.45154, 35.01982]}
    assert feature["properties"]["radius_km"] == 3.0


def test_spans_that_are_known_are_all_that_is_asked(tmp_path: Path) -> None:
    spans = tmp_path / "spans.jsonl"
    spans.write_text('{"start": 26, "end": 33}\n', encoding="utf-8")
    told = json.loads(
        run(TEXT, "--country", "SY", "--spans", str(spans), "--format", "jsonl").stdout
    )
    assert [place["raw"] for place in told["places"]] == ["Mayadin"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"start": 5}\n', "places.spans_file"),
        ("5, 9\n", "places.spans_file"),
        ('{"start": 5, "end": 500}\n', "places.span"),
        ('{"start": 9, "end": 9}\n', "places.span"),
        ('{"start": -1, "end": 9}\n', "places.span"),
    ],
)
def test_spans_that_are_none_are_refused(tmp_path: Path, content: str, code: str) -> None:
    spans = tmp_path / "spans.jsonl"
    spans.write_text(content, encoding="utf-8")
    done = run(TEXT, "--spans", str(spans))
    assert done.exit_code == 2
    assert f"[{code}]" in done.stderr


def test_a_file_of_spans_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = run(TEXT, "--spans", str(tmp_path / "no.jsonl"))
    assert done.exit_code == 2
    assert "[places.spans_file]" in done.stderr


def test_one_input_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "b.txt").write_text("Shells fell on Mayadin.", encoding="utf-8")
    done = run(str(tmp_path), "--country", "SY")
    assert done.exit_code == 1
    assert "a.pdf" in done.stderr
    assert "Al Mayādīn" in done.stdout


@pytest.mark.parametrize("text", ["", " ", "\u202e\u0000", "x" * 5000, "الميادين"])
def test_odd_texts_are_no_errors(text: str) -> None:
    assert run(text).exit_code == 0


def test_coordinates_are_a_place_of_their_own() -> None:
    (told,) = json.loads(run("It fell at 35.0198, 40.4515.", "--format", "jsonl").stdout)["places"]
    place = told["place"]
    assert (told["kind"], place["lat"], place["lon"]) == ("coordinates", 35.0198, 40.4515)
    assert (place["precision"], place["method"], place["radius_km"]) == (
        "exact",
        "coordinates",
        0.01,
    )


def test_every_toponym_is_asked_for() -> None:
    text = "The Nairobi Fire Department helped a Kenyan driver."
    assert run(text).stdout == ""
    told = json.loads(run(text, "--every-toponym", "--format", "jsonl").stdout)
    assert [place["raw"] for place in told["places"]] == ["Nairobi", "Kenyan"]


def test_the_python_call_gives_the_same() -> None:
    (mayadin, corun) = places_of(TEXT, country="SY")
    assert mayadin.place is not None
    assert (mayadin.place.name, mayadin.place.radius_km) == ("Al Mayādīn", 3.0)
    assert corun.place is None
    assert places_of(TEXT, country="SY", spans=[(26, 33)])[0].place == mayadin.place
