"""An e-mail to its parts: headers in plain words, the text that it says, and what is attached.

The parts come as the file has them, transfer encoding undone and nothing else changed. Of several
forms of one text the plain one is the body, else the web page; signatures are left out.

>>> mail = read_mail(b"From: =?utf-8?q?A=2E_Brel?= <a@x.org>\\nSubject: Two\\n\\nTwo were hurt.")
>>> mail.sender, mail.subject, mail.body[0].content
('A. Brel <a@x.org>', 'Two', b'Two were hurt.')
"""

import datetime as dt
import io
import re
from dataclasses import dataclass
from email.errors import HeaderParseError, MessageError
from email.generator import BytesGenerator
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import collapse_rfc2231_value, parsedate_to_datetime

MOST_PARTS = 1_000
# Python's parser compares every line with the bounds of every open part: a hostile mail could keep
# it busy for days. A real one of 100 MB stays far below this.
MOST_COMPARISONS = 50_000_000
_MOST_DEPTH = 500  # at which the parser gives up by itself
_LONGEST_HEADER = 5_000  # characters that are looked at
_ENCRYPTED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))
_SIGNATURES = frozenset(
    (
        "application/pkcs7-signature",
        "application/x-pkcs7-signature",
        "application/pgp-signature",
        "application/pgp-keys",
    )
)
_TEXTS = ("text/plain", "text/html")
_MULTIPART = re.compile(rb"multipart/", re.IGNORECASE)
_PGP = re.compile(rb"^-----BEGIN PGP MESSAGE-----", re.MULTILINE)
_FOLD = re.compile(r"\r?\n[ \t]+")
_BLANKS = re.compile(r"\s+")


class UnreadableMailError(Exception):
    """A message that cannot be taken apart."""


@dataclass(frozen=True, slots=True)
class MailPart:
    """One part; ``path`` counts it within its message (``2.1``), ``charset`` is the mail's word."""

    path: str
    media_type: str
    content: bytes
    name: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Mail:
    """``sent`` is the date as said, with its own offset from UTC, None where it is none.

    ``sealed`` says how a part is locked, ``address`` where a saved web page came from.
    """

    subject: str | None
    sender: str | None
    sent: dt.datetime | None
    body: tuple[MailPart, ...]
    attachments: tuple[MailPart, ...]
    has_date: bool = False
    sealed: str | None = None
    address: str | None = None


def read_mail(content: bytes) -> Mail:
    """Return the parts of a message.

    Raises:
        UnreadableMailError: it nests too deep, or has too many parts.
    """
    depth = min(len(_MULTIPART.findall(content)) + 1, _MOST_DEPTH)
    if content.count(b"\n") * depth > MOST_COMPARISONS:
        raise UnreadableMailError("too many parts within parts")
    try:
        message = BytesParser(policy=compat32).parsebytes(content)
        parts = _Parts()
        parts.take(message, "1")
        address = _header(message, "Snapshot-Content-Location")
        return Mail(
            subject=_header(message, "Subject"),
            sender=None if address else _header(message, "From"),
            sent=_date(_header(message, "Date")),
            body=tuple(parts.body),
            attachments=tuple(parts.attachments),
            has_date=message.get("Date") is not None,
            sealed=parts.sealed,
            address=address,
        )
    except (RecursionError, MessageError, ValueError, LookupError, AttributeError) as error:
        raise UnreadableMailError(str(error)) from error


class _Parts:
    """Sorts the leaves of a message into its body and its attachments."""

    def __init__(self) -> None:
        self.body: list[MailPart] = []
        self.attachments: list[MailPart] = []
        self.sealed: str | None = None
        self._count = 0

    def take(self, part: Message, path: str) -> None:
        """Take a part and what is in it."""
        self._count += 1
        if self._count > MOST_PARTS:
            raise UnreadableMailError(f"more than {MOST_PARTS} parts")
        kind = part.get_content_type()
        if kind in _ENCRYPTED or kind == "multipart/encrypted":
            self.sealed = "S/MIME" if kind in _ENCRYPTED else "PGP"
        elif kind == "message/rfc822":
            self._take_message(part, path)
        elif kind == "multipart/alternative":
            self._take_best(part, path)
        elif part.is_multipart():
            for number, child in enumerate(_children(part), 1):
                self.take(child, f"{path}.{number}")
        elif kind not in _SIGNATURES:
            self._take_leaf(part, path, kind)

    def _take_message(self, part: Message, path: str) -> None:
        inner = _children(part)
        if inner:
            name = _file_name(part) or _header(inner[0], "Subject")
            content = _as_bytes(inner[0])
            self.attachments.append(MailPart(path, "message/rfc822", content, name))

    def _take_best(self, part: Message, path: str) -> None:
        """Take one of several forms of a text, and all that is no text."""
        inner = _Parts()
        for number, child in enumerate(_children(part), 1):
            inner.take(child, f"{path}.{number}")
        for kind in _TEXTS:
            found = [one for one in inner.body if one.media_type == kind and one.content.strip()]
            if found:
                self.body += found
                break
        self.attachments += inner.attachments
        self.sealed = self.sealed or inner.sealed
        self._count += inner._count

    def _take_leaf(self, part: Message, path: str, kind: str) -> None:
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes):
            return
        name = _file_name(part)
        charset = _param(part, "Content-Type", "charset")
        leaf = MailPart(path, kind, content, name, charset)
        attached = part.get_content_disposition() == "attachment"
        if kind in _TEXTS and not attached and name is None:
            self.body.append(leaf)
            if kind == "text/plain" and _PGP.search(content):
                self.sealed = "PGP"
        elif part.get("Content-Location") is None or attached:  # else a piece of a saved page
            self.attachments.append(leaf)


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if part.is_multipart() else []


def _as_bytes(message: Message) -> bytes:
    """Return a message as bytes, its lines as they came."""
    target = io.BytesIO()
    policy = compat32.clone(max_line_length=0)
    BytesGenerator(target, mangle_from_=False, policy=policy).flatten(message)
    return target.getvalue()


def _file_name(part: Message) -> str | None:
    for header, key in (("Content-Disposition", "filename"), ("Content-Type", "name")):
        value = _param(part, header, key)
        if value is not None:
            return _decoded(value) or None
    return None


def _param(part: Message, header: str, key: str) -> str | None:
    if len(str(part.get(header, ""))) > _LONGEST_HEADER:
        return None
    value = part.get_param(key, header=header)
    return value if value is None or isinstance(value, str) else collapse_rfc2231_value(value)


def _header(message: Message, name: str) -> str | None:
    """Return the first header of that name; ``Message.get`` spoils bytes beyond ASCII."""
    values = (value for key, value in message.raw_items() if key.lower() == name.lower())
    value = next(values, None)
    return (_decoded(str(value)[:_LONGEST_HEADER]) or None) if value is not None else None


def _decoded(value: str) -> str:
    """Return the words of a header, whatever encodings they name.

    >>> _decoded("=?utf-8?b?2LTZh9in2K/YqQ==?= of =?iso-8859-1?q?M=E9rac?=")
    'شهادة of Mérac'
    """
    value = _FOLD.sub(" ", _reread(value))
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        return _one_line(value)
    words = [
        piece if isinstance(piece, str) else _in_charset(piece, charset)
        for piece, charset in pieces
    ]
    return _one_line("".join(words))


def _reread(value: str) -> str:
    """Return a header that holds bytes beyond ASCII, against the rules, as UTF-8 or Latin-1."""
    raw = value.encode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")


def _in_charset(piece: bytes, charset: str | None) -> str:
    try:
        return piece.decode(charset or "raw-unicode-escape")  # as Python gives plain words back
    except (LookupError, UnicodeDecodeError):
        return piece.decode("utf-8", "replace")


def _one_line(text: str) -> str:
    shown = "".join(letter if letter.isprintable() else " " for letter in text)
    return _BLANKS.sub(" ", shown).strip()


def _date(value: str | None) -> dt.datetime | None:
    """Return the date of a message; without an offset from UTC it stays without."""
    try:
        return parsedate_to_datetime(value) if value else None
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
