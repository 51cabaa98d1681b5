"""A page as a picture, and what an OCR engine reads on it.

A converter makes pictures and lays out the words; an engine outside reads them (``model.ports``).

>>> Picture(page=1, width=2, height=1, dpi=300, pixels=b"\\0\\xff").pixels[1]
255
"""

from dataclasses import dataclass

from allegata.model.document import Box


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in grey, a byte a pixel (0 is black), row by row from the top left."""

    page: int
    width: int
    height: int
    dpi: int
    pixels: bytes


@dataclass(frozen=True, slots=True)
class PictureWord:
    """One word as the engine read it: ``box`` in pixels, ``confidence`` 0 to 1.

    Words with the same ``line`` stand on one line, in reading order.
    """

    text: str
    box: Box
    confidence: float
    line: int


@dataclass(frozen=True, slots=True)
class PictureText:
    """What was read on one picture; ``blank``: there is no ink on it.

    ``turned`` is by how many degrees, clockwise, the picture was turned to be read; boxes are of
    the turned picture. ``failure`` says why nothing was read: ``time``, ``crash``, ``limit``, or
    ``language`` where a language's data is missing, whose package ``lacking`` names.
    """

    words: tuple[PictureWord, ...] = ()
    languages: tuple[str, ...] = ()
    turned: int = 0
    blank: bool = False
    failure: str | None = None
    lacking: str | None = None
