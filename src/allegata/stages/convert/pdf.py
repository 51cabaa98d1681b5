"""A born-digital PDF to a document: each printed line with its page and box.

PDFium reads the text. Pages with right-to-left text are read a second time, by place
(``pdf_rtl``), and the numbers of both are compared: where they differ, the page carries the doubt
``convert.pdf.numbers_uncertain``. A PDF without a text layer is refused, never read as empty.
"""

import re
from collections.abc import Iterable

import pypdfium2
import pypdfium2.raw as pdfium

from allegata.model.document import SourceFile
from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.stages.convert.converted import Converted, native
from allegata.stages.convert.page_blocks import lay_out
from allegata.stages.convert.pdf_glyphs import read_glyphs
from allegata.stages.convert.pdf_lines import read_lines
from allegata.stages.convert.pdf_rtl import is_rtl, numbers_of, order_lines
from allegata.stages.convert.pdf_sample import SAMPLE
from allegata.stages.convert.printed import PrintedLine

TOOL = f"allegata.pdf@1 pypdfium2 {pypdfium2.PYPDFIUM_INFO.version}"
MOST_PAGES = 10_000
_SHOWN_PAGES = 20  # in a message
_GARBLED = 0.2  # of a page's characters


def warm_up() -> None:
    """Read a small page by both ways, so that every codec that is loaded late is loaded."""
    convert_pdf(SourceFile("", "sample.pdf", SAMPLE, "application/pdf"))
    order_lines(read_glyphs(SAMPLE, 1) or (), 1)


def convert_pdf(source: SourceFile) -> Converted:
    """Return the text layer of a PDF.

    Raises:
        InputError: ``convert.pdf.encrypted``, ``convert.pdf.damaged``,
            ``convert.pdf.no_text_layer`` or ``convert.pdf.too_many_pages``.
    """
    document = _open(source)
    try:
        pages = _Pages(source)
        for index in range(len(document)):
            pages.read(document, index + 1)
    finally:
        document.close()
    lines = pages.lines
    if pages.damaged and not lines:
        raise _damaged(source.name, "no page of it can be read")
    if not lines:
        raise InputError(
            "convert.pdf.no_text_layer",
            f"{source.name} has no text layer on any of its {len(pages.heights)} pages: "
            "it holds pictures of text.",
            "Put it through an OCR program that adds a text layer, and give the result.",
        )
    text, regions, blocks = lay_out(lines, pages.heights)
    return Converted(
        (native(TOOL, text, regions),), blocks, len(pages.heights), tuple(pages.doubts())
    )


def _open(source: SourceFile) -> pypdfium2.PdfDocument:
    if _is_cut_off(source.content):
        raise _damaged(source.name, "it breaks off before its end mark")
    try:
        document = pypdfium2.PdfDocument(source.content)
    except pypdfium2.PdfiumError as error:  # its text is PDFium's own and may say "Success"
        if getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD:
            raise InputError(
                "convert.pdf.encrypted",
                f"{source.name} is locked with a password.",
                "Open it with its password and save a copy without one.",
            ) from error
        raise _damaged(source.name, "its structure is broken") from error
    if not len(document):
        raise _damaged(source.name, "it has no pages")
    if len(document) > MOST_PAGES:
        raise InputError(
            "convert.pdf.too_many_pages",
            f"{source.name} has {len(document)} pages, more than {MOST_PAGES}.",
            "Split it into its documents.",
        )
    return document


def _damaged(name: str, how: str) -> InputError:
    return InputError(
        "convert.pdf.damaged",
        f"{name} is a damaged PDF: {how}.",
        "Fetch it again and compare its size; if it opens elsewhere, print it anew as PDF.",
    )


def _is_cut_off(content: bytes) -> bool:
    """Say whether the end mark is missing. A first mark may stand early, with objects after it."""
    end = content.rfind(b"%%EOF")
    return end < 0 or re.search(rb"\d\s+obj\b", content[end:]) is not None


class _Pages:
    """Reads pages one by one and keeps what is doubtful of each."""

    def __init__(self, source: SourceFile) -> None:
        self._content = source.content
        self.lines: list[PrintedLine] = []
        self.heights: dict[int, float] = {}
        self.damaged: list[int] = []
        self._textless: list[int] = []
        self._garbled: list[int] = []
        self._hidden: list[int] = []
        self._uncertain: list[int] = []
        self._unordered: list[int] = []

    def read(self, document: pypdfium2.PdfDocument, number: int) -> None:
        """Read the page with this number (from 1)."""
        self.heights[number] = 1.0
        try:
            page = document[number - 1]
        except pypdfium2.PdfiumError:
            self.damaged.append(number)
            return
        try:
            self.heights[number] = page.get_height()
            lines = read_lines(page, number)
        except pypdfium2.PdfiumError:
            self.damaged.append(number)
            return
        finally:
            page.close()
        self._note(lines, number)
        if is_rtl("".join(line.text for line in lines)):
            lines = self._read_rtl(lines, number)
        self.lines.extend(lines)

    def _note(self, lines: list[PrintedLine], number: int) -> None:
        letters = sum(len(line.text) for line in lines)
        if not lines:
            self._textless.append(number)
        elif _strange(lines) > _GARBLED * letters:
            self._garbled.append(number)
        if any(line.hidden for line in lines):
            self._hidden.append(number)

    def _read_rtl(self, lines: list[PrintedLine], number: int) -> list[PrintedLine]:
        """Return the lines by place, unless they cannot be had; compare the numbers of both."""
        glyphs = read_glyphs(self._content, number)
        ordered = order_lines(glyphs, number) if glyphs else []
        if not ordered:
            self._unordered.append(number)
            return lines
        one, other = (numbers_of("\n".join(x.text for x in found)) for found in (lines, ordered))
        if one != other:
            self._uncertain.append(number)
        return ordered

    def doubts(self) -> Iterable[Doubt]:
        """Yield a doubt for each thing that is wrong, naming its pages."""
        for code, pages, what in (
            ("convert.pdf.page_damaged", self.damaged, "could not be read and are missing here"),
            ("convert.pdf.pages_without_text", self._textless, "have no text layer: not read"),
            ("convert.pdf.text_garbled", self._garbled, "do not tell which characters they show"),
            (
                "convert.pdf.hidden_text",
                self._hidden,
                (
                    "carry text that a reader does not see (laid over a picture by OCR, or off the "
                    "page): compare it with the picture"
                ),
            ),
            (
                "convert.pdf.numbers_uncertain",
                self._uncertain,
                "give different numbers to two readers: check every number against the page",
            ),
            (
                "convert.pdf.order_uncertain",
                self._unordered,
                "have right-to-left text whose order is uncertain: check it against the page",
            ),
        ):
            if pages:
                yield Doubt(code, f"Pages that {what}: {_listed(pages)}.")


def _strange(lines: list[PrintedLine]) -> int:
    """Count characters that the file does not tell: unmapped, or of nobody's alphabet."""
    text = "".join(line.text for line in lines)
    private = sum(1 for char in text if "\ue000" <= char <= "\uf8ff" or char == "\ufffd")
    return max(private, sum(line.unmapped for line in lines))


def _listed(pages: list[int]) -> str:
    shown = ", ".join(map(str, pages[:_SHOWN_PAGES]))
    return shown if len(pages) <= _SHOWN_PAGES else f"{shown} and {len(pages) - _SHOWN_PAGES} more"
