"""The one door to pdfplumber: the glyphs of a page with their places.

pdfplumber keeps right-to-left glyphs where they stand, which PDFium does not tell. It is slower and
reads fewer files, so it is asked only for pages with such text and may fail: then None comes back.
"""

import io
import logging

import pdfplumber
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

from allegata.model.document import Box
from allegata.stages.convert.pdf_rtl import Glyph

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # its warnings quote the document

# What pdfminer lets through on files that break the rules, besides its own errors.
_FAILURES = (
    PDFException,
    PSException,
    PdfminerException,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)


def read_glyphs(content: bytes, number: int) -> tuple[Glyph, ...] | None:
    """Return the glyphs of the page with this number (from 1), or None if it cannot be read."""
    try:
        with pdfplumber.open(io.BytesIO(content), pages=[number]) as document:
            if not document.pages:
                return None
            page = document.pages[0]
            left, top = page.cropbox[0] - page.bbox[0], page.cropbox[1] - page.bbox[1]
            return tuple(_glyph(char, left, top) for char in page.chars)
    except _FAILURES:
        return None


def _glyph(char: dict[str, object], left: float, top: float) -> Glyph:
    x0, x1, y0, y1 = (float(str(char[key])) for key in ("x0", "x1", "top", "bottom"))
    box = Box(x0 - left, y0 - top, x1 - left, y1 - top)
    return Glyph(str(char["text"]), box, float(str(char["size"])))
