import io
import zipfile

import pytest

from allegata.containers.zips import (
    CrowdedZipError,
    DamagedZipError,
    is_bomb,
    is_usual,
    open_zip,
    read_entry,
)


def packed(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def test_an_archive_of_too_many_files_is_not_even_listed() -> None:
    content = packed(**{f"n{number}": b"" for number in range(11)})
    with pytest.raises(CrowdedZipError):
        open_zip(content, most_entries=10)
    assert len(open_zip(content, most_entries=11).infolist()) == 11


@pytest.mark.parametrize("cut", [0, 10, 60])
def test_what_is_no_whole_archive_is_damaged(cut: int) -> None:
    with pytest.raises(DamagedZipError):
        open_zip(packed(a=b"Two" * 50)[:cut])


def test_a_bomb_is_large_and_packed_tightly() -> None:
    archive = open_zip(packed(bomb=b"0" * 3_000_000, small=b"0" * 900_000, text=b"Two"))
    assert [entry.filename for entry in archive.infolist() if is_bomb(entry)] == ["bomb"]


def test_other_methods_are_not_usual() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr("a", "Two")
    assert not is_usual(open_zip(target.getvalue()).infolist()[0])


def test_an_entry_that_lies_about_itself_is_damaged() -> None:
    content = packed(a=b"Two people were hurt in Dorval.")
    broken = content.replace(content[31:40], b"\xff" * 9)
    with pytest.raises(DamagedZipError):
        read_entry(open_zip(broken), "a")
    with pytest.raises(DamagedZipError):
        read_entry(open_zip(content.replace(b"PK\x03\x04", b"PK\x03\x05")), "a")
