import io
import zipfile

import pytest

from allegata.model.errors import InputError
from allegata.stages.acquire.zip_kinds import DOCX, ZIP, zip_kind

TYPES = "[Content_Types].xml"


def packed(*names: str, **files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def test_a_word_document_is_no_archive() -> None:
    assert zip_kind(packed(TYPES, "word/document.xml"), "x") == DOCX


def test_an_archive_that_holds_a_word_document_is_one() -> None:
    docx = packed(TYPES, "word/document.xml")
    assert zip_kind(packed(**{"report.docx": docx}), "x") == ZIP


@pytest.mark.parametrize(
    ("content", "what", "hint"),
    [
        (packed(TYPES, "xl/workbook.xml"), "a spreadsheet", "CSV"),
        (packed(TYPES, "ppt/presentation.xml"), "a presentation", "PDF"),
        (packed(TYPES, "visio/document.xml"), "an Office file", "PDF"),
        (packed(mimetype=b"application/vnd.oasis.opendocument.text"), "OpenDocument", "DOCX"),
        (packed(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "sheet", "CSV"),
        (packed(mimetype=b"application/epub+zip"), "electronic book", "PDF"),
        (packed("Index/Document.iwa"), "Apple Pages", "DOCX"),
        (b"PK\x03\x04 xl/workbook.xml", "a spreadsheet", "CSV"),
    ],
)
def test_office_files_are_refused_by_what_they_are(content: bytes, what: str, hint: str) -> None:
    with pytest.raises(InputError) as refused:
        zip_kind(content, "x.zip")
    assert refused.value.code == "acquire.unsupported"
    assert what in refused.value.message
    assert hint in refused.value.hint


def test_other_archives_are_opened() -> None:
    assert zip_kind(packed("a.txt"), "x") == ZIP
    assert zip_kind(packed(mimetype=b"text/plain"), "x") == ZIP
    assert zip_kind(packed(), "x") == ZIP


def test_a_cut_off_archive_is_damaged_and_a_cut_off_docx_its_readers_business() -> None:
    with pytest.raises(InputError) as refused:
        zip_kind(packed("a.txt")[:40], "x.zip")
    assert refused.value.code == "acquire.archive.damaged"
    assert zip_kind(packed(TYPES, "word/document.xml")[:90], "x.docx") == DOCX
