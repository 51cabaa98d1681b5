"""The database connection: which SQLite, how safely it writes, and how transactions begin.

SQLite before 3.51.3 can corrupt a database in WAL mode, so an older one is refused; the driver
pysqlite3 brings its own.
"""

import os
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pysqlite3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from allegata.model.errors import ConfigError

OLDEST_SQLITE = (3, 51, 3)
BUSY_SECONDS = 30.0
BEGIN = "allegata_begin"  # execution option: IMMEDIATE takes the write lock at once


def refuse_old_sqlite(version: tuple[int, ...] = driver.sqlite_version_info) -> None:
    """Raise a ConfigError where the driver brings an SQLite with the WAL corruption bug.

    >>> refuse_old_sqlite((3, 51, 2))
    Traceback (most recent call last):
    allegata.model.errors.ConfigError: SQLite 3.51.2 is too old: ...
    """
    if version < OLDEST_SQLITE:
        found = ".".join(str(part) for part in version)
        raise ConfigError(
            "store.sqlite_too_old",
            f"SQLite {found} is too old: versions before 3.51.3 can damage a case file.",
            "Install pysqlite3 0.6.1 or newer, which brings its own SQLite.",
        )


def open_engine(database: Path, *, read_only: bool = False) -> Engine:
    """Return an engine on ``database``, which must exist; it may be used from several threads."""
    refuse_old_sqlite()
    engine = create_engine(
        "sqlite://",
        creator=_connector(database, read_only=read_only),
        module=driver,
        poolclass=QueuePool,
        pool_size=8,
        max_overflow=8,
    )
    event.listen(engine, "connect", _settings(read_only=read_only))
    event.listen(engine, "begin", _begin)
    return engine


def journal_mode(engine: Engine) -> str:
    """Return the journal mode that the file system allowed: ``wal`` or ``delete``."""
    with engine.connect() as connection:
        return str(connection.exec_driver_sql("PRAGMA journal_mode").scalar())


def _connector(database: Path, *, read_only: bool) -> Callable[[], DBAPIConnection]:
    mode = "mode=rw"
    if read_only and not os.access(database.parent, os.W_OK):
        left_over = database.with_name(database.name + "-wal").exists()
        mode = "mode=ro" if left_over else "mode=ro&immutable=1"
    address = f"file:{quote(str(database.absolute()))}?{mode}"

    def connect() -> DBAPIConnection:
        connection: DBAPIConnection = driver.connect(
            address, uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_SECONDS
        )
        return connection

    return connect


def _settings(*, read_only: bool) -> Callable[[DBAPIConnection, ConnectionPoolEntry], None]:
    def settings(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute("PRAGMA trusted_schema=OFF")
        if read_only:
            cursor.execute("PRAGMA query_only=ON")
        else:
            cursor.execute("PRAGMA secure_delete=ON")
            if cursor.execute("PRAGMA journal_mode=WAL").fetchone()[0] != "wal":
                cursor.execute("PRAGMA journal_mode=DELETE")
            cursor.execute("PRAGMA synchronous=EXTRA")
        cursor.close()

    return settings


def _begin(connection: Connection) -> None:
    kind = connection.get_execution_options().get(BEGIN, "DEFERRED")
    connection.exec_driver_sql(f"BEGIN {kind}")


def driver_version() -> str:
    """Return the version of the SQLite that the driver brought."""
    return str(driver.sqlite_version)
