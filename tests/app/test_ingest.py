"""Documents come in once, whole, and with their reasons where they cannot be read."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.casekit import (
    LETTER,
    OTHER,
    new_case,
    open_case,
    read,
    reading_of,
    source_of,
)

from allegata.app.case import Case
from allegata.app.views import AddEvent
from allegata.model.document import SourceFile
from allegata.model.errors import ConfigError
from allegata.model.reading import Reading, Refusal
from allegata.model.vocabularies import Sensitivity


def test_documents_are_listed_with_what_was_read_and_what_was_refused(case: Case) -> None:
    letter, clinic, locked = case.documents()
    assert (letter.name, letter.status, letter.claims, letter.reviewed) == (
        "letter.txt",
        "read",
        3,
        0,
    )
    assert (letter.sensitivity, letter.may_publish) == (Sensitivity.RESTRICTED, False)
    assert clinic.claims == 1
    assert locked.status == "quarantined"
    assert locked.refusal is not None
    assert (locked.refusal.code, locked.refusal.hint) == ("convert.locked", "Unlock it.")
    assert case.original(locked.id) == b"LOCKED"
    assert case.document(locked.id).document is None


def test_adding_again_adds_nothing(case: Case) -> None:
    before = case.info()
    events: list[AddEvent] = []
    report = case.add(
        [source_of("copy.txt", LETTER), source_of("clinic.txt", OTHER)],
        reviewer="r2",
        on_progress=events.append,
    )
    assert (report.added, len(report.already)) == ((), 2)
    assert case.info() == before
    assert events[0].outcome == "already"
    assert events[0].message.endswith("as letter.txt")
    assert "already here since 2031-04-09T10:00:0" in events[0].message


def test_a_refused_document_is_tried_again_and_keeps_its_place(case: Case, tmp_path: Path) -> None:
    locked = case.documents()[2]
    case.close()

    def unlocked(source: SourceFile) -> Reading | Refusal:
        return reading_of(source, "3 people were killed")

    with open_case(tmp_path / "case", reader=unlocked) as again:
        report = again.add([source_of("locked.pdf", "LOCKED")], reviewer="r1")
        row = again.documents()[2]
        assert report.added == (locked.id,)
        assert (row.status, row.refusal, row.claims) == ("read", None, 1)
        assert row.added_at == locked.added_at
        assert again.verify(read_again=False).problems == ()


def test_an_input_without_bytes_stays_in_the_list_until_it_can_be_read(empty: Case) -> None:
    missing = Refusal("later.txt", None, "acquire.missing", "There is no file.", "Check the path.")
    empty.add([missing, missing], reviewer="r1")
    (row,) = empty.documents()
    assert (row.name, row.status, row.sha256) == ("later.txt", "quarantined", None)
    empty.add([source_of("later.txt", OTHER)], reviewer="r1")
    (row,) = empty.documents()
    assert row.status == "read"
    assert empty.verify().problems == ()


def test_rows_of_a_table_that_say_the_same_are_two_documents(empty: Case) -> None:
    rows = [source_of("t.csv", OTHER, row_id="1"), source_of("t.csv", OTHER, row_id="2")]
    assert len(empty.add(rows, reviewer="r1").added) == 2
    assert len(empty.add(rows, reviewer="r1").already) == 2
    assert [row.row_id for row in empty.documents()] == ["1", "2"]
    first, second = (empty.document(row.id).claims[0].id for row in empty.documents())
    assert first != second


def test_a_bug_on_one_document_leaves_the_others_read(tmp_path: Path) -> None:
    def fragile(source: SourceFile) -> Reading | Refusal:
        if source.name == "bad.txt":
            raise ZeroDivisionError("a bug")
        return read(source)

    with new_case(tmp_path / "case", reader=fragile) as case:
        sources = [source_of("bad.txt", "x"), source_of("good.txt", OTHER)]
        report = case.add(sources, reviewer="r1")
        assert [event.name for event in report.failed] == ["bad.txt"]
        assert report.failed[0].message == "ZeroDivisionError: a bug"
        assert [row.name for row in case.documents()] == ["good.txt"]


def test_a_setting_that_is_wrong_ends_the_run_and_is_no_bug_of_a_document(tmp_path: Path) -> None:
    def unset(source: SourceFile) -> Reading | Refusal:
        raise ConfigError("gazetteer.broken", "SY.gaz is broken.", "Remove it.")

    with new_case(tmp_path / "case", reader=unset) as case:
        with pytest.raises(ConfigError, match=r"SY\.gaz is broken"):
            case.add([source_of("letter.txt", LETTER)], reviewer="r1")
        assert list(case.documents()) == []


def test_a_reading_whose_quote_is_not_in_its_layer_is_not_kept(tmp_path: Path) -> None:
    def lying(source: SourceFile) -> Reading | Refusal:
        reading = reading_of(source, LETTER)
        claim = reading.claims[0]
        false = replace(claim.evidence[0], quote="nobody was hurt")
        return replace(reading, claims=(replace(claim, evidence=(false,)),))

    with new_case(tmp_path / "case", reader=lying) as case:
        report = case.add([source_of("letter.txt", LETTER)], reviewer="r1")
        assert report.failed[0].code == "case.quote_differs"
        assert case.documents() == ()
