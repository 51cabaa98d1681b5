"""The tables' history: it leads to the tables of today, and nothing is lost on the way."""

from pathlib import Path

import pysqlite3.dbapi2 as driver
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from tests.store.casekit import OTHER, new_case, open_case, source_of

from allegata.model.errors import StoreError
from allegata.store import schema
from allegata.store.engine import open_engine
from allegata.store.migrating import VERSIONS, migrate

LATER = '''"""A later step, for the test."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


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
    first = VERSIONS / "m0001_case_file.py"
    (versions / first.name).write_text(first.read_text())
    (versions / "m0002_later.py").write_text(LATER.format(more=more))
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
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, schema.metadata) == []
    engine.dispose()


def test_a_migration_keeps_a_copy_first(folder: Path, tmp_path: Path) -> None:
    engine = open_engine(folder / "case.db")
    known = ("0001", "0002")
    versions = later(tmp_path)
    at = "2031-05-01T10:00:00Z"
    assert migrate(engine, folder, at=at, versions=versions, known=known) == "0001"
    engine.dispose()
    (copy,) = (folder / "backups").iterdir()
    assert copy.name == "case-0001-2031-05-01T100000Z.db"
    revision, columns, documents = tables(copy)
    assert (revision, "colour" in columns, documents) == ("0001", False, 1)
    revision, columns, documents = tables(folder / "case.db")
    assert (revision, "colour" in columns, documents) == ("0002", True, 1)


def test_a_case_that_is_up_to_date_needs_no_copy(folder: Path) -> None:
    open_case(folder).close()
    assert list((folder / "backups").iterdir()) == []


def test_a_migration_that_fails_changes_nothing(folder: Path, tmp_path: Path) -> None:
    engine = open_engine(folder / "case.db")
    versions = later(tmp_path, more='raise ZeroDivisionError("a bug")')
    with pytest.raises(ZeroDivisionError):
        migrate(engine, folder, at="2031", versions=versions, known=("0001", "0002"))
    engine.dispose()
    revision, columns, documents = tables(folder / "case.db")
    assert (revision, "colour" in columns, documents) == ("0001", False, 1)
    with open_case(folder) as case:
        assert case.verify().problems == ()


def test_an_older_case_cannot_be_opened_for_reading_only(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "REVISION", "0002")
    with pytest.raises(StoreError) as caught:
        open_case(folder, read_only=True)
    assert caught.value.code == "store.older"
