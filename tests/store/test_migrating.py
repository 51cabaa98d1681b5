"""The tables' history: it leads to the tables of today, and nothing is lost on the way."""

from pathlib import Path

import pysqlite3.dbapi2 as driver
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from tests.store.casekit import OTHER, new_case, open_case, source_of

from allegata.model.errors import StoreError
from allegata.store import case_store, schema
from allegata.store.engine import BEGIN, open_engine
from allegata.store.indexing import FORMS, INDEX
from allegata.store.migrating import VERSIONS, migrate, upgrade

LATER = '''"""A later step, for the test."""

import sqlalchemy as sa
from alembic import op

revision = "9000"
down_revision = "{last}"


def upgrade() -> None:
    """Add a column."""
    op.add_column("documents", sa.Column("colour", sa.String))
    {more}
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed case file with a document."""
    folder = tmp_path / "case"
    with new_case(folder) as case:
        case.add([source_of("a.txt", OTHER)], reviewer="r1")
    return folder


def later(tmp_path: Path, more: str = "") -> Path:
    """The history with one more step."""
    versions = tmp_path / "migrations" / "versions"
    versions.mkdir(parents=True)
    for step in VERSIONS.glob("m*.py"):
        (versions / step.name).write_text(step.read_text())
    (versions / "m9000_later.py").write_text(LATER.format(last=schema.REVISION, more=more))
    return versions


def tables(database: Path) -> tuple[str, set[str], int]:
    """The revision, the columns of documents, and how many documents there are."""
    connection = driver.connect(str(database))
    revision = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    columns = {row[1] for row in connection.execute("PRAGMA table_info(documents)")}
    documents = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
    connection.close()
    return revision, columns, documents


def test_the_history_ends_at_the_tables_of_today(folder: Path) -> None:
    script = ScriptDirectory(str(VERSIONS.parent), version_locations=[str(VERSIONS)])
    assert script.get_current_head() == schema.REVISION == schema.KNOWN_REVISIONS[-1]
    assert [step.revision for step in script.walk_revisions()] == list(
        reversed(schema.KNOWN_REVISIONS)
    )
    engine = open_engine(folder / "case.db", read_only=True)
    with engine.connect() as connection:
        opts = {"include_name": lambda name, *_: not str(name).startswith(INDEX)}
        context = MigrationContext.configure(connection, opts=opts)
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


def test_a_migration_keeps_a_copy_first(folder: Path, tmp_path: Path) -> None:
    engine = open_engine(folder / "case.db")
    known = (*schema.KNOWN_REVISIONS, "9000")
    versions = later(tmp_path)
    at = "2031-05-01T10:00:00Z"
    assert migrate(engine, folder, at=at, versions=versions, known=known) == schema.REVISION
    engine.dispose()
    (copy,) = (folder / "backups").iterdir()
    assert copy.name == f"case-{schema.REVISION}-2031-05-01T100000Z.db"
    revision, columns, documents = tables(copy)
    assert (revision, "colour" in columns, documents) == (schema.REVISION, False, 1)
    revision, columns, documents = tables(folder / "case.db")
    assert (revision, "colour" in columns, documents) == ("9000", True, 1)


def test_a_case_that_is_up_to_date_needs_no_copy(folder: Path) -> None:
    open_case(folder).close()
    assert list((folder / "backups").iterdir()) == []


def test_a_migration_that_fails_changes_nothing(folder: Path, tmp_path: Path) -> None:
    engine = open_engine(folder / "case.db")
    versions = later(tmp_path, more='raise ZeroDivisionError("a bug")')
    with pytest.raises(ZeroDivisionError):
        migrate(
            engine, folder, at="2031", versions=versions, known=(*schema.KNOWN_REVISIONS, "9000")
        )
    engine.dispose()
    revision, columns, documents = tables(folder / "case.db")
    assert (revision, "colour" in columns, documents) == (schema.REVISION, False, 1)
    with open_case(folder) as case:
        assert case.verify().problems == ()


def test_an_older_case_cannot_be_opened_for_reading_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "REVISION", "9000")
    with pytest.raises(StoreError) as caught:
        open_case(folder, read_only=True)
    assert caught.value.code == "store.older"


@pytest.fixture
def first(folder: Path, tmp_path: Path) -> Path:
    """The case file as the tables of revision 0001 hold it."""
    old = tmp_path / "old.db"
    old.touch()
    engine = open_engine(old)
    with engine.connect().execution_options(**{BEGIN: "IMMEDIATE"}) as connection:
        upgrade(connection, target="0001")
        connection.commit()
    engine.dispose()
    connection = driver.connect(str(old))
    connection.execute("ATTACH ? AS new", (str(folder / "case.db"),))
    query = "SELECT name FROM main.sqlite_master WHERE type='table' AND name NOT IN (?, ?)"
    for (table,) in connection.execute(query, ("alembic_version", "sqlite_sequence")).fetchall():
        names = [row[1] for row in connection.execute(f"PRAGMA main.table_info({table})")]
        columns = ", ".join(f'"{name}"' for name in names)
        connection.execute(f"INSERT INTO main.{table} SELECT {columns} FROM new.{table}")
    connection.execute("DELETE FROM main.case_info WHERE key = ?", (FORMS,))
    connection.commit()
    connection.close()
    old.replace(folder / "case.db")
    return folder


def test_a_case_of_the_first_tables_is_searched_after_a_backup(first: Path) -> None:
    with pytest.raises(StoreError) as caught:
        open_case(first, read_only=True)
    assert caught.value.code == "store.older"
    with open_case(first) as case:
        assert [hit.title.name for hit in case.search("tarnel").hits] == ["a.txt"]
        assert case.verify().problems == ()
    (copy,) = (first / "backups").iterdir()
    assert tables(copy)[0] == "0001"
    with open_case(first, read_only=True) as case:
        assert case.search("tarnel").total == 1


def test_an_index_that_was_not_filled_is_filled_when_the_case_is_next_opened(
    first: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(case_store, "refresh_index", killed)
        with pytest.raises(KeyboardInterrupt):
            open_case(first)
    with open_case(first, read_only=True) as case:
        with pytest.raises(StoreError) as caught:
            case.search("tarnel")
        assert caught.value.code == "search.index_old"
    with open_case(first) as case:
        assert case.search("tarnel").total == 1
