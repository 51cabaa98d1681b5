"""A PDF to a document: each printed line with its page and box, each word where OCR read it.

Born-digital pages are read from their text layer (``pdf_pages``). Pages that are pictures, or whose
text layer tells the wrong letters, are drawn and given to an OCR engine (``pdf_plan``). A PDF of
which nothing can be read is refused, never read as empty.
"""

from collections.abc import Iterator, Mapping, Sequence

import pypdfium2

from allegata.model.document import Block, SourceFile, TextLayer
from allegata.model.errors import InputError
from allegata.model.pictures import Picture
from allegata.model.ports import Recognizer
from allegata.model.vocabularies import LayerKind
from allegata.stages.convert.converted import Converted
from allegata.stages.convert.ocr_doubts import page_doubts as ocr_page_doubts
from allegata.stages.convert.ocr_doubts import unread, unseen_numbers
from allegata.stages.convert.ocr_pages import OcrPage, read_pictures, tool_of
from allegata.stages.convert.page_blocks import lay_out
from allegata.stages.convert.pdf_choice import Choice, choose
from allegata.stages.convert.pdf_doubts import choice_doubts, page_doubts
from allegata.stages.convert.pdf_glyphs import GlyphReader
from allegata.stages.convert.pdf_open import damaged, open_pdf
from allegata.stages.convert.pdf_pages import PdfPage, read_page
from allegata.stages.convert.pdf_pictures import picture_of
from allegata.stages.convert.pdf_plan import Reason, plan
from allegata.stages.convert.pdf_rtl import order_lines
from allegata.stages.convert.pdf_sample import SAMPLE

TOOL = f"allegata.pdf@2 pypdfium2 {pypdfium2.PYPDFIUM_INFO.version}"
_EMBEDDED = f"{TOOL} text laid over scans"


def warm_up() -> None:
    """Read a small page by all ways, so that every codec that is loaded late is loaded."""
    convert_pdf(SourceFile("", "sample.pdf", SAMPLE, "application/pdf"))
    order_lines(GlyphReader(SAMPLE).read(1) or (), 1)
    with pypdfium2.PdfDocument(SAMPLE) as document:
        picture_of(document[0], 1)


def convert_pdf(source: SourceFile, *, recognizer: Recognizer | None = None) -> Converted:
    """Return the text of a PDF; without a ``recognizer`` pictures of text are not read.

    Raises:
        InputError: ``convert.pdf.encrypted``, ``convert.pdf.damaged``,
            ``convert.pdf.no_text_layer``, ``convert.pdf.shifted_font``, ``convert.ocr.failed`` or
            ``convert.pdf.too_many_pages``.
    """
    document = open_pdf(source)
    try:
        second = GlyphReader(source.content)
        pages = [read_page(document, index + 1, second) for index in range(len(document))]
        wanted = plan(pages)
        read = _read_by_ocr(document, pages, wanted, recognizer)
    finally:
        document.close()
    chosen = choose(pages, wanted, read)
    engine = recognizer.engine if recognizer and wanted else None
    if not any(chosen.lines.values()):
        raise _nothing(source.name, pages, tuple(read.values()), engine)
    return _converted(pages, chosen, tuple(read.values()), engine)


def _read_by_ocr(
    document: pypdfium2.PdfDocument,
    pages: Sequence[PdfPage],
    wanted: Mapping[int, Reason],
    recognizer: Recognizer | None,
) -> dict[int, OcrPage]:
    if recognizer is None or not wanted:
        return {}
    by_number = {page.number: page for page in pages}

    def pictures() -> Iterator[tuple[Picture, float]]:
        for number, reason in wanted.items():
            lines = by_number[number].lines if reason is Reason.BESIDE_TEXT else ()
            page = document[number - 1]
            try:
                picture = picture_of(page, number, without=tuple(line.box for line in lines))
                yield picture, page.get_width() / picture.width
            finally:
                page.close()

    return {page.number: page for page in read_pictures(pictures(), recognizer)}


def _nothing(
    name: str, pages: Sequence[PdfPage], read: Sequence[OcrPage], engine: str | None
) -> InputError:
    if any(page.damaged for page in pages) and not any(page.lines for page in pages):
        return damaged(name, "no page of it can be read")
    refused = unread(name, len(pages), read, engine)
    if any(page.shifted for page in pages):
        message = f"{name} has a font that tells other letters than it shows, and OCR did not help."
        return InputError("convert.pdf.shifted_font", message, refused.hint)
    return refused


def _converted(
    pages: Sequence[PdfPage], chosen: Choice, read: Sequence[OcrPage], engine: str | None
) -> Converted:
    heights = {page.number: page.height for page in pages}
    text, regions, blocks = lay_out([x for p in pages for x in chosen.lines[p.number]], heights)
    used = [page for page in read if page.number in chosen.by_ocr]
    with_text = {number for number, lines in chosen.lines.items() if lines}
    all_ocr = with_text <= chosen.scans | chosen.by_ocr.keys()
    kind = LayerKind.OCR if all_ocr else LayerKind.NATIVE
    tool = " + ".join([TOOL, *([tool_of(used, engine)] if used else [])])
    layers = [TextLayer("t0", kind, tool, text, regions)]
    more: tuple[Block, ...] = ()
    if chosen.replaced:
        lines = [line for page in pages for line in chosen.replaced.get(page.number, ())]
        old, old_regions, more = lay_out(lines, heights, layer="t1")
        layers.append(TextLayer("t1", LayerKind.OCR, _EMBEDDED, old, old_regions))
    blank = {page.number for page in read if page.blank}
    told = [page for page in read if page.number in chosen.by_ocr or page.failure]
    doubts = (
        *page_doubts(pages, chosen.by_ocr.keys() | blank, chosen.scans),
        *choice_doubts(chosen),
        *ocr_page_doubts(told, engine),
        *unseen_numbers(text, regions, {page.number: page.languages for page in used}, "t0"),
    )
    return Converted(tuple(layers), (*blocks, *more), len(pages), doubts)
