import pytest

from allegata.model.document import Box
from allegata.stages.convert.pdf_rtl import Glyph
from allegata.stages.convert.pdf_second import is_latin, same_digits
from allegata.stages.convert.printed import PrintedLine


def line(text: str) -> PrintedLine:
    return PrintedLine(1, text, Box(0, 0, 90, 10), 10.0)


def glyphs(text: str) -> list[Glyph]:
    return [Glyph(c, Box(5.0 * n, 0, 5.0 * n + 5, 10), 10.0) for n, c in enumerate(text)]


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Security Council", True),
        ("The village of دورفال lies far from the front line of the war", True),
        ("27 (12/3)", True),
        ("Совет Безопасности Distr.: General", False),
        ("安全理事会 Distr.: General 8 May", False),
    ],
)
def test_the_script_of_a_page_is_that_of_most_letters(text: str, latin: bool) -> None:
    assert is_latin(text) is latin


def test_readers_agree_whatever_blanks_and_order_they_see() -> None:
    assert same_digits([line("1 234 ранены"), line("27")], glyphs("271234"))
    assert same_digits([line("٢٣")], glyphs("23"))


@pytest.mark.parametrize("seen", ["27124", "2712345", "271235", ""])
def test_readers_that_see_other_digits_disagree(seen: str) -> None:
    assert not same_digits([line("1 234 ранены"), line("27")], glyphs(seen))
