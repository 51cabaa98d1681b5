"""Incidents as CSV and XLSX."""

from pathlib import Path

from openpyxl import load_workbook
from tests.app.statuskit import contested
from tests.export.incidentkit import LOOSE, incident, placed, rows, saved

from allegata.export.incident_cells import at, items
from allegata.export.incident_tables import COLUMNS, SAYINGS, write_csv, write_xlsx
from allegata.export.losses import losses_of


def test_a_row_has_code_days_place_and_ranges(tmp_path: Path) -> None:
    path, about = saved(tmp_path, write_csv)
    (row,) = rows(path)
    assert list(row) == list(COLUMNS)
    assert (row["code"], row["former_codes"]) == ("AL-000007", "AL-000003")
    assert (row["first_day"], row["last_day"]) == ("2031-04-05", "2031-04-06")
    assert (row["killed_low"], row["killed_high"], row["rule"]) == ("38", "45", "added@1")
    assert about["this_format_loses"] == list(losses_of("table"))


def test_a_loose_place_has_no_point(tmp_path: Path) -> None:
    (row,) = rows(saved(tmp_path, write_csv, placed(dict(LOOSE)))[0])
    assert (row["lat"], row["lon"], row["place_precision"]) == ("", "", "adm1")


def test_a_cell_is_never_a_formula(tmp_path: Path) -> None:
    evil = incident() | {"where": [{"raw": "=HYPERLINK(1)", "place": None}]}
    (row,) = rows(saved(tmp_path, write_csv, evil)[0])
    assert row["where"] == "'=HYPERLINK(1)"
    page = load_workbook(saved(tmp_path, write_xlsx, evil)[0].rename(tmp_path / "a.xlsx"))[
        "incidents"
    ]
    cell = page.cell(2, list(COLUMNS).index("where") + 1)
    assert cell.value == "=HYPERLINK(1)"
    assert cell.data_type != "f"


def test_a_workbook_has_a_sheet_of_what_is_said(tmp_path: Path) -> None:
    book = load_workbook(saved(tmp_path, write_xlsx)[0].rename(tmp_path / "a.xlsx"))
    assert book.sheetnames == ["incidents", "what is said"]
    heads, *said = book["what is said"].iter_rows(values_only=True)
    assert heads == SAYINGS
    origins = items(incident()["origins"])
    assert len(said) == sum(len(items(at(each, "counts"))) for each in origins)


def test_statuses_have_columns_and_a_contested_one_says_so(tmp_path: Path) -> None:
    told = incident(contested())
    path, _ = saved(tmp_path, write_csv, told, incident())
    first, second = rows(path)
    names = ("civilian_killed_low", "civilian_killed_high", "unknown_killed_low")
    assert [first[name] for name in names] == ["0", "45", "38"]
    assert [second[name] for name in names] == ["", "", ""]
    assert (first["status_contested"], second["status_contested"]) == ("killed", "")
