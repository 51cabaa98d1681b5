"""The case file as a folder: what stands in it, who may write, what it refuses and survives."""

import errno
import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pysqlite3.dbapi2 as driver
import pytest
from tests.store.casekit import LETTER, OTHER, new_case, open_case, source_of
from tests.store.test_killed import words_anywhere

from allegata.model.decision import Action
from allegata.model.errors import AllegataError, ConfigError, StoreError, TemporaryError
from allegata.model.source import Source
from allegata.store import engine
from allegata.store.engine import refuse_old_sqlite


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed case file with two documents."""
    folder = tmp_path / "case"
    with new_case(folder) as case:
        case.add([source_of("a.txt", LETTER), source_of("b.txt", OTHER)], reviewer="r1")
    return folder


def refusal(folder: Path, *, read_only: bool = False) -> AllegataError:
    with pytest.raises(AllegataError) as caught:
        open_case(folder, read_only=read_only)
    return caught.value


def test_the_folder_has_neutral_names_and_read_only_originals(folder: Path) -> None:
    assert sorted(path.name for path in folder.iterdir()) == [
        "backups",
        "case.db",
        "case.lock",
        "codebook.toml",
        "originals",
    ]
    for original in (folder / "originals").iterdir():
        assert len(original.name) == 64
        assert stat.S_IMODE(original.stat().st_mode) == 0o444
    assert "a.txt" not in {path.name for path in folder.rglob("*")}


def test_the_database_writes_safely(folder: Path) -> None:
    with open_case(folder) as case:
        info = case.info()
        with case._store.read() as reader:
            connection = reader._connection  # type: ignore[attr-defined]
            settings = {
                name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("foreign_keys", "synchronous", "secure_delete")
            }
    assert info.journal == "wal"
    assert settings == {"foreign_keys": 1, "synchronous": 3, "secure_delete": 1}
    assert tuple(int(part) for part in info.sqlite.split(".")) >= (3, 51, 3)


def test_an_sqlite_with_the_wal_bug_is_refused() -> None:
    with pytest.raises(ConfigError) as caught:
        refuse_old_sqlite((3, 40, 1))
    assert caught.value.code == "store.sqlite_too_old"


@pytest.mark.parametrize("what", ["file", "folder", "case", "link"])
def test_a_new_case_does_not_go_over_what_is_there(tmp_path: Path, what: str) -> None:
    place = tmp_path / "there"
    if what == "file":
        place.write_text("x")
    elif what == "folder":
        (place / "x").mkdir(parents=True)
    elif what == "link":
        place.symlink_to(tmp_path / "nowhere")
    else:
        new_case(place).close()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(StoreError) as caught:
        new_case(place)
    assert caught.value.code == "store.exists"
    assert sorted(tmp_path.rglob("*")) == before


def test_a_new_case_appears_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(TemporaryError) as caught:
        new_case(tmp_path / "case")
    assert caught.value.code == "store.full"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_no_case_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path).code == "store.not_a_case"
    assert refusal(tmp_path / "nowhere").code == "store.not_a_case"
    foreign = driver.connect(str(tmp_path / "case.db"))
    foreign.execute("CREATE TABLE recipes (name)")
    foreign.close()
    assert refusal(tmp_path).code == "store.not_a_case"


def test_a_second_writer_is_refused_and_a_reader_is_not(folder: Path) -> None:
    with open_case(folder):
        locked = refusal(folder)
        assert locked.code == "store.locked"
        assert f"process {os.getpid()}" in locked.message
        with open_case(folder, read_only=True) as reading:
            assert len(reading.documents()) == 2
    open_case(folder).close()


def test_a_writer_in_another_process_is_refused_too(folder: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from allegata.store.case_store import open_store\n"
        "from allegata.model.errors import TemporaryError\n"
        "try:\n open_store(Path(sys.argv[1]), at='x')\n"
        "except TemporaryError as error:\n print(error.code)\n"
    )
    with open_case(folder):
        told = subprocess.run(
            [sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=True
        )
    assert told.stdout == "store.locked\n"


def test_a_database_that_stays_busy_says_so(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    with open_case(folder) as case:
        other = driver.connect(str(folder / "case.db"), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(TemporaryError) as caught:
            case.add_source(Source("w", "The Watch"), reviewer="r1")
        assert caught.value.code == "store.busy"
        other.execute("ROLLBACK")
        other.close()
        case.add_source(Source("w", "The Watch"), reviewer="r1")
        assert case.verify().problems == ()


def test_a_newer_case_is_refused_and_left_alone(folder: Path) -> None:
    database = driver.connect(str(folder / "case.db"))
    database.execute("UPDATE alembic_version SET version_num='9999'")
    database.commit()
    database.close()
    before = (folder / "case.db").read_bytes()
    for read_only in (True, False):
        newer = refusal(folder, read_only=read_only)
        assert (newer.code, "9999" in newer.message) == ("store.newer", True)
    assert (folder / "case.db").read_bytes() == before
    assert list((folder / "backups").iterdir()) == []


@pytest.mark.parametrize("what", ["header", "middle", "empty"])
def test_a_damaged_database_is_named_and_not_made_worse(folder: Path, what: str) -> None:
    database = folder / "case.db"
    content = bytearray(database.read_bytes())
    if what == "header":
        content[:16] = b"not a database!!"
    elif what == "middle":
        content[4096:40960] = os.urandom(36864)
    else:
        content = bytearray()
    database.write_bytes(content)
    found: list[str] = []
    try:
        with open_case(folder, read_only=True) as case:
            found = [problem.code for problem in case.verify().problems]
    except StoreError as error:
        found = [error.code]
    assert found
    assert set(found[:1]) <= {"store.corrupt", "store.damaged", "store.not_a_case"}


def test_a_full_database_says_so_and_keeps_what_was_saved(folder: Path) -> None:
    with open_case(folder) as case:
        database = case._store._engine  # type: ignore[attr-defined]
        with database.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
        large = source_of("large.txt", "7 people were killed. " * 5000)
        with pytest.raises(TemporaryError) as caught:
            case.add([large], reviewer="r1")
        assert caught.value.code == "store.full"
        assert len(case.documents()) == 2
    with open_case(folder) as case:
        assert case.verify().problems == ()
        assert len(case.add([large], reviewer="r1").added) == 1


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_an_original_that_does_not_fit_leaves_nothing_half_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with open_case(folder) as case:
        with monkeypatch.context() as patched:
            patched.setattr("os.fsync" if step == "fsync" else "pathlib.Path.replace", full)
            with pytest.raises(TemporaryError) as caught:
                case.add([source_of("c.txt", "x")], reviewer="r1")
            assert caught.value.code == "store.full"
        assert len(case.documents()) == 2
        assert len(list((folder / "originals").iterdir())) == 2
        assert len(case.add([source_of("c.txt", "x")], reviewer="r1").added) == 1


def test_a_lost_or_changed_original_is_named(folder: Path) -> None:
    first, second = sorted((folder / "originals").iterdir())
    first.chmod(0o644)
    content = bytearray(first.read_bytes())
    content[3] ^= 1
    first.write_bytes(content)
    second.unlink()
    with open_case(folder, read_only=True) as case:
        problems = case.verify().problems
    assert {problem.code for problem in problems} == {
        "store.original_changed",
        "store.original_missing",
    }
    with open_case(folder) as case:  # adding the same bytes again heals the vault
        case.add([source_of("c.txt", "other")], reviewer="r1")
        for text in (LETTER, OTHER):
            case._store.keep_original(text.encode())
        assert case.verify().problems == ()


def test_a_case_on_a_medium_that_cannot_be_written_can_be_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # permissions do not bind root
    with open_case(folder, read_only=True) as case:
        assert len(case.documents()) == 2
    assert {path.name for path in folder.glob("case.db*")} == {"case.db"}


def test_forgetting_leaves_no_word_in_any_file_and_a_ledger_that_holds(folder: Path) -> None:
    with open_case(folder) as case:
        row = case.documents()[0]
        item = case.document(row.id).claims[0]
        case.decide(
            row.id, action=Action.ACCEPT, proposal_id=item.id, reviewer="r1", why="Quillfeather"
        )
        case.set_fields(row.id, {"publisher": "Marmalade Press"}, reviewer="r1")
        case.add_translation(
            row.id,
            of_layer="t0",
            text="Zwölf Kinder",
            language="de",
            translator="Ottoline",
            reviewer="r1",
        )
        shutil.copy(folder / "case.db", folder / "backups" / "case-0000-old.db")
        words = ["Jane Roe", "Quillfeather", "Marmalade", "Ottoline", "Zwölf", "43 civilians"]
        for word in words:
            assert words_anywhere(folder, word), word
        report = case.forget(row.id, why="no consent", reviewer="r1")
        assert report.backups == 1
        assert len(report.entries) == 4
        for word in [*words, "a.txt"]:
            assert words_anywhere(folder, word) == [], word
        grave = case.documents()[0]
        assert (grave.status, grave.name, grave.claims) == ("forgotten", "(forgotten)", 0)
        assert case.document(row.id).claims == ()
        assert case.verify().problems == ()
        refused = case.add([source_of("a.txt", LETTER)], reviewer="r1").refused
        assert [item.code for item in refused] == ["case.forgotten"]
    for word in words:
        assert words_anywhere(folder, word) == [], word
    with open_case(folder) as case:
        assert case.verify().problems == ()


def test_a_forgotten_source_is_gone_and_the_ledger_holds(folder: Path) -> None:
    with open_case(folder) as case:
        case.add_source(Source("s1", "Plumbago Nurse", alias="Bluebird"), reviewer="r1")
        case.add_source(Source("s2", "The Watch"), reviewer="r1")
        report = case.forget_source("s1", why="asked to", reviewer="r1")
        assert report.entries == (4,)
        assert [source.id for source in case.sources()] == ["s2"]
        assert case.verify().problems == ()
    assert words_anywhere(folder, "Plumbago") == words_anywhere(folder, "Bluebird") == []


def test_a_forgotten_decision_is_gone_with_its_undo(folder: Path) -> None:
    with open_case(folder) as case:
        row = case.documents()[0]
        item = case.document(row.id).claims[0]
        case.decide(
            row.id, action=Action.REJECT, proposal_id=item.id, reviewer="r1", why="Quillfeather"
        )
        case.undo(row.id, reviewer="r1")
        report = case.forget_entry(4, why="a slip", reviewer="r1")
        assert report.entries == (4, 5)
        assert case.document(row.id).claims[0].state == "proposed"
        assert case.verify().problems == ()
    assert words_anywhere(folder, "Quillfeather") == []
