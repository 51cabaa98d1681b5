"""Text whose font tells the wrong letters: an alphabet that is shifted, or of another code page.

Some PDFs hold fonts without a map to Unicode, whose codes are the letters' codes less a number:
"6\\\\PEROV" is "Symbols" with every code 29 lower. Others write Russian letters under the codes of
Western accented ones. Both are told by how often letters occur, in the languages of Latin script.

>>> find_shift("6\\\\PEROV RI 8QLWHG 1DWLRQV GRFXPHQWV DQG WKH UHVROXWLRQV RI LWV PDLQ RUJDQV")
29
>>> find_shift("Symbols of United Nations documents and the resolutions of its main organs")
>>> is_misread_alphabet("Îðãàíèçàöèÿ Îáúåäèíåííûõ Íàöèé, Ñîâåò Áåçîïàñíîñòè")
True
"""

import math
import re
from collections import Counter

# Letters by how often they occur in English, French and Spanish together, and those frequencies in
# thousandths.
_LETTERS = "easintorlducmphgfbvyqwxjkz"
_OFTEN = (*(130, 85, 75, 71, 70, 68, 68, 64, 48, 40, 43, 36, 28), *(27, 32, 15, 15, 13, 12, 11))
_USUAL = dict(zip(_LETTERS, (*_OFTEN, 8, 9, 3, 3, 3, 3), strict=True))
_RARE = 0.0015  # any other character
_LEAST = 40  # characters: a shift is not told from less
_CLEARLY = 0.5  # natural logarithm a character
_USUAL_ENOUGH = -3.45  # the same, of the letters of any text in a Latin language: -3.1 and more
_MOST_DIGITS = 0.4  # of the characters: a table of numbers
_MOST_OF_ONE = 0.15  # of the characters: the dots of a table of contents tell nothing
_SHIFTS = (*range(-31, 0), *range(1, 96))
_LETTER = re.compile(r"[^\W\d_]")
_ACCENTED = re.compile("[\u00c0-\u00ff]")


def find_shift(text: str) -> int | None:
    """Return by how much every code is too low, or None where the letters are as usual.

    >>> find_shift("1,234 5,678 9,012 3,456 7,890 1,234 5,678 9,012 3,456 7,890 1,234")
    """
    counts = Counter("".join(text.split()))
    total = sum(counts.values())
    plain = sum(number for char, number in counts.items() if "!" <= char <= "~")
    digits = sum(number for char, number in counts.items() if char.isdigit())
    if total < _LEAST or plain < 0.7 * total or digits > _MOST_DIGITS * total:
        return None
    if _has_usual_letters(counts):
        return None
    counts = _without_rows(counts, total)
    total = sum(counts.values())
    as_it_is = _likelihood(counts, 0)
    shift = max(_SHIFTS, key=lambda by: _likelihood(counts, by))
    letters = sum(number for char, number in counts.items() if _shifted(char, shift) in _USUAL)
    clear = _likelihood(counts, shift) - as_it_is > _CLEARLY * total
    return shift if clear and total >= _LEAST and letters > 0.7 * total else None


def _has_usual_letters(counts: "Counter[str]") -> bool:
    """Say whether the letters, punctuation and digits aside, are those of a language."""
    letters = Counter({char: number for char, number in counts.items() if char.isalpha()})
    total = sum(letters.values())
    return total >= _LEAST and _likelihood(letters, 0) > _USUAL_ENOUGH * total


def _without_rows(counts: "Counter[str]", total: int) -> "Counter[str]":
    """Leave out a sign that fills lines, such as a dot or a rule."""
    return Counter({c: n for c, n in counts.items() if c.isalnum() or n <= _MOST_OF_ONE * total})


def is_misread_alphabet(text: str) -> bool:
    """Say whether most letters are accented ones, as in no language: Cyrillic in another code."""
    letters = len(_LETTER.findall(text))
    return letters >= _LEAST and len(_ACCENTED.findall(text)) > 0.5 * letters


def _likelihood(counts: "Counter[str]", shift: int) -> float:
    return sum(
        number * math.log(_USUAL.get(_shifted(char, shift), _RARE * 1000) / 1000)
        for char, number in counts.items()
    )


def _shifted(char: str, shift: int) -> str:
    return chr(ord(char) + shift).lower() if ord(char) + shift > 0 else char
