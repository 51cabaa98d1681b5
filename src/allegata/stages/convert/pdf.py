"""A PDF to a document: each printed line with its page and box, each word where OCR read it.

Born-digital pages are read from their text layer (``pdf_pages``). Pages that are pictures, or whose
text layer tells the wrong letters, are drawn and given to an OCR engine (``pdf_plan``). A PDF of
which nothing can be read is refused, never read as empty.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pypdfium2

from allegata.model.document import Block, SourceFile, TextLayer
from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.model.pictures import Picture
from allegata.model.ports import Recognizer
from allegata.model.vocabularies import LayerKind
from allegata.stages.convert.converted import Converted
from allegata.stages.convert.ocr_doubts import page_doubts as ocr_page_doubts
from allegata.stages.convert.ocr_doubts import unread, unseen_numbers
from allegata.stages.convert.ocr_pages import OcrPage, read_pictures, tool_of
from allegata.stages.convert.ocr_quality import share_of_strange
from allegata.stages.convert.page_blocks import lay_out
from allegata.stages.convert.pdf_doubts import page_doubts
from allegata.stages.convert.pdf_glyphs import GlyphReader
from allegata.stages.convert.pdf_open import damaged, open_pdf
from allegata.stages.convert.pdf_pages import PdfPage, read_page
from allegata.stages.convert.pdf_pictures import picture_of
from allegata.stages.convert.pdf_plan import Reason, plan, scanned
from allegata.stages.convert.pdf_rtl import order_lines
from allegata.stages.convert.pdf_sample import SAMPLE
from allegata.stages.convert.printed import PrintedLine

TOOL = f"allegata.pdf@2 pypdfium2 {pypdfium2.PYPDFIUM_INFO.version}"
_EMBEDDED = f"{TOOL} text laid over scans"
_WORSE = 2.0  # a fresh reading with so many times the strange words is not taken
_WORSE_BY = 0.01


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
    chosen = _choose(pages, wanted, read)
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


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The lines of each page that make the text, and those that a better reading replaced."""

    lines: Mapping[int, tuple[PrintedLine, ...]]
    by_ocr: Mapping[int, Reason]
    scans: frozenset[int]
    replaced: Mapping[int, tuple[PrintedLine, ...]]
    poor: bool  # the text over the scans


def _choose(
    pages: Sequence[PdfPage], wanted: Mapping[int, Reason], read: Mapping[int, OcrPage]
) -> _Chosen:
    """Choose between the text layer and OCR, page by page; over scans, for all of them alike."""
    poor = {number for number, reason in wanted.items() if reason is Reason.POOR}
    keep = poor if _is_worse(pages, read, poor) else set()
    lines: dict[int, tuple[PrintedLine, ...]] = {}
    by_ocr: dict[int, Reason] = {}
    replaced: dict[int, tuple[PrintedLine, ...]] = {}
    for page in pages:
        reason, ocr = wanted.get(page.number), read.get(page.number)
        lines[page.number] = page.lines
        if reason in (Reason.GARBLED, Reason.SHIFTED):
            lines[page.number] = ()
        if reason is None or ocr is None or not ocr.has_text or page.number in keep:
            continue
        by_ocr[page.number] = reason
        lines[page.number] = ocr.lines
        if reason is Reason.BESIDE_TEXT:
            lines[page.number] = _around(page.lines, ocr.lines)
        elif reason is Reason.POOR:
            replaced[page.number] = page.lines
    return _Chosen(lines, by_ocr, scanned(pages), replaced, bool(poor))


def _is_worse(pages: Sequence[PdfPage], read: Mapping[int, OcrPage], poor: set[int]) -> bool:
    """Say whether a fresh reading of scans has clearly more strange words than the text in them."""
    fresh = [
        line.text for number in poor & read.keys() for line in read[number].lines if not line.noise
    ]
    old = [line.text for page in pages if page.number in poor for line in page.lines]
    return not fresh or share_of_strange(fresh) > _WORSE * share_of_strange(old) + _WORSE_BY


def _around(
    letters: tuple[PrintedLine, ...], picture: tuple[PrintedLine, ...]
) -> tuple[PrintedLine, ...]:
    """Return heads and captions in letters around what was read on a picture."""
    top = min(line.box.y0 for line in picture)
    above = tuple(line for line in letters if line.box.y0 < top)
    return (*above, *picture, *(line for line in letters if line not in above))


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
    pages: Sequence[PdfPage], chosen: _Chosen, read: Sequence[OcrPage], engine: str | None
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
        *_of_old_text(chosen),
        *ocr_page_doubts(told, engine),
        *unseen_numbers(text, regions, {page.number: page.languages for page in used}, "t0"),
    )
    return Converted(tuple(layers), (*blocks, *more), len(pages), doubts)


def _of_old_text(chosen: _Chosen) -> Iterator[Doubt]:
    """Yield a doubt where the text that lay over scans reads badly."""
    if chosen.replaced:
        message = (
            "The text that another OCR program laid over the scans reads badly: it was read anew, "
            "and is kept as layer t1."
        )
        yield Doubt("convert.ocr.embedded_poor", message)
    elif chosen.poor:
        message = (
            "The text that another OCR program laid over the scans reads badly, and there is no "
            "better reading: compare every number and name with the picture."
        )
        yield Doubt("convert.ocr.embedded_poor", message)
