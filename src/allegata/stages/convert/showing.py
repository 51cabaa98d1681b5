"""A page of an original as pixels, for a person to look at: which format is drawn by what.

>>> sorted(_DRAWN)
['application/pdf', 'image/jpeg', 'image/png', 'image/tiff']
"""

import importlib
from collections.abc import Callable

from allegata.model.document import Box, SourceFile
from allegata.model.errors import InputError

Pixels = tuple[int, int, bytes]  # width, height, and three bytes a pixel
Show = Callable[[SourceFile, int, Box | None, int], Pixels]
_DRAWN = {
    "application/pdf": "pdf_showing",
    **dict.fromkeys(("image/png", "image/jpeg", "image/tiff"), "images_showing"),
}


def check_shown(source: SourceFile) -> None:
    """See that pages of this file can be drawn.

    Raises:
        InputError: ``convert.show.unsupported``.
    """
    if source.media_type not in _DRAWN:
        raise InputError(
            "convert.show.unsupported",
            f"{source.name} is {source.media_type}, whose pages are not shown as pictures.",
            "Open the original in the program that it was made with.",
        )


def load_warm(media_type: str) -> Show:
    """Return what draws pages of this format, after a first run."""
    module = importlib.import_module(f"allegata.stages.convert.{_DRAWN[media_type]}")
    show: Show = module.show
    module.warm_up()
    return show
