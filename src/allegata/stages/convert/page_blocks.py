"""Printed lines to the text of a PDF: paragraphs, running heads, and where each line stands.

Lines of a paragraph are parted by a line break, paragraphs and pages by a blank line. What is
printed again and again at the top or foot of pages, and bare page numbers, is furniture.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allegata.model.document import Block, Region
from allegata.stages.convert.printed import PrintedLine

_MARGIN = 0.12  # of the page's height, at its top and foot, where running heads stand
_SAME_HEIGHT = 4.0  # points
# The last alternative is the "continued" mark of United Nations documents.
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*(?:(?:/|of|de|из|sur)\s*\d{1,4})?\s*[-–—]?|/\.\.\.",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?:[-–—•*·▪◦‣\uf0b7]\s*\S|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,6})[.)]\s+\S)")
_PARAGRAPH_GAP = 0.75  # of the line height, between two lines of different paragraphs
_INDENT = 1.0  # of the font size


def lay_out(
    lines: Sequence[PrintedLine], heights: Mapping[int, float]
) -> tuple[str, tuple[Region, ...], tuple[Block, ...]]:
    """Return the text, one region a line and one block a paragraph.

    ``heights`` are those of the pages, in points, by number.
    """
    furniture = _furniture(lines, heights)
    text: list[str] = []
    regions: list[Region] = []
    blocks: list[Block] = []
    at = 0
    for paragraph in _paragraphs(lines, furniture):
        start = at
        for line in paragraph:
            regions.append(Region(at, at + len(line.text), page=line.page, box=line.box))
            text.append(line.text)
            at += len(line.text) + 1
        blocks.append(Block("t0", start, at - 1, _kind(paragraph, furniture)))
        text[-1] += "\n"
        at += 1
    return "\n".join(text).rstrip("\n"), tuple(regions), tuple(blocks)


def _furniture(lines: Sequence[PrintedLine], heights: Mapping[int, float]) -> frozenset[PrintedLine]:
    """Return the lines that stand at the edge of pages and are repeated, or only number the page.

    >>> from allegata.model.document import Box
    >>> foot = [PrintedLine(page, f"{page}/2", Box(50, 780, 60, 790), 10.0) for page in (1, 2)]
    >>> len(_furniture(foot, {1: 800.0, 2: 800.0}))
    2
    """
    seen: dict[str, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        margin = _MARGIN * heights[line.page]
        if line.box.y1 < margin or line.box.y0 > heights[line.page] - margin:
            seen[re.sub(r"\d+", "#", line.text)].append(line)
    found: set[PrintedLine] = set()
    for same in seen.values():
        for line in same:
            if _PAGE_NUMBER.fullmatch(line.text) or any(
                _repeats(line, other) for other in same[:40]
            ):
                found.add(line)
    return frozenset(found)


def _repeats(line: PrintedLine, other: PrintedLine) -> bool:
    return line.page != other.page and abs(line.box.y0 - other.box.y0) < _SAME_HEIGHT


def _paragraphs(lines: Sequence[PrintedLine], furniture: frozenset[PrintedLine]) -> list[list[PrintedLine]]:
    paragraphs: list[list[PrintedLine]] = []
    spacing = _spacing(lines)
    for line in lines:
        same_sort = paragraphs and (line in furniture) == (paragraphs[-1][-1] in furniture)
        if same_sort and not _starts(paragraphs[-1], line, spacing[line.page]):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


@dataclass(frozen=True, slots=True)
class _Spacing:
    """How a page is set, in points: the gap that most lines keep, and the width of full lines."""

    gap: float
    width: float


def _spacing(lines: Sequence[PrintedLine]) -> dict[int, _Spacing]:
    gaps: dict[int, list[float]] = defaultdict(lambda: [0.0])
    widths: dict[int, float] = defaultdict(float)
    for last, line in itertools.pairwise(lines):
        if line.page == last.page and line.box.y0 - last.box.y1 > 0:
            gaps[line.page].append(line.box.y0 - last.box.y1)
    for line in lines:
        widths[line.page] = max(widths[line.page], line.box.x1 - line.box.x0)
    return {
        page: _Spacing(sorted(gaps[page])[len(gaps[page]) // 3], width)
        for page, width in widths.items()
    }


def _starts(paragraph: Sequence[PrintedLine], line: PrintedLine, spacing: _Spacing) -> bool:
    """Say whether the line starts a new paragraph after this one."""
    last = paragraph[-1]
    height = max(last.box.y1 - last.box.y0, line.box.y1 - line.box.y0)
    gap = line.box.y0 - last.box.y1
    if line.page != last.page or gap < -2 * height:
        return True
    if gap > _PARAGRAPH_GAP * height and not _is_double_spaced(last, gap, spacing):
        return True
    if _ITEM.match(line.text) or abs(line.size - last.size) > 0.15 * last.size:
        return True
    indent = line.box.x0 - last.box.x0
    # A second line further in is a hanging paragraph; a later one further in is a first line.
    return len(paragraph) > 1 and indent > _INDENT * line.size and _is_flush(last, paragraph)


def _is_double_spaced(last: PrintedLine, gap: float, spacing: _Spacing) -> bool:
    """Say whether a wide gap is the page's usual one, after a line that runs to the margin."""
    return gap <= 1.3 * spacing.gap and last.box.x1 - last.box.x0 > 0.85 * spacing.width


def _is_flush(last: PrintedLine, paragraph: Sequence[PrintedLine]) -> bool:
    """Say whether the last line starts where the others do (else it is centred or a table)."""
    return abs(last.box.x0 - min(line.box.x0 for line in paragraph)) < last.size


def _kind(paragraph: Sequence[PrintedLine], furniture: frozenset[PrintedLine]) -> str:
    if paragraph[0] in furniture:
        return "furniture"
    return "list_item" if _ITEM.match(paragraph[0].text) else "paragraph"
