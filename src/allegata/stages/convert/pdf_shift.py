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

# How often letters occur, in thousandths, in English, French and Spanish together.
_USUAL = {
    **dict(
        zip(
            "easintorlducmphgfbvyqwxjkz",
            (
                130,
                85,
                75,
                71,
                70,
                68,
                68,
                64,
                48,
                40,
                43,
                36,
                28,
                27,
                32,
                15,
                15,
                13,
                12,
                11,
                8,
                9,
                3,
                3,
                3,
                3,
            ),
            strict=True,
        )
    ),
}
_RARE = 0.0015  # any other character
_LEAST = 40  # characters: a shift is not told from less
_CLEARLY = 0.9  # natural logarithm a character
_SHIFTS = (*range(-31, 0), *range(1, 96))
_LETTER = re.compile(r"[^\W\d_]")
_ACCENTED = re.compile("[\u00c0-\u00ff]")


def find_shift(text: str) -> int | None:
    """Return by how much every code is too low, or None where the letters are as usual.

    >>> find_shift("1,234 5,678 9,012 3,456 7,890 1,234 5,678 9,012 3,456 7,890 1,234")
    """
    counts = Counter(char for char in text if not char.isspace())
    total = sum(counts.values())
    plain = sum(number for char, number in counts.items() if "!" <= char <= "~")
    if total < _LEAST or plain < 0.7 * total:
        return None
    as_it_is = _likelihood(counts, 0)
    shift = max(_SHIFTS, key=lambda by: _likelihood(counts, by))
    letters = sum(number for char, number in counts.items() if _shifted(char, shift) in _USUAL)
    clear = _likelihood(counts, shift) - as_it_is > _CLEARLY * total
    return shift if clear and letters > 0.7 * total else None


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
