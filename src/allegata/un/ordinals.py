"""Numbers in words, as mastheads print sessions and years: "Seventy-fifth session", "第七十五年".

In: the words of a language, or a number as printed. Out: an expression that finds what may be an
ordinal, and the number that one says, up to 199 in figures and 99 in words. A language builds its
ordinals of units to nineteen, of tens, and of both together.

>>> from allegata.un.words import words_of
>>> ordinal_number("Seventy-fifth", words_of("en")), ordinal_number("71st", words_of("en"))
(75, 71)
>>> chinese_number("二十七"), chinese_number("一九九三")
(27, 1993)
"""

import re
from collections.abc import Sequence
from functools import cache

from allegata.un.words import Words, plain, spaced, words_of

FIGURES = r"\d{1,3}"
CHINESE = "[〇○零一二三四五六七八九十]{1,5}"
_DIGITS = "〇一二三四五六七八九"
_ZEROS = str.maketrans("○零", "〇〇")
_LAST_OF_TENS = 9


def chinese_number(raw: str) -> int:
    """Return what figures or Chinese numerals say, digit by digit or with tens."""
    if raw.isdecimal():
        return int(raw)
    raw = raw.translate(_ZEROS)
    if "十" not in raw:
        return int("".join(str(_DIGITS.index(one)) for one in raw))
    tens, _, ones = raw.partition("十")
    return 10 * (_DIGITS.index(tens) if tens else 1) + (_DIGITS.index(ones) if ones else 0)


def loose_shape(words: Words) -> str:
    """Return an expression of the words among which an ordinal may be."""
    shapes = [*words.all("ordinals.loose")]
    shapes += [shape.format(number=FIGURES) for shape in words.all("ordinals.figures")]
    shapes += [rf"{CHINESE}|{FIGURES}"] * (not words.bounded)
    return "(?:" + "|".join(spaced(shape) for shape in shapes) + ")" if shapes else "(?!)"


def ordinal_number(raw: str, words: Words) -> int | None:
    """Return the number of an ordinal in that language; None where it says none."""
    readable = plain(raw.strip())
    figures = re.search(FIGURES, readable)
    if figures:
        return int(figures.group())
    if not words.bounded:
        return chinese_number(readable) if re.fullmatch(CHINESE, readable) else None
    for shape in _shapes(words.language):
        match = shape.fullmatch(readable)
        if match:
            told = [name for name, value in match.groupdict().items() if value is not None]
            return sum(int(name[1:]) for name in told)
    return None


@cache
def _shapes(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the expressions of ordinals; the names of their groups add up to the number."""
    words = words_of(language)
    units, tens = words.all("ordinals.units"), words.all("ordinals.joined_tens")
    exact = _named("e", words.all("ordinals.exact"), (20, 10))
    shapes = [f"{_named('u', units, (1, 1))}|{exact}"]
    joined = words.all("ordinals.joined_units") or units
    teens = {int(ten) for ten in words.all("ordinals.to_nineteen")}
    for shape in words.all("ordinals.shapes"):
        short = _named("t", tens, (20, 10))
        ones = _named("u", joined[:_LAST_OF_TENS], (1, 1))
        shapes.append(shape.format(tens=short, unit=ones))
        if teens:
            long = _named("t", tens, (20, 10), only=teens)
            shapes.append(shape.format(tens=long, unit=_named("u", joined, (1, 1))))
    return tuple(re.compile(spaced(shape), re.IGNORECASE) for shape in shapes)


def _named(
    letter: str, values: Sequence[str], counting: tuple[int, int], only: set[int] | None = None
) -> str:
    """Return alternatives in groups that are named for their numbers: "t20", "t30"."""
    first, step = counting
    numbered = [(first + step * at, value) for at, value in enumerate(values)]
    kept = [(number, value) for number, value in numbered if only is None or number in only]
    return "(?:" + "|".join(f"(?P<{letter}{number}>{value})" for number, value in kept) + ")"
