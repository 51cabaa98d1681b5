"""Gazetteers on the command line: made of a folder's lists, told, and removed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allegata.cli.main import app
from allegata.wiring import gazetteers

OPEN_SYRIA = [
    {
        "id": "zz",
        "name": {"en": "Corun", "ar": "كورن"},
        "coordinates": {"latitude": 35.1, "longitude": 38.1},
        "externalIds": {},
    }
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("ALLEGATA_GAZETTEERS", str(tmp_path / "installed"))
    gazetteers.cache_clear()  # what this process opened before is of another folder
    yield tmp_path
    gazetteers.cache_clear()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick" / "open-syria"
    folder.mkdir(parents=True)
    (folder / "localities.json").write_text(json.dumps(OPEN_SYRIA), encoding="utf-8")
    return tmp_path / "stick"


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["gazetteer", *words])


def test_a_country_is_added_from_a_folder_told_and_removed(home: Path, stick: Path) -> None:
    added = run("add", "SY", "--from", str(stick), "--format", "json")
    assert added.exit_code == 0, added.output
    (told,) = json.loads(added.stdout)
    assert (told["country"], told["features"]["adm1"]) == ("SY", 14)
    assert {source["label"] for source in told["sources"]} == {"open-syria", "geonames"}
    assert "SY" in run("list").stdout
    info = run("info", "Syria").stdout
    assert "verified" in info
    assert "CC BY 4.0" in info
    assert run("remove", "sy").exit_code == 0
    assert json.loads(run("list", "--format", "json").stdout) == []


def test_nothing_is_fetched_unless_a_person_agrees(home: Path) -> None:
    done = run("add", "SY")
    assert done.exit_code == 1
    assert "download.geonames.org" in done.stderr
    assert "learns the address" in done.stderr
    assert "Nothing was fetched" in done.stderr
    assert not (home / "installed").exists()


def test_what_cannot_be_had_is_told_and_ends_with_a_refusal(home: Path) -> None:
    done = run("add", "SY", "--yes", "--mirror", "file:///nowhere")
    assert done.exit_code == 2
    assert "geonames/SY.zip: failed" in done.stderr
    assert "[gazetteer.no_source]" in done.stderr


@pytest.mark.parametrize("words", [["add", "Nowhereland"], ["info", "ZZ"], ["remove", "qq"]])
def test_no_country_is_refused(home: Path, words: list[str]) -> None:
    done = run(*words)
    assert done.exit_code == 2
    assert "[gazetteer.country]" in done.stderr


def test_one_that_is_not_there_is_refused(home: Path) -> None:
    done = run("info", "SY")
    assert done.exit_code == 2
    assert "[gazetteer.not_installed]" in done.stderr


def test_a_folder_that_is_none_and_a_format_that_is_none_are_wrong_use(home: Path) -> None:
    assert run("add", "SY", "--from", str(home / "no")).exit_code == 2
    assert run("list", "--format", "xml").exit_code == 2


def test_a_broken_list_leaves_the_old_gazetteer(home: Path, stick: Path) -> None:
    assert run("add", "SY", "--from", str(stick)).exit_code == 0
    before = (home / "installed" / "SY.gaz").read_bytes()
    (stick / "SY.txt").write_text("1\t2\n", encoding="utf-8")
    done = run("add", "SY", "--from", str(stick))
    assert done.exit_code == 2
    assert "[gazetteer.geonames_columns]" in done.stderr
    assert (home / "installed" / "SY.gaz").read_bytes() == before


def test_a_broken_gazetteer_is_told_and_the_others_are_listed(home: Path, stick: Path) -> None:
    assert run("add", "SY", "--from", str(stick)).exit_code == 0
    (home / "installed" / "IQ.gaz").write_bytes(b"ALLEGAZ2 cut off")
    done = run("list", "--format", "json")
    assert done.exit_code == 1
    assert [one["country"] for one in json.loads(done.stdout)] == ["SY"]
    assert "IQ.gaz" in done.stderr
    assert "[gazetteer.broken]" in done.stderr


def test_all_names_of_a_place_are_told_with_who_uses_them(home: Path, stick: Path) -> None:
    assert run("add", "SY", "--from", str(stick)).exit_code == 0
    told = run("names", "Corun", "--country", "SY")
    assert told.exit_code == 0, told.output
    assert "35.1000, 38.1000" in told.stdout
    assert "كورن" in told.stdout
    (line,) = run("names", "كورن", "--country", "Syria", "--format", "json").stdout.splitlines()
    assert {name["text"] for name in json.loads(line)["names"]} >= {"Corun", "كورن"}


def test_a_name_that_no_gazetteer_knows_is_told(home: Path) -> None:
    assert "gazetteer.no_place" in run("names", "Nowhereville-on-Sea").stderr
