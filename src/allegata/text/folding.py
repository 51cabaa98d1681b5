"""A word's letters as a search compares them: without case, marks and variants.

In: one word. Out: its form, of letters and of digits in ASCII alone; "" where nothing is left.

>>> fold("Ёлкой"), fold("Şırnak"), fold("أُسرة"), fold("Straße"), fold("٢٣")
('елкой', 'sirnak', 'اسره', 'strasse', '23')
"""

import re
import unicodedata
from functools import lru_cache

from allegata.text.letters import ARABIC, LATIN

# The tables of Unicode are part of it, and they differ between versions of Python.
FOLDING_VERSION = f"1/{unicodedata.unidata_version}"

_URDU_KURDISH_PASHTO = {"ے": "ي", "ۍ": "ي", "ێ": "ي", "ە": "ه", "ڪ": "ك", "ګ": "گ"}
_STRESSED = {"ё": "е", "ѐ": "е", "ѝ": "и"}  # й and ї are letters of their own
_TABLE = str.maketrans(LATIN | ARABIC | _URDU_KURDISH_PASHTO | _STRESSED)
_CYRILLIC = ("\u0400", "\u052f")
_VOICING = "\u3099\u309a"  # が is another syllable than か
_FRACTION = "\u2044"  # ½ is 1⁄2, and not 12
# Left out by many writers: "شهداء", "شهدا". After fewer letters it tells words apart: "ماء", "ما".
_LAST_HAMZA = re.compile("(?<=[\u0620-\u06d3]{4})ء$")
_LONGEST_KEPT = 64  # letters of a word whose form is remembered


def fold(word: str) -> str:
    """Return the form of ``word``."""
    return _folded(word) if len(word) <= _LONGEST_KEPT else _folded.__wrapped__(word)


@lru_cache(maxsize=1 << 15)
def _folded(word: str) -> str:
    if word.isascii():
        return word.lower() if word.isalnum() else "".join(filter(str.isalnum, word)).lower()
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", word).casefold())
    bare = "".join(
        letter if _CYRILLIC[0] <= letter <= _CYRILLIC[1] else _without_marks(letter)
        for letter in composed
    )
    letters = unicodedata.normalize("NFC", bare).translate(_TABLE)
    plain = "".join(_ascii_digit(letter) for letter in letters if _belongs(letter))
    return _LAST_HAMZA.sub("", plain)


def _without_marks(letter: str) -> str:
    return "".join(
        part
        for part in unicodedata.normalize("NFD", letter)
        if part in _VOICING or not unicodedata.combining(part)
    )


def _ascii_digit(letter: str) -> str:
    return str(unicodedata.decimal(letter)) if letter.isdecimal() else letter


def _belongs(letter: str) -> bool:
    """Say whether a character is part of a form: letters, numbers, signs that stand for vowels."""
    if letter.isalnum() or letter == _FRACTION:
        return True
    variation = "\ufe00" <= letter <= "\ufe0f"
    return unicodedata.category(letter)[0] == "M" and not variation
