"""One writer: whoever opens a case file for writing holds ``case.lock`` until it closes.

The lock belongs to the process, so a killed program holds nothing.
"""

import fcntl
import os
from pathlib import Path

from allegata.model.errors import TemporaryError

LOCK_NAME = "case.lock"


class WriterLock:
    """Taken when made; ``release`` lets go."""

    def __init__(self, folder: Path) -> None:
        self._file = (folder / LOCK_NAME).open("a+", encoding="ascii")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            self._file.seek(0)
            holder = self._file.read().strip() or "unknown"
            self._file.close()
            raise TemporaryError(
                "store.locked",
                f"Another program (process {holder}) has the case file {folder} open for writing.",
                "Close it first (the workbench, or another `allegata add`), then try again.",
            ) from error
        self._file.truncate(0)
        self._file.write(str(os.getpid()))
        self._file.flush()

    def release(self) -> None:
        """Let another program write."""
        if not self._file.closed:
            self._file.truncate(0)
            self._file.close()
