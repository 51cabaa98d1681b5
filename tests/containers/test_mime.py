import datetime as dt
import time
from email.message import EmailMessage

import pytest

from allegata.containers.mime import Mail, MailPart, UnreadableMailError, read_mail


def letter(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in {"From": "Adam Brel <brel@example.org>", **headers}.items():
        message[name] = value
    return message


def read(message: EmailMessage | bytes) -> Mail:
    return read_mail(message if isinstance(message, bytes) else message.as_bytes())


def told(parts: tuple[MailPart, ...]) -> list[tuple[str, str | None, bytes]]:
    return [(part.media_type, part.name, part.content.strip()) for part in parts]


def test_headers_are_read_in_plain_words() -> None:
    mail = read(
        b"From: =?windows-1251?B?yOLg7SDBxOv8?= <b@example.org>\r\n"
        b"Subject: =?utf-8?q?=D8=B4=D9=87=D8=A7=D8=AF=D8=A9?=\r\n of M\xc3\xa9rac\r\n"
        b"Date: Mon, 5 May 2031 01:30:00 +0300\r\n\r\nTwo.\r\n"
    )
    assert mail.sender is not None
    assert mail.sender.startswith("Иван")
    assert mail.subject == "شهادة of Mérac"
    assert mail.sent == dt.datetime(2031, 5, 5, 1, 30, tzinfo=dt.timezone(dt.timedelta(hours=3)))
    assert mail.body[0].content == b"Two.\r\n"


@pytest.mark.parametrize("date", ["soon", "31 Apr 2031", "", "Mon, 99 May 2031 00:00:00 +0000"])
def test_a_date_that_is_none_is_none(date: str) -> None:
    mail = read(f"Date: {date}\nFrom: a@x.org\n\nTwo".encode())
    assert mail.sent is None
    assert mail.has_date


def test_of_two_forms_the_plain_one_is_the_body() -> None:
    message = letter()
    message.set_content("Two were hurt.")
    message.add_alternative("<p>Two were <b>hurt</b>.</p>", subtype="html")
    assert told(read(message).body) == [("text/plain", None, b"Two were hurt.")]


def test_a_blank_plain_form_gives_way_to_the_page() -> None:
    message = letter()
    message.set_content(" \n")
    message.add_alternative("<p>Two were hurt.</p>", subtype="html")
    assert told(read(message).body) == [("text/html", None, b"<p>Two were hurt.</p>")]


def test_attachments_come_with_their_names_and_bytes() -> None:
    message = letter()
    message.set_content("See attached.")
    message.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="تقرير.pdf")
    message.add_attachment("id,text\n1,Two\n", subtype="csv", filename="a b.csv")
    mail = read(message)
    assert told(mail.body) == [("text/plain", None, b"See attached.")]
    assert told(mail.attachments) == [
        ("application/pdf", "تقرير.pdf", b"%PDF-1.4"),
        ("text/csv", "a b.csv", b"id,text\n1,Two"),
    ]


def test_a_name_may_be_encoded_against_the_rules() -> None:
    mail = read(
        b"MIME-Version: 1.0\n"
        b'Content-Type: application/pdf; name="=?utf-8?B?2KrZgtix2YrYsS5wZGY=?="\n'
        b"Content-Disposition: attachment\n\n%PDF"
    )
    assert mail.attachments[0].name == "تقرير.pdf"


def test_a_mail_within_a_mail_is_attached_whole() -> None:
    inner = letter(Subject="First word")
    inner.set_content("Two were hurt.")
    outer = letter(Subject="Fwd")
    outer.set_content("See below.")
    outer.add_attachment(inner)
    (part,) = read(outer).attachments
    assert (part.media_type, part.name) == ("message/rfc822", "First word")
    again = read_mail(part.content)
    assert (again.subject, again.body[0].content.strip()) == ("First word", b"Two were hurt.")


def test_signatures_are_left_out_and_the_signed_text_is_read() -> None:
    content = (
        b"MIME-Version: 1.0\nContent-Type: multipart/signed; boundary=b\n\n--b\n"
        b"Content-Type: text/plain\n\nTwo were hurt.\n--b\n"
        b"Content-Type: application/pgp-signature; name=s.asc\n\nxyz\n--b--\n"
    )
    mail = read(content)
    assert (told(mail.body), mail.attachments, mail.sealed) == (
        [("text/plain", None, b"Two were hurt.")],
        (),
        None,
    )


@pytest.mark.parametrize(
    ("content", "how"),
    [
        (b"Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nxyz", "S/MIME"),
        (
            (
                b"MIME-Version: 1.0\nContent-Type: multipart/encrypted; boundary=b\n\n--b\n"
                b"Content-Type: application/octet-stream\n\nxyz\n--b--\n"
            ),
            "PGP",
        ),
        (b"From: a@x.org\n\n-----BEGIN PGP MESSAGE-----\nxyz\n-----END PGP MESSAGE-----", "PGP"),
    ],
)
def test_what_is_encrypted_is_said(content: bytes, how: str) -> None:
    assert read(content).sealed == how


def test_a_saved_page_says_where_it_was() -> None:
    mail = read(
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/a\n"
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\n"
        b"Content-Type: text/html\nContent-Location: https://example.org/a\n\n<p>Two</p>\n--b\n"
        b"Content-Type: image/png\nContent-Location: https://example.org/l.png\n\nx\n--b--\n"
    )
    assert (mail.address, mail.sender, mail.attachments) == ("https://example.org/a", None, ())
    assert mail.body[0].media_type == "text/html"


def nested(depth: int, lines: int) -> bytes:
    parts = [b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b0\n\n"]
    parts += [
        b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (number - 1, number)
        for number in range(1, depth)
    ]
    return b"".join(parts) + b"x\n" * lines


@pytest.mark.parametrize(
    "content",
    [
        nested(1_500, 10),
        nested(400, 200_000),
        b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 1_200,
    ],
)
def test_a_hostile_mail_is_given_up_soon(content: bytes) -> None:
    began = time.monotonic()
    with pytest.raises(UnreadableMailError):
        read_mail(content)
    assert time.monotonic() - began < 20


@pytest.mark.parametrize("name", [b"Content-Type", b"Content-Disposition", b"Subject", b"From"])
def test_endless_headers_take_no_time(name: bytes) -> None:
    began = time.monotonic()
    read_mail(name + b': a; n="' + b'=?a?q?; x="' * 3_000 + b"\n\nTwo")
    assert time.monotonic() - began < 10


def test_bytes_that_are_no_mail_give_a_body_and_no_error() -> None:
    assert read_mail(b"\x00\xff" * 50).body[0].content
