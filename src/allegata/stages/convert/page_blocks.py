"""Printed lines to the text of a document with pages: paragraphs, furniture, and where each stands.

Lines of a paragraph are parted by a line break, paragraphs and pages by a blank line. A paragraph
that goes on over the page is one: the foot of its first page, the head of its second and footnotes
between them come after it. Each page begins with its running head and ends with its foot.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allegata.model.document import Block, Region
from allegata.stages.convert.page_furniture import find_furniture, is_at_top
from allegata.stages.convert.printed import PrintedLine

_ITEM = re.compile(r"(?:[-–—•*·▪◦‣\uf0b7]\s*\S|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,6})[.)]\s+\S)")
_PARAGRAPH_GAP = 0.75  # of the line height, between two lines of different paragraphs
_WIDEST_GAP = 2.0  # of the line height, between two lines of one sentence
_INDENT = 1.0  # of the font size
_ENDED = re.compile(
    r"[.!?:;…。！？؟؛۔]['\"’”»)\]]{0,3}\s*(?:\d{1,3})?$"
)  # a footnote mark may follow
_FULL = 0.85  # of the width of full lines: a line that ended because the margin came
# "1 See S/2031/5.", "* Reissued", "a/ Ibid."; a number alone may stand above its line
_FOOTNOTE = re.compile(r"(?:\*{1,3}|[†‡§]|\d{1,3}|[a-z])(?:/|\s)\s*\S|\d{1,3}$")
_SMALL = 0.93  # of the body's font size
_RULE = re.compile(r"[_\-–—‗=]{4,}")


def lay_out(
    lines: Sequence[PrintedLine], heights: Mapping[int, float], *, layer: str = "t0"
) -> tuple[str, tuple[Region, ...], tuple[Block, ...]]:
    """Return the text, one region a line (or a word that OCR read) and one block a paragraph.

    ``heights`` are those of the pages, in the unit of the lines' boxes, by number.
    """
    text: list[str] = []
    regions: list[Region] = []
    blocks: list[Block] = []
    at = 0
    for paragraph in _read_through(lines, heights):
        start = at
        for line in paragraph.lines:
            regions.extend(_regions(line, at))
            text.append(line.text)
            at += len(line.text) + 1
        blocks.append(Block(layer, start, at - 1, paragraph.kind))
        text[-1] += "\n"
        at += 1
    return "\n".join(text).rstrip("\n"), tuple(regions), tuple(blocks)


def _regions(line: PrintedLine, at: int) -> Iterable[Region]:
    if not line.words:
        yield Region(at, at + len(line.text), page=line.page, box=line.box)
    for word in line.words:
        yield Region(
            at + word.start, at + word.end, line.page, word.box, confidence=word.confidence
        )


@dataclass(slots=True)
class _Paragraph:
    lines: list[PrintedLine]
    kind: str = "paragraph"

    @property
    def page(self) -> int:
        """The page on which it ends."""
        return self.lines[-1].page


@dataclass(frozen=True, slots=True)
class _Spacing:
    """How a page is set: the gap that most lines keep, the width of full lines, the font size."""

    gap: float
    width: float
    size: float


def _read_through(
    lines: Sequence[PrintedLine], heights: Mapping[int, float]
) -> Iterable[_Paragraph]:
    """Yield the paragraphs in reading order, those that go on over a page whole."""
    furniture = find_furniture(lines, heights)
    spacing = _spacing([line for line in lines if line not in furniture])
    through = _Through(spacing)
    for _, on_page in itertools.groupby(lines, key=lambda line: line.page):
        page = list(on_page)
        heads = [x for x in page if x in furniture and not x.noise and is_at_top(x, heights)]
        feet = [x for x in page if x in furniture and x not in heads]
        body = _paragraphs([x for x in page if x not in furniture], spacing)
        _mark_footnotes(body, spacing)
        yield from through.add(_groups(heads), body, _groups(feet))
    yield from through.end()


class _Through:
    """Gives out paragraphs page by page, and holds back the last of each, which may go on."""

    def __init__(self, spacing: Mapping[int, _Spacing]) -> None:
        self._spacing = spacing
        self._open: _Paragraph | None = None
        self._after: list[_Paragraph] = []  # what comes after the paragraph that is held back

    def add(
        self,
        heads: Sequence[_Paragraph],
        body: Sequence[_Paragraph],
        feet: Sequence[_Paragraph],
    ) -> Iterable[_Paragraph]:
        """Take the next page, and yield what is complete."""
        notes = [item for item in body if item.kind == "footnote"]
        text = [item for item in body if item.kind != "footnote"]
        if self._open and text and _goes_over(self._open, text[0], self._spacing):
            self._open.lines += text.pop(0).lines
            self._after += heads
        else:
            yield from self.end()
            yield from heads
        if text:
            yield from self.end()
            yield from text[:-1]
            self._open = text[-1]
        self._after += [*notes, *feet]

    def end(self) -> Iterable[_Paragraph]:
        """Yield what was held back."""
        if self._open:
            yield self._open
        yield from self._after
        self._open, self._after = None, []


def _groups(furniture: Sequence[PrintedLine]) -> list[_Paragraph]:
    """Return furniture as blocks of lines that stand together; noise apart."""
    return [
        _Paragraph(list(same), "furniture")
        for _, same in itertools.groupby(furniture, key=lambda line: line.noise)
    ]


def _spacing(lines: Sequence[PrintedLine]) -> dict[int, _Spacing]:
    gaps: dict[int, list[float]] = defaultdict(lambda: [0.0])
    widths: dict[int, float] = defaultdict(float)
    sizes: dict[int, list[float]] = defaultdict(list)
    for last, line in itertools.pairwise(lines):
        if line.page == last.page and line.box.y0 - last.box.y1 > 0:
            gaps[line.page].append(line.box.y0 - last.box.y1)
    for line in lines:
        widths[line.page] = max(widths[line.page], line.box.x1 - line.box.x0)
        sizes[line.page] += [line.size] * len(line.text)
    return {
        page: _Spacing(
            sorted(gaps[page])[len(gaps[page]) // 3],
            width,
            sorted(sizes[page])[len(sizes[page]) // 2],
        )
        for page, width in widths.items()
    }


def _paragraphs(lines: Sequence[PrintedLine], spacing: Mapping[int, _Spacing]) -> list[_Paragraph]:
    paragraphs: list[_Paragraph] = []
    for line in lines:
        if paragraphs and not _starts(paragraphs[-1].lines, line, spacing[line.page]):
            paragraphs[-1].lines.append(line)
        else:
            paragraphs.append(
                _Paragraph([line], "list_item" if _ITEM.match(line.text) else "paragraph")
            )
    return paragraphs


def _starts(paragraph: Sequence[PrintedLine], line: PrintedLine, spacing: _Spacing) -> bool:
    """Say whether the line starts a new paragraph after this one."""
    last = paragraph[-1]
    height = max(last.box.y1 - last.box.y0, line.box.y1 - line.box.y0)
    gap = line.box.y0 - last.box.y1
    if gap < -2 * height:
        return True
    wide = gap > _PARAGRAPH_GAP * height and not _is_double_spaced(last, gap, spacing)
    if wide and not (gap < _WIDEST_GAP * height and _goes_on(last, line)):
        return True
    if _ITEM.match(line.text) or abs(line.size - last.size) > 0.15 * last.size:
        return True
    indent = line.box.x0 - last.box.x0
    # A second line further in is a hanging paragraph; a later one further in is a first line.
    return len(paragraph) > 1 and indent > _INDENT * line.size and _is_flush(last, paragraph)


def _is_double_spaced(last: PrintedLine, gap: float, spacing: _Spacing) -> bool:
    """Say whether a wide gap is the page's usual one, after a line that runs to the margin."""
    return gap <= 1.3 * spacing.gap and last.box.x1 - last.box.x0 > _FULL * spacing.width


def _goes_on(last: PrintedLine, line: PrintedLine) -> bool:
    """Say whether a sentence goes on from one line to the next, by its letters."""
    return line.text[:1].islower() and not _ENDED.search(last.text)


def _is_flush(last: PrintedLine, paragraph: Sequence[PrintedLine]) -> bool:
    """Say whether the last line starts where the others do (else it is centred or a table)."""
    return abs(last.box.x0 - min(line.box.x0 for line in paragraph)) < last.size


def _mark_footnotes(body: Sequence[_Paragraph], spacing: Mapping[int, _Spacing]) -> None:
    """Mark the last paragraphs of a page that are notes, and the rule above them."""
    for at in range(len(body)):
        below_rule = at > 0 and _is_rule(body[at - 1])
        if _are_notes(body[at:], spacing, below_rule=below_rule and 2 * at > len(body)):
            for paragraph in body[at - 1 if below_rule else at :]:
                paragraph.kind = "footnote"
            return


def _are_notes(
    rest: Sequence[_Paragraph], spacing: Mapping[int, _Spacing], *, below_rule: bool
) -> bool:
    """Say whether these paragraphs, the last of a page, are notes: marked, and small or ruled."""
    if not _FOOTNOTE.match(rest[0].lines[0].text):
        return False
    lines = [line for paragraph in rest for line in paragraph.lines]
    return below_rule or all(line.size < _SMALL * spacing[line.page].size for line in lines)


def _is_rule(paragraph: _Paragraph) -> bool:
    return len(paragraph.lines) == 1 and bool(_RULE.fullmatch(paragraph.lines[0].text))


def _goes_over(open_one: _Paragraph, first: _Paragraph, spacing: Mapping[int, _Spacing]) -> bool:
    """Say whether the last paragraph of a page goes on with the first of the next one."""
    last, line = open_one.lines[-1], first.lines[0]
    if line.page != last.page + 1 or _ENDED.search(last.text) or _ITEM.match(line.text):
        return False
    if abs(line.size - last.size) > 0.15 * last.size:
        return False
    start = line.text.lstrip("'\"‘“«(")[:1]
    if start.islower() or last.text.endswith("-"):
        return True
    return last.box.x1 - last.box.x0 > _FULL * spacing[last.page].width
