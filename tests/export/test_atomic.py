"""Exports appear whole or not at all."""

import errno
import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from allegata.export.atomic import write_whole
from allegata.model.errors import InputError, TemporaryError


def test_the_hash_is_that_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    sha256 = write_whole(path, ["a", "é"])
    assert sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert path.read_text("utf-8") == "aé"


def test_what_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")

    def pieces() -> Iterator[str]:
        yield "new"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_whole(path, pieces())
    assert [item.name for item in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_text() == "old"


def test_a_full_disk_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(TemporaryError) as caught:
        write_whole(tmp_path / "a.txt", ["new"])
    assert caught.value.code == "export.full"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        write_whole(tmp_path / "nowhere" / "a.txt", ["new"])
    assert caught.value.code == "export.not_written"
