"""What is doubtful of the pages of a PDF, one doubt for each kind of trouble, naming its pages.

>>> [doubt.code for doubt in page_doubts([PdfPage(1, damaged=True)], set(), frozenset())]
['convert.pdf.page_damaged']
"""

from collections.abc import Collection, Iterable, Sequence

from allegata.model.doubt import Doubt
from allegata.stages.convert.ocr_doubts import listed
from allegata.stages.convert.pdf_choice import Choice
from allegata.stages.convert.pdf_pages import PdfPage


def page_doubts(
    pages: Sequence[PdfPage], by_ocr: Collection[int], scans: Collection[int]
) -> Iterable[Doubt]:
    """Yield the doubts.

    Args:
        pages: All pages, as their text layer gives them.
        by_ocr: Those whose text is OCR's, and those that are blank.
        scans: Those whose text another OCR program laid over a picture.
    """
    for code, found, what in (
        (
            "convert.pdf.page_damaged",
            [page for page in pages if page.damaged],
            "could not be read and are missing here",
        ),
        (
            "convert.pdf.pages_without_text",
            [page for page in pages if _has_nothing(page) and page.number not in by_ocr],
            "hold no text that could be read",
        ),
        (
            "convert.pdf.text_garbled",
            [page for page in pages if page.garbled],
            f"do not tell which characters they show{_seen(pages, by_ocr, 'garbled')}",
        ),
        (
            "convert.pdf.shifted_font",
            [page for page in pages if page.shifted],
            f"tell other letters than they show{_seen(pages, by_ocr, 'shifted')}",
        ),
        (
            "convert.ocr.embedded",
            [page for page in pages if page.number in scans and page.number not in by_ocr],
            "are scans whose text was made by another OCR program: compare it with the picture",
        ),
        (
            "convert.pdf.hidden_text",
            [page for page in pages if page.hidden and page.number not in {*scans, *by_ocr}],
            (
                "carry text that a reader does not see (laid over a picture, or off the page): "
                "compare it with the picture"
            ),
        ),
        (
            "convert.pdf.numbers_uncertain",
            [page for page in pages if page.uncertain and page.number not in by_ocr],
            "give different numbers to two readers: check every number against the page",
        ),
        (
            "convert.pdf.order_uncertain",
            [page for page in pages if page.unordered and page.number not in by_ocr],
            "have right-to-left text whose order is uncertain: check it against the page",
        ),
    ):
        if found:
            yield Doubt(code, f"Pages that {what}: {listed([page.number for page in found])}.")


def choice_doubts(choice: Choice) -> Iterable[Doubt]:
    """Yield what is doubtful of the choice between text layer and OCR."""
    if choice.replaced:
        message = (
            "The text that another OCR program laid over the scans reads badly: it was read anew, "
            "and is kept as layer t1."
        )
        yield Doubt("convert.ocr.embedded_poor", message)
    elif choice.poor:
        message = (
            "The text that another OCR program laid over the scans reads badly, and there is no "
            "better reading: compare every number and name with the picture."
        )
        yield Doubt("convert.ocr.embedded_poor", message)
    if choice.apart:
        message = (
            "Pages whose picture (a map, a plan) holds scattered words; they are kept, and not "
            f"read for claims: {listed(choice.apart)}."
        )
        yield Doubt("convert.ocr.scattered", message)


def _has_nothing(page: PdfPage) -> bool:
    return not page.lines and not page.damaged


def _seen(pages: Sequence[PdfPage], by_ocr: Collection[int], fault: str) -> str:
    """Return how pages with a fault were read."""
    faulty = [page.number for page in pages if getattr(page, fault)]
    return " and were read by OCR" if set(by_ocr).issuperset(faulty) else " and are not read"
