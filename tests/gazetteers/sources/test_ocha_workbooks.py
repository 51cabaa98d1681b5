"""OCHA's workbooks: units by level, populated places, neighbourhoods, in either year's heads."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from allegata.gazetteers.sources.folder import sources_in
from allegata.gazetteers.sources.ocha_workbooks import read_workbook
from allegata.gazetteers.sources.rows import SourceRow
from allegata.model.errors import InputError

OLD = (
    ("ADM2_EN", "ADM2_AR", "ADM2_PCODE", "ADM1_PCODE", "validOn"),
    ("Corun", "كورن", "ZZ0101", "ZZ01", "2031-01-02"),
)
NEW = (
    ("adm1_name", "adm1_name1", "adm1_pcode", "center_lat", "center_lon"),
    ("Zuhur", "زهور", "ZZ01", 35.5, 38.25),
)
PLACES = (
    ("PCODE", "Name_EN", "Name_AR", "Type", "Latitude", "Longitude", "ADM2_PCODE", "ADM1_PCODE"),
    ("C0001", "Dalun", "دالون", "Community", 35.1, 38.1, "ZZ0101", "ZZ01"),
    ("N0001", "Upper Quarter", "", "Neighborhood", 35.2, 38.2, "ZZ0101", "ZZ01"),
    ("C0002", "Nowhere", "", "Community", "", "", "ZZ0101", "ZZ01"),
)


def book(path: Path, *sheets: tuple[tuple[object, ...], ...]) -> Path:
    """Write a SPECIMEN workbook."""
    made = Workbook()
    for at, rows in enumerate(sheets):
        sheet = made.active if at == 0 else made.create_sheet()
        assert sheet is not None
        for row in rows:
            sheet.append(list(row))
    made.save(path)
    return path


def rows(tmp_path: Path, *sheets: tuple[tuple[object, ...], ...]) -> list[SourceRow]:
    return list(read_workbook(book(tmp_path / "syr_admin_boundaries.xlsx", *sheets)))


def test_a_unit_is_read_with_its_names_code_and_what_holds_it(tmp_path: Path) -> None:
    (unit,) = rows(tmp_path, OLD)
    assert (unit.id, unit.feature, unit.name, unit.within) == (
        "pcode:ZZ0101",
        "adm2",
        "Corun",
        ("pcode:ZZ01",),
    )
    assert [(name.text, name.language, name.since) for name in unit.names] == [
        ("Corun", "en", "2031-01-02"),
        ("كورن", "ar", "2031-01-02"),
    ]
    assert unit.lat is None


def test_newer_heads_give_a_point(tmp_path: Path) -> None:
    (unit,) = rows(tmp_path, NEW)
    assert (unit.feature, unit.lat, unit.lon) == ("adm1", 35.5, 38.25)
    assert [name.text for name in unit.names] == ["Zuhur", "زهور"]


def test_places_and_neighbourhoods_are_told_apart_and_one_without_a_point_is_left(
    tmp_path: Path,
) -> None:
    found = rows(tmp_path, PLACES)
    assert [(one.name, one.feature) for one in found] == [
        ("Dalun", "settlement"),
        ("Upper Quarter", "neighbourhood"),
    ]
    assert found[0].within == ("pcode:ZZ0101", "pcode:ZZ01")


def test_a_sheet_without_codes_is_passed_over(tmp_path: Path) -> None:
    assert rows(tmp_path, (("Read me",), ("Some words",)), NEW)[0].name == "Zuhur"


def test_a_file_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "syr_admin_boundaries.xlsx"
    path.write_bytes(b"no workbook")
    with pytest.raises(InputError) as caught:
        list(read_workbook(path))
    assert caught.value.code == "gazetteer.workbook"


def test_the_workbooks_of_a_country_are_found_in_a_folder(tmp_path: Path) -> None:
    book(tmp_path / "syr_admin_boundaries.xlsx", NEW)
    book(tmp_path / "irq_admin_boundaries.xlsx", NEW)
    (source,) = [one for one in sources_in(tmp_path, "SY") if one.label == "ocha"]
    assert [path.name for path in source.paths] == ["syr_admin_boundaries.xlsx"]
    assert [row.name for row in source.read("SY")] == ["Zuhur"]
