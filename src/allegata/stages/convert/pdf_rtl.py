"""Lines of a page with Arabic or Hebrew: glyphs by their place, turned into reading order.

A PDF draws glyphs where they stand, so right-to-left text comes out of most readers reversed or
scrambled, and digits with it. Here the glyphs of a line are put in order from left to right and the
Unicode bidirectional algorithm, which is its own inverse for this, gives the reading order.
Numbers are then compared with the other engine's.

>>> numbers_of("٢٣ killed, 2 hurt")
Counter({'23': 1, '2': 1})
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bidi import get_display  # the one that knows that brackets go together

from allegata.model.document import Box
from allegata.stages.convert.printed import PrintedLine, around

_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_FORMS = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]")  # letters as shapes; nothing else is folded
_DIGITS = re.compile(r"\d+")
_ARABIC_MARK = "\u061c"
_BRACKETS = ("()", "[]", "{}", "«»", "‹›")
_TWICE = 0.25  # of a letter's width, between it and itself printed again
_GAP = 0.18  # of the font size; a wider gap between glyphs is a blank


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn glyph: its text (a ligature has more than one letter) and place, in points."""

    text: str
    box: Box
    size: float


def is_rtl(text: str) -> bool:
    """Say whether a twentieth of the letters run from right to left."""
    letters = sum(1 for char in text if char.isalpha())
    return len(_RTL.findall(text)) > 0.05 * letters


def numbers_of(text: str) -> "Counter[str]":
    """Return the numbers of a text, in ASCII digits, with how often each stands there."""
    return Counter(
        "".join(str(unicodedata.decimal(digit)) for digit in number)
        for number in _DIGITS.findall(text)
    )


def order_lines(glyphs: Iterable[Glyph], page: int) -> list[PrintedLine]:
    """Return the lines of a page in reading order, top to bottom."""
    rows = _rows([glyph for glyph in glyphs if glyph.text.strip("\0 \t\r\n\xa0")])
    page_is_rtl = is_rtl_mostly("".join(glyph.text for row in rows for glyph in row))
    visual = [_visual(row) for row in rows]
    bases = [_direction(line, page_is_rtl=page_is_rtl) for line in visual]
    texts = _turned(visual, bases)
    return [_line(row, text, page) for row, text in zip(rows, texts, strict=True)]


def _turned(visual: Sequence[str], bases: Sequence[str]) -> list[str]:
    """Return lines in reading order.

    In right-to-left text some programs note the bracket that is drawn, others the one that is
    meant. Brackets are first made those that are drawn, then turned with the text and made those
    that are meant.
    """
    # A number at the end of a right-to-left line stands after Arabic, as a mark has to say where
    # the line is turned: "15%" is drawn with its sign at the other side then.
    marked = [
        _ARABIC_MARK + line if base == "R" else line
        for line, base in zip(close_brackets(visual), bases, strict=True)
    ]
    pairs = zip(marked, bases, strict=True)
    turned = [str(get_display(line, base_dir=base)) for line, base in pairs]
    return close_brackets([line.replace(_ARABIC_MARK, "") for line in turned])


def close_brackets(lines: Sequence[str]) -> list[str]:
    """Return the lines of a page with brackets that open and close.

    A pair that closes before it opens is turned round. So is a single bracket beside right-to-left
    text, whose other half stands on another line, if most pairs beside such text had to be.

    >>> close_brackets(["القرار )2031( و", "مدنيا )أ", "S/RES/9 (2031)"])
    ['القرار (2031) و', 'مدنيا (أ', 'S/RES/9 (2031)']
    """
    found = [[_pairs(line, pair) for pair in _BRACKETS] for line in lines]
    inverted = sum(len(pairs.inverted) for line in found for pairs in line)
    right = sum(pairs.right for line in found for pairs in line)
    closed = []
    for line, kinds in zip(lines, found, strict=True):
        chars = list(line)
        for pairs, pair in zip(kinds, _BRACKETS, strict=True):
            single = [at for at in pairs.single if inverted > right and _is_beside_rtl(line, at)]
            for at in (*(at for both in pairs.inverted for at in both), *single):
                chars[at] = pair[1 - pair.index(chars[at])]
        closed.append("".join(chars))
    return closed


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Brackets of one kind in a line: ``right`` counts those that open and close beside RTL text.

    ``inverted``: where pairs stand that close and then open. ``single``: where others stand.
    """

    right: int
    inverted: tuple[tuple[int, int], ...]
    single: tuple[int, ...]


def _pairs(line: str, pair: str) -> _Pairs:
    right = 0
    inverted: list[tuple[int, int]] = []
    opened: list[int] = []
    closed: list[int] = []
    for at, char in enumerate(line):
        if char == pair[0]:
            if closed:
                inverted.append((closed.pop(), at))
            else:
                opened.append(at)
        elif char == pair[1]:
            if opened:
                right += _is_beside_rtl(line, opened.pop())
            else:
                closed.append(at)
    return _Pairs(right, tuple(inverted), (*opened, *closed))


def _is_beside_rtl(line: str, at: int) -> bool:
    """Say whether the nearest letter before this place, or else after it, runs right to left."""
    near = next((c for c in reversed(line[:at]) if c.isalpha()), None)
    near = near or next((c for c in line[at:] if c.isalpha()), None)
    return near is not None and bool(_RTL.match(near))


def is_rtl_mostly(text: str) -> bool:
    """Say whether most letters of the text run from right to left."""
    return 2 * len(_RTL.findall(text)) > sum(1 for char in text if char.isalpha())


def _rows(glyphs: list[Glyph]) -> list[list[Glyph]]:
    """Gather glyphs into lines by the height of their middles."""
    rows: list[list[Glyph]] = []
    middle = 0.0
    for glyph in sorted(glyphs, key=_middle):
        at = _middle(glyph)
        if rows and at - middle < 0.45 * glyph.size:
            rows[-1].append(glyph)
            middle += (at - middle) / len(rows[-1])
        else:
            rows.append([glyph])
            middle = at
    return rows


def _middle(glyph: Glyph) -> float:
    return (glyph.box.y0 + glyph.box.y1) / 2


def _visual(row: Sequence[Glyph]) -> str:
    """Return the text of a row from left to right."""
    visual = ""
    end: float | None = None
    for glyph in _by_place(row):
        if end is not None and glyph.box.x0 - end > _GAP * glyph.size:
            visual += " "
        # A ligature is one glyph of several letters, told in reading order: turn it with the rest.
        visual += (
            glyph.text[::-1] if len(glyph.text) > 1 and _RTL.search(glyph.text) else glyph.text
        )
        end = max(end or 0.0, glyph.box.x1)
    return visual


def _line(row: Sequence[Glyph], text: str, page: int) -> PrintedLine:
    text = " ".join(_FORMS.sub(_fold, text).split())
    return PrintedLine(page, text, around([glyph.box for glyph in row]), row[0].size)


def _direction(visual: str, *, page_is_rtl: bool) -> str:
    """Return the base direction of a line, ``R`` or ``L``.

    On an Arabic page an Arabic sentence may carry long names in Latin letters, and a line may hold
    only numbers and brackets: both run from right to left.
    """
    letters = sum(1 for char in visual if char.isalpha())
    share = len(_RTL.findall(visual)) / letters if letters else float(page_is_rtl)
    return "R" if share >= (0.25 if page_is_rtl else 0.5) else "L"


def _by_place(row: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs from left to right; a vowel sign joins the letter that it stands on.

    The sign goes to the left of its letter, so that it follows it in reading order.
    """
    letters = _once(sorted((g for g in row if not _is_sign(g)), key=lambda g: g.box.x0))
    for sign in (g for g in row if _is_sign(g)):
        middle = (sign.box.x0 + sign.box.x1) / 2
        place = next((i for i, g in enumerate(letters) if g.box.x1 > middle), len(letters))
        letters.insert(place, Glyph(sign.text, _at_edge(letters, place, sign.box), sign.size))
    return letters


def _once(letters: Sequence[Glyph]) -> list[Glyph]:
    """Return letters without those that were printed a second time, for weight."""
    kept: list[Glyph] = []
    for glyph in letters:
        near = _TWICE * (glyph.box.x1 - glyph.box.x0)
        if not any(
            other.text == glyph.text and glyph.box.x0 - other.box.x0 < near for other in kept[-3:]
        ):
            kept.append(glyph)
    return kept


def _at_edge(letters: Sequence[Glyph], place: int, box: Box) -> Box:
    """Return a box without width at the left edge of the letter, so that no blank comes between."""
    at = letters[place].box.x0 if place < len(letters) else box.x0
    return Box(at, box.y0, at, box.y1)


def _is_sign(glyph: Glyph) -> bool:
    folded = _FORMS.sub(_fold, glyph.text)
    return all(unicodedata.category(char) == "Mn" for char in folded)


def _fold(shape: "re.Match[str]") -> str:
    """Return the letters of a shape; a sign that stands alone is folded with a blank before it."""
    return unicodedata.normalize("NFKC", shape.group()).lstrip(" ")
