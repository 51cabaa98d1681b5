"""Which lines of pages are furniture: running heads and feet, page and job numbers, bar codes.

In: the lines of a document with the heights of its pages. Out: those that are no part of the text.
What is repeated at the top or foot of pages is furniture, and so is what only numbers a page or
names the document there; what OCR took from emblems and stamps too.

>>> foot = [PrintedLine(page, f"{page}/2", Box(50, 780, 60, 790), 10.0) for page in (1, 2)]
>>> len(find_furniture(foot, {1: 800.0, 2: 800.0}))
2
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from allegata.model.document import Box
from allegata.stages.convert.printed import PrintedLine

_MARGIN = 0.12  # of the page's height, at its top and foot, where running heads stand
_SAME_HEIGHT = 4.0  # points of a page that is 792 high
_USUAL_HEIGHT = 792.0
_MOST_COMPARED = 40
# The last alternatives are the "continued" mark of United Nations documents, and what its last
# dots are for an OCR program.
_PAGE_NUMBER = re.compile(
    r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*(?:(?:/|of|de|из|sur)\s*\d{1,4})?\s*[-–—]?|/\s?\.(?:\s?\.){0,3}",
    re.IGNORECASE,
)
# Such as 17-01779 (E) 060217, or 2/19 17-01779, or 93-46921 4112h (E) 260893 with the mark "/..."
_JOB = re.compile(
    r"(?:\d{1,4}/\d{1,4}\s+)?\d{2}-{1,2}\d{5}\b(?:\s+\d{3,4}\w)?(?:\s*\([A-Z]{1,2}\))?"
    r"(?:\s+\d{6}){0,4}(?:\s+\d{1,4}/\d{1,4})?(?:\s*/?[.\s]{0,6})?"
)
_DATES = re.compile(r"\d{6}(?:\s+\d{6})*")  # processing dates alone, stamped
_BAR_CODE = re.compile(r"\*?\d{7,9}[A-Z]?\*|\*\d{7,9}[A-Z]?\*?")
_SYMBOLS = re.compile(r"(?:[^\W_]{1,4}|[$§])/\S{1,40}(?:\s*[-–—]?\s*[^\W_]{1,4}/\S{1,40})?")
_ONE_WORD = re.compile(r"[^\W\d_]{1,12}\.?(?:\s?\d{1,4}\s?[^\W\d_]?)?")  # a language, a page's name


def find_furniture(
    lines: Sequence[PrintedLine], heights: Mapping[int, float]
) -> frozenset[PrintedLine]:
    """Return the lines that are furniture; ``heights`` are those of the pages, by number."""
    edges = [line for line in lines if is_at_top(line, heights) or is_at_foot(line, heights)]
    found = set(_repeated(edges, heights))
    found.update(line for line in lines if line.noise)
    for line in edges:
        if _PAGE_NUMBER.fullmatch(line.text) or (is_at_foot(line, heights) and _is_foot(line.text)):
            found.add(line)
    found.update(_heads(edges, heights))
    return frozenset(found)


def is_at_top(line: PrintedLine, heights: Mapping[int, float]) -> bool:
    """Say whether the line stands in the upper margin of its page."""
    return line.box.y1 < _MARGIN * heights[line.page]


def is_at_foot(line: PrintedLine, heights: Mapping[int, float]) -> bool:
    """Say whether the line stands in the lower margin of its page."""
    return line.box.y0 > (1 - _MARGIN) * heights[line.page]


def _repeated(edges: Iterable[PrintedLine], heights: Mapping[int, float]) -> Iterable[PrintedLine]:
    """Yield lines that stand at the same height on another page, numbers aside."""
    seen: dict[str, list[PrintedLine]] = defaultdict(list)
    for line in edges:
        seen[re.sub(r"\d+", "#", line.text)].append(line)
    for same in seen.values():
        for line in same:
            scale = heights[line.page] / _USUAL_HEIGHT
            if any(
                other.page != line.page and _level(line.box, other.box) < _SAME_HEIGHT * scale
                for other in same[:_MOST_COMPARED]
            ):
                yield line


def _level(one: Box, other: Box) -> float:
    return abs(one.y0 - other.y0)


def _is_foot(text: str) -> bool:
    """Say whether a line at the foot is a job number, its dates or a bar code.

    >>> _is_foot("17-01779 (E) 060217"), _is_foot("*1701779*"), _is_foot("27 killed")
    (True, True, False)
    """
    return any(shape.fullmatch(text) for shape in (_JOB, _DATES, _BAR_CODE))


def _heads(edges: Iterable[PrintedLine], heights: Mapping[int, float]) -> Iterable[PrintedLine]:
    """Yield the lines of running heads: symbols, then perhaps a language and a page number.

    They stand at the very top of a page; a first page's masthead is no running head.
    """
    tops: dict[int, list[PrintedLine]] = defaultdict(list)
    for line in edges:
        if line.page > 1 and is_at_top(line, heights):
            tops[line.page].append(line)
    for top in tops.values():
        named = False
        for line in sorted(top, key=lambda one: one.box.y0):
            named = named or is_symbols(line.text)
            if not (named and _is_head(line.text)):
                break
            yield line


def is_symbols(text: str) -> bool:
    """Say whether a line at the top of a page is nothing but document symbols, slips and all.

    >>> is_symbols("S/2031/95/Rev.1"), is_symbols("$/24848"), is_symbols("S/2031/95 was read out")
    (True, True, False)
    """
    return _SYMBOLS.fullmatch(text) is not None and any(char.isdigit() for char in text)


def _is_head(text: str) -> bool:
    """Say whether a line can stand in a running head: symbols, one word, one word and a number.

    >>> _is_head("English"), _is_head("Page 2"), _is_head("第2页"), _is_head("Two were hurt")
    (True, True, True, False)
    """
    return is_symbols(text) or _ONE_WORD.fullmatch(text) is not None
