"""The one door to pdfminer: the glyphs of a page with their places, as a second reader sees them.

It keeps right-to-left glyphs where they stand, which PDFium does not tell. It is slower and reads
fewer files, so it is asked only for some pages and may fail: then None comes back.
"""

import io
import logging
from collections.abc import Iterable, Iterator

from pdfminer.converter import PDFLayoutAnalyzer
from pdfminer.layout import LTChar, LTContainer, LTItem, LTPage
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.psexceptions import PSException
from pdfminer.utils import apply_matrix_rect

from allegata.model.document import Box
from allegata.stages.convert.pdf_rtl import Glyph

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # its warnings quote the document

# What pdfminer lets through on files that break the rules, besides its own errors.
_FAILURES = (
    PDFException,
    PSException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


class GlyphReader:
    """Reads pages of one PDF by place; the file is opened when the first page is asked for."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._pages: list[PDFPage] | None = None
        self._device = _Collector(PDFResourceManager())

    def read(self, number: int) -> tuple[Glyph, ...] | None:
        """Return the glyphs of the page with this number (from 1), or None if it cannot be read."""
        try:
            if self._pages is None:
                document = PDFDocument(PDFParser(io.BytesIO(self._content)))
                self._pages = list(PDFPage.create_pages(document))
            page = self._pages[number - 1]
            PDFPageInterpreter(self._device.rsrcmgr, self._device).process_page(page)
            return tuple(_glyphs(page, self._device.layout))
        except _FAILURES:
            self._pages = self._pages or []
            return None


class _Collector(PDFLayoutAnalyzer):
    """Keeps the glyphs of a page and passes over what is drawn beside them."""

    layout: LTPage

    def receive_layout(self, ltpage: LTPage) -> None:
        """Keep the page."""
        self.layout = ltpage

    def paint_path(self, *_: object) -> None:
        """Pass over a line or a shape."""

    def render_image(self, *_: object) -> None:
        """Pass over a picture."""


def _glyphs(page: PDFPage, layout: LTPage) -> Iterator[Glyph]:
    left, _, _, top = _shown(page)
    for char in _chars(layout):
        box = Box(char.x0 - left, top - char.y1, char.x1 - left, top - char.y0)
        yield Glyph(char.get_text(), box, float(char.size))


def _chars(item: Iterable[LTItem]) -> Iterator[LTChar]:
    for part in item:
        if isinstance(part, LTChar):
            yield part
        elif isinstance(part, LTContainer):
            yield from _chars(part)


def _shown(page: PDFPage) -> tuple[float, float, float, float]:
    """Return the crop box where the page's turned media box begins at nought."""
    x0, y0, x1, y1 = page.mediabox
    turns = {
        90: (0, -1, 1, 0, -y0, x1),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, 1, -1, 0, y1, -x0),
    }
    matrix = turns.get(page.rotate, (1, 0, 0, 1, -x0, -y0))
    sides = apply_matrix_rect(matrix, page.cropbox)
    return (float(sides[0]), float(sides[1]), float(sides[2]), float(sides[3]))
