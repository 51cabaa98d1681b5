"""The text layer or OCR? Which lines make the text of each page of a PDF.

In: the pages as their text layer gives them, which were to be read by OCR and why, and what was
read. Out: the lines of each page, and those that a better reading replaced. Over scans the choice
is made for all pages alike.

>>> choose([PdfPage(1)], {1: Reason.PICTURE}, {}).lines
{1: ()}
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allegata.stages.convert.ocr_pages import OcrPage
from allegata.stages.convert.ocr_quality import share_of_strange
from allegata.stages.convert.pdf_pages import PdfPage
from allegata.stages.convert.pdf_plan import Reason, scanned
from allegata.stages.convert.printed import PrintedLine

_WORSE = 2.0  # a fresh reading with so many times the strange words is not taken
_WORSE_BY = 0.01
_SURE = 0.85  # mean confidence

Lines = tuple[PrintedLine, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """``by_ocr``: pages whose text is OCR's, and why. ``scans``: those with another program's.

    ``replaced``: what lay over scans and was read anew; ``poor``: it reads badly; ``apart``: pages
    with scattered words in a picture, kept as furniture.
    """

    lines: Mapping[int, Lines]
    by_ocr: Mapping[int, Reason]
    scans: frozenset[int]
    replaced: Mapping[int, Lines]
    poor: bool
    apart: tuple[int, ...]


def choose(
    pages: Sequence[PdfPage], wanted: Mapping[int, Reason], read: Mapping[int, OcrPage]
) -> Choice:
    """Return the lines of each page."""
    poor = {number for number, reason in wanted.items() if reason is Reason.POOR}
    keep = poor if _is_worse(pages, read, poor) else set()
    by_ocr = {
        number: reason
        for number, reason in wanted.items()
        if number not in keep and number in read and read[number].has_text
    }
    typed = any(page.lines and page.number not in wanted for page in pages)
    apart = tuple(
        number for number, reason in by_ocr.items() if _is_apart(reason, read[number], typed=typed)
    )
    return Choice(
        {page.number: _lines(page, wanted, by_ocr, read, apart) for page in pages},
        by_ocr,
        scanned(pages),
        {page.number: page.lines for page in pages if by_ocr.get(page.number) is Reason.POOR},
        bool(poor),
        apart,
    )


def _lines(
    page: PdfPage,
    wanted: Mapping[int, Reason],
    by_ocr: Mapping[int, Reason],
    read: Mapping[int, OcrPage],
    apart: tuple[int, ...],
) -> Lines:
    number = page.number
    if number not in by_ocr:
        wrong = wanted.get(number) in (Reason.GARBLED, Reason.SHIFTED)
        return () if wrong else page.lines
    ocr = read[number].set_apart() if number in apart else read[number]
    return _around(page.lines, ocr.lines) if by_ocr[number] is Reason.BESIDE_TEXT else ocr.lines


def _is_apart(reason: Reason, page: OcrPage, *, typed: bool) -> bool:
    """Say whether a picture in a typed document is a map or a plan, and no page of text."""
    if reason is Reason.BESIDE_TEXT:
        return page.is_scattered
    picture = reason is Reason.PICTURE and typed
    return picture and page.is_scattered and page.confidence < _SURE


def _is_worse(pages: Sequence[PdfPage], read: Mapping[int, OcrPage], poor: set[int]) -> bool:
    """Say whether a fresh reading of scans has clearly more strange words than the text in them."""
    fresh = [
        line.text for number in poor & read.keys() for line in read[number].lines if not line.noise
    ]
    old = [line.text for page in pages if page.number in poor for line in page.lines]
    return not fresh or share_of_strange(fresh) > _WORSE * share_of_strange(old) + _WORSE_BY


def _around(letters: Lines, picture: Lines) -> Lines:
    """Return heads and captions in letters around what was read on a picture."""
    top = min(line.box.y0 for line in picture)
    above = tuple(line for line in letters if line.box.y0 < top)
    return (*above, *picture, *(line for line in letters if line not in above))
