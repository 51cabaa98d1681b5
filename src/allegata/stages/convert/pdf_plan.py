"""Which pages of a PDF OCR is to read, and why.

Pages without text; pages whose only text is a running head over a picture; pages whose letters are
not told, or told wrong; and scans over which another OCR program laid a text that reads badly.

>>> plan([PdfPage(1), PdfPage(2)])
{1: <Reason.PICTURE: 'picture'>, 2: <Reason.PICTURE: 'picture'>}
"""

from collections.abc import Sequence
from enum import StrEnum

from allegata.stages.convert.ocr_quality import is_poor
from allegata.stages.convert.pdf_pages import PdfPage

_LITTLE = 250  # characters: heads, feet and a caption
_COVERED = 0.4  # of the page, by pictures
_MOSTLY = 0.5
_SCRAPS = 3  # pictures of words among letters that a program recognised
_SOME_HIDDEN = 0.05  # of the text: the words for which pictures stand


class Reason(StrEnum):
    """Why a page is read by OCR."""

    PICTURE = "picture"
    BESIDE_TEXT = "beside_text"  # a picture with a running head or a caption in letters
    GARBLED = "garbled"
    SHIFTED = "shifted"
    POOR = "poor"  # a scan with a bad text laid over it


def scanned(pages: Sequence[PdfPage]) -> frozenset[int]:
    """Return the numbers of the pages whose text was made by an OCR program from a scan.

    Either the page is a picture with invisible text, or a program drew the letters that it had
    recognised and pasted in pictures of the words that it had not, with invisible text below.
    """
    over = {page.number for page in pages if page.hidden >= _MOSTLY and page.covered >= _MOSTLY}
    drawn = {
        page.number for page in pages if page.hidden >= _SOME_HIDDEN and page.pictures >= _SCRAPS
    }
    with_text = [page.number for page in pages if page.lines]
    if 2 * len(drawn) >= len(with_text):
        over |= {page.number for page in pages if page.number in drawn or page.hidden > 0}
    return frozenset(over)


def is_badly_read(pages: Sequence[PdfPage], scans: frozenset[int]) -> bool:
    """Say whether the text over the scans reads badly."""
    lines = [line.text for page in pages if page.number in scans for line in page.lines]
    return bool(scans) and is_poor(lines)


def plan(pages: Sequence[PdfPage]) -> dict[int, Reason]:
    """Return the pages to read by OCR, with the reason for each."""
    scans = scanned(pages)
    poor = is_badly_read(pages, scans)
    found = {page.number: _reason(page, over=poor and page.number in scans) for page in pages}
    return {number: reason for number, reason in found.items() if reason is not None}


def _reason(page: PdfPage, *, over: bool) -> Reason | None:
    beside = page.characters < _LITTLE and page.covered >= _COVERED and not page.hidden
    found = (
        (page.garbled, Reason.GARBLED),
        (page.shifted, Reason.SHIFTED),
        (over, Reason.POOR),
        (not page.lines, Reason.PICTURE),
        (beside, Reason.BESIDE_TEXT),
    )
    if page.damaged:
        return None
    return next((reason for holds, reason in found if holds), None)
