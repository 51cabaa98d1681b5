from email.message import EmailMessage

import pytest

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.model.source import Provenance
from allegata.stages.acquire.mail import open_mail, split_mailbox
from allegata.stages.acquire.mail_kinds import EML


def source_of(content: bytes, **told: str | Provenance) -> SourceFile:
    return SourceFile("sha256:0", "m.eml", content, EML, **told)  # type: ignore[arg-type]


def opened(content: bytes) -> SourceFile:
    found = open_mail(source_of(content)).source
    assert found is not None
    return found


HEADERS = "From: Adam Brel <b@example.org>\nDate: Mon, 5 May 2031 01:30:00 +0300\n"


def test_the_author_and_the_times_are_the_mails_own() -> None:
    found = opened(HEADERS.encode() + b"\nTwo were hurt.")
    assert found.provenance == Provenance(
        author="Adam Brel <b@example.org>", posted="2031-05-04T22:30:00Z"
    )
    assert (found.published, found.doubts) == ("2031-05-05", ())


def test_what_a_person_told_stands_before_what_the_mail_says() -> None:
    told = source_of(
        HEADERS.encode() + b"\nTwo", published="2031-06-01", provenance=Provenance(author="x")
    )
    found = open_mail(told).source
    assert found is not None
    assert (found.published, found.provenance.author) == ("2031-06-01", "x")


@pytest.mark.parametrize(
    ("date", "posted", "published", "doubts"),
    [
        ("Date: Mon, 5 May 2031 01:30:00\n", None, "2031-05-05", []),  # of no zone
        ("Date: soon\n", None, None, ["acquire.mail.date_unreadable"]),
        ("Date: Thu, 1 Jan 1900 00:00:00 +0000\n", None, None, ["acquire.mail.date_unreadable"]),
        ("", None, None, []),
    ],
)
def test_a_date_is_never_made_up(
    date: str, posted: str | None, published: str | None, doubts: list[str]
) -> None:
    found = opened(f"From: a@x.org\n{date}\nTwo".encode())
    assert (found.provenance.posted, found.published) == (posted, published)
    assert [doubt.code for doubt in found.doubts] == doubts


def attached(*files: tuple[str, str, str | None]) -> bytes:
    message = EmailMessage()
    message["From"] = "a@x.org"
    message.set_content("See attached.")
    for kind, content, name in files:
        main, _, sub = kind.partition("/")
        message.add_attachment(content.encode(), maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def test_attachments_are_named_after_the_mail() -> None:
    content = attached(
        ("application/pdf", "1", "report.pdf"),
        ("application/pdf", "2", None),
        ("application/pdf", "3", "report.pdf"),
        ("text/plain", "4", "../../etc/passwd"),
        ("application/octet-stream", "5", "C:\\x\\notes"),
    )
    found = open_mail(source_of(content)).attachments
    assert [(one.name, one.content) for one in found] == [
        ("m.eml/report.pdf", b"1"),
        ("m.eml/part-1-3.pdf", b"2"),
        ("m.eml/report (2).pdf", b"3"),
        ("m.eml/passwd.txt", b"4"),
        ("m.eml/notes", b"5"),
    ]


def test_a_forwarded_mail_is_named_by_its_subject() -> None:
    inner = EmailMessage()
    inner["Subject"] = "From Dorval: v. 2"
    inner.set_content("Two were hurt.")
    outer = EmailMessage()
    outer.set_content("See below.")
    outer.add_attachment(inner)
    (found,) = open_mail(source_of(outer.as_bytes())).attachments
    assert found.name == "m.eml/From Dorval: v. 2.eml"


def test_an_encrypted_mail_is_refused_with_what_to_do() -> None:
    sealed = b"From: a@x.org\nContent-Type: application/pkcs7-mime; name=smime.p7m\n\nxyz"
    found = open_mail(source_of(sealed))
    assert found.source is None
    assert found.refused is not None
    assert found.refused.code == "acquire.mail.encrypted"
    assert "S/MIME" in found.refused.message
    assert found.refused.hint


def test_a_mail_of_which_a_part_is_encrypted_is_read_with_a_doubt() -> None:
    content = (
        b"From: a@x.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        b"Content-Type: text/plain\n\nTwo were hurt.\n--b\n"
        b"Content-Type: application/pkcs7-mime\n\nxyz\n--b--\n"
    )
    assert [doubt.code for doubt in opened(content).doubts] == ["acquire.mail.part_encrypted"]


def test_a_mail_that_cannot_be_taken_apart_is_refused() -> None:
    content = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 1_200
    with pytest.raises(InputError) as refused:
        open_mail(source_of(content))
    assert refused.value.code == "acquire.mail.damaged"


def test_a_mailbox_gives_its_mails_as_they_stand_there() -> None:
    one = b"From: a@x.org\n\nFrom here on, two were hurt.\nFrom 2031 nothing.\n"
    two = b"From: b@x.org\n\nThree were hurt.\n"
    line = b"From a@x.org Mon May  5 01:30:00 2031\n"
    found = list(split_mailbox(line + one + b"\n" + line + two, "box.mbox"))
    assert [(mail.name, mail.content.strip()) for mail in found] == [
        ("box.mbox/1.eml", one.strip()),
        ("box.mbox/2.eml", two.strip()),
    ]
