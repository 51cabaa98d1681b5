from email.message import EmailMessage

import pytest

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.stages.convert.converted import Converted, check
from allegata.stages.convert.mail import convert_mail, warm_up


def read(content: bytes | EmailMessage) -> Converted:
    raw = content if isinstance(content, bytes) else content.as_bytes()
    found = convert_mail(SourceFile("sha256:0", "m.eml", raw, "message/rfc822"))
    check(found)
    return found


def blocks(found: Converted) -> list[tuple[str, str]]:
    text = found.layers[0].text
    return [(block.kind, text[block.start : block.end]) for block in found.blocks]


PLAIN = b"""From: Adam Brel <b@example.org>
Subject: Two hurt
Content-Type: text/plain; charset=utf-8

Dear all,

two people were hurt in Dorval.

On 4 May 2031, C. Mayne wrote:
> Were people hurt
> in Dorval?
>
> > Three, I heard.

No more than two.

--\x20
Adam Brel, 17 Main Street
"""


def test_the_subject_is_a_heading_and_quoted_lines_are_another_voice() -> None:
    found = read(PLAIN)
    assert blocks(found) == [
        ("heading", "Two hurt"),
        ("paragraph", "Dear all,"),
        ("paragraph", "two people were hurt in Dorval."),
        ("paragraph", "On 4 May 2031, C. Mayne wrote:"),
        ("quote", "> Were people hurt\n> in Dorval?\n>\n> > Three, I heard."),
        ("paragraph", "No more than two."),
        ("furniture", "-- \nAdam Brel, 17 Main Street"),
    ]
    assert [doubt.code for doubt in found.doubts] == ["convert.quoted_text"]


def test_the_body_is_not_changed_and_every_line_has_its_place() -> None:
    layer = read(PLAIN).layers[0]
    body = PLAIN.decode().partition("\n\n")[2]
    assert layer.text == f"Two hurt\n\n{body}"
    at = layer.text.index("two people")
    (region,) = [one for one in layer.regions if one.start <= at < one.end]
    assert region.path == "part[1]/line[3]"
    assert layer.regions[0].path == "header[Subject]"


FORWARDED = b"""From: a@x.org

See below, three hurt.

-----Original Message-----
From: b@x.org
Sent: Monday
Subject: Dorval

Two people were hurt.
"""


def test_a_forwarded_mail_is_quoted_to_its_end() -> None:
    kinds = [kind for kind, _ in blocks(read(FORWARDED))]
    assert kinds == ["paragraph", "quote", "quote"]


@pytest.mark.parametrize(
    ("charset", "codec"),
    [
        ("windows-1251", "cp1251"),
        ("iso-2022-jp", "iso-2022-jp"),
        ("x-unknown", "utf-8"),
        ("us-ascii", "utf-8"),
        ("utf-8", "cp1251"),  # it says one and is another
    ],
)
def test_odd_charsets_are_read(charset: str, codec: str) -> None:
    words = "二人が負傷した。" if codec == "iso-2022-jp" else "Возле рынка пострадали два человека."
    header = f"From: a@x.org\nContent-Type: text/plain; charset={charset}\n\n"
    found = read(header.encode() + words.encode(codec))
    assert found.layers[0].text == words


def test_bytes_that_are_no_text_are_shown_as_lost() -> None:
    found = read(b"From: a@x.org\nContent-Type: text/plain; charset=utf-8\n\nTwo \x81\x8d\x01\x02")
    assert "convert.characters_lost" in [doubt.code for doubt in found.doubts]


def test_a_mail_of_a_web_page_alone_is_read_as_a_page() -> None:
    message = EmailMessage()
    message["Subject"] = "Two hurt"
    message.set_content(
        "<p>Two were <b>hurt</b>.</p><p style='display:none'>Nine died.</p>"
        "<blockquote><p>Were there any?</p></blockquote>",
        subtype="html",
    )
    found = read(message)
    assert blocks(found) == [
        ("heading", "Two hurt"),
        ("paragraph", "Two were hurt."),
        ("quote", "Were there any?"),
    ]
    assert found.layers[0].regions[1].path == "part[1]/html[1]/body[1]/p[1]"
    assert {doubt.code for doubt in found.doubts} == {
        "convert.html.hidden_text",
        "convert.quoted_text",
    }


def test_several_texts_come_one_after_the_other() -> None:
    content = (
        b"From: a@x.org\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        b"Content-Type: text/plain\n\nTwo were hurt.\n--b\n"
        b"Content-Type: text/plain\n\nOne was a child.\n--b--\n"
    )
    assert blocks(read(content)) == [
        ("paragraph", "Two were hurt."),
        ("paragraph", "One was a child."),
    ]


def test_a_subject_alone_is_a_text_and_nothing_at_all_is_refused() -> None:
    assert blocks(read(b"From: a@x.org\nSubject: Two hurt\n\n")) == [("heading", "Two hurt")]
    with pytest.raises(InputError) as refused:
        read(b"From: a@x.org\n\n \n")
    assert refused.value.code == "convert.mail.no_text"
    assert refused.value.hint


def test_a_mail_that_cannot_be_taken_apart_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        read(b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 1_200)
    assert refused.value.code == "convert.mail.damaged"


def test_it_warms_up() -> None:
    warm_up()
