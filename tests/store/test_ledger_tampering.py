"""Whatever is changed in the ledger's tables, ``verify`` finds it and names where."""

import shutil
import string
from collections.abc import Callable
from pathlib import Path

import pysqlite3.dbapi2 as driver
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store.casekit import LETTER, OTHER, new_case, open_case, source_of

from allegata.app.views import VerifyReport
from allegata.model.decision import Action
from allegata.model.source import Source

TABLES = {
    "ledger": ["seq", "previous", "at", "kind", "reviewer", "body_hash", "hash"],
    "ledger_bodies": ["salt", "body", "document_id", "decision_id", "action", "claim_id", "undoes"],
    "documents": [
        "id",
        "name",
        "original",
        "status",
        "added_at",
        "added_by",
        "claims",
        "symbol",
        "source",
    ],
    "readings": ["head"],
    "layers": ["id", "kind", "tool", "language", "sha256", "text", "regions"],
    "proposals": ["id", "claim"],
    "document_fields": ["field", "value"],
    "sources": ["id", "name", "kind", "alias", "may_publish"],
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed case file with an entry of most kinds."""
    folder = tmp_path_factory.mktemp("sound") / "case"
    with new_case(folder) as case:
        texts = {"letter.txt": LETTER, "clinic.txt": OTHER, "locked.pdf": "LOCKED"}
        case.add([source_of(name, text) for name, text in texts.items()], reviewer="r1")
        letter, clinic, _ = (row.id for row in case.documents())
        first, second, _ = case.document(letter).claims
        case.decide(letter, action=Action.ACCEPT, proposal_id=first.id, reviewer="r1")
        case.decide(letter, action=Action.REJECT, proposal_id=second.id, reviewer="r2")
        case.undo(letter, reviewer="r1")
        case.set_fields(letter, {"publisher": "Vessaria", "may_publish": "yes"}, reviewer="r1")
        case.set_fields(clinic, {"sensitivity": "secret"}, reviewer="r1")
        case.add_source(Source("watch", "The Watch", alias="Bluebird"), reviewer="r1")
        assert case.verify().problems == ()
    return folder


def after(sound: Path, change: Callable[[driver.Connection], object]) -> VerifyReport:
    """The report on a copy of the case whose database was changed behind its back."""
    folder = sound.parent / "changed"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(sound, folder)
    database = driver.connect(str(folder / "case.db"))
    change(database)
    database.commit()
    database.close()
    with open_case(folder, read_only=True) as case:
        return case.verify(read_again=False)


def codes(report: VerifyReport) -> list[str]:
    return [problem.code for problem in report.problems]


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_changed_character_is_found(sound: Path, data: st.DataObject) -> None:
    table = data.draw(st.sampled_from(sorted(TABLES)))
    column = data.draw(st.sampled_from(TABLES[table]))
    at, new = data.draw(st.integers(0, 10**6)), data.draw(st.sampled_from(string.hexdigits))
    changed = True

    def flip(database: driver.Connection) -> None:
        nonlocal changed
        rows = database.execute(f"SELECT rowid, {column} FROM {table}").fetchall()
        row, value = rows[at % len(rows)]
        if isinstance(value, bytes):
            place = at % len(value)
            flipped: object = value[:place] + bytes([value[place] ^ 1]) + value[place + 1 :]
        elif isinstance(value, int):
            flipped = 1 - value if column == "may_publish" else value + 100
        elif value:
            place = at % len(value)
            flipped = value[:place] + new + value[place + 1 :]
        else:
            flipped = new
        changed = flipped != value
        database.execute("PRAGMA foreign_keys=OFF")
        database.execute(f"UPDATE {table} SET {column}=? WHERE rowid=?", (flipped, row))

    report = after(sound, flip)
    assert report.ok == (not changed), (table, column, report.problems)
    assert all(problem.where for problem in report.problems)


@pytest.mark.parametrize("seq", range(1, 11))
def test_a_deleted_entry_is_found_and_named(sound: Path, seq: int) -> None:
    def delete(database: driver.Connection) -> None:
        for table in ("ledger_bodies", "ledger"):
            database.execute(f"DELETE FROM {table} WHERE seq=?", (seq,))

    report = after(sound, delete)
    assert not report.ok
    if seq < 10:  # the last can be missed only against a head noted elsewhere, or by what it said
        assert report.problems[0].code == "ledger.missing"
        assert report.problems[0].where == f"entry {seq}"


@pytest.mark.parametrize("seq", range(1, 10))
def test_entries_in_another_order_are_found(sound: Path, seq: int) -> None:
    def swap(database: driver.Connection) -> None:
        for old, new in ((seq, 900), (seq + 1, seq), (900, seq + 1)):
            for table in ("ledger", "ledger_bodies"):
                database.execute(f"UPDATE {table} SET seq=? WHERE seq=?", (new, old))

    report = after(sound, swap)
    assert "ledger.out_of_order" in codes(report)
    assert report.problems[0].where == f"entry {seq}"


def test_an_inserted_entry_is_found(sound: Path) -> None:
    def insert(database: driver.Connection) -> None:
        database.execute(
            "INSERT INTO ledger SELECT 11, hash, at, kind, 'r9', body_hash, 'feed' "
            "FROM ledger WHERE seq=10"
        )

    assert codes(after(sound, insert)) == ["ledger.changed", "ledger.body_missing"]


def test_a_body_taken_out_without_a_decision_is_found(sound: Path) -> None:
    report = after(sound, lambda it: it.execute("DELETE FROM ledger_bodies WHERE seq=5"))
    assert report.problems[0].code == "ledger.body_missing"
    assert report.problems[0].where == "entry 5"


def test_a_ledger_that_was_cut_off_is_found_against_a_head_noted_elsewhere(
    sound: Path,
) -> None:
    folder = sound.parent / "cut"
    shutil.copytree(sound, folder)
    with open_case(folder) as case:
        item = case.document(case.documents()[0].id).claims[0]
        row = case.documents()[0].id
        case.decide(row, action=Action.REJECT, proposal_id=item.id, reviewer="r1")
        noted = case.info().head
        assert case.verify(noted).ok
    database = driver.connect(str(folder / "case.db"))
    database.execute("DELETE FROM ledger_bodies WHERE seq=11")
    database.execute("DELETE FROM ledger WHERE seq=11")
    database.commit()
    database.close()
    with open_case(folder, read_only=True) as case:
        assert case.verify().ok  # nothing inside tells
        assert [problem.code for problem in case.verify(noted).problems] == [
            "ledger.head_not_found"
        ]


def test_an_earlier_head_is_part_of_the_chain(sound: Path) -> None:
    with open_case(sound, read_only=True) as case:
        assert case.verify(case.verify().head).ok
        assert not case.verify("f" * 64).ok
