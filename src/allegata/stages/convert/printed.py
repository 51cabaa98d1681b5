"""A printed line of a page, read from a text layer or by OCR: what pages are laid out from.

>>> PrintedLine(1, "Two", Box(72, 60, 90, 72), 12.0).words
()
"""

from dataclasses import dataclass

from allegata.model.document import Box


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """A word of a line that OCR read: ``start..end`` in the line's text."""

    start: int
    end: int
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """``size`` is the font size; boxes are in the page's own unit, from its top left.

    ``hidden``: invisible ink, or off the page. ``unmapped``: glyphs whose character the file does
    not tell. ``words`` are given where OCR read the line; ``noise``: it hardly read text at all.
    """

    page: int
    text: str
    box: Box
    size: float
    hidden: bool = False
    unmapped: int = 0
    words: tuple[PrintedWord, ...] = ()
    noise: bool = False


def around(boxes: "list[Box]") -> Box:
    """Return the box that holds these boxes.

    >>> around([Box(0, 5, 2, 6), Box(1, 1, 9, 2)])
    Box(x0=0, y0=1, x1=9, y1=6)
    """
    return Box(
        min(box.x0 for box in boxes),
        min(box.y0 for box in boxes),
        max(box.x1 for box in boxes),
        max(box.y1 for box in boxes),
    )
