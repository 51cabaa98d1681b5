"""Plain text to a document: the decoded text as it came, regions by line, blocks by paragraph.

A paragraph ends at a blank line. Where lines are longer than any editor wraps at, each line is a
paragraph of its own. A bullet or a letter in brackets starts a list item.

>>> from allegata.model.ids import content_id
>>> text = b"Two were hurt.\\n\\n- a child\\n- a woman\\n"
>>> [block.kind for block in convert_plain(SourceFile("x", "n.txt", text, "text/plain")).blocks]
['paragraph', 'list_item', 'list_item']
"""

import re
from collections.abc import Iterator, Sequence

from allegata.model.document import Block, Region, SourceFile
from allegata.stages.convert.converted import Converted, native
from allegata.stages.convert.lines import Line, decode, decoding_doubts, lines_of, region_of

TOOL = "allegata.plain@1"
LONGEST_WRAPPED = 120  # code points; wider lines were not broken for width
_ITEM = re.compile(r"\s*(?:[-–—•*·▪◦‣]\s+\S|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,6})[.)]\s+\S)")


def convert_plain(source: SourceFile) -> Converted:
    """Return the text of ``source`` unchanged, with its lines and paragraphs."""
    text = decode(source)
    regions: list[Region] = []
    blocks: list[Block] = []
    run: list[Line] = []
    for line in lines_of(text):
        if line.text:
            regions.append(region_of(line))
        if line.is_blank:
            blocks.extend(paragraphs_of(run))
            run = []
        else:
            run.append(line)
    blocks.extend(paragraphs_of(run))
    layer = native(TOOL, text, tuple(regions))
    return Converted((layer,), tuple(blocks), doubts=decoding_doubts(text))


def paragraphs_of(run: Sequence[Line]) -> Iterator[Block]:
    """Yield the blocks of lines that stand together without a blank line."""
    each_line = any(len(line.text) > LONGEST_WRAPPED for line in run)
    start: Line | None = None
    for index, line in enumerate(run):
        start = start or line
        last = index + 1 == len(run)
        if last or each_line or _ITEM.match(run[index + 1].text):
            kind = "list_item" if _ITEM.match(start.text) else "paragraph"
            yield Block("t0", start.start, line.end, kind)
            start = None
