"""Files that appear whole or not at all: written beside their place, put on the disk, renamed."""

import errno
import hashlib
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from allegata.model.errors import InputError, TemporaryError


def write_whole(path: Path, pieces: Iterable[str | bytes]) -> str:
    """Write ``pieces`` to ``path``, texts as UTF-8, and return the SHA-256 (hex) of the bytes.

    A lone surrogate is spelt as its escape, which JSON reads back as the same code point.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    hasher = hashlib.sha256()
    try:
        with part.open("xb") as file:
            for piece in pieces:
                content = (
                    piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace")
                )
                hasher.update(content)
                file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        raise _plain(error, path) from error
    finally:
        part.unlink(missing_ok=True)
    return hasher.hexdigest()


def _plain(error: OSError, path: Path) -> InputError | TemporaryError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return TemporaryError(
            "export.full", f"The disk is full; {path} was not written.", "Free some space."
        )
    return InputError(
        "export.not_written",
        f"{path} cannot be written: {error.strerror or error}.",
        "Check the folder and its permissions.",
    )
