"""An e-mail to what is known of it, and to the files that are attached to it.

The mail itself is a document whose text ``convert`` reads; each attachment is one of its own, named
after the mail. What is encrypted is refused.

>>> source = SourceFile("sha256:0", "m.eml", b"From: A <a@x.org>\\nDate: Mon, 5 May 2031 01:30:00 "
...     b"+0300\\n\\nTwo were hurt.", "message/rfc822")
>>> told = open_mail(source).source
>>> told.provenance.author, told.provenance.posted, told.published
('A <a@x.org>', '2031-05-04T22:30:00Z', '2031-05-05')
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from allegata.containers.mime import Mail, MailPart, UnreadableMailError, read_mail
from allegata.model.document import SourceFile
from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.stages.acquire.archives import Member, numbered
from allegata.stages.acquire.mail_kinds import EML, MBOX_LINE

_EXTENSIONS = {
    "message/rfc822": ".eml",
    "text/plain": ".txt",
    "text/html": ".html",
    "text/csv": ".csv",
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/gif": ".gif",
    "image/tiff": ".tif",
}
_FIRST_YEAR, _LAST_YEAR = 1970, 2099  # of dates that a mail program may have written


@dataclass(frozen=True, slots=True)
class OpenedMail:
    """``source`` is None where the mail's own text is locked; then ``refused`` says so."""

    source: SourceFile | None
    refused: InputError | None
    attachments: tuple[Member, ...]


def split_mailbox(content: bytes, name: str) -> Iterator[Member]:
    """Yield the mails of a mailbox, ``box.mbox/1.eml``, as they stand there."""
    starts = [match.end() for match in MBOX_LINE.finditer(content)]
    ends = [match.start() for match in MBOX_LINE.finditer(content)][1:]
    for number, (start, end) in enumerate(zip(starts, [*ends, len(content)], strict=True), 1):
        yield Member(f"{name}/{number}.eml", content[start:end])


def open_mail(source: SourceFile) -> OpenedMail:
    """Return the mail with what its headers tell, and what is attached to it.

    Raises:
        InputError: ``acquire.mail.damaged``.
    """
    try:
        mail = read_mail(source.content)
    except UnreadableMailError as error:
        raise InputError(
            "acquire.mail.damaged",
            f"{source.name} is an e-mail that cannot be taken apart: {error}.",
            "Open it in a mail program and save its text and its attachments.",
        ) from error
    attachments = tuple(_attachments(mail, source.name))
    if mail.sealed is not None and not any(part.content.strip() for part in mail.body):
        return OpenedMail(None, _sealed(mail.sealed, source.name), attachments)
    return OpenedMail(_told(source, mail), None, attachments)


def _sealed(how: str, name: str) -> InputError:
    return InputError(
        "acquire.mail.encrypted",
        f"The text of {name} is encrypted ({how}).",
        "Open it in a mail program that has the key, and save its text and its attachments.",
    )


def _told(source: SourceFile, mail: Mail) -> SourceFile:
    """Return the source with the author and the times that the mail says, told ones first."""
    provenance = source.provenance
    day, posted, doubts = _sent(mail)
    provenance = replace(
        provenance,
        author=provenance.author or mail.sender,
        posted=provenance.posted or posted,
        url=provenance.url or mail.address,
    )
    if mail.sealed is not None:
        message = f"A part of the mail is encrypted ({mail.sealed}) and was not read."
        doubts = (*doubts, Doubt("acquire.mail.part_encrypted", message))
    return replace(
        source,
        provenance=provenance,
        published=source.published or day,
        doubts=(*source.doubts, *doubts),
    )


def _sent(mail: Mail) -> tuple[str | None, str | None, tuple[Doubt, ...]]:
    """Return the writer's own day, the time in UTC, and a doubt where the date is no date."""
    if mail.sent is None or not _FIRST_YEAR <= mail.sent.year <= _LAST_YEAR:
        if not mail.has_date:
            return None, None, ()
        message = "The date of the mail cannot be read, and was left out."
        return None, None, (Doubt("acquire.mail.date_unreadable", message),)
    day = mail.sent.date().isoformat()
    if mail.sent.tzinfo is None:  # it does not say in which zone
        return day, None, ()
    return day, mail.sent.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), ()


def _attachments(mail: Mail, name: str) -> Iterator[Member]:
    parts = [(_file_name(part), part) for part in mail.attachments]
    for shown, part in zip(numbered([shown for shown, _ in parts]), mail.attachments, strict=True):
        yield Member(f"{name}/{shown}", part.content)


def _file_name(part: MailPart) -> str:
    """Return a printable name without a path; a part without a name is called by its place."""
    steps = [step for step in re.split(r"[/\\]", part.name or "") if step not in ("", ".", "..")]
    name = steps[-1] if steps else f"part-{part.path.replace('.', '-')}"
    extension = _EXTENSIONS.get(part.media_type, "")
    bare = "." not in name or part.media_type == EML
    return name + extension if bare and not name.lower().endswith(extension or " ") else name
