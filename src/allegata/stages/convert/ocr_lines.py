"""The words of a picture to the printed lines of its page, in the page's own unit.

>>> words = (PictureWord("Two", Box(300, 300, 390, 340), 0.9, 0),)
>>> lines = lines_of(PictureText(words), page=1, size=(2550, 3300), scale=0.24)
>>> lines[0].text, lines[0].words[0].box
('Two', Box(x0=72.0, y0=72.0, x1=93.6, y1=81.6))
"""

import statistics

from allegata.model.document import Box
from allegata.model.pictures import PictureText, PictureWord
from allegata.stages.convert.ocr_rows import Row, set_in_rows
from allegata.stages.convert.printed import PrintedLine, PrintedWord, around

_LEAST, _MOST = 0.5, 1.7  # of the usual height of words: a line of the page's usual print


def lines_of(
    text: PictureText, *, page: int, size: tuple[int, int], scale: float
) -> list[PrintedLine]:
    """Return the lines of a picture of this size (pixels) whose pixels are ``scale`` units.

    The words' boxes are of the page as it is; where it was turned to be read, the lines' boxes are
    of the page as it was turned.
    """
    if not text.words:
        return []
    height = size[0] if text.turned in (90, 270) else size[1]
    unit = statistics.median(word.box.y1 - word.box.y0 for word in text.words)
    return [
        _line(row, unit, page=page, scale=scale, turned=text.turned, size=size)
        for row in set_in_rows(text.words, height=height)
    ]


def _line(
    row: Row, unit: float, *, page: int, scale: float, turned: int, size: tuple[int, int]
) -> PrintedLine:
    at = 0
    words = []
    for word in row.words:
        box = _scaled(_turned_back(word.box, turned, size), scale)
        words.append(PrintedWord(at, at + len(word.text), box, word.confidence))
        at += len(word.text) + 1
    box, print_size = _even(row.words, unit)
    return PrintedLine(
        page,
        " ".join(word.text for word in row.words),
        _scaled(box, scale),
        round(print_size * scale, 2),
        words=tuple(words),
        noise=row.noise,
    )


def _even(words: tuple[PictureWord, ...], unit: float) -> tuple[Box, float]:
    """Return the line's box and size as if all lines of usual print were equally high.

    A line without capitals is lower than its neighbours, and would seem to stand apart.
    """
    box = around([word.box for word in words])
    height = statistics.median(word.box.y1 - word.box.y0 for word in words)
    if not _LEAST * unit < height < _MOST * unit:
        return box, height
    middle = statistics.median((word.box.y0 + word.box.y1) / 2 for word in words)
    return Box(box.x0, middle - 0.6 * unit, box.x1, middle + 0.6 * unit), unit


def _scaled(box: Box, scale: float) -> Box:
    return Box(*(round(side * scale, 2) for side in (box.x0, box.y0, box.x1, box.y1)))


def _turned_back(box: Box, turned: int, size: tuple[int, int]) -> Box:
    """Return a box of the turned picture as a box of the picture of this size.

    >>> _turned_back(Box(0, 0, 10, 20), 90, (100, 200))
    Box(x0=0, y0=190, x1=20, y1=200)
    """
    width, height = size
    if turned == 90:
        return Box(box.y0, height - box.x1, box.y1, height - box.x0)
    if turned == 180:
        return Box(width - box.x1, height - box.y1, width - box.x0, height - box.y0)
    if turned == 270:
        return Box(width - box.y1, box.x0, width - box.y0, box.x1)
    return box
