"""Numbers that stand in Arabic script, and the value of a number as somebody types it.

In: a text. Out: the ranges of its numbers in digits that are Arabic themselves, or stand in a line
whose letters are. Where the line has no letters, its paragraph decides, and then the whole text.

>>> text = "قتل ٢٣ مدنيا يوم 5 آذار\\n\\nPage 7"
>>> [text[start:end] for start, end in arabic_numbers(text)]
['٢٣', '5']
>>> value_of("٢٬١٣٠"), value_of("2,130"), value_of("about 3")
(2130, 2130, None)
"""

import re
from collections.abc import Iterator

from allegata.text.folding import fold
from allegata.text.letters import GROUPING

_NUMBER = re.compile(rf"(?<!\d)\d{{1,3}}([{GROUPING}])\d{{3}}(?:\1\d{{3}})*(?!\d)|\d+")
_TYPED = re.compile(rf"\d+|\d{{1,3}}([ {GROUPING}])\d{{3}}(?:\1\d{{3}})*")
_DIGIT = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_LETTER = re.compile(
    "[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\u0870-\u08c9"
    "\ufb50-\ufdfb\ufe70-\ufefc]"
)
_LINE = re.compile(r"[^\n]+")
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LONGEST_VALUE = 15  # digits


def arabic_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the numbers of ``text`` that stand in Arabic script, in order."""
    everywhere = None
    for paragraph in _PARAGRAPH.finditer(text):
        around = _is_arabic(paragraph.group())
        for line in _LINE.finditer(text, *paragraph.span()):
            script = _is_arabic(line.group())
            for number in _NUMBER.finditer(text, *line.span()):
                if script is None and around is None and everywhere is None:
                    everywhere = bool(_is_arabic(text))
                arabic = next((x for x in (script, around, everywhere) if x is not None), False)
                if arabic or _DIGIT.search(number.group()):
                    yield number.span()


def value_of(typed: str) -> int | None:
    """Return the number that ``typed`` is, in digits of any script; None where it is no number."""
    typed = typed.strip()
    if not _TYPED.fullmatch(typed):
        return None
    digits = fold("".join(letter for letter in typed if letter.isdecimal()))
    return int(digits) if len(digits) <= _LONGEST_VALUE else None


def _is_arabic(text: str) -> bool | None:
    """Say whether there are Arabic letters; None where there are no letters at all."""
    if _LETTER.search(text):
        return True
    return False if any(map(str.isalpha, text)) else None
