"""The case file on a disk: a folder with originals, one SQLite database and a codebook.

``create`` makes one, ``open_store`` opens one; a :class:`SqliteCaseStore` may be used from several
threads of one program.
"""

import secrets
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from sqlalchemy import Engine, delete, insert, select

from allegata.model.casefile import DocumentStatus, StoreInfo
from allegata.model.errors import StoreError
from allegata.model.ledger import EntryKind
from allegata.store import schema
from allegata.store.engine import BEGIN, driver_version, journal_mode, open_engine
from allegata.store.faults import plain_faults, read_only
from allegata.store.indexing import (
    INDEX,
    forms_of,
    rebuild_index,
    refresh_index,
    without_traces,
)
from allegata.store.lock import WriterLock
from allegata.store.migrating import BACKUPS, migrate, refuse_newer, revision_of, upgrade
from allegata.store.reader import SqlReader
from allegata.store.vault import Vault
from allegata.store.writer import LEFTOVERS, SqlWriter

DATABASE = "case.db"
ORIGINALS = "originals"
CODEBOOK = "codebook.toml"
Salt = Callable[[], str]


def fresh_salt() -> str:
    """Return 128 random bits as hex."""
    return secrets.token_hex(16)


def create(folder: Path, *, at: str, reviewer: str, salt: Salt = fresh_salt) -> None:
    """Make a new case file at ``folder``, whole or not at all."""
    if folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir()))):
        raise StoreError(
            "store.exists",
            f"There is already something at {folder}.",
            "Choose another path, or add to it with `allegata add` if it is a case file.",
        )
    building = folder.absolute().parent / f".{folder.name}.{secrets.token_hex(4)}.new"
    with plain_faults(str(folder)):
        building.parent.mkdir(parents=True, exist_ok=True)
        try:
            _build(building, at=at, reviewer=reviewer, salt=salt)
            building.replace(folder.absolute())
        finally:
            shutil.rmtree(building, ignore_errors=True)


def open_store(
    folder: Path, *, at: str, read_only: bool = False, salt: Salt = fresh_salt
) -> "SqliteCaseStore":
    """Open the case file at ``folder``; for writing, take its lock and bring it up to date."""
    if not (folder / DATABASE).is_file():
        raise StoreError(
            "store.not_a_case",
            f"{folder} is not a case file: it has no {DATABASE}.",
            "Make one with `allegata new`, or check the path.",
        )
    with plain_faults(str(folder)):
        lock = None if read_only else WriterLock(folder)
        engine = open_engine(folder / DATABASE, read_only=read_only)
        try:
            _bring_up_to_date(engine, folder, at=at, read_only=read_only)
            store = SqliteCaseStore(folder, engine, lock, salt)
            if lock is not None:
                store.finish_what_was_broken_off()
        except BaseException:
            engine.dispose()
            if lock is not None:
                lock.release()
            raise
    return store


class SqliteCaseStore:
    """An open case file; see ``CaseStore`` in :mod:`allegata.model.store_port`."""

    def __init__(self, folder: Path, engine: Engine, lock: WriterLock | None, salt: Salt) -> None:
        self._folder = folder
        self._engine = engine
        self._lock = lock
        self._salt = salt
        self._vault = Vault(folder / ORIGINALS)
        self._one_writer = threading.Lock()

    def info(self) -> StoreInfo:
        """Return what the store says of itself."""
        with plain_faults(str(self._folder)), self._engine.connect() as connection:
            rows = connection.execute(select(schema.case_info.c.key, schema.case_info.c.value))
            known = dict(rows.all())
            revision = revision_of(connection, str(self._folder))
        return StoreInfo(
            path=str(self._folder),
            case_id=known["case_id"],
            created_at=known["created_at"],
            schema=revision,
            journal=journal_mode(self._engine),
            sqlite=driver_version(),
        )

    @contextmanager
    def read(self) -> Iterator[SqlReader]:
        """Open a consistent view."""
        with plain_faults(str(self._folder)), self._engine.connect() as connection:
            yield SqlReader(connection)

    @contextmanager
    def write(self) -> Iterator[SqlWriter]:
        """Open a transaction; an exception inside takes all of it back."""
        self._refuse_read_only()
        with plain_faults(str(self._folder)), self._one_writer, self._engine.connect() as raw:
            connection = raw.execution_options(**{BEGIN: "IMMEDIATE"})
            with connection.begin():
                yield SqlWriter(connection, self._salt)

    def keep_original(self, content: bytes) -> str:
        """Put bytes in the vault, unless they are there, and return their SHA-256 (hex)."""
        self._refuse_read_only()
        with plain_faults(str(self._folder)):
            return self._vault.keep(content)

    def original(self, sha256: str) -> bytes:
        """Return the bytes of that hash; missing or changed bytes are a StoreError."""
        with plain_faults(str(self._folder)):
            return self._vault.content(sha256)

    def destroy_leftovers(self) -> int:
        """Remove every trace of what was erased; return how many backups had to go.

        Originals of forgotten documents are deleted, the database is written afresh without its
        free pages and the search index without what was deleted from it, the write-ahead log is
        emptied, and all backups go: they hold what was erased.
        """
        self._refuse_read_only()
        with plain_faults(str(self._folder)), self._one_writer:
            self._vault.destroy(self._forgotten_originals())
            with self._engine.begin() as connection:
                without_traces(connection)
            backups = sorted((self._folder / BACKUPS).iterdir())
            for backup in backups:
                backup.unlink()
            self._rewrite_database()
            table = schema.case_info
            with self._engine.begin() as connection:
                connection.execute(delete(table).where(table.c.key == LEFTOVERS))
        return len(backups)

    def finish_what_was_broken_off(self) -> None:
        """Clear up after a program that was killed: half-written files, half-done forgetting."""
        self._vault.sweep()
        table = schema.case_info
        with self._engine.connect() as connection:
            query = select(table.c.value).where(table.c.key == LEFTOVERS)
            left_over = connection.execute(query).scalar()
        if left_over is not None:
            self.destroy_leftovers()

    def damage(self) -> Sequence[str]:
        """Return what SQLite's own checks find wrong beside the search index, in its words."""
        with plain_faults(str(self._folder)), self._engine.connect() as connection:
            whole = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            loose = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        found = [str(line) for line in whole if line != "ok" and INDEX not in str(line)]
        found += [f"row {row[1]} of {row[0]} belongs to a missing row of {row[2]}" for row in loose]
        return found

    def index_damage(self) -> Sequence[str]:
        """Return what SQLite's own checks find wrong with the search index, in its words."""
        with plain_faults(str(self._folder)), self._engine.connect() as connection:
            found = connection.exec_driver_sql(f"PRAGMA integrity_check({INDEX})").scalars().all()
        return [str(line) for line in found if line != "ok"]

    def index_forms(self) -> str | None:
        """Return by which version of forms the search index was made, None where there is none."""
        with plain_faults(str(self._folder)), self._engine.connect() as connection:
            return forms_of(connection)

    def rebuild_index(self) -> int:
        """Make the search index anew from the layers; return how many layers it is of."""
        self._refuse_read_only()
        with plain_faults(str(self._folder)), self._one_writer, self._engine.connect() as raw:
            connection = raw.execution_options(**{BEGIN: "IMMEDIATE"})
            with connection.begin():
                return rebuild_index(connection)

    def close(self) -> None:
        """Let go of the case file."""
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def _refuse_read_only(self) -> None:
        if self._lock is None:
            raise read_only(str(self._folder))

    def _forgotten_originals(self) -> list[str]:
        """Return the hashes that forgotten documents had and no other document has."""
        table = schema.documents
        with self._engine.connect() as connection:
            rows = connection.execute(select(table.c.original, table.c.status)).all()
        gone = {sha256 for sha256, status in rows if status == DocumentStatus.FORGOTTEN.value}
        held = {sha256 for sha256, status in rows if status != DocumentStatus.FORGOTTEN.value}
        return sorted(sha256 for sha256 in gone - held if sha256 is not None)

    def _rewrite_database(self) -> None:
        connection = self._engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.close()
        finally:
            connection.close()


def _build(folder: Path, *, at: str, reviewer: str, salt: Salt) -> None:
    folder.mkdir()
    (folder / ORIGINALS).mkdir()
    (folder / BACKUPS).mkdir()
    codebook = resources.files("allegata.stages.resolve").joinpath(CODEBOOK).read_bytes()
    (folder / CODEBOOK).write_bytes(codebook)
    (folder / DATABASE).touch()
    engine = open_engine(folder / DATABASE)
    try:
        with engine.connect().execution_options(**{BEGIN: "IMMEDIATE"}) as connection:
            upgrade(connection)
            rebuild_index(connection)
            case_id = secrets.token_hex(8)
            told = {"case_id": case_id, "created_at": at}
            rows = [{"key": key, "value": value} for key, value in told.items()]
            connection.execute(insert(schema.case_info), rows)
            SqlWriter(connection, salt).append(
                EntryKind.CASE_CREATED, {"case": case_id}, at=at, reviewer=reviewer
            )
            connection.commit()
    finally:
        engine.dispose()


def _bring_up_to_date(engine: Engine, folder: Path, *, at: str, read_only: bool) -> None:
    if not read_only:
        migrate(engine, folder, at=at)
        with engine.connect().execution_options(**{BEGIN: "IMMEDIATE"}) as connection:
            refresh_index(connection)
            connection.commit()
        return
    with engine.connect() as connection:
        revision = revision_of(connection, str(folder))
    refuse_newer(revision, str(folder))
    if revision != schema.REVISION:
        raise StoreError(
            "store.older",
            f"The case file {folder} was last written by an older Allegata.",
            "Open it once for writing (for instance `allegata add`), which brings it up to date.",
        )
