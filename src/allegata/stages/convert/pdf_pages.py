"""One page of a PDF as its text layer gives it: its lines, and what is doubtful of them.

PDFium reads the text. Pages whose script is not Latin, and those with odd letters, are read a
second time by place (``pdf_glyphs``), and the numbers of both are compared. Right-to-left text is
taken from the second reader, which tells its order.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pypdfium2

from allegata.stages.convert.pdf_glyphs import GlyphReader
from allegata.stages.convert.pdf_lines import read_lines
from allegata.stages.convert.pdf_pictures import pictures_on
from allegata.stages.convert.pdf_rtl import is_rtl, numbers_of, order_lines
from allegata.stages.convert.pdf_second import is_latin, same_digits
from allegata.stages.convert.pdf_shift import find_shift, is_misread_alphabet
from allegata.stages.convert.printed import PrintedLine

_GARBLED = 0.2  # of a page's characters
_FEW = 400  # characters; a page with more is text, whatever pictures it has
_MOSTLY = 0.5
_ODD = 0.005  # of a page's characters: a second reader is asked


@dataclass(frozen=True, slots=True)
class PdfPage:
    """``pictures`` and ``covered`` (share of the page) are looked for where there is little text.

    ``garbled``: the file does not tell which characters it shows; ``shifted``: it tells the wrong
    ones; ``uncertain``: two readers see different numbers; ``unordered``: the order of
    right-to-left text is not known.
    """

    number: int
    height: float = 1.0
    lines: tuple[PrintedLine, ...] = ()
    damaged: bool = False
    pictures: int = 0
    covered: float = 0.0
    garbled: bool = False
    shifted: bool = False
    uncertain: bool = False
    unordered: bool = False

    @property
    def characters(self) -> int:
        """How many characters its text has."""
        return sum(len(line.text) for line in self.lines)

    @property
    def hidden(self) -> float:
        """The share of the text that a reader of the page does not see."""
        hidden = sum(len(line.text) for line in self.lines if line.hidden)
        return hidden / self.characters if self.lines else 0.0


def read_page(document: pypdfium2.PdfDocument, number: int, second: GlyphReader) -> PdfPage:
    """Return the page with this number (from 1)."""
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        return PdfPage(number, damaged=True)
    try:
        height = page.get_height()
        lines = read_lines(page, number)
        little = sum(len(line.text) for line in lines if not line.hidden) < _FEW
        pictures = pictures_on(page) if little or any(line.hidden for line in lines) else (0, 0.0)
    except pypdfium2.PdfiumError:
        return PdfPage(number, damaged=True)
    finally:
        page.close()
    return _judged(
        PdfPage(number, height, tuple(lines), pictures=pictures[0], covered=pictures[1]), second
    )


def _judged(page: PdfPage, second: GlyphReader) -> PdfPage:
    """Return the page with what is odd of its letters, right-to-left text in order."""
    text = "\n".join(line.text for line in page.lines)
    strange = _strange(page.lines)
    if strange > _GARBLED * len(text):
        return replace(page, garbled=True)
    if is_misread_alphabet(text) or find_shift(text) is not None:
        return replace(page, shifted=True)
    if is_rtl(text):
        return _read_rtl(page, second)
    if strange > _ODD * len(text) or not is_latin(text):
        glyphs = second.read(page.number)
        return replace(page, uncertain=bool(glyphs) and not same_digits(page.lines, glyphs or ()))
    return page


def _read_rtl(page: PdfPage, second: GlyphReader) -> PdfPage:
    """Return the page with its lines by place, unless they cannot be had."""
    glyphs = second.read(page.number)
    ordered = order_lines(glyphs, page.number) if glyphs else []
    if not ordered:
        return replace(page, unordered=True)
    one, other = (numbers_of("\n".join(x.text for x in found)) for found in (page.lines, ordered))
    hidden = page.hidden > _MOSTLY
    lines = tuple(replace(line, hidden=hidden) for line in ordered)
    return replace(page, lines=lines, uncertain=one != other)


def _strange(lines: Iterable[PrintedLine]) -> int:
    """Count characters that the file does not tell: unmapped, or of nobody's alphabet."""
    shown = tuple(lines)
    text = "".join(line.text for line in shown)
    private = sum(1 for char in text if "\ue000" <= char <= "\uf8ff" or char == "\ufffd")
    return max(private, sum(line.unmapped for line in shown))
