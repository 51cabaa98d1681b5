"""The lines of a decoded text, with their offsets: the ground of plain text and Markdown.

>>> [line.text for line in lines_of("One.\\r\\n\\r\\nTwo.")]
['One.', '', 'Two.']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from allegata.model.document import Region, SourceFile
from allegata.model.doubt import Doubt
from allegata.model.span import Span

# Only these break a line here. str.splitlines would also break at form feeds and U+2028, which
# editors do not count as lines.
_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Line:
    """``number`` counts from 1; ``start..end`` leaves the line break out."""

    number: int
    start: int
    end: int
    text: str

    @property
    def is_blank(self) -> bool:
        """Say whether nothing is printed on the line."""
        return not self.text.strip()


def decode(source: SourceFile) -> str:
    """Return the text of a source file, less its byte order mark; nothing else is changed."""
    text = source.content.decode(source.encoding or "utf-8", "replace")
    return text[1:] if text.startswith("\ufeff") else text


def decoding_doubts(text: str) -> tuple[Doubt, ...]:
    """Return a doubt if characters could not be decoded (they stand as U+FFFD), with the first."""
    at = text.find("\ufffd")
    if at < 0:
        return ()
    count = text.count("\ufffd")
    message = f"{count} characters of the text could not be read; each is shown as \ufffd."
    return (Doubt("convert.characters_lost", message, Span("t0", at, at + 1)),)


def lines_of(text: str) -> Iterator[Line]:
    """Yield the lines of a text in order."""
    at, number = 0, 1
    for found in _BREAK.finditer(text):
        yield Line(number, at, found.start(), text[at : found.start()])
        at, number = found.end(), number + 1
    if at < len(text):
        yield Line(number, at, len(text), text[at:])


def region_of(line: Line) -> Region:
    """Return the region ``line[n]``."""
    return Region(line.start, line.end, path=f"line[{line.number}]")
