"""Pictures of text in our own words, and stand-ins for an OCR engine."""

import io
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from PIL import Image, ImageDraw, ImageFont
from tests.conftest import unavailable

from allegata.model.document import Box
from allegata.model.pictures import Picture, PictureText, PictureWord

PAGE = (1700, 2200)  # a sheet at 200 dots an inch
LINES = ("Two people were hurt in Dorval", "on 3 May 2031, says S/2031/684.")


def font_of(letter: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """Return a font with the letters of six languages, where the system has one."""
    for name in ("DejaVuSans.ttf", "NotoSans-Regular.ttf"):
        try:
            return ImageFont.truetype(name, letter)
        except OSError:
            continue
    return ImageFont.load_default(letter)


def picture(lines: Sequence[str], *, size: tuple[int, int] = PAGE, letter: int = 36) -> Image.Image:
    """Return a white page with these lines from its top left."""
    image = Image.new("L", size, "white")
    draw, font = ImageDraw.Draw(image), font_of(letter)
    for number, line in enumerate(lines):
        draw.text((150, 150 + 2 * letter * number), line, fill=0, font=font)
    return image


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    """Return a picture as a file of that kind."""
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def need_tesseract(*languages: str) -> None:
    """Skip a test, with its reason, where Tesseract or a language of it is missing."""
    from allegata.runners.ocr_engine import find_engine

    if shutil.which("tesseract") is None:
        unavailable("needs tesseract")
    engine = find_engine()
    if engine is None or not engine.languages.issuperset(languages):
        unavailable(f"needs tesseract with {', '.join(languages)}")


def word(
    text: str,
    x0: float,
    y0: float,
    *,
    line: int = 0,
    confidence: float = 0.95,
    height: float = 30.0,
) -> PictureWord:
    """Return a word at that place, 15 pixels a letter wide."""
    return PictureWord(text, Box(x0, y0, x0 + 15 * len(text), y0 + height), confidence, line)


def words_of(
    lines: Sequence[str], *, left: float = 200, top: float = 200, confidence: float = 0.95
) -> tuple[PictureWord, ...]:
    """Return the words of lines set from that place, 50 pixels apart."""
    found = []
    for number, line in enumerate(lines):
        x = left
        for text in line.split():
            y = top + 50 * number
            found.append(word(text, x, y, line=number, confidence=confidence))
            x += 15 * (len(text) + 1)
    return tuple(found)


@dataclass
class Fake:
    """A recognizer that answers what it is told, and keeps what it was asked."""

    answer: Callable[[Picture], PictureText]
    engine: str | None = "fake 1"
    seen: list[Picture] = field(default_factory=list)

    def read(self, pictures: Iterable[Picture]) -> Iterator[PictureText]:
        """Answer each picture."""
        for one in pictures:
            self.seen.append(one)
            yield self.answer(one)


def saying(*lines: str, languages: tuple[str, ...] = ("eng",), confidence: float = 0.95) -> Fake:
    """Return a recognizer that reads these lines on every picture."""
    text = PictureText(words_of(lines, confidence=confidence), languages)
    return Fake(lambda _: text)


def failing(failure: str, lacking: str | None = None) -> Fake:
    """Return a recognizer that reads nothing, for this reason."""
    return Fake(lambda _: PictureText(failure=failure, lacking=lacking))


@pytest.fixture
def no_engine() -> Fake:
    """A recognizer without an engine."""
    return Fake(lambda _: PictureText(failure="language", lacking="tesseract-ocr-eng"), engine=None)
