"""A picture file (PNG, JPEG, TIFF) to a document: the words that OCR reads on its pages.

Boxes are in pixels of the picture as it is meant to be seen. There is no other text in a picture,
so without an OCR engine it is refused.
"""

import io
from collections.abc import Iterator

from PIL import Image

from allegata.model.document import SourceFile, TextLayer
from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.model.pictures import Picture
from allegata.model.ports import Recognizer
from allegata.model.vocabularies import LayerKind
from allegata.stages.convert.converted import Converted
from allegata.stages.convert.images_open import Pages, open_image
from allegata.stages.convert.ocr_doubts import listed, page_doubts, refusal, unseen_numbers
from allegata.stages.convert.ocr_pages import OcrPage, read_pictures, tool_of
from allegata.stages.convert.page_blocks import lay_out

_INCHES = 11.4  # the longer side of a page, between Letter and A4
_DPI = 300
_FINE_ENOUGH = 240  # dots an inch; a coarser picture is enlarged
_MOST_ENLARGED = 3.0
_MOST_PIXELS = 25_000_000
_UNREADABLE = 40  # pixels: the shorter side of something that is no page


def warm_up() -> None:
    """Decode a small picture of each format, so that every decoder that is loaded late is."""
    for media_type, kind in (("image/png", "PNG"), ("image/jpeg", "JPEG"), ("image/tiff", "TIFF")):
        stream = io.BytesIO()
        Image.new("RGB", (8, 8)).save(stream, kind)
        with open_image(SourceFile("", "warm", stream.getvalue(), media_type)) as pages:
            for page in pages.each():
                _for_ocr(page, 1)


def convert_image(source: SourceFile, *, recognizer: Recognizer | None = None) -> Converted:
    """Return the words of a picture.

    Raises:
        InputError: ``convert.image.damaged``, ``convert.image.too_large``,
            ``convert.image.too_many_pages``, ``convert.image.no_ocr``, ``convert.ocr.failed``.
    """
    heights: dict[int, float] = {}
    engine = recognizer.engine if recognizer else None
    with open_image(source) as pages:
        if recognizer is None or engine is None:
            next(pages.each())  # a damaged picture is refused as such
            raise _unread(source.name, (), None)
        broken: list[int] = []
        read = tuple(read_pictures(_pictures(pages, heights, broken), recognizer))
        count, moves = pages.count, pages.moves
    lines = [line for page in read for line in page.lines]
    if not any(page.has_text for page in read):
        raise _unread(source.name, read, engine)
    text, regions, blocks = lay_out(lines, heights)
    used = [page for page in read if page.has_text]
    layer = TextLayer("t0", LayerKind.OCR, tool_of(used, engine), text, regions)
    doubts = (
        *_of_pages(read, broken, moves=moves),
        *page_doubts(read, engine),
        *unseen_numbers(text, regions, {page.number: page.languages for page in used}, "t0"),
    )
    return Converted((layer,), blocks, count, doubts)


def _pictures(
    pages: Pages, heights: dict[int, float], broken: list[int]
) -> Iterator[tuple[Picture, float]]:
    """Yield each page for OCR; one that cannot be decoded after the first is left out and noted."""
    for number in range(1, pages.count + 1):
        try:
            page = pages.page(number)
        except InputError:
            if number == 1:
                raise
            broken.append(number)
            continue
        heights[number] = float(page.height)
        if min(page.size) >= _UNREADABLE:
            yield _for_ocr(page, number)


def _for_ocr(page: Image.Image, number: int) -> tuple[Picture, float]:
    """Return the page as OCR reads it best, and how many of its pixels one of the picture is."""
    dpi = max(page.size) / _INCHES
    factor = min(_DPI / dpi, _MOST_ENLARGED) if dpi < _FINE_ENOUGH else 1.0
    factor = min(factor, (_MOST_PIXELS / (page.width * page.height)) ** 0.5)
    if abs(factor - 1.0) > 0.01:
        size = (max(round(page.width * factor), 1), max(round(page.height * factor), 1))
        page = page.resize(size, Image.Resampling.LANCZOS)
    else:
        factor = 1.0
    shown = min(max(round(dpi * factor), 70), 600)
    return Picture(number, page.width, page.height, shown, page.tobytes()), 1 / factor


def _unread(name: str, read: tuple[OcrPage, ...], engine: str | None) -> InputError:
    return refusal("convert.image.no_ocr", f"{name} is a picture", read, engine)


def _of_pages(read: tuple[OcrPage, ...], broken: list[int], *, moves: bool) -> Iterator[Doubt]:
    if broken:
        message = f"Pages that could not be decoded and are missing here: {listed(broken)}."
        yield Doubt("convert.image.page_damaged", message)
    empty = [page.number for page in read if not (page.has_text or page.blank or page.failure)]
    if empty:
        message = f"Pages on which OCR found no words: {listed(empty)}."
        yield Doubt("convert.image.pages_without_text", message)
    if moves:
        message = "The picture moves; only its first frame was read."
        yield Doubt("convert.image.moves", message)
