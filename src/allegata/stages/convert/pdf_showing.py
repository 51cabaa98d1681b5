"""A page of a PDF, or a part of it, in colour for a person to look at.

>>> width, height, pixels = show(SourceFile("", "s.pdf", SAMPLE, "application/pdf"), 1, None, 72)
>>> (width, height), len(pixels) == width * height * 3
((99, 99), True)
"""

import pypdfium2

from allegata.model.document import Box, SourceFile
from allegata.stages.convert.pdf_open import damaged, open_pdf
from allegata.stages.convert.pdf_sample import SAMPLE
from allegata.stages.convert.showing_parts import no_such_page, scale_for

_POINTS = 72.0  # an inch


def warm_up() -> None:
    """Draw a small page, so that nothing is loaded later."""
    show(SourceFile("", "sample.pdf", SAMPLE, "application/pdf"), 1, None, 72)


def show(source: SourceFile, number: int, box: Box | None, dpi: int) -> tuple[int, int, bytes]:
    """Return width, height and pixels (three bytes each) of a page, or of ``box`` (points) of it.

    Raises:
        InputError: as ``open_pdf``; ``convert.show.no_page``, ``convert.show.no_part``.
    """
    document = open_pdf(source)
    try:
        if not 1 <= number <= len(document):
            raise no_such_page(source.name, number, len(document))
        page = document[number - 1]
        width, height = page.get_size()
        part, scale = scale_for(source.name, (width, height), box, dpi / _POINTS)
        crop = (part.x0, height - part.y1, width - part.x1, part.y0)  # left, bottom, right, top
        bitmap = page.render(scale=scale, crop=crop, rev_byteorder=True, may_draw_forms=False)
        image = bitmap.to_pil().convert("RGB")
        return image.width, image.height, image.tobytes()
    except pypdfium2.PdfiumError as error:
        raise damaged(source.name, f"page {number} cannot be drawn") from error
    finally:
        document.close()
