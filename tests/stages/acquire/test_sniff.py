import pytest

from allegata.model.errors import ConfigError, InputError
from allegata.stages.acquire.sniff import media_type_named, sniff, table_type
from allegata.stages.acquire.zip_kinds import DOCX

LETTER = (
    "Identical letters\n\nI refer to our letters of 2 May 2031 ([S/2031/145](#)) and to resolution "
    "[9999 \\(2030\\)](#).\n\n(Signed) Adam **Brel**\n"
)


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (b"Two were hurt.", "note", "text/plain"),
        (b"Two were hurt in #Dorval * and_more_ [sic] (2031).", "note.txt", "text/plain"),
        (LETTER.encode(), "letter.txt", "text/markdown"),
        (LETTER.encode("utf-16"), "letter.txt", "text/markdown"),
        (b"Two were hurt.", "note.md", "text/markdown"),
        (b"<!DOCTYPE html>\n<p>Two", "page", "text/html"),
        (b"<?xml version='1.0'?><!-- x --><html><body>Two", "page.txt", "text/html"),
        (b"<p>Two were hurt.</p>", "part.html", "text/html"),
        (b"junk\n%PDF-1.4 and so on", "scan.txt", "application/pdf"),
        (b"PK\x03\x04 [Content_Types].xml word/document.xml", "report.zip", DOCX),
        (b'{"text": "Two"}\n{"text": "Three"}\n', "-", "application/jsonl"),
        (b"id,text\n1,Two\n", "table.csv", "text/csv"),
    ],
)
def test_what_the_bytes_say_beats_the_name(content: bytes, name: str, media_type: str) -> None:
    assert sniff(content, name).media_type == media_type


@pytest.mark.parametrize("content", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n", b"\xff\xfe"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(InputError) as refused:
        sniff(content, "empty.txt")
    assert refused.value.code == "acquire.empty"
    assert "empty.txt" in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "acquire.unsupported"),
        (b"PK\x03\x04 xl/workbook.xml", "acquire.unsupported"),
        (b"{\\rtf1 Two}", "acquire.unsupported"),
        (b"\0\0\0\x18ftypmp42", "acquire.unsupported"),
        (b'{\n "text": "Two"\n}', "acquire.unsupported"),
        (b"<?xml version='1.0'?><feed/>", "acquire.unsupported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9), "acquire.unsupported"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "acquire.encrypted",
        ),
        (bytes(range(256)) * 4, "acquire.binary"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(content: bytes, code: str) -> None:
    with pytest.raises(InputError) as refused:
        sniff(content, "thing")
    assert refused.value.code == code
    assert "thing" in refused.value.message
    assert refused.value.hint


def test_a_media_type_told_from_outside_is_believed() -> None:
    assert sniff(LETTER.encode(), "letter.txt", media_type="text/plain").media_type == "text/plain"
    assert sniff(b"<p>Two</p>", "x", media_type="html").media_type == "text/html"


def test_an_unknown_media_type_is_the_persons_to_change() -> None:
    with pytest.raises(ConfigError) as wrong:
        media_type_named("text/klingon")
    assert wrong.value.code == "acquire.media_type_unknown"


def test_a_table_is_known_by_its_first_bytes() -> None:
    assert table_type(b'{"text": "' + b"x" * 9000, "-") == "application/jsonl"
    assert table_type(b"{ a set of notes }", "-") is None
    assert table_type(b"id;text\n", "t.CSV") == "text/csv"
