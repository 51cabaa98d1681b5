import pytest

from allegata.stages.acquire.mail_kinds import EML, MBOX, mail_type

HEADERS = "From: Adam Brel <b@example.org>\nDate: Mon, 5 May 2031 01:30:00 +0300\n"


@pytest.mark.parametrize(
    ("head", "suffix", "media_type"),
    [
        (HEADERS + "Message-ID: <1@x>\n\nTwo", "txt", EML),
        (HEADERS.replace("\n", "\r\n") + "MIME-Version: 1.0\r\n\r\nTwo", "", EML),
        ("Received: from a\n by b\n\tfor c;\nSubject: Two\n\nTwo", "", EML),
        (HEADERS + "\nTwo", "eml", EML),
        (HEADERS + "\nTwo", "txt", None),  # a memo that a person wrote
        ("To: the Council\nSubject: losses\nDate: today\n\nTwo", "txt", None),
        ("Two were hurt.\nMessage-ID: <1@x>\n", "eml", None),
        ("From b@example.org Mon May  5 01:30:00 2031\nFrom: b@example.org\n\nTwo", "", MBOX),
        ("From Dorval it was said in 2031\nthat two were hurt.", "txt", None),
    ],
)
def test_a_mail_is_known_by_what_only_programs_write(
    head: str, suffix: str, media_type: str | None
) -> None:
    assert mail_type(head, suffix) == media_type
