"""Pictures of pages to pages that OCR read: lines, confidence, and why a page was not read.

In: pictures with the size of their pixels in the page's unit. Out: one ``OcrPage`` a picture.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from allegata.model.pictures import Picture, PictureText
from allegata.model.ports import Recognizer
from allegata.stages.convert.ocr_lines import lines_of
from allegata.stages.convert.printed import PrintedLine

TOOL = "allegata.ocr@1"
_RUNNING = 5  # words of a line of running text
_LEAST_RUNNING = 0.4  # of the words of a page of text


@dataclass(frozen=True, slots=True)
class OcrPage:
    """``confidence`` is the mean of its words, 0 to 1; ``failure`` as ``PictureText`` has it."""

    number: int
    lines: tuple[PrintedLine, ...] = ()
    languages: tuple[str, ...] = ()
    blank: bool = False
    failure: str | None = None
    lacking: str | None = None

    @property
    def confidence(self) -> float:
        """The mean confidence of its words, longer words counting more; noise left out."""
        words = [word for line in self.lines if not line.noise for word in line.words]
        total = sum(word.end - word.start for word in words)
        weighted = sum((word.end - word.start) * word.confidence for word in words)
        return weighted / total if total else 0.0

    @property
    def has_text(self) -> bool:
        """Whether anything but noise was read."""
        return any(not line.noise for line in self.lines)

    @property
    def is_scattered(self) -> bool:
        """Whether its words stand here and there, as on a map or a plan, and make no text."""
        lengths = [len(line.words) for line in self.lines if not line.noise]
        running = sum(length for length in lengths if length >= _RUNNING)
        return running < _LEAST_RUNNING * sum(lengths)

    def set_apart(self) -> "OcrPage":
        """Return the page with its words as noise: kept and shown, but not read."""
        return replace(self, lines=tuple(replace(line, noise=True) for line in self.lines))


def read_pictures(
    pictures: Iterable[tuple[Picture, float]], recognizer: Recognizer
) -> Iterator[OcrPage]:
    """Yield what was read on each ``(picture, scale)``, one pixel being ``scale`` units."""
    begun: deque[tuple[int, tuple[int, int], float]] = deque()

    def given() -> Iterator[Picture]:
        for picture, scale in pictures:
            begun.append((picture.page, (picture.width, picture.height), scale))
            yield picture

    for text in recognizer.read(given()):
        page, size, scale = begun.popleft()
        yield _page(text, page, size, scale)


def _page(text: PictureText, page: int, size: tuple[int, int], scale: float) -> OcrPage:
    lines = lines_of(text, page=page, size=size, scale=scale)
    return OcrPage(page, tuple(lines), text.languages, text.blank, text.failure, text.lacking)


def tool_of(pages: Iterable[OcrPage], engine: str | None) -> str:
    """Return what to note of how a layer was made: engine, version and languages.

    >>> tool_of([OcrPage(1, languages=("rus", "eng"))], "tesseract 5.3.0")
    'allegata.ocr@1 tesseract 5.3.0 eng+rus'
    """
    languages = sorted({language for page in pages for language in page.languages})
    return " ".join((TOOL, engine or "", "+".join(languages))).strip()
