"""Numbers in words, as mastheads print sessions and years: "Seventy-fifth session", "第七十五年".

In: the words of a language, or a number as printed. Out: an expression for every ordinal up to 99,
and the number that one says. A language builds its ordinals of units to nineteen, of tens, and of
both together.

>>> from allegata.un.words import words_of
>>> ordinal_number("Seventy-fifth", words_of("en")), ordinal_number("71st", words_of("en"))
(75, 71)
>>> chinese_number("二十七"), chinese_number("一九九三")
(27, 1993)
"""

import re
from functools import cache

from allegata.un.words import Words, plain, spaced, words_of

FIGURES = r"\d{1,3}"
CHINESE = "[〇○零一二三四五六七八九十]{1,5}"
_DIGITS = "〇一二三四五六七八九"
_ZEROS = str.maketrans("○零", "〇〇")


def chinese_number(raw: str) -> int:
    """Return what figures or Chinese numerals say, digit by digit or with tens."""
    if raw.isdecimal():
        return int(raw)
    raw = raw.translate(_ZEROS)
    if "十" not in raw:
        return int("".join(str(_DIGITS.index(one)) for one in raw))
    tens, _, ones = raw.partition("十")
    return 10 * (_DIGITS.index(tens) if tens else 1) + (_DIGITS.index(ones) if ones else 0)


@cache
def ordinal_shape(language: str) -> str:
    """Return an expression for every ordinal of a language, in words or in figures."""
    words = words_of(language)
    shapes = [shape for _, shape in _rows(language)]
    shapes += [shape.format(number=FIGURES) for shape in words.all("ordinals.figures")]
    shapes += [CHINESE] * (not words.bounded)
    return "(?:" + "|".join(spaced(shape) for shape in shapes) + ")" if shapes else "(?!)"


def ordinal_number(raw: str, words: Words) -> int | None:
    """Return the number of an ordinal in that language; None where it says none."""
    readable = plain(raw.strip())
    figures = re.search(FIGURES, readable)
    if figures:
        return int(figures.group())
    if not words.bounded:
        return chinese_number(readable) if re.fullmatch(CHINESE, readable) else None
    for number, shape in _rows(words.language):
        if re.fullmatch(spaced(shape), readable, re.IGNORECASE):
            return number
    return None


@cache
def _rows(language: str) -> tuple[tuple[int, str], ...]:
    """Return (number, expression) of the ordinals in words, the highest first.

    "Décimo" begins "décimo tercero" too.
    """
    words = words_of(language)
    units = words.all("ordinals.units")
    rows = list(enumerate(units, start=1))
    rows += [(10 * at, ten) for at, ten in enumerate(words.all("ordinals.exact"), start=2)]
    joined = words.all("ordinals.joined_units") or units
    to_nineteen = set(words.all("ordinals.to_nineteen"))
    for at, ten in enumerate(words.all("ordinals.joined_tens"), start=2):
        last = 19 if str(10 * at) in to_nineteen else 9
        rows += [
            (10 * at + unit_at, shape.format(tens=ten, unit=unit))
            for unit_at, unit in enumerate(joined[:last], start=1)
            for shape in words.all("ordinals.shapes")
        ]
    return tuple(sorted(rows, key=lambda row: (-row[0], row[1])))
