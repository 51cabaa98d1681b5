"""A page of a picture file, or a part of it, in colour for a person to look at.

The unit of a picture is its pixel. Asked for 150 dots an inch it is shown as if its longer side
were that of a sheet of paper, never larger than it is.
"""

from PIL import Image

from allegata.model.document import Box, SourceFile
from allegata.stages.convert import images
from allegata.stages.convert.images_open import open_image
from allegata.stages.convert.showing_parts import no_such_page, scale_for

_INCHES = 11.4


def warm_up() -> None:
    """Decode a small picture of each format, so that every decoder that is loaded late is."""
    images.warm_up()


def show(source: SourceFile, number: int, box: Box | None, dpi: int) -> tuple[int, int, bytes]:
    """Return width, height and pixels (three bytes each) of a page, or of ``box`` of it.

    Raises:
        InputError: as ``open_image``; ``convert.show.no_page``, ``convert.show.no_part``.
    """
    with open_image(source) as pages:
        if not 1 <= number <= pages.count:
            raise no_such_page(source.name, number, pages.count)
        page = pages.page(number, mode="RGB")
    wanted = min(dpi * _INCHES / max(page.size), 1.0)
    size = (float(page.width), float(page.height))
    part, scale = scale_for(source.name, size, box, wanted)
    corners = (int(part.x0), int(part.y0), -int(-part.x1 // 1), -int(-part.y1 // 1))
    shown = page.crop(corners)
    if scale < 1.0:
        smaller = (max(round(shown.width * scale), 1), max(round(shown.height * scale), 1))
        shown = shown.resize(smaller, Image.Resampling.LANCZOS)
    return shown.width, shown.height, shown.tobytes()
