"""Tables of events matched on the command line."""

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import Workbook
from typer.testing import CliRunner, Result

from allegata.cli.main import app

FIRST = "id,date,latitude,longitude,kind\n=A1,2031-03-04,9.0,8.0,raid\nA2,2031-03-09,9.0,8.0,raid\n"
SECOND = "id,date,latitude,longitude,kind\nB1,2031-03-05,9.01,8.0,attack\n"
KINDS = "table,code,class\nfirst,raid,armed\nsecond,attack,armed\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("first", FIRST), ("second", SECOND), ("kinds", KINDS)):
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def run(folder: Path, *words: str) -> Result:
    tables = [str(folder / "first.csv"), str(folder / "second.csv")]
    return CliRunner().invoke(app, ["match", *tables, *words])


def test_what_is_one_event_is_told_with_a_summary(folder: Path) -> None:
    found = run(folder, "--taxonomy", f"kind={folder / 'kinds.csv'}")
    assert found.exit_code == 0, found.output
    assert "first =A1 (row 1) = second B1 (row 1)" in found.output
    assert "3 rows, 2 events, 1 matches" in found.output


def test_a_cell_is_never_a_formula(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(folder, "--format", "csv").stdout)))
    assert [row["id"] for row in rows] == ["'=A1", "B1", "A2"]
    assert rows[1]["matched_row"] == "first:1"
    assert (rows[1]["days"], rows[1]["km"]) == ("1", "1.111")


def test_json_lines_hold_an_event_each(folder: Path) -> None:
    lines = [json.loads(line) for line in run(folder, "--format", "jsonl").stdout.splitlines()]
    assert [[row["id"] for row in line["rows"]] for line in lines] == [["=A1", "B1"], ["A2"]]


def test_rows_that_cannot_be_placed_are_told_and_the_rest_is_done(folder: Path) -> None:
    with (folder / "second.csv").open("a", encoding="utf-8") as table:
        table.write("B2,soon,9.0,8.0,attack\n")
    found = run(folder)
    assert found.exit_code == 1
    assert "second, row 2: no day in 'soon'" in found.stderr
    assert "2 events" in found.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "xml"), "xml is none of"),
        (("--columns", "when=x"), "table.columns"),
        (("--columns", "date=nope"), "table.no_column"),
        (("--taxonomy", "kind"), "match.taxonomy"),
        (("--taxonomy", "kind=nowhere.csv"), "table.missing"),
    ],
)
def test_wrong_use_is_told(folder: Path, words: tuple[str, ...], told: str) -> None:
    found = run(folder, *words)
    assert found.exit_code in (1, 2)
    assert told in found.stderr


def test_a_workbook_and_a_table_in_another_encoding_are_read_as_import_reads_them(
    folder: Path,
) -> None:
    book = Workbook()
    for line in FIRST.replace("=", "").splitlines():
        book.worksheets[0].append(line.split(","))
    book.save(folder / "first.xlsx")
    (folder / "second.csv").write_bytes(SECOND.replace("attack", "Überfall").encode("cp1252"))
    tables = [str(folder / "first.xlsx"), str(folder / "second.csv")]
    found = CliRunner().invoke(app, ["match", *tables])
    assert found.exit_code == 0, found.output
    assert "first A1 (row 1) = second B1 (row 1)" in found.output


def test_a_row_with_too_many_cells_is_left_out_and_told(folder: Path) -> None:
    with (folder / "first.csv").open("a", encoding="utf-8") as file:
        file.write("A3,2031-03-05,9.0,8.0,raid,one,too,many\n")
    found = run(folder)
    assert found.exit_code == 1
    assert "first, row 3" in found.stderr
    assert "first =A1 (row 1) = second B1 (row 1)" in found.output
