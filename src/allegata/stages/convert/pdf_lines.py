"""A page of a PDF to its printed lines, as PDFium sees them: text and box, in reading order.

Boxes are in points from the top left of the page as it is shown (crop and rotation applied).
"""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from allegata.model.document import Box
from allegata.stages.convert.printed import PrintedLine

_LINE_END_HYPHEN = 0x02  # PDFium's sign for a hyphen that breaks a word; it drops the line end
_INVISIBLE = 3  # a text render mode: the words that an OCR program lays over a picture
_EVERY = 6  # characters of a line, of which one is asked for its place: asking costs most
_FINE = 100  # device units a point, so that whole numbers are exact enough


def read_lines(page: pypdfium2.PdfPage, number: int) -> list[PrintedLine]:
    """Return the lines of the page that has this number (from 1)."""
    textpage = page.get_textpage()
    try:
        width, height = page.get_size()
        shape = _Shape(page.raw, width, height)
        lines = (_line(textpage.raw, chars, number, shape) for chars in _lines(textpage.raw))
        return [line for line in lines if line is not None]
    finally:
        textpage.close()


@dataclass(frozen=True, slots=True)
class _Shape:
    page: object
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return a point of the page's own space as points from its top left."""
        across, down = ctypes.c_int(), ctypes.c_int()
        size = (round(self.width * _FINE), round(self.height * _FINE))
        pdfium.FPDF_PageToDevice(self.page, 0, 0, *size, 0, x, y, across, down)
        return across.value / _FINE, down.value / _FINE

    def holds(self, box: Box) -> bool:
        """Say whether the middle of the box lies on the page."""
        across, down = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
        return 0 <= across <= self.width and 0 <= down <= self.height


def _lines(textpage: object) -> Iterator[list[tuple[int, int]]]:
    """Yield each line as (index of the character in PDFium, code) pairs."""
    line: list[tuple[int, int]] = []
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        code = pdfium.FPDFText_GetUnicode(textpage, index)
        if code == _LINE_END_HYPHEN:
            line.append((index, ord("-")))
        elif code not in (0x0A, 0x0D):
            line.append((index, code))
            continue
        yield line
        line = []
    yield line


def _line(
    textpage: object, chars: list[tuple[int, int]], number: int, shape: _Shape
) -> PrintedLine | None:
    text = _text(chars)
    shown = [index for index, code in chars if code > 0x20]
    if not text.strip() or not shown:
        return None
    some = shown[::_EVERY]
    boxes = [_box(textpage, index) for index in (*some, shown[-1])]
    x0, y0 = shape.point(min(box[0] for box in boxes), max(box[3] for box in boxes))
    x1, y1 = shape.point(max(box[2] for box in boxes), min(box[1] for box in boxes))
    box = Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    first = shown[0]
    unmapped = sum(1 for i in some if pdfium.FPDFText_HasUnicodeMapError(textpage, i) == 1)
    return PrintedLine(
        page=number,
        text=text.strip(),
        box=box,
        size=float(pdfium.FPDFText_GetFontSize(textpage, first)),
        hidden=_is_invisible(textpage, first) or not shape.holds(box),
        unmapped=min(unmapped * _EVERY, len(shown)),
    )


def _text(chars: list[tuple[int, int]]) -> str:
    """Return the line's text; a pair of UTF-16 halves is one character, a lone half is U+FFFD."""
    units = b"".join(code.to_bytes(2, "little") for _, code in chars if 0 < code < 0xFFFE)
    return units.decode("utf-16-le", "replace")


def _box(textpage: object, index: int) -> tuple[float, float, float, float]:
    """Return left, bottom, right, top of a character, with the height of its font."""
    rect = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(textpage, index, rect):
        return 0.0, 0.0, 0.0, 0.0
    return rect.left, rect.bottom, rect.right, rect.top


def _is_invisible(textpage: object, index: int) -> bool:
    found = pdfium.FPDFText_GetTextObject(textpage, index)
    return bool(found) and pdfium.FPDFTextObj_GetTextRenderMode(found) == _INVISIBLE
