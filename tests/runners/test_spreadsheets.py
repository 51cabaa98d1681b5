"""A recorder's table from its file, CSV or XLSX."""

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook

from allegata.app.importing import Sheet
from allegata.model.errors import InputError
from allegata.runners.spreadsheets import read_sheet


def written(path: Path, text: str) -> Sheet:
    path.write_text(text, encoding="utf-8")
    return read_sheet(path)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    made = Workbook()
    page = made.active
    assert page is not None
    page.title = "2031"
    page.append(["code", "day", "killed", "share"])
    page.append(["M1", dt.datetime(2031, 4, 5), 12.0, 0.5])  # noqa: DTZ001  # as Excel has it
    page.append([None, None, None, None])
    page.append(["M2", dt.date(2031, 4, 6), None, "=1+1"])
    made.create_sheet("notes").append(["nothing"])
    path = tmp_path / "mine.xlsx"
    made.save(path)
    return path


def test_a_csv_has_heads_and_rows_as_text(tmp_path: Path) -> None:
    found = written(tmp_path / "mine.csv", "\ufeffcode;killed\nM1;12\nM2\n")
    assert (found.name, found.heads) == ("mine", ("code", "killed"))
    assert found.rows == ({"code": "M1", "killed": "12"}, {"code": "M2", "killed": ""})


def test_a_row_with_too_many_cells_is_told_and_not_cut(tmp_path: Path) -> None:
    found = written(tmp_path / "mine.csv", "code,killed\nM1,12,9\n")
    assert found.rows == ("it has 3 cells, and the heads are 2",)


def test_heads_that_are_empty_or_twice_are_told_apart(tmp_path: Path) -> None:
    found = written(tmp_path / "mine.csv", "code,,code\n1,2,3\n")
    assert found.heads == ("code", "column (2)", "code (3)")


def test_a_workbook_is_read_as_it_is_shown(book: Path) -> None:
    found = read_sheet(book)
    assert found.rows == (
        {"code": "M1", "day": "2031-04-05", "killed": "12", "share": "0.5"},
        {"code": "M2", "day": "2031-04-06", "killed": "", "share": ""},
    )
    assert read_sheet(book, sheet="notes").heads == ("nothing",)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "table.no_heads"),
        (b"PK\x03\x04 cut off", "table.damaged"),
    ],
)
def test_a_file_without_a_table_is_refused(tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "mine.xlsx"
    path.write_bytes(content)
    with pytest.raises(InputError) as raised:
        read_sheet(path)
    assert raised.value.code == code


def test_a_missing_file_folder_or_sheet_is_told(tmp_path: Path, book: Path) -> None:
    for path, sheet, code in (
        (tmp_path / "none.csv", "", "table.missing"),
        (tmp_path, "", "table.unreadable"),
        (book, "2032", "table.no_sheet"),
    ):
        with pytest.raises(InputError) as raised:
            read_sheet(path, sheet=sheet)
        assert raised.value.code == code
