"""An e-mail to a document: its subject as a heading, then its text, plain or from its web page.

What the writer quotes from other mails, and what is forwarded, becomes blocks of the kind
``quote``: it is not the writer's own word. The lines under "-- " are furniture. Attachments are
documents of their own and do not come here.
"""

import codecs
import encodings.aliases
import re
from collections.abc import Iterator
from dataclasses import replace

from allegata.containers.mime import Mail, MailPart, UnreadableMailError, read_mail
from allegata.model.document import Block, Region, SourceFile
from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.stages.convert.converted import Converted, native
from allegata.stages.convert.html import hidden_doubt, parse_page
from allegata.stages.convert.html_text import VisibleText, read_visible
from allegata.stages.convert.lines import Line, decoding_doubts, lines_of
from allegata.stages.convert.plain import paragraphs_of
from allegata.stages.convert.quotes import quoted_doubt
from allegata.text.encoding import detect_encoding

TOOL = "allegata.mail@1"
_SAMPLE = b"From: a@x.org\nContent-Type: text/html\n\n<p>Two \xc3\xa9</p>"
_QUOTED = re.compile(r"[ \t]{0,3}>")
_SIGNATURE = re.compile(r"-- ?")
_RULE = re.compile(r"[ \t]*[-_]{5,}.*")  # "-----Original Message-----"
_HEADER = re.compile(r"[ \t]*\*?[^\W\d_]{2,15}\*?[ \u00a0]?[:：][ \t*]*\S.*")
_HEADERS_WITHIN = 6  # lines after a rule in which two headers make it a forwarded mail
_BREAK = "\n\n"


def warm_up() -> None:
    """Load the codecs that a mail may name, and read a little mail."""
    for name in sorted(set(encodings.aliases.aliases.values())):
        try:
            codecs.lookup(name)
        except LookupError:  # codecs of other systems
            continue
    convert_mail(SourceFile("", "sample.eml", _SAMPLE, "message/rfc822"))


def convert_mail(source: SourceFile) -> Converted:
    """Return the text of an e-mail.

    Raises:
        InputError: ``convert.mail.damaged``, ``convert.mail.no_text`` or what the body's format
            raises.
    """
    mail = _parsed(source)
    layout = _Layout()
    if mail.subject:
        layout.add_heading(mail.subject)
    for part in mail.body:
        text = layout.decoded(part)
        if part.media_type == "text/html":
            layout.add_page(text, part, source.name)
        else:
            layout.add_lines(text, part)
    if not layout.blocks:
        raise InputError(
            "convert.mail.no_text",
            f"{source.name} is an e-mail without any text.",
            "What is attached to it was read by itself, if anything is.",
        )
    text = "".join(layout.text)
    doubts = (*layout.doubts, *decoding_doubts(text), *quoted_doubt(layout.blocks))
    layer = native(TOOL, text, tuple(layout.regions))
    return Converted((layer,), tuple(layout.blocks), doubts=doubts)


def _parsed(source: SourceFile) -> Mail:
    try:
        return read_mail(source.content)
    except UnreadableMailError as error:
        raise InputError(
            "convert.mail.damaged",
            f"{source.name} is an e-mail that cannot be taken apart: {error}.",
            "Open it in a mail program and save its text.",
        ) from error


class _Layout:
    """Puts the pieces of a mail one after the other into one text."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.regions: list[Region] = []
        self.blocks: list[Block] = []
        self.doubts: list[Doubt] = []
        self._length = 0

    def decoded(self, part: MailPart) -> str:
        """Return the text of a part in the charset that it names, else in the likeliest."""
        try:
            if part.charset is not None:
                return part.content.decode(part.charset).removeprefix("\ufeff")
        except (LookupError, UnicodeError):
            pass
        try:
            found = detect_encoding(part.content)
        except (InputError, ImportError):
            return part.content.decode("utf-8", "replace")
        self.doubts += found.doubts
        return part.content.decode(found.name, "replace").removeprefix("\ufeff")

    def add_heading(self, subject: str) -> None:
        """Add the subject."""
        self._append(subject)
        self.regions.append(Region(0, len(subject), path="header[Subject]"))
        self.blocks.append(Block("t0", 0, len(subject), "heading"))

    def add_lines(self, text: str, part: MailPart) -> None:
        """Add a plain text as it came, with its lines and paragraphs."""
        at = self._append(text)
        for line in lines_of(text):
            if line.text:
                path = f"part[{part.path}]/line[{line.number}]"
                self.regions.append(Region(at + line.start, at + line.end, path=path))
        for block in _blocks(list(lines_of(text))):
            self.blocks.append(replace(block, start=at + block.start, end=at + block.end))

    def add_page(self, text: str, part: MailPart, name: str) -> None:
        """Add the visible text of a web page."""
        root = parse_page(text.replace("\0", ""), name)
        seen = VisibleText() if root is None else read_visible(root)
        if not seen.pieces:
            return
        shown, regions, blocks = seen.laid_out()
        at = self._append(shown)
        for region in regions:
            path = f"part[{part.path}]{region.path}"
            moved = replace(region, start=at + region.start, end=at + region.end, path=path)
            self.regions.append(moved)
        for block in blocks:
            self.blocks.append(replace(block, start=at + block.start, end=at + block.end))
        self.doubts += hidden_doubt(seen)

    def _append(self, piece: str) -> int:
        """Add text after a blank line and return where it begins."""
        if self.text:
            self.text.append(_BREAK)
            self._length += len(_BREAK)
        start = self._length
        self.text.append(piece)
        self._length += len(piece)
        return start


def _blocks(lines: list[Line]) -> Iterator[Block]:
    """Yield the blocks of a plain mail; lines that belong together have one voice."""
    run: list[Line] = []
    forwarded = signature = False
    voice = "own"
    for index, line in enumerate(lines):
        forwarded = forwarded or _begins_forwarded(lines, index)
        signature = not forwarded and (signature or _SIGNATURE.fullmatch(line.text) is not None)
        quoted = forwarded or _QUOTED.match(line.text) is not None
        said = "quote" if quoted else "furniture" if signature else "own"
        if line.is_blank or said != voice:
            yield from _spoken(run, voice)
            run = []
        voice = said
        if not line.is_blank:
            run.append(line)
    yield from _spoken(run, voice)


def _spoken(run: list[Line], voice: str) -> Iterator[Block]:
    for block in paragraphs_of(run):
        yield block if voice == "own" else replace(block, kind=voice)


def _begins_forwarded(lines: list[Line], index: int) -> bool:
    """Say whether a rule with headers under it begins another mail."""
    if not _RULE.fullmatch(lines[index].text):
        return False
    below = [line for line in lines[index + 1 : index + 1 + _HEADERS_WITHIN] if not line.is_blank]
    return sum(1 for line in below[:4] if _HEADER.fullmatch(line.text)) >= 2
