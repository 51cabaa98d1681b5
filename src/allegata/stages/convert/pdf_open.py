"""The bytes of a PDF to an open document, or to a refusal that says what is wrong with it.

>>> from allegata.stages.convert.pdf_sample import SAMPLE
>>> len(open_pdf(SourceFile("", "sample.pdf", SAMPLE, "application/pdf")))
1
"""

import re

import pypdfium2
import pypdfium2.raw as pdfium

from allegata.model.document import SourceFile
from allegata.model.errors import InputError

MOST_PAGES = 10_000


def open_pdf(source: SourceFile) -> pypdfium2.PdfDocument:
    """Return the document; whoever opens it closes it.

    Raises:
        InputError: ``convert.pdf.encrypted``, ``convert.pdf.damaged`` or
            ``convert.pdf.too_many_pages``.
    """
    if _is_cut_off(source.content):
        raise damaged(source.name, "it breaks off before its end mark")
    try:
        document = pypdfium2.PdfDocument(source.content)
    except pypdfium2.PdfiumError as error:  # its text is PDFium's own and may say "Success"
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise InputError(
                "convert.pdf.encrypted",
                f"{source.name} is locked with a password.",
                "Open it with its password and save a copy without one.",
            ) from error
        raise damaged(source.name, "its structure is broken") from error
    if not len(document):
        raise damaged(source.name, "it has no pages")
    if len(document) > MOST_PAGES:
        raise InputError(
            "convert.pdf.too_many_pages",
            f"{source.name} has {len(document)} pages, more than {MOST_PAGES}.",
            "Split it into its documents.",
        )
    return document


def damaged(name: str, how: str) -> InputError:
    """Return the refusal of a PDF that cannot be read."""
    return InputError(
        "convert.pdf.damaged",
        f"{name} is a damaged PDF: {how}.",
        "Fetch it again and compare its size; if it opens elsewhere, print it anew as PDF.",
    )


def _is_cut_off(content: bytes) -> bool:
    """Say whether the end mark is missing. A first mark may stand early, with objects after it."""
    end = content.rfind(b"%%EOF")
    return end < 0 or re.search(rb"\d\s+obj\b", content[end:]) is not None
