"""The bytes of a picture file to its pages, one by one, or to a refusal: PNG, JPEG and TIFF.

Sizes are judged before anything is decoded. Pages are given as they are meant to be seen: turned as
the camera says, transparent parts white.

>>> import io
>>> stream, second = io.BytesIO(), Image.new("L", (9, 9))
>>> Image.new("1", (40, 30), 1).save(stream, "TIFF", save_all=True, append_images=[second])
>>> source = SourceFile("", "fax.tif", stream.getvalue(), "image/tiff")
>>> with open_image(source) as pages:
...     [page.size for page in pages.each()]
[(40, 30), (9, 9)]
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from PIL import Image, ImageOps

from allegata.model.document import SourceFile
from allegata.model.errors import InputError

MOST_PIXELS = 120_000_000  # of one page; a scan of A3 at 600 dpi has 70 million
MOST_SIDE = 40_000
MOST_PAGES = 2000
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/tiff": "TIFF"}
# What Pillow lets through on files that break the rules.
_FAILURES = (
    OSError,
    SyntaxError,
    ValueError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    TypeError,
    RuntimeError,
)
_DEEP = ("I", "F", "I;16", "I;16B", "I;16L", "I;16N")


class Pages:
    """The pages of an open picture file."""

    def __init__(self, image: Image.Image, name: str) -> None:
        self._image = image
        self._name = name
        # Frames of an animation are one page that moves; only TIFF has pages.
        self.count = min(_frames(image), MOST_PAGES + 1) if image.format == "TIFF" else 1
        self.moves = image.format != "TIFF" and _frames(image) > 1

    def each(self) -> Iterator[Image.Image]:
        """Yield each page that can be read, in colour or grey."""
        for number in range(1, self.count + 1):
            yield self.page(number)

    def page(self, number: int, *, mode: Literal["L", "RGB"] = "L") -> Image.Image:
        """Return the page with this number (from 1), whole and as it is meant to be seen.

        Raises:
            InputError: ``convert.image.damaged`` or ``convert.image.too_large``.
        """
        try:
            if self.count > 1:
                self._image.seek(number - 1)
            self._check()
            return _seen(self._image, mode)
        except _FAILURES as error:
            raise damaged(self._name, "it cannot be decoded") from error

    def _check(self) -> None:
        width, height = self._image.size
        if width * height > MOST_PIXELS or max(width, height) > MOST_SIDE:
            raise InputError(
                "convert.image.too_large",
                f"{self._name} is a picture of {width} by {height} dots, more than is read.",
                "Save it smaller: 300 dots an inch are enough.",
            )


@contextmanager
def open_image(source: SourceFile) -> Iterator[Pages]:
    """Open a picture file.

    Raises:
        InputError: ``convert.image.damaged``, ``convert.image.too_large`` or
            ``convert.image.too_many_pages``.
    """
    Image.MAX_IMAGE_PIXELS = None  # judged by ourselves, page by page
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            image = Image.open(io.BytesIO(source.content), formats=[_FORMATS[source.media_type]])
            pages = Pages(image, source.name)
        except _FAILURES as error:
            raise damaged(source.name, "it cannot be opened") from error
        with image:
            if pages.count > MOST_PAGES:
                raise InputError(
                    "convert.image.too_many_pages",
                    f"{source.name} has more than {MOST_PAGES} pages.",
                    "Split it into its documents.",
                )
            yield pages


def damaged(name: str, how: str) -> InputError:
    """Return the refusal of a picture that cannot be decoded."""
    return InputError(
        "convert.image.damaged",
        f"{name} is a damaged picture: {how}.",
        "Fetch it again and compare its size; if it opens elsewhere, save it anew as PNG.",
    )


def _frames(image: Image.Image) -> int:
    return int(getattr(image, "n_frames", 1))


def _seen(image: Image.Image, mode: Literal["L", "RGB"]) -> Image.Image:
    """Return the frame decoded, turned as its camera says, on white, eight bits deep."""
    image.load()
    seen = ImageOps.exif_transpose(image)
    if seen.mode in _DEEP:
        seen = _eight_bits(seen)
    if "A" in seen.getbands() or "transparency" in seen.info:
        over = seen.convert("RGBA")
        seen = Image.new("RGBA", over.size, "white")
        seen.alpha_composite(over)
    return seen.convert(mode)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture of more than eight bits in eight, from its darkest to its lightest."""
    deep = image.convert("F")
    low, high = (float(value) for value in deep.getextrema())  # type: ignore[arg-type]
    scale = 255 / (high - low) if high > low else 1.0
    return deep.point(lambda value: value * scale - low * scale).convert("L")
