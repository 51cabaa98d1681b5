"""The originals: immutable files named by the hash of their bytes.

A file appears under its name only when all its bytes are on the disk; a kill leaves at most a
``.part`` file, which the next opening for writing removes.
"""

import hashlib
import os
import secrets
from collections.abc import Iterable
from pathlib import Path

from allegata.model.errors import StoreError

_NAME_LENGTH = 64


class Vault:
    """The folder ``originals`` of one case file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, content: bytes) -> str:
        """Store ``content`` unless it is there already; return its SHA-256 (hex)."""
        sha256 = hashlib.sha256(content).hexdigest()
        target = self._folder / sha256
        if not self._holds(target, sha256):
            self._write(target, content)
        return sha256

    def content(self, sha256: str) -> bytes:
        """Return the bytes of that hash; missing or changed bytes are a StoreError."""
        try:
            content = (self._folder / sha256).read_bytes()
        except FileNotFoundError as error:
            raise StoreError(
                "store.original_missing",
                f"The original originals/{sha256} is missing.",
                "Restore it from a copy of the case file, or add the document again.",
            ) from error
        if hashlib.sha256(content).hexdigest() != sha256:
            raise StoreError(
                "store.original_changed",
                f"The original originals/{sha256} is not what was stored: its bytes have changed.",
                "Restore it from a copy of the case file.",
            )
        return content

    def destroy(self, hashes: Iterable[str]) -> int:
        """Remove these originals for good and return how many there were."""
        found = [self._folder / name for name in hashes if len(name) == _NAME_LENGTH]
        present = [path for path in found if path.exists()]
        for path in present:
            path.unlink()
        if present:
            _sync_folder(self._folder)
        return len(present)

    def sweep(self) -> None:
        """Remove what a killed program left half written."""
        for part in self._folder.glob("*.part"):
            part.unlink()

    @staticmethod
    def _holds(target: Path, sha256: str) -> bool:
        try:
            return hashlib.sha256(target.read_bytes()).hexdigest() == sha256
        except FileNotFoundError:
            return False

    def _write(self, target: Path, content: bytes) -> None:
        part = self._folder / f"{secrets.token_hex(8)}.part"
        try:
            with part.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            part.chmod(0o444)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
        _sync_folder(self._folder)


def _sync_folder(folder: Path) -> None:
    """Have the folder's own entries written to the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
