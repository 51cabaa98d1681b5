import pytest
from tests.ocrkit import Fake, failing, saying, words_of

from allegata.model.pictures import Picture, PictureText
from allegata.stages.convert.ocr_pages import OcrPage, read_pictures, tool_of


def picture(page: int) -> tuple[Picture, float]:
    return Picture(page, 2550, 3300, 300, b""), 0.24


def test_each_picture_gives_a_page() -> None:
    pages = list(read_pictures([picture(3), picture(7)], saying("Two were hurt")))
    assert [(page.number, page.lines[0].text) for page in pages] == [
        (3, "Two were hurt"),
        (7, "Two were hurt"),
    ]
    assert pages[0].confidence == pytest.approx(0.95)
    assert pages[0].has_text


def test_why_a_page_was_not_read_is_kept() -> None:
    (page,) = read_pictures([picture(1)], failing("language", "tesseract-ocr-ara"))
    assert (page.failure, page.lacking, page.has_text) == ("language", "tesseract-ocr-ara", False)


def test_pictures_are_made_when_they_are_wanted() -> None:
    made = []

    def pictures() -> object:
        for number in (1, 2, 3):
            made.append(number)
            yield picture(number)

    pages = read_pictures(pictures(), saying("Two"))  # type: ignore[arg-type]
    next(pages)
    assert made == [1]


def test_a_map_has_scattered_words_and_a_letter_has_not() -> None:
    def page(*lines: str) -> OcrPage:
        fake = Fake(lambda _: PictureText(words_of(lines)))
        return next(read_pictures([picture(1)], fake))

    town = page("Dorval", "Nord", "Camp Sud", "UNMID", "Map No. 4", "10 km")
    assert town.is_scattered
    assert not page("Two people were hurt in Dorval", "Mission", "S/2031/5").is_scattered
    assert town.set_apart().lines[0].noise
    assert not town.set_apart().has_text


def test_the_tool_names_all_languages_once() -> None:
    pages = [OcrPage(1, languages=("fra",)), OcrPage(2, languages=("ara", "eng"))]
    assert tool_of(pages, "tesseract 5") == "allegata.ocr@1 tesseract 5 ara+eng+fra"
