import pytest
from tests.ocrkit import word, words_of

from allegata.model.document import Box
from allegata.model.pictures import PictureText
from allegata.stages.convert.ocr_lines import lines_of


def test_a_line_holds_its_words_and_where_each_stands() -> None:
    (line,) = lines_of(
        PictureText(words_of(["Two were hurt"])), page=3, size=(2550, 3300), scale=0.24
    )
    assert (line.page, line.text) == (3, "Two were hurt")
    assert [line.text[one.start : one.end] for one in line.words] == ["Two", "were", "hurt"]
    assert line.words[0].box == Box(48, 48, 58.8, 55.2)
    assert line.words[0].confidence == 0.95


def test_a_line_without_capitals_is_as_high_as_the_others() -> None:
    high = word("Two", 200, 500, line=0)
    low = word("were", 200, 560, line=1, height=20)
    first, second = lines_of(
        PictureText((high, low, word("Hurt", 200, 600, line=2))), page=1, size=(2550, 3300), scale=1
    )[:2]
    assert first.box.y1 - first.box.y0 == second.box.y1 - second.box.y0
    assert first.size == second.size


@pytest.mark.parametrize(
    ("turned", "box"),
    # The word's box (100, 20)..(145, 50) of the turned picture, in the picture of 600 by 800.
    [
        (90, Box(20, 655, 50, 700)),
        (180, Box(455, 750, 500, 780)),
        (270, Box(550, 100, 580, 145)),
    ],
)
def test_words_of_a_turned_picture_stand_where_the_page_shows_them(turned: int, box: Box) -> None:
    text = PictureText((word("Two", 100, 20),), turned=turned)
    (line,) = lines_of(text, page=1, size=(600, 800), scale=1)
    assert line.words[0].box == box


def test_no_words_are_no_lines() -> None:
    assert lines_of(PictureText(), page=1, size=(600, 800), scale=1) == []
