import pytest

from allegata.stages.convert.ocr_quality import is_poor, is_strange, share_of_strange

TYPED = [
    "1. On 8 May 2031 the Mission (UNMID) wrote to the Secretary-General (S/2031/684/Add.1), who",
    "told McBride & Son of $2.4 million, i.e. 40% of what the 2nd phase cost; A/75/574-S/2031/9.",
    "L'organisation n'a pas répondu : « non ; pas ici ! » Les MiG-29 sont cités (www.example.org).",
    "Организация 3-го числа сообщила о 12 раненых, в том числе о 2 детях (см. пункт 4).",
    "第2253(2015)号决议于5月3日通过,共27人。",
    "أسفرت الغارة عن إصابة ٢٣ مدنيا (S/2031/684).",
]


def test_typed_text_of_six_languages_has_nothing_strange() -> None:
    assert [word for line in TYPED for word in line.split() if is_strange(word)] == []


@pytest.mark.parametrize(
    "word",
    [
        *("COnsUltatiOnS", "fOrCeS", "reC8iV8d", "Area8", "view8", "al1", "~9", "spots~~"),
        *("Nicar~gua,", "to,make", "rt:iew", "a%pported", "TJN|KOM", "h&o", ",", "\\"),
    ],
)
def test_what_bad_ocr_makes_of_words_is_strange(word: str) -> None:
    assert is_strange(word)


def test_two_strange_words_in_a_page_are_poor_and_one_in_a_book_is_not() -> None:
    page = TYPED * 10
    assert not is_poor(page)
    assert not is_poor([*page, "one al1 slip"])
    assert is_poor([*page, "COnsUltatiOnS in Area8"])
    assert not is_poor([*(TYPED * 200), "COnsUltatiOnS in Area8"])


def test_a_word_a_line_is_poor() -> None:
    assert is_poor(["Two", "people", "hurt", "in", "the", "market", "of", "Dorval"] * 3)
    assert is_poor([])
    assert not is_poor(["A", "B"])


def test_the_share_is_of_all_words() -> None:
    assert share_of_strange(["one al1", "two three"]) == 0.25
    assert share_of_strange([]) == 0.0
