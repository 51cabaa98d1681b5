"""Numbers in words, as sessions are printed."""

import pytest

from allegata.un.ordinals import chinese_number, ordinal_number
from allegata.un.words import words_of

SAID = {
    "en": {1: "first", 12: "Twelfth", 30: "thirtieth", 75: "Seventy-fifth", 71: "71st"},
    "fr": {1: "Première", 21: "Vingt et unième", 71: "Soixante et onzième", 80: "quatre-vingtième"},
    "es": {11: "Undécimo", 33: "Trigésimo tercer", 70: "Septuagésimo", 86: "octogésimo sexto"},
    "ru": {3: "третья", 40: "Сороковой", 47: "Сорок седьмая", 86: "восемьдесят шестой"},
    "ar": {11: "الحادية عشرة", 40: "الأربعون", 76: "السادسة والسبعون"},
    "zh": {10: "十", 11: "十一", 75: "七十五", 80: "八十"},
    "de": {3: "dritte", 70: "siebzigste", 86: "Sechsundachtzigste"},
}


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [(language, number, said) for language, row in SAID.items() for number, said in row.items()],
)
def test_an_ordinal_says_its_number(language: str, number: int, said: str) -> None:
    assert ordinal_number(said, words_of(language)) == number


@pytest.mark.parametrize("said", ["", "this", "seventy", "last", "seventy-tenth"])
def test_other_words_say_none(said: str) -> None:
    assert ordinal_number(said, words_of("en")) is None


@pytest.mark.parametrize(
    ("raw", "number"), [("一九九三", 1993), ("二〇三一", 2031), ("三十", 30), ("2031", 2031)]
)
def test_chinese_numerals_are_read_by_digit_or_by_tens(raw: str, number: int) -> None:
    assert chinese_number(raw) == number
