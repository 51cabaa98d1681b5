"""Archives and mails as a person gives them: files with files in them."""

import io
import zipfile
from email.message import EmailMessage
from pathlib import Path

from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Refusal
from allegata.runners.inputs import InputOptions, iter_inputs
from allegata.stages.acquire.source import Told


def packed(**files: bytes | str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def mail(text: str, **files: bytes) -> bytes:
    message = EmailMessage()
    message["From"] = "Adam Brel <b@example.org>"
    message["Date"] = "Mon, 5 May 2031 01:30:00 +0300"
    message["Message-ID"] = "<1@example.org>"
    message.set_content(text)
    for name, content in files.items():
        message.add_attachment(
            content, maintype="application", subtype="octet-stream", filename=name
        )
    return message.as_bytes()


def given(tmp_path: Path, name: str, content: bytes) -> list[SourceFile | Refusal]:
    (tmp_path / name).write_bytes(content)
    return list(iter_inputs([str(tmp_path / name)]))


def told(inputs: list[SourceFile | Refusal]) -> list[tuple[str, str]]:
    return [(i.name, i.media_type if isinstance(i, SourceFile) else i.code) for i in inputs]


def test_the_files_of_an_archive_are_documents_that_remember_it(tmp_path: Path) -> None:
    content = packed(**{"in/a.txt": "Two were hurt.", "t.csv": "id,text\n7,One\n8,Two\n"})
    found = given(tmp_path, "x.zip", content)
    assert told(found) == [
        ("x.zip/in/a.txt", "text/plain"),
        ("x.zip/t.csv", "text/plain"),
        ("x.zip/t.csv", "text/plain"),
    ]
    for one in found:
        assert isinstance(one, SourceFile)
        assert one.provenance.container == content_id(content)
        assert one.id == content_id(one.content)
    assert [one.row_id for one in found if isinstance(one, SourceFile)] == [None, "7", "8"]


def test_one_bad_file_never_stops_the_rest(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {
        "a.png": b"\x01\x02\x03" * 40,
        "b.txt": b"",
        "c.zip": b"PK\x03\x04 cut off",
        "d.xlsx": packed(**{"[Content_Types].xml": "x", "xl/workbook.xml": "x"}),
        "e.csv": "key,words\n1,Two\n",
        "f.eml": b"From: a@x.org\nContent-Type: application/pkcs7-mime\n\nxyz",
        "g.txt": "Two were hurt.",
    }
    assert told(given(tmp_path, "x.zip", packed(**files))) == [
        ("x.zip/a.png", "acquire.binary"),
        ("x.zip/b.txt", "acquire.empty"),
        ("x.zip/c.zip", "acquire.archive.damaged"),
        ("x.zip/d.xlsx", "acquire.unsupported"),
        ("x.zip/e.csv", "acquire.table.no_text_column"),
        ("x.zip/f.eml", "acquire.mail.encrypted"),
        ("x.zip/g.txt", "text/plain"),
    ]


def test_archives_nest_three_deep_and_no_deeper(tmp_path: Path) -> None:
    content = packed(**{"n.txt": "One"})
    for depth in range(3):
        files: dict[str, bytes | str] = {f"{depth}.zip": content, "n.txt": "Two"}
        content = packed(**files)
    found = given(tmp_path, "x.zip", content)
    assert told(found) == [
        ("x.zip/2.zip/1.zip/0.zip", "acquire.archive.too_deep"),
        ("x.zip/2.zip/1.zip/n.txt", "text/plain"),
        ("x.zip/2.zip/n.txt", "text/plain"),
        ("x.zip/n.txt", "text/plain"),
    ]


def test_a_document_remembers_the_nearest_archive(tmp_path: Path) -> None:
    inner = packed(**{"n.txt": "Two"})
    (found,) = given(tmp_path, "x.zip", packed(**{"in.zip": inner}))
    assert isinstance(found, SourceFile)
    assert found.provenance.container == content_id(inner)


def test_a_mail_is_a_document_and_so_is_what_is_attached(tmp_path: Path) -> None:
    content = mail("Two were hurt.", **{"notes.txt": b"One was a child."})
    letter, notes = given(tmp_path, "m.eml", content)
    assert isinstance(letter, SourceFile)
    assert isinstance(notes, SourceFile)
    assert (letter.id, letter.media_type) == (content_id(content), "message/rfc822")
    assert letter.provenance.container is None
    assert letter.provenance.author == "Adam Brel <b@example.org>"
    assert (notes.name, notes.content) == ("m.eml/notes.txt", b"One was a child.")
    assert notes.provenance.container == letter.id
    assert notes.provenance.author is None  # who sends a file did not therefore write it


def test_an_archive_in_a_mail_in_an_archive(tmp_path: Path) -> None:
    letter = mail("See attached.", **{"in.zip": packed(**{"n.txt": "Two"})})
    found = given(tmp_path, "x.zip", packed(**{"m.eml": letter}))
    assert told(found) == [
        ("x.zip/m.eml", "message/rfc822"),
        ("x.zip/m.eml/in.zip/n.txt", "text/plain"),
    ]


def test_a_mailbox_gives_each_mail(tmp_path: Path) -> None:
    line = b"From b@example.org Mon May  5 01:30:00 2031\n"
    content = line + mail("Two were hurt.") + b"\n" + line + mail("Three were hurt.")
    found = given(tmp_path, "box", content)
    assert told(found) == [("box/1.eml", "message/rfc822"), ("box/2.eml", "message/rfc822")]
    assert all(
        one.provenance.container == content_id(content)
        for one in found
        if isinstance(one, SourceFile)
    )


def test_what_is_told_of_an_archive_holds_for_its_files(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(packed(**{"n.txt": "Two"}))
    options = InputOptions(told=Told(media_type="zip", language="en", country="SY"))
    (found,) = iter_inputs([str(path)], options)
    assert isinstance(found, SourceFile)
    assert (found.media_type, found.language, found.country) == ("text/plain", "en", "SY")


def test_an_archive_on_standard_input_is_opened_too() -> None:
    found = list(iter_inputs(["-"], stdin=io.BytesIO(packed(**{"n.txt": "Two"}))))
    assert told(found) == [("-/n.txt", "text/plain")]


def test_all_archives_of_an_input_share_one_allowance(tmp_path: Path) -> None:
    inner = packed(**{"n.txt": "x" * 60})
    path = tmp_path / "x.zip"
    path.write_bytes(packed(**{f"{number}.zip": inner for number in range(4)}))
    options = InputOptions(most_unpacked=4 * len(inner) + 130)
    assert told(list(iter_inputs([str(path)], options))) == [
        ("x.zip/0.zip/n.txt", "text/plain"),
        ("x.zip/1.zip/n.txt", "text/plain"),
        ("x.zip/2.zip", "acquire.archive.bomb"),
        ("x.zip/3.zip", "acquire.archive.bomb"),
    ]
