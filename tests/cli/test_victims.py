"""Lists of victims on the command line: names are covered unless asked for."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from allegata.cli.main import app

OLD = "id,name,age\n1,Ahmad Salim Corun,7\n2,Zuhur Yusuf,30\n3,Ahmed Salim Corun,8\n"
NEW = "id,name,age\n1,Ahmad Salim Corun,8\n4,Karim Dalun,40\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.csv").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.csv").write_text(NEW, encoding="utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["victims", *words])


def test_doubles_are_proposed_by_row_and_not_by_name(folder: Path) -> None:
    found = run("doubles", str(folder / "old.csv"))
    assert found.exit_code == 0, found.output
    assert "row 1, number 1 | row 3, number 3" in found.stdout
    assert "Corun" not in found.output
    assert "1 pairs" in found.stdout


def test_names_are_printed_where_they_are_asked_for(folder: Path) -> None:
    assert "Ahmad Salim Corun" in run("doubles", str(folder / "old.csv"), "--with-names").stdout


def test_two_releases_are_compared(folder: Path) -> None:
    found = run("compare", str(folder / "old.csv"), str(folder / "new.csv"))
    assert "added: row 2, number 4" in found.stdout
    assert "removed: row 2, number 2" in found.stdout
    assert "changed: row 1, number 1 → row 1, number 1: age" in found.stdout
    assert not any(name in found.output for name in ("Corun", "Zuhur", "Dalun"))


def test_json_lines_hold_a_change_each(folder: Path) -> None:
    found = run("compare", str(folder / "old.csv"), str(folder / "new.csv"), "--format", "jsonl")
    told = [json.loads(line)["what"] for line in found.stdout.splitlines()]
    assert told.count("removed") == 2
    assert "added" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("doubles", "nowhere.csv"), "table.missing"),
        (("doubles", "{old}", "--columns", "name=nom"), "table.no_column"),
        (("doubles", "{old}", "--columns", "nom=name"), "table.columns"),
        (("doubles", "{old}", "--format", "xml"), "xml is none of"),
    ],
)
def test_wrong_use_is_told(folder: Path, words: tuple[str, ...], told: str) -> None:
    found = run(*(word.format(old=folder / "old.csv") for word in words))
    assert found.exit_code in (1, 2)
    assert told in found.stderr
