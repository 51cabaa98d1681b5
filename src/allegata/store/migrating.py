"""From an older case file to this program's tables, with a copy kept first.

An older program refuses a case file whose revision it does not know.
"""

from pathlib import Path

import pysqlite3.dbapi2 as driver
from sqlalchemy import Connection, Engine, inspect

from allegata.model.errors import StoreError
from allegata.store.engine import BEGIN
from allegata.store.schema import KNOWN_REVISIONS, REVISION

VERSIONS = Path(__file__).parent / "migrations" / "versions"
BACKUPS = "backups"


def revision_of(connection: Connection, path: str) -> str:
    """Return the revision of the database; a database without one is no case file."""
    if not inspect(connection).has_table("alembic_version"):
        raise StoreError(
            "store.not_a_case",
            f"{path} is not a case file: its database has other tables.",
            "Make one with `allegata new`.",
        )
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def refuse_newer(revision: str, path: str, *, known: tuple[str, ...] = KNOWN_REVISIONS) -> None:
    """Raise ``store.newer`` where the case file was written by a later program."""
    if revision not in known:
        raise StoreError(
            "store.newer",
            f"The case file {path} was written by a newer Allegata (tables {revision}; this "
            f"program knows {', '.join(known)}).",
            "Install the newer Allegata. Nothing was changed.",
        )


def upgrade(connection: Connection, *, versions: Path = VERSIONS, target: str = REVISION) -> None:
    """Bring the tables to ``target`` within the transaction of ``connection``."""
    from alembic.config import Config  # noqa: PLC0415  # slow, and needed for new or old cases only
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    script = ScriptDirectory(str(versions.parent), version_locations=[str(versions)])

    def steps(current: str, _context: object) -> object:
        # What alembic's own `upgrade` command does; it has no public name.
        return script._upgrade_revs(target, current)

    with EnvironmentContext(Config(), script, fn=steps, destination_rev=target) as environment:
        environment.configure(connection=connection, transactional_ddl=False)
        environment.run_migrations()


def migrate(
    engine: Engine,
    folder: Path,
    *,
    at: str,
    versions: Path = VERSIONS,
    known: tuple[str, ...] = KNOWN_REVISIONS,
) -> str:
    """Bring the case in ``folder`` to the last of ``known``; return the revision that it had."""
    with engine.connect() as connection:
        revision = revision_of(connection, str(folder))
    refuse_newer(revision, str(folder), known=known)
    if revision != known[-1]:
        back_up(folder, name=f"case-{revision}-{at.replace(':', '')}.db")
        with engine.connect().execution_options(**{BEGIN: "IMMEDIATE"}) as connection:
            upgrade(connection, versions=versions, target=known[-1])
            connection.commit()
    return revision


def back_up(folder: Path, *, name: str) -> Path:
    """Copy the database into ``backups`` with SQLite's own backup, whole or not at all."""
    target = folder / BACKUPS / name
    part = target.with_suffix(".part")
    part.unlink(missing_ok=True)
    source = driver.connect(str(folder / "case.db"))
    copy = driver.connect(str(part))
    try:
        source.backup(copy)
    finally:
        copy.close()
        source.close()
    part.replace(target)
    return target
