"""Languages, second looks and limits, with an engine that says what it is told."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PIL import Image
from tests.ocrkit import PAGE, need_tesseract, picture, word

from allegata.model.pictures import Picture, PictureWord
from allegata.runners import ocr
from allegata.runners.ocr import Ocr, OcrLimits, read_picture
from allegata.runners.ocr_engine import Engine, EngineError, find_engine

ENGLISH = ["Two people were hurt in the market of Dorval", "on the third day of May of that year."]
FRENCH = ["Deux personnes ont été blessées au marché de", "Dorval le trois mai de la même année."]
LATIN = "Rotate: 0\nOrientation confidence: 9\nScript: Latin\nScript confidence: 9\n"
CYRILLIC = LATIN.replace("Latin", "Cyrillic")
ALL = frozenset({"eng", "fra", "spa", "rus", "ara", "osd"})

Say = Callable[[Picture, tuple[str, ...]], list[str]]


@dataclass
class FakeEngine:
    """Prints a table of the lines that ``say`` gives for a picture and languages."""

    say: Say
    look: str = LATIN
    languages: frozenset[str] = ALL
    confidence: dict[str, int] = field(default_factory=dict)
    asked: list[tuple[tuple[str, ...], bool]] = field(default_factory=list)
    looked: int = 0
    name: str = "fake 1"

    def read(self, picture: Picture, languages: tuple[str, ...], *, sparse: bool = False) -> bytes:
        self.asked.append((languages, sparse))
        if sparse:
            return b""
        rows = []
        for line, text in enumerate(self.say(picture, languages)):
            for at, one in enumerate(text.split()):
                sure = self.confidence.get(languages[0], 95)
                rows.append(
                    f"5\t1\t1\t1\t{line}\t{at}\t{60 * at}\t{40 * line}\t50\t30\t{sure}\t{one}"
                )
        return "\n".join(rows).encode()

    def look_at_script(self, picture: Picture) -> str:
        self.looked += 1
        return self.look


def engine(say: Say, **options: object) -> Engine:
    return FakeEngine(say, **options)  # type: ignore[arg-type, return-value]


def page(number: int = 1, ink: int = 200) -> Picture:
    """A page with a black bar."""
    image = Image.new("L", (800, 300), "white")
    image.paste(0, (0, 0, ink, 10))
    return Picture(number, 800, 300, 300, image.tobytes())


def text_of(words: tuple[PictureWord, ...]) -> str:
    return " ".join(one.text for one in words)


def test_an_english_page_is_read_once_in_english() -> None:
    fake = engine(lambda *_: ENGLISH)
    found = read_picture(fake, page())
    assert (found.languages, text_of(found.words)) == (("eng",), " ".join(ENGLISH))
    assert [asked for asked in fake.asked if not asked[1]] == [(("eng",), False)]  # type: ignore[attr-defined]


def test_a_french_page_is_read_again_in_french() -> None:
    def say(_: Picture, languages: tuple[str, ...]) -> list[str]:
        return FRENCH if languages == ("fra",) else [line.replace("é", "e") for line in FRENCH]

    found = read_picture(engine(say), page())
    assert (found.languages, text_of(found.words)) == (("fra",), " ".join(FRENCH))


def test_another_script_brings_its_languages() -> None:
    found = read_picture(engine(lambda *_: ["Двое ранены"], look=CYRILLIC), page())
    assert found.languages == ("rus", "eng")


def test_a_script_without_its_data_names_the_package() -> None:
    fake = engine(lambda *_: [], look=CYRILLIC, languages=frozenset({"eng", "osd"}))
    found = read_picture(fake, page())
    assert (found.failure, found.lacking) == ("language", "tesseract-ocr-rus")


def test_without_script_data_the_surest_reading_wins() -> None:
    fake = engine(
        lambda _, languages: ["Двое ранены"] if languages[0] == "rus" else ["Ji3oe pakeni"],
        languages=ALL - {"osd"},
        confidence={"eng": 40, "rus": 90, "ara": 20},
    )
    assert read_picture(fake, page()).languages == ("rus", "eng")


def test_a_blank_page_is_not_read() -> None:
    fake = engine(lambda *_: ENGLISH)
    found = read_picture(fake, page(ink=2))
    assert (found.blank, found.words, fake.asked) == (True, (), [])  # type: ignore[attr-defined]


def test_a_page_that_reads_badly_is_looked_at_for_another_script() -> None:
    fake = engine(
        lambda _, languages: ["Двое ранены"] if languages[0] == "rus" else ["Ji3oe pakeni"],
        look=CYRILLIC,
        confidence={"eng": 30, "rus": 92},
    )
    found = read_picture(fake, page(), ("eng",))
    assert (found.languages, text_of(found.words)) == (("rus", "eng"), "Двое ранены")


def test_a_page_on_its_side_is_turned() -> None:
    def say(shown: Picture, _: tuple[str, ...]) -> list[str]:
        return ENGLISH if shown.height > shown.width else ["zv"]

    fake = engine(say, look=LATIN.replace("Rotate: 0", "Rotate: 90"), confidence={"eng": 55})
    found = read_picture(fake, page(), ("eng",))
    assert found.turned in (0, 90)
    fake.say = lambda shown, _: ENGLISH if shown.height > shown.width else []  # type: ignore[attr-defined]
    assert read_picture(fake, page(), ("eng",)).turned == 90


def test_the_first_page_with_text_settles_the_language() -> None:
    def say(_: Picture, languages: tuple[str, ...]) -> list[str]:
        return (
            FRENCH
            if languages == ("fra",)
            else ["Deux personnes ont ete blessees au marche de Dorval"]
        )

    fake = FakeEngine(say)
    reader = Ocr(fake)  # type: ignore[arg-type]
    found = list(reader.read([page(1, ink=1), page(2), page(3), page(4)]))
    reader.close()
    assert [one.blank for one in found] == [True, False, False, False]
    assert {one.languages for one in found[1:]} == {("fra",)}
    assert fake.looked == 1  # the later pages were read as the first one


def test_a_told_language_is_believed() -> None:
    fake = FakeEngine(lambda *_: ENGLISH)
    reader = Ocr(fake, language="ru")  # type: ignore[arg-type]
    assert reader.submit(page()).result().languages == ("rus", "eng")
    reader.close()
    assert fake.looked == 0


def test_pages_beyond_the_limit_are_not_read() -> None:
    reader = Ocr(FakeEngine(lambda *_: ENGLISH), limits=OcrLimits(pages=2))  # type: ignore[arg-type]
    assert [text.failure for text in reader.read(map(page, (1, 2, 3)))] == [None, None, "limit"]
    reader.close()


def test_after_its_time_no_other_page_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter((0.0, 1.0, 100.0))
    monkeypatch.setattr(ocr.time, "monotonic", lambda: next(clock))
    reader = Ocr(FakeEngine(lambda *_: ENGLISH), limits=OcrLimits(seconds=50))  # type: ignore[arg-type]
    assert [reader.submit(page(n)).result().failure for n in (1, 2)] == [None, "limit"]
    reader.close()


@pytest.mark.parametrize("why", ["time", "crash"])
def test_an_engine_that_fails_on_a_page_says_so_and_the_next_is_read(why: str) -> None:
    def say(shown: Picture, _: tuple[str, ...]) -> list[str]:
        if shown.page == 1:
            raise EngineError(why)
        return ENGLISH

    reader = Ocr(FakeEngine(say))  # type: ignore[arg-type]
    assert [text.failure for text in reader.read([page(1), page(2)])] == [why, None]
    reader.close()


def test_no_more_than_two_pages_are_read_at_once() -> None:
    running, most, lock = 0, 0, threading.Lock()

    def say(*_: object) -> list[str]:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        time.sleep(0.02)
        with lock:
            running -= 1
        return ENGLISH

    reader = Ocr(FakeEngine(say), language="en")  # type: ignore[arg-type]
    assert len(list(reader.read(map(page, range(1, 9))))) == 8
    reader.close()
    assert most <= 2


def test_the_second_look_finds_the_word_that_stands_alone() -> None:
    class Missing(FakeEngine):
        def read(
            self, picture: Picture, languages: tuple[str, ...], *, sparse: bool = False
        ) -> bytes:
            if sparse:
                return b"5\t1\t1\t1\t1\t1\t300\t200\t80\t30\t87\tA/L.632"
            return super().read(picture, languages)

    fake = Missing(lambda *_: ENGLISH)
    image = Image.frombytes("L", (800, 300), page().pixels)
    image.paste(0, (300, 200, 380, 230))
    found = read_picture(fake, Picture(1, 800, 300, 300, image.tobytes()))  # type: ignore[arg-type]
    assert found.words[-1].text == "A/L.632"
    assert found.words[-1].line > found.words[-2].line


@pytest.mark.slow
def test_four_scripts_are_told_and_read() -> None:
    need_tesseract("eng", "fra", "osd")
    found = find_engine()
    assert found is not None
    for lines, languages in ((ENGLISH * 4, ("eng",)), (FRENCH * 4, ("fra",))):
        image = picture(lines)
        text = read_picture(found, Picture(1, *PAGE, 200, image.tobytes()))
        assert (text.languages, text_of(text.words)) == (languages, " ".join(lines))
        again = read_picture(found, Picture(1, *PAGE, 200, image.tobytes()))
        assert again == text


def test_words_are_where_they_are_drawn() -> None:
    assert word("Two", 10, 20).box.x1 == 55
