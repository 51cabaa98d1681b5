"""What is done to a picture before and between two looks at it: turned, or what was read wiped out.

A first look at a whole page misses words that stand alone beside other things, such as a symbol in
the corner or a date over a stamp. The second look sees only what the first did not read.

>>> is_blank(Picture(1, 100, 100, 300, b"\\xff" * 10_000))
True
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from allegata.model.document import Box
from allegata.model.pictures import Picture, PictureWord

if TYPE_CHECKING:
    from PIL import Image

_DARK = 160  # of 255: ink
_LEAST_INK = 150  # dark pixels; a full stop at 300 dpi has some 25
_READ = 0.5  # words of this confidence, and longer ones, count as read
_SURE_LONG, _SURE_SHORT = 0.6, 0.85  # what the second look must be sure of
_PADDING = 3  # pixels
_TURNS = {90: "ROTATE_270", 180: "ROTATE_180", 270: "ROTATE_90"}  # Pillow turns the other way

Reader = Callable[[Picture], tuple[PictureWord, ...]]


def is_blank(picture: Picture) -> bool:
    """Say whether there is no ink to speak of."""
    return _ink(_image(picture)) < _LEAST_INK


def turned(picture: Picture, degrees: int) -> Picture:
    """Return the picture turned clockwise by a quarter, a half or three quarters."""
    if degrees == 0:
        return picture
    from PIL import Image  # noqa: PLC0415  # heavy, and most readings see no picture

    image = _image(picture).transpose(Image.Transpose[_TURNS[degrees]])
    return replace(picture, width=image.width, height=image.height, pixels=image.tobytes())


def look_again(
    picture: Picture, words: tuple[PictureWord, ...], read: Reader
) -> tuple[PictureWord, ...]:
    """Return the words of a first look with those that a second look adds or reads better.

    The second look is kept where it is sure: it sees the leftovers, stamps and emblems too.
    """
    kept = [word for word in words if word.confidence >= _READ or len(word.text) > 3]
    rest = _without(picture, (word.box for word in kept))
    if _ink(_image(rest)) < _LEAST_INK:
        return words
    found = [word for word in read(rest) if _is_sure(word)]
    added = [word for word in found if not any(_overlap(word.box, one.box) for one in kept)]
    lines = 1 + max((word.line for word in words), default=0)
    return (
        *(word for word in words if not any(_overlap(word.box, one.box) for one in added)),
        *(replace(word, line=lines + word.line) for word in added),
    )


def _is_sure(word: PictureWord) -> bool:
    signs = sum(1 for char in word.text if char.isalnum())
    return signs >= 2 and word.confidence >= (_SURE_LONG if signs >= 4 else _SURE_SHORT)


def _overlap(one: Box, other: Box) -> bool:
    """Say whether two boxes share a third of the smaller one."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    smaller = min(_area(one), _area(other))
    return across > 0 and down > 0 and across * down > smaller / 3


def _area(box: Box) -> float:
    return (box.x1 - box.x0) * (box.y1 - box.y0)


def _without(picture: Picture, boxes: Iterable[Box]) -> Picture:
    from PIL import ImageDraw  # noqa: PLC0415  # as above

    image = _image(picture).copy()
    draw = ImageDraw.Draw(image)
    for box in boxes:
        corners = (box.x0 - _PADDING, box.y0 - _PADDING, box.x1 + _PADDING, box.y1 + _PADDING)
        draw.rectangle(corners, fill=255)
    return replace(picture, pixels=image.tobytes())


def _image(picture: Picture) -> "Image.Image":
    from PIL import Image  # noqa: PLC0415  # as above

    return Image.frombytes("L", (picture.width, picture.height), picture.pixels)


def _ink(image: "Image.Image") -> int:
    return sum(image.histogram()[:_DARK])
