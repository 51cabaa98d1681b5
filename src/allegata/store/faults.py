"""Database faults in plain words: what happened, where, and what to do.

>>> with plain_faults("cases/hama"):
...     raise OSError(28, "No space left on device")
Traceback (most recent call last):
allegata.model.errors.TemporaryError: The disk of cases/hama is full. Nothing of this step was ...
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError

from allegata.model.errors import AllegataError, StoreError, TemporaryError

_FULL = ("database or disk is full",)
_BUSY = ("database is locked", "database table is locked")
_READ_ONLY = ("attempt to write a readonly database",)
_CORRUPT = ("malformed", "file is not a database", "file is encrypted", "no such table")


@contextmanager
def plain_faults(path: str) -> Iterator[None]:
    """Turn what SQLite and the file system raise into coded errors about the case at ``path``."""
    try:
        yield
    except DatabaseError as error:
        raise _of_database(str(error.orig), path) from error
    except OSError as error:
        raise _of_system(error, path) from error


def disk_full(path: str) -> TemporaryError:
    """Return the error for a full disk."""
    return TemporaryError(
        "store.full",
        f"The disk of {path} is full. Nothing of this step was kept; what was saved before is.",
        "Free some space and repeat the command.",
    )


def read_only(path: str) -> StoreError:
    """Return the error for writing where that is not allowed."""
    return StoreError(
        "store.read_only",
        f"The case file {path} cannot be written to.",
        "Check the permissions of its folder, or copy the case file to a place that you may write.",
    )


def corrupt(path: str, detail: str) -> StoreError:
    """Return the error for a database that does not hold together."""
    return StoreError(
        "store.corrupt",
        f"The database of {path} is damaged ({detail}).",
        "Do not write to it. Copy the folder, and restore case.db from a copy or from backups/; "
        "the originals in originals/ are not touched by this.",
    )


def _of_database(message: str, path: str) -> AllegataError:
    lowered = message.lower()
    if any(words in lowered for words in _FULL):
        return disk_full(path)
    if any(words in lowered for words in _BUSY):
        return TemporaryError(
            "store.busy",
            f"The database of {path} is busy.",
            "Another step is still being saved; try again in a moment.",
        )
    if any(words in lowered for words in _READ_ONLY):
        return read_only(path)
    if any(words in lowered for words in _CORRUPT):
        return corrupt(path, message)
    return StoreError(
        "store.database",
        f"The database of {path} reports: {message}.",
        "Run `allegata verify` on a copy of the case file, and report this message.",
    )


def _of_system(error: OSError, path: str) -> AllegataError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return disk_full(path)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return read_only(path)
    return StoreError(
        "store.system",
        f"The case file {path} cannot be used: {error.strerror or error}.",
        "Check the disk and the path.",
    )
