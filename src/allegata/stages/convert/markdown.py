"""Markdown to a document: the source as it came (marks, links and escapes stay), blocks by kind.

Grammar reads the text through ``allegata.text.cleaning``; here only the shape is told.

>>> text = b"# Report\\n\\nTwo were hurt.\\n\\n* a child\\n* a woman\\n"
>>> source = SourceFile("x", "n.md", text, "text/markdown")
>>> [block.kind for block in convert_markdown(source).blocks]
['heading', 'paragraph', 'list_item', 'list_item']
"""

import re

from allegata.model.document import Block, Region, SourceFile
from allegata.stages.convert.converted import Converted, native
from allegata.stages.convert.lines import Line, decode, decoding_doubts, lines_of, region_of
from allegata.stages.convert.plain import LONGEST_WRAPPED
from allegata.stages.convert.quotes import quoted_doubt

TOOL = "allegata.markdown@1"

_STARTS = (
    ("quote", re.compile(r" {0,3}>")),
    ("heading", re.compile(r" {0,3}#{1,6}(?:\s|$)")),
    ("list_item", re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)]|\d{1,3}\\[.)])\s+\S")),
    ("footnote", re.compile(r"\[\^[^\]\s]+\]:")),
    ("cell", re.compile(r"\s*\|.*\|\s*$")),
)
_BLANK_QUOTE = re.compile(r"[ >]*")  # a quote goes on after it, with a new paragraph
_UNDERLINE = re.compile(r" {0,3}(?:=+|-+)\s*$")
_RULE = re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|\|?[\s:|-]+\|[\s:|-]*)$")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")


def convert_markdown(source: SourceFile) -> Converted:
    """Return the text of ``source`` unchanged, with its lines and blocks."""
    text = decode(source)
    shape = _Shape()
    for line in lines_of(text):
        shape.add(line)
    shape.close()
    layer = native(TOOL, text, tuple(shape.regions))
    doubts = (*decoding_doubts(text), *quoted_doubt(shape.blocks))
    return Converted((layer,), tuple(shape.blocks), doubts=doubts)


class _Shape:
    """Gathers lines into blocks; one block is open at a time."""

    def __init__(self) -> None:
        self.regions: list[Region] = []
        self.blocks: list[Block] = []
        self._open: list[Line] = []
        self._kind = "paragraph"
        self._fenced = False

    def add(self, line: Line) -> None:
        """Take the next line."""
        if line.text:
            self.regions.append(region_of(line))
        if _FENCE.match(line.text):
            self._fenced = not self._fenced
        kind = None if self._fenced else _kind_of(line.text)
        if line.is_blank or _BLANK_QUOTE.fullmatch(line.text):
            self.close()
        elif self._open and self._kind == "paragraph" and _UNDERLINE.match(line.text):
            self._kind = "heading"
            self._open.append(line)
            self.close()
        elif _RULE.match(line.text):
            self.close()
        else:
            self._take(line, kind)

    def close(self) -> None:
        """End the open block."""
        if self._open:
            self.blocks.append(Block("t0", self._open[0].start, self._open[-1].end, self._kind))
        self._open = []
        self._kind = "paragraph"

    def _take(self, line: Line, kind: str | None) -> None:
        unwrapped = any(len(item.text) > LONGEST_WRAPPED for item in (*self._open[-1:], line))
        if kind == self._kind == "quote" and not unwrapped:
            pass  # the quoted paragraph goes on
        elif kind is not None or self._kind in ("heading", "cell") or unwrapped:
            self.close()
        if not self._open:
            self._kind = kind or "paragraph"
        self._open.append(line)


def _kind_of(text: str) -> str | None:
    """Return the kind of block that a line with this text starts, or None if it starts none."""
    for kind, pattern in _STARTS:
        if pattern.match(text):
            return kind
    return None
