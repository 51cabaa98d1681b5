import unicodedata

import pytest
from bidi.algorithm import get_display
from hypothesis import given
from hypothesis import strategies as st

from allegata.model.document import Box
from allegata.stages.convert.pdf_rtl import Glyph, is_rtl, numbers_of, order_lines


def drawn(line: str, *, size: float = 10.0) -> list[Glyph]:
    """Return the glyphs of a line, each letter where a reader sees it, blanks left out."""
    return [
        Glyph(char, Box(5.0 * n, 0.0, 5.0 * n + 5.0, size), size)
        for n, char in enumerate(str(get_display(line, base_dir="R")))
        if not char.isspace()
    ]


def read(line: str) -> str:
    (found,) = order_lines(drawn(line), 1)
    return found.text


@given(st.lists(st.text("ابتثجحدرسعفقكلمنهوي", min_size=1, max_size=8), min_size=1, max_size=8))
def test_arabic_words_come_back_as_they_were_written(words: list[str]) -> None:
    assert read(" ".join(words)) == " ".join(words)


@given(st.integers(0, 10**9), st.booleans())
def test_a_number_in_an_arabic_line_is_never_turned_round(number: int, arabic: bool) -> None:
    shown = "".join(chr(0x660 + int(d)) for d in str(number)) if arabic else str(number)
    line = f"أصيب {shown} مدنيا"
    assert read(line) == line


def test_a_ligature_and_a_letters_shape_become_letters() -> None:
    glyphs = [
        Glyph("لا", Box(0, 0, 5, 10), 10.0),  # one glyph, told as two letters
        Glyph("\ufe8e", Box(5, 0, 10, 10), 10.0),  # the final shape of alef
    ]
    (line,) = order_lines(glyphs, 1)
    assert line.text == "الا"


def test_a_vowel_sign_follows_its_letter() -> None:
    glyphs = [
        Glyph("ب", Box(0, 0, 5, 10), 10.0),
        Glyph("م", Box(5, 0, 10, 10), 10.0),
        Glyph("\u064f", Box(6, 0, 8, 10), 10.0),
    ]
    (line,) = order_lines(glyphs, 1)
    assert line.text == "مُب"
    assert unicodedata.name(line.text[1]) == "ARABIC DAMMA"


def test_a_footnote_mark_is_not_made_part_of_a_number() -> None:
    assert "٤٣²" in read("أصيب ٤٣² مدنيا")


def test_a_latin_line_on_an_arabic_page_keeps_its_order() -> None:
    arabic = drawn("أصيب مدنيون" * 3)
    latin = [
        Glyph(char, Box(5.0 * n, 20, 5.0 * n + 5, 30), 10.0)
        for n, char in enumerate("Annex I (2031)")
        if char != " "
    ]
    assert order_lines([*arabic, *latin], 1)[1].text == "Annex I (2031)"


def test_one_foreign_name_does_not_make_a_page_right_to_left() -> None:
    assert not is_rtl("The village of دورفال lies far from the front, " * 3 + "x" * 400)
    assert is_rtl("أصيب ٢٣ مدنيا near Dorval")


def test_numbers_are_compared_whole() -> None:
    assert numbers_of("٢٣") == numbers_of("23") != numbers_of("32")


def test_letters_printed_twice_for_weight_are_read_once() -> None:
    line = "مجلس الأمن"
    twice = [
        Glyph(g.text, Box(g.box.x0 + by, g.box.y0, g.box.x1 + by, g.box.y1), g.size)
        for by in (0.0, 0.4)
        for g in drawn(line)
    ]
    (found,) = order_lines(twice, 1)
    assert found.text == line


def test_a_letter_that_stands_twice_is_kept_twice() -> None:
    assert read("ممتد") == "ممتد"


def brackets(line: str, *, meant: bool) -> list[Glyph]:
    """The glyphs of a line with the brackets that are drawn, or those that are meant."""
    return [
        Glyph(BRACKETS.get(g.text, g.text) if meant else g.text, g.box, g.size) for g in drawn(line)
    ]


BRACKETS = {"(": ")", ")": "(", "[": "]", "]": "["}


@pytest.mark.parametrize("meant", [False, True])
@pytest.mark.parametrize(
    "line", ["القرار 2253 (2015) والقرار [9]", "الفقرة 9 (أ) من القرار", "العدد (٧)"]
)
def test_brackets_close_what_they_open_whichever_a_program_notes(line: str, meant: bool) -> None:
    (found,) = order_lines(brackets(line, meant=meant), 1)
    assert found.text == line
