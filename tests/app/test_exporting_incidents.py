"""Incidents stand on the documents that may leave the case file, and on no others."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.app.linkkit import LINKER
from tests.app.test_linking import TEXTS
from tests.store.casekit import parse_number, read, source_of, ticking

from allegata.app.case import Case
from allegata.app.exporting import INCIDENTS, ExportOptions
from allegata.app.exporting_incidents import SETTLED
from allegata.app.views import ExportReport
from allegata.export.jsonl_claims import write_jsonl
from allegata.model.errors import InputError
from allegata.model.vocabularies import Outcome
from allegata.model.wire import Json
from allegata.store.case_store import create, open_store


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    folder, clock = tmp_path / "road.case", ticking()
    create(folder, at=clock(), reviewer="r1")
    made = Case(
        open_store(folder, at=clock()),
        read=read,
        clock=clock,
        parse_number=parse_number,
        linker=LINKER,
        exporters={f"{INCIDENTS}jsonl": write_jsonl},
    )
    with made:
        made.add([source_of(name, text) for name, text in TEXTS.items()], reviewer="r1")
        made.link(reviewer="r1")
        yield made


def export(
    case: Case, folder: Path, *, everything: bool = False
) -> tuple[list[dict[str, Json]], ExportReport]:
    options = ExportOptions(everything=everything, overwrite=True)
    path = folder / "incidents.jsonl"
    report = case.export_incidents(path, form="jsonl", options=options, reviewer="r1")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()], report


def killed(record: dict[str, Json]) -> tuple[Json, Json]:
    tallies = record["tallies"]
    assert isinstance(tallies, list)
    first = tallies[0]
    assert isinstance(first, dict)
    return first["low"], first["high"]


def publish(case: Case, name: str) -> None:
    (id_,) = [row.id for row in case.documents() if row.name == name]
    case.set_fields(id_, {"may_publish": "yes"}, reviewer="r1")


def test_nothing_leaves_unless_it_may_be_published(case: Case, tmp_path: Path) -> None:
    records, report = export(case, tmp_path)
    assert (records, report.incidents, report.documents) == ([], 0, 0)
    assert report.left_out["documents not marked may_publish"] == len(TEXTS)


def test_a_range_rests_on_what_the_export_names_alone(case: Case, tmp_path: Path) -> None:
    whole = {
        record["code"]: killed(record) for record in export(case, tmp_path, everything=True)[0]
    }
    publish(case, "b.txt")
    (record,), report = export(case, tmp_path)
    assert killed(record) == (9, 9)
    assert whole[record["code"]] != (9, 9)
    documents = record["documents"]
    assert isinstance(documents, list)
    assert len(documents) == report.documents == 1
    about = json.loads(Path(report.about).read_text("utf-8"))
    assert about["left_out"]["incidents that no document of this export tells of"] == len(whole) - 1


def test_an_export_stands_in_the_ledger_and_changes_no_incident(case: Case, tmp_path: Path) -> None:
    before = case.incidents()
    export(case, tmp_path, everything=True)
    assert case.incidents() == before
    assert case.verify().ok


def test_the_same_case_gives_the_same_bytes(case: Case, tmp_path: Path) -> None:
    first = export(case, tmp_path, everything=True)[0]
    assert export(case, tmp_path, everything=True)[0] == first


def test_an_unknown_format_or_a_file_that_is_there_is_refused(case: Case, tmp_path: Path) -> None:
    options = ExportOptions(everything=True)
    for form, path, code in (
        ("odt", tmp_path / "a", "export.no_format"),
        ("jsonl", tmp_path, "export.exists"),
    ):
        with pytest.raises(InputError) as raised:
            case.export_incidents(path, form=form, options=options, reviewer="r1")
        assert raised.value.code == code


def test_a_settled_range_leaves_and_the_companion_says_that_it_may_rest_on_more(
    case: Case, tmp_path: Path
) -> None:
    publish(case, "b.txt")
    (record,), report = export(case, tmp_path)
    notes = json.loads(Path(report.about).read_text("utf-8"))["notes"]
    assert not any(SETTLED in note for note in notes)
    code = str(record["code"])
    case.settle(code, Outcome.KILLED, (8, None, 9), why="two lists", reviewer="r1")
    (record,), report = export(case, tmp_path)
    assert killed(record) == (8, 9)
    notes = json.loads(Path(report.about).read_text("utf-8"))["notes"]
    assert f"{SETTLED}: {code}." in notes
