"""The words for the parts of a document, with their numbers."""

import pytest

from allegata.un.clearing import clear
from allegata.un.provision_words import find_provisions, is_noun_ahead, read_numbers, roman


def read(text: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.kind, one.items) for one in find_provisions(clear(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("paragraph 9", [("paragraph", ("9",))]),
        ("para. 5", [("paragraph", ("5",))]),
        ("paras. 3-5, 7 and 9", [("paragraph", ("3-5", "7", "9"))]),
        ("paragraphs 2 (a) (ii) and (b)", [("paragraph", ("2 (a) (ii)", "2 (b)"))]),
        ("paragraph 12.3", [("paragraph", ("12.3",))]),
        ("paragraph 9 (2017)", [("paragraph", ("9",))]),
        ("paragraph 9/2017", []),
        ("the paragraph", []),
        ("annex", [("annex", ())]),
        ("annexes I and III", [("annex", ("I", "III"))]),
        ("annex B", [("annex", ("B",))]),
        ("annexed to it", []),
        ("section II.A", [("section", ("II.A",))]),
        ("Chapters VI-VIII", [("chapter", ("VI-VIII",))]),
        ("part I've read", []),
        ("l'alinéa c)", [("subparagraph", ("(c)",))]),
        ("articles 2 et 51", [("article", ("2", "51"))]),
        ("párrafos 14 a 17", [("paragraph", ("14-17",))]),
        ("пункты 14–17", [("paragraph", ("14-17",))]),
        ("пункт 18 с)", [("paragraph", ("18 (c)",))]),
        ("الفقرة 18 (ج)", [("paragraph", ("18 (c)",))]),
        ("المرفق الثاني", [("annex", ("II",))]),
        ("الفصل السابع", [("chapter", ("VII",))]),
        ("第五十一条", [("article", ("51",))]),
        ("第11和15段", [("paragraph", ("11", "15"))]),
        ("第二条第四项", [("article", ("2",)), ("clause", ("4",))]),
        ("第七章", [("chapter", ("VII",))]),
        ("附件二", [("annex", ("II",))]),
        ("第五次", []),
    ],
)
def test_kinds_and_numbers(text: str, expected: list[tuple[str, tuple[str, ...]]]) -> None:
    assert read(text) == expected


def test_a_list_ends_before_a_number_that_counts_something() -> None:
    assert read("paragraph 3, 43 civilians") == [("paragraph", ("3",))]
    assert read("paragraphs 3 and 4 of it") == [("paragraph", ("3", "4"))]
    assert is_noun_ahead("43 civilians", 2)
    assert not is_noun_ahead("43 of", 2)
    assert not is_noun_ahead("43.", 2)


def test_numbers_are_read_where_they_stand() -> None:
    assert read_numbers(" 4, 5 and 7 of", 0, "paragraph") == (("4", "5", "7"), 11)
    assert read_numbers(" of it", 0, "paragraph") == ((), 0)


def test_roman_numerals() -> None:
    assert [roman(number) for number in (1, 4, 9, 14, 19)] == ["I", "IV", "IX", "XIV", "XIX"]
