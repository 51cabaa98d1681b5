"""Pages of a PDF as pictures: how much of one is picture, and the page in grey for OCR.

Pages are drawn at 300 dots an inch, at which Tesseract reads best; less where a page is so large
that the picture would be beyond measure.
"""

import math

import pypdfium2
import pypdfium2.raw as pdfium

from allegata.model.document import Box
from allegata.model.pictures import Picture

DPI = 300
MOST_PIXELS = 25_000_000  # an A3 page at 300 dpi has 17 million
MOST_PIXELS_A_SIDE = 12_000
_POINTS = 72.0  # an inch
_MOST_OBJECTS = 5000  # looked at on one page
_PADDING = 1.5  # points around what is wiped out


def pictures_on(page: pypdfium2.PdfPage) -> tuple[int, float]:
    """Return how many pictures a page has, and the share of it that they cover (1.0: all)."""
    width, height = page.get_size()
    count, covered = 0, 0.0
    for number, item in enumerate(page.get_objects(max_depth=4)):
        if number >= _MOST_OBJECTS:
            break
        if item.type != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        try:
            left, bottom, right, top = item.get_bounds()
        except pypdfium2.PdfiumError:
            continue
        count += 1
        across = min(right, width) - max(left, 0.0)
        down = min(top, height) - max(bottom, 0.0)
        covered += max(across, 0.0) * max(down, 0.0) / (width * height)
    return count, min(covered, 1.0)


def picture_of(page: pypdfium2.PdfPage, number: int, *, without: tuple[Box, ...] = ()) -> Picture:
    """Return the page in grey; what stands in the boxes ``without`` (points) is wiped out."""
    width, height = page.get_size()
    scale = _scale(width, height)
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
    try:
        pixels = bytearray(bitmap.width * bitmap.height)
        view = memoryview(bitmap.buffer).cast("B")
        for row in range(bitmap.height):
            start = row * bitmap.stride
            at = row * bitmap.width
            pixels[at : at + bitmap.width] = view[start : start + bitmap.width]
        size = (bitmap.width, bitmap.height)
    finally:
        bitmap.close()
    for box in without:
        _wipe(pixels, size, box, scale)
    return Picture(number, *size, round(scale * _POINTS), bytes(pixels))


def _scale(width: float, height: float) -> float:
    """Return how many pixels a point becomes.

    >>> _scale(595, 842) == DPI / 72, round(_scale(20_000, 20_000), 2)
    (True, 0.25)
    """
    by_area = math.sqrt(MOST_PIXELS / (width * height))
    return min(DPI / _POINTS, by_area, MOST_PIXELS_A_SIDE / max(width, height))


def _wipe(pixels: bytearray, size: tuple[int, int], box: Box, scale: float) -> None:
    width, height = size
    left = max(int((box.x0 - _PADDING) * scale), 0)
    right = min(int((box.x1 + _PADDING) * scale) + 1, width)
    if left >= right:
        return
    blank = b"\xff" * (right - left)
    for row in range(
        max(int((box.y0 - _PADDING) * scale), 0),
        min(int((box.y1 + _PADDING) * scale) + 1, height),
    ):
        pixels[row * width + left : row * width + right] = blank
