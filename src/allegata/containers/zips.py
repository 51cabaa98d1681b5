"""A ZIP archive judged by what it declares, before anything of it is inflated.

Reading stops at the declared size, so an archive that lies about it is found damaged.

>>> import io
>>> packed = io.BytesIO()
>>> with zipfile.ZipFile(packed, "w") as archive:
...     archive.writestr("a.txt", "Two")
>>> opened = open_zip(packed.getvalue())
>>> [read_entry(opened, entry) for entry in opened.infolist()]
[b'Two']
"""

import io
import zipfile
import zlib

MOST_RATIO = 100  # of inflated to packed size, for entries that are large
_LARGE = 1_000_000
_END_RECORD = b"PK\x05\x06"
# The other methods inflate a small piece without any limit, or are not known to Python.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class DamagedZipError(Exception):
    """An archive, or an entry of one, that cannot be read."""


class CrowdedZipError(Exception):
    """An archive that declares more entries than are wanted."""


def open_zip(content: bytes, *, most_entries: int = 10_000) -> zipfile.ZipFile:
    """Return the opened archive.

    Raises:
        CrowdedZipError: it holds more entries than ``most_entries``.
        DamagedZipError: it is no whole ZIP archive.
    """
    if declared_entries(content) > most_entries:
        raise CrowdedZipError
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
        raise DamagedZipError(str(error)) from error
    if len(archive.infolist()) > most_entries:
        raise CrowdedZipError
    return archive


def declared_entries(content: bytes) -> int:
    """Return how many entries the end record declares, without reading the list of them."""
    at = content.rfind(_END_RECORD, max(0, len(content) - (1 << 16) - 22))
    return int.from_bytes(content[at + 10 : at + 12], "little") if at >= 0 else 0


def is_bomb(entry: zipfile.ZipInfo) -> bool:
    """Say whether an entry would inflate to many times its size."""
    return entry.file_size > max(_LARGE, MOST_RATIO * entry.compress_size)


def is_locked(entry: zipfile.ZipInfo) -> bool:
    """Say whether an entry needs a password."""
    return bool(entry.flag_bits & 1)


def is_usual(entry: zipfile.ZipInfo) -> bool:
    """Say whether an entry is packed by a method that is read here."""
    return entry.compress_type in _METHODS


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo | str) -> bytes:
    """Return the bytes of an entry.

    Raises:
        DamagedZipError: it cannot be unpacked, or is not what it declares.
    """
    try:
        return archive.read(entry)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OSError,
        ValueError,
    ) as error:
        raise DamagedZipError(str(error)) from error
