"""Bytes (and a name as a hint) to media type and encoding; what cannot be read is refused here.

What the bytes say beats what the name says: a UN letter exported as Markdown inside a ``.txt`` is
Markdown.

>>> sniff(b"Resolution [2253 \\\\(2015\\\\)](#) of the Council.", "letter.txt").media_type
'text/markdown'
"""

import json
import re
from dataclasses import dataclass

from allegata.model.doubt import Doubt
from allegata.model.errors import ConfigError, InputError
from allegata.stages.acquire.mail_kinds import EML, MBOX, mail_type
from allegata.stages.acquire.xml_kinds import AKN, PDF_LAYOUT, xml_kind
from allegata.stages.acquire.zip_kinds import DOCX, ZIP, zip_kind
from allegata.text.encoding import detect_encoding

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
PDF = "application/pdf"
JSONL = "application/jsonl"
CSV = "text/csv"
PNG = "image/png"
JPEG = "image/jpeg"
TIFF = "image/tiff"
PICTURES = (PNG, JPEG, TIFF)
TABLES = (JSONL, CSV)
BOXES = (ZIP, MBOX)  # which hold documents, and are none themselves
MEDIA_TYPES = (PLAIN, MARKDOWN, HTML, PDF, DOCX, AKN, PDF_LAYOUT, EML, *PICTURES, *TABLES, *BOXES)

_SHORT_NAMES = {
    "txt": PLAIN,
    "md": MARKDOWN,
    "markdown": MARKDOWN,
    "htm": HTML,
    "html": HTML,
    "xhtml": HTML,
    "pdf": PDF,
    "docx": DOCX,
    "akn": AKN,
    "eml": EML,
    "mbox": MBOX,
    "zip": ZIP,
    "png": PNG,
    "jpg": JPEG,
    "jpeg": JPEG,
    "tif": TIFF,
    "tiff": TIFF,
    "jsonl": JSONL,
    "ndjson": JSONL,
    "csv": CSV,
    "tsv": CSV,
    "application/x-ndjson": JSONL,
    "application/xhtml+xml": HTML,
    "text/x-markdown": MARKDOWN,
}
_USE = "Give plain text, Markdown, HTML, PDF, DOCX, a picture of text, CSV or JSON Lines."
_SAVE = "Save the picture as PNG, JPEG or TIFF."
_TELL = "Allegata reads text: write down what is said, and give that."
_PICTURES = (
    (b"\x89PNG\r\n", PNG),
    (b"\xff\xd8\xff", JPEG),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
)
_UNSUPPORTED = (
    (b"GIF8", "a GIF picture", _SAVE),
    (b"{\\rtf", "a Rich Text file", "Save it as DOCX or plain text."),
    (
        b"\x78\x9f\x3e\x22",
        "an attachment in a form that only Outlook knows (winmail.dat)",
        "Open the mail in Outlook and save what is attached, or ask for it as PDF or DOCX.",
    ),
    (b"PK\x07\x08", "a part of a ZIP archive", "Give all its parts unpacked."),
    (b"%!PS", "a PostScript file", "Convert it to PDF."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it and give the files in it."),
    (b"BZh", "a bzip2 archive", "Unpack it and give the files in it."),
    (b"\xfd7zXZ\0", "an xz archive", "Unpack it and give the files in it."),
    (b"7z\xbc\xaf", "a 7z archive", "Unpack it and give the files in it."),
    (b"Rar!", "a RAR archive", "Unpack it and give the files in it."),
    (b"SQLite format 3\0", "an SQLite database", _USE),
    (b"\x7fELF", "a program", _USE),
    (b"MZ\x90", "a program", _USE),
    (b"ID3", "a sound recording", _TELL),
    (b"OggS", "a sound recording", _TELL),
    (b"\x1aE\xdf\xa3", "a video", _TELL),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAG = re.compile(r"<[a-z][a-z0-9]*\b[^<>]*>", re.IGNORECASE)
_MARKDOWN_SIGNS = (
    re.compile(r"\[[^\[\]\n]+\]\([^()\s]*\)|\[[^\[\]\n]*\\[()][^\[\]\n]*\]\([^()\s]*\)"),  # [x](#)
    re.compile(r"\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*|__[^\s_](?:[^_\n]*[^\s_])?__"),  # **bold**
    re.compile(r"\\[()\[\]*_#]"),  # \(2015\)
    re.compile(r"^#{1,6} \S", re.MULTILINE),  # a heading; "#Dorval" is a tag
)
_HEAD = 1 << 16


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What the bytes are; ``encoding`` is None where the format says it itself."""

    media_type: str
    encoding: str | None = None
    doubts: tuple[Doubt, ...] = ()


def media_type_named(name: str) -> str:
    """Return the media type for ``text/plain`` or a short form such as ``md``.

    Raises:
        ConfigError: ``acquire.media_type_unknown``.
    """
    wanted = name.strip().lower()
    if wanted in MEDIA_TYPES:
        return wanted
    if wanted in _SHORT_NAMES:
        return _SHORT_NAMES[wanted]
    raise ConfigError(
        "acquire.media_type_unknown",
        f"There is no reader for the media type {name!r}.",
        f"Use one of {', '.join(MEDIA_TYPES)}.",
    )


def sniff(content: bytes, name: str, *, media_type: str | None = None) -> Sniffed:
    """Return what ``content`` is; ``media_type`` is told from outside and then believed.

    Raises:
        InputError: ``acquire.empty``, ``acquire.binary``, ``acquire.unsupported`` or
            ``acquire.encrypted``.
    """
    told = None if media_type is None else media_type_named(media_type)
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise InputError(
            "acquire.empty",
            f"{name} holds no text: it has {len(content)} bytes, all of them blank.",
            "Check that the file was saved and copied whole.",
        )
    bare = told in (PDF, DOCX, EML, *PICTURES, *BOXES)
    packed = told if bare else None if told else _packed_type(content, name)
    if packed is not None:
        return Sniffed(packed)
    encoding = detect_encoding(content, name)
    if told is not None:
        return Sniffed(told, encoding.name, encoding.doubts)
    head = content[:_HEAD].decode(encoding.name, "ignore").lstrip("\ufeff")
    return Sniffed(_text_type(head, content, encoding.name, name), encoding.name, encoding.doubts)


def table_type(head: bytes, name: str) -> str | None:
    """Say from its first bytes whether this is a table of texts, to be streamed row by row."""
    if _suffix(name) in ("jsonl", "ndjson", "csv", "tsv"):
        return _SHORT_NAMES[_suffix(name)]
    return JSONL if _is_json_lines(head.lstrip(b"\xef\xbb\xbf")) else None


def markdown_or_plain(text: str) -> str:
    """Return ``text/markdown`` where the text shows its marks, else ``text/plain``."""
    counts = [sum(1 for _ in sign.finditer(text)) for sign in _MARKDOWN_SIGNS]
    links, bold, escapes, headings = counts
    sure = links or bold or escapes >= 2 or headings >= 2
    return MARKDOWN if sure else PLAIN


def _suffix(name: str) -> str:
    return name.rpartition(".")[2].lower() if "." in name else ""


def _packed_type(content: bytes, name: str) -> str | None:
    """Return a format of bytes, None for what may be text, and refuse those that are not read."""
    if b"%PDF-" in content[:1024]:
        return PDF
    for start, media_type in _PICTURES:
        if content.startswith(start):
            return media_type
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return zip_kind(content, name)
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise InputError(
                "acquire.encrypted",
                f"{name} is an Office file locked with a password.",
                "Open it with its password and save a copy without one.",
            )
        if "__substg1.0_".encode("utf-16-le") in content:
            raise _unsupported(
                name, "a mail of Outlook (MSG)", "Save it as .eml in a mail program."
            )
        raise _unsupported(name, "an old Office file (DOC, XLS, PPT)", "Save it as DOCX.")
    for start, what, hint in _UNSUPPORTED:
        if content.startswith(start):
            raise _unsupported(name, what, hint)
    if content[4:8] == b"ftyp":
        raise _unsupported(name, "a video or picture", f"{_SAVE} {_TELL}")
    return mail_type(content[:_HEAD].decode("latin-1"), _suffix(name))


def _unsupported(name: str, what: str, hint: str) -> InputError:
    return InputError("acquire.unsupported", f"{name} is {what}, which is not read.", hint)


def _text_type(head: str, content: bytes, encoding: str, name: str) -> str:
    suffix = _suffix(name)
    if suffix in ("csv", "tsv", "jsonl", "ndjson"):
        return _SHORT_NAMES[suffix]
    if _HTML_START.match(head):
        return HTML
    xml = _xml_type(head, name)
    if xml is not None:
        return xml
    if suffix in ("html", "htm", "xhtml") and _HTML_TAG.search(head):
        return HTML
    if _is_json_lines(head.encode("utf-8", "replace")):
        return JSONL
    if _is_json(content, encoding, head):
        raise _unsupported(name, "a JSON file", "Write one object a line and name it .jsonl.")
    return MARKDOWN if suffix in ("md", "markdown") else markdown_or_plain(head)


def _xml_type(head: str, name: str) -> str | None:
    """Return the media type of XML that is read, None for what is no XML, and refuse the rest."""
    found = xml_kind(head)
    if found is not None and found.media_type is None:
        raise _unsupported(name, found.what, found.hint)
    return found.media_type if found is not None else None


def _is_json_lines(head: bytes) -> bool:
    """Say whether the first line is a JSON object; a line longer than the head only begins one."""
    line, _, rest = head.lstrip().partition(b"\n")
    if not line.startswith(b"{"):
        return False
    if not rest and len(line) > 4096:
        return line.startswith((b'{"', b'{ "'))
    return _parses(line)


def _is_json(content: bytes, encoding: str, head: str) -> bool:
    if not head.lstrip().startswith(("{", "[")) or len(content) > 10_000_000:
        return False
    return _parses(content.decode(encoding, "replace").lstrip("\ufeff").encode())


def _parses(line: bytes) -> bool:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict | list)
