"""The entries of a ZIP file to what it is: a DOCX, an archive of files, or an office file.

>>> zip_kind(b"PK\\x03\\x04 cut off", "x.zip")
Traceback (most recent call last):
allegata.model.errors.InputError: x.zip is a damaged ZIP archive. ...
"""

import zipfile
from collections.abc import Callable

from allegata.containers.zips import CrowdedZipError, DamagedZipError, open_zip, read_entry
from allegata.model.errors import InputError

ZIP = "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_TYPES = "[Content_Types].xml"  # which every Office file has
_OFFICE = (
    ("word/", "", ""),
    ("xl/", "a spreadsheet", "Save it as CSV."),
    ("ppt/", "a presentation", "Save it as PDF."),
    ("", "an Office file of a rare kind", "Save it as PDF or DOCX."),
)
_BY_MIMETYPE = (
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text", "Save it as DOCX."),
    (b"application/vnd.oasis.opendocument.spreadsheet", "a spreadsheet", "Save it as CSV."),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file", "Save it as PDF."),
    (b"application/epub+zip", "an electronic book", "Give the document as PDF or HTML."),
)


def zip_kind(content: bytes, name: str) -> str:
    """Return the media type of a ZIP file: DOCX, or an archive whose files are read one by one.

    Raises:
        InputError: ``acquire.unsupported`` or ``acquire.archive.damaged``.
    """
    try:
        archive = open_zip(content)
    except CrowdedZipError:
        return ZIP  # refused, with its reason, where archives are opened
    except DamagedZipError:
        return _damaged(content, name)
    names = frozenset(archive.namelist())
    if _TYPES in names:
        return _office(lambda start: any(entry.startswith(start) for entry in names), name)
    if "mimetype" in names:
        _refuse_by_mimetype(archive, name)
    if "Index/Document.iwa" in names:
        raise _unsupported(name, "a document of Apple Pages", "Export it as DOCX or PDF.")
    return ZIP


def _damaged(content: bytes, name: str) -> str:
    """Judge a cut-off file by the names in it: a DOCX is refused by its own reader."""
    if _TYPES.encode() in content or b"xl/" in content:
        return _office(lambda start: start.encode() in content, name)
    raise InputError(
        "acquire.archive.damaged",
        f"{name} is a damaged ZIP archive.",
        "Fetch it again and compare its size, or unpack what can be saved of it.",
    )


def _office(has: Callable[[str], bool], name: str) -> str:
    _, what, hint = next(row for row in _OFFICE if has(row[0]))
    if not what:
        return DOCX
    raise _unsupported(name, what, hint)


def _refuse_by_mimetype(archive: zipfile.ZipFile, name: str) -> None:
    """Refuse a file that says at its start what it is, as OpenDocument files do."""
    try:
        said = read_entry(archive, "mimetype")[:200]
    except (DamagedZipError, KeyError):
        return
    for start, what, hint in _BY_MIMETYPE:
        if said.startswith(start):
            raise _unsupported(name, what, hint)


def _unsupported(name: str, what: str, hint: str) -> InputError:
    return InputError("acquire.unsupported", f"{name} is {what}, which is not read.", hint)
