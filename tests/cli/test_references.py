"""The command ``allegata references``, as a person types it."""

import json
from pathlib import Path

import pytest
import typer
from tests.app import unkit
from typer.testing import CliRunner, Result

from allegata.cli.references import register


@pytest.fixture
def case(tmp_path: Path) -> str:
    folder = tmp_path / "series.case"
    unkit.series_case(folder).close()
    return str(folder)


def tell(*arguments: str, code: int = 0) -> Result:
    program = typer.Typer()
    program.callback()(lambda: None)  # so that the command keeps its name
    register(program)
    result = CliRunner().invoke(program, ["references", *arguments])
    assert result.exit_code == code, (result.output, result.exception)
    return result


def test_the_whole_collection_is_told(case: str) -> None:
    lines = tell(case).stdout.splitlines()
    assert lines[:4] == [
        "3 works in 5 files",
        "2 documents cited, but not in this case file",
        "1 file neither of the United Nations nor citing it",
        "1 file not read: what is missing may be among them",
    ]
    assert "S/2031/7  letter, TCD, dated 2031-05-06" in lines
    assert "    grouped by same symbol S/2031/7" in lines
    assert "    ar  copy        \u2068رسالة.txt\u2069" in lines
    assert "Article 51: cited by S/2031/7" in lines
    assert max(map(len, lines)) <= 100


def test_only_what_is_missing(case: str) -> None:
    told = tell(case, "--missing").stdout
    assert "WORKS" not in told
    assert "https://undocs.org/en/S/RES/2564(2031)\n" in told
    found = json.loads(tell(case, "--missing", "--format", "json").stdout)
    assert set(found) == {"missing"}
    assert len(found["missing"]) == 2


def test_json_and_graphml_go_to_the_output(case: str) -> None:
    assert json.loads(tell(case, "--format", "json").stdout)["counts"]["works"] == 3
    assert tell(case, "--format", "graphml").stdout.startswith('<?xml version="1.0"')


@pytest.mark.parametrize(
    "arguments", [["--format", "dot"], ["--missing", "--format", "graphml"], ["--all"]]
)
def test_a_wrong_use_ends_with_two(case: str, arguments: list[str]) -> None:
    tell(case, *arguments, code=2)


def test_what_is_no_case_file_is_told(tmp_path: Path) -> None:
    assert "[store.not_a_case]" in tell(str(tmp_path), code=2).stderr
