"""A recorder's tables in the case file: what an import logs, updates and takes back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.app.ownkit import OSTER, TARNEL, mapping, own_case, sheet

from allegata.app.case import Case
from allegata.app.importing import Sheet
from allegata.model.errors import InputError
from allegata.model.importing import CellChange, ImportReport, RowState

SOURCES = """
of = "sources"
table = "mine"
[columns]
incident = "code"
source = "who"
url = "link"
"""
VICTIMS = """
of = "victims"
table = "mine"
[columns]
id = "number"
incident = "code"
name = "name"
"""


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with own_case(tmp_path / "road.case") as made:
        yield made


def take(case: Case, *rows: dict[str, str] | str) -> ImportReport:
    return case.import_table(sheet(*rows), mapping(), reviewer="r1")


def states(report: ImportReport) -> list[RowState]:
    return [row.state for row in report.rows]


def test_a_second_import_of_one_table_adds_nothing(case: Case) -> None:
    assert states(take(case)) == [RowState.NEW, RowState.NEW]
    entries = case.info().entries
    again = take(case)
    assert states(again) == [RowState.UNCHANGED, RowState.UNCHANGED]
    assert (again.decision, case.info().entries) == ("", entries)


def test_degrees_of_many_places_are_no_change_the_second_time(case: Case) -> None:
    fine = {**TARNEL, "lat": "33.4031092847731", "lon": "39.54229518273"}
    assert states(take(case, fine)) == [RowState.NEW]
    assert states(take(case, fine)) == [RowState.UNCHANGED]


def test_a_newer_table_updates_by_id_and_logs_each_cell(case: Case) -> None:
    take(case)
    report = take(case, {**TARNEL, "most": "8", "former": ""}, OSTER)
    assert states(report) == [RowState.CHANGED, RowState.UNCHANGED]
    assert set(report.rows[0].changes) == {
        CellChange("most", "6", "8"),
        CellChange("former", "M0", ""),
    }
    assert case.own()[0].told.figures[0].told == (4, 8)


def test_a_row_that_is_gone_is_told_and_kept(case: Case) -> None:
    take(case)
    assert take(case, TARNEL).gone == ("M2",)
    assert [own.id for own in case.own()] == ["M1", "M2"]


def test_a_broken_row_is_refused_and_the_rest_is_taken(case: Case) -> None:
    report = take(case, "it has 3 cells, and the heads are 13", OSTER)
    assert states(report) == [RowState.REFUSED, RowState.NEW]
    assert report.rows[0].problems[0].code == "import.row_broken"


def test_an_import_is_taken_back_and_what_was_before_holds_again(case: Case) -> None:
    take(case)
    before = case.own()
    report = take(case, {**TARNEL, "most": "8"}, OSTER)
    case.undo_link(report.decision, reviewer="r2")
    assert case.own() == before
    with pytest.raises(InputError):
        case.undo_link(report.decision, reviewer="r2")
    assert case.verify().ok


def test_sources_and_victims_belong_to_their_incident(case: Case) -> None:
    take(case)
    tables = {
        SOURCES: {"code": "M1", "who": "Tarnel Watch", "link": "https://example.org/w"},
        VICTIMS: {"number": "v1", "code": "M1", "name": "Ilan Dorrow"},
    }
    for text, cells in tables.items():
        one = Sheet("other", "1" * 64, tuple(cells), (cells,))
        report = case.import_table(one, mapping(text), reviewer="r1")
        assert (report.table, states(report)) == ("mine", [RowState.NEW])
    tarnel, oster = case.own()
    assert [each.name for each in tarnel.sources] == ["", "Tarnel Watch"]
    assert [each.name for each in tarnel.victims] == ["Ilan Dorrow"]
    assert (oster.sources, oster.victims) == ((), ())


def test_a_row_is_linked_under_its_own_code_and_found_by_it(case: Case) -> None:
    take(case)
    case.link(reviewer="r1")
    record = case.incident("M1")
    assert record.claims
    assert case.incident("M0").code == record.code
    assert [(own.table, own.id) for own in record.own] == [("mine", "M1")]
    assert case.incident("M2").claims == ()
    alone = case.incident("M2")
    assert alone.is_listed_alone
    assert alone.proposed_grade is None  # there is nothing to weigh
    assert (alone.tallies, alone.rows) == ((), ())  # what a list holds never enters a range
    assert [each.code for each in case.incidents() if each.is_listed_alone] == [alone.code]


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(versions=st.lists(st.integers(4, 9), min_size=1, max_size=4))
def test_undoing_every_import_leaves_no_row(
    tmp_path_factory: pytest.TempPathFactory, versions: list[int]
) -> None:
    with own_case(tmp_path_factory.mktemp("own") / "road.case") as case:
        made = [take(case, {**TARNEL, "most": str(most)}).decision for most in versions]
        for decision in filter(None, made):
            case.undo_link(decision, reviewer="r1")
        assert case.own() == ()


def victims(case: Case, name: str) -> ImportReport:
    cells = {"number": "v1", "code": "M1", "name": name}
    one = Sheet("other", "1" * 64, tuple(cells), (cells,))
    return case.import_table(one, mapping(VICTIMS), reviewer="r1")


def held_in(folder: Path, text: str) -> list[str]:
    """The files of the case that hold these words."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if text.encode() in path.read_bytes()]


def test_the_log_names_every_entry_that_holds_rows_of_the_table(case: Case) -> None:
    take(case)
    first = victims(case, "Ilan Dorrow")
    second = victims(case, "Ilan Dorrow the elder")
    again = victims(case, "Ilan Dorrow the elder")
    assert len(first.entries) == 1
    assert again.entries == second.entries
    assert second.entries[:1] == first.entries
    assert len(second.entries) == 2


def test_an_import_is_forgotten_with_its_undo_and_nothing_of_it_stays(
    case: Case, tmp_path: Path
) -> None:
    take(case)
    made = victims(case, "Ilan Dorrow")
    case.undo_link(made.decision, reviewer="r1")
    assert held_in(tmp_path, "Ilan Dorrow")
    report = case.forget_entry(made.entries[0], why="no consent", reviewer="r1")
    assert report.entries == (made.entries[0], made.entries[0] + 1)
    assert held_in(tmp_path, "Ilan Dorrow") == []
    assert [own.victims for own in case.own()] == [(), ()]
    assert case.verify().ok


def test_forgetting_one_version_of_a_row_leaves_the_others_to_forget(
    case: Case, tmp_path: Path
) -> None:
    take(case)
    victims(case, "Ilan Dorrow")
    newer = victims(case, "Ilan D.")
    case.forget_entry(newer.entries[1], why="no consent", reviewer="r1")
    assert [each.name for each in case.own()[0].victims] == ["Ilan Dorrow"]
    case.forget_entry(newer.entries[0], why="no consent", reviewer="r1")
    assert case.own()[0].victims == ()
    assert held_in(tmp_path, "Ilan D") == []
