"""Letters that are written in several ways and count as one, as tables for ``str.translate``.

In: a letter without its combining marks, in lower case. Out: the letter under which it is found.

>>> "łódź".translate(str.maketrans(LATIN))
'lódź'
"""

from typing import Final

# Marks for ayn and hamza, elisions and quotation: ' ` ´ and their typographic and spacing kinds.
APOSTROPHES: Final = "'`´ʹʺʻʼʽʾʿˈˌ‘’‛′″"

GROUPING: Final = "\u00a0\u2009\u202f,.'’٬，．"  # between the thousands of a number

# Latin letters that Unicode does not take apart into a letter and a mark.
LATIN: Final = {
    "ı": "i", "ə": "a", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe",
    "ħ": "h", "ŋ": "n",
}  # fmt: skip

# The same Arabic letter as Arabic, Persian, Urdu and Pashto write it, and the tatweel.
ARABIC: Final = {
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ة": "ه", "ہ": "ه", "ھ": "ه", "ک": "ك", "ـ": None,
}  # fmt: skip
