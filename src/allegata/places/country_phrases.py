"""Countries where a text names them.

In: a text. Out: the spans of names of countries, longest first at each place; demonyms are none.

>>> text = "in the Syrian Arab Republic and in Iran (Islamic Republic of), by Syrians"
>>> [text[start:end] for start, end in find_countries(text)]
['Syrian Arab Republic', 'Iran (Islamic Republic of)']
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from allegata.lang.countries import countries, country_named, is_abbreviation

_LONGEST: Final = 80  # characters; the longest official name has 52
_WORD = re.compile(r"[^\W\d_][\w'’ʼ‘.-]*")
_CAPITALISED = re.compile(r"(?<![\w-])[A-ZÀ-ÖØ-Þ][\w'’ʼ‘.-]*")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,4}|[A-Z]{2,4}\b(?![-\u2010]?\w)")
_IN_BRACKETS = re.compile(r" \([^()\n]{1,60}\)")
_TAIL = re.compile(r"(?:['’]s|[.'’-])+$")  # of a word: a possessive, or the sentence's full stop


def find_countries(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each country named in ``text``, in order, without overlaps."""
    reached = 0
    most_words = _most_words()
    for match in _CAPITALISED.finditer(text):
        if match.start() < reached:
            continue
        most = most_words.get(_TAIL.sub("", match[0]).lower(), 0)
        if not most and not _INITIALS.match(match[0]):
            continue
        end = _end_of_country(text, match.start(), most)
        if end is not None:
            reached = end
            yield match.start(), end


def _end_of_country(text: str, start: int, most: int) -> int | None:
    """Return where the longest name of a country from ``start`` ends, of ``most`` words."""
    initials = _INITIALS.match(text, start)
    if initials is not None and country_named(initials[0], demonyms=False) is not None:
        return initials.end()
    best = None
    for count, word in enumerate(_WORD.finditer(text, start, start + _LONGEST), start=1):
        end = word.start() + len(_TAIL.sub("", word[0]))
        if country_named(text[start:end], demonyms=False) is not None:
            best = end
        if count >= most or word[0].endswith("."):
            break
    if best is None:
        return None
    if "(" in text[start:best] and text[best : best + 1] == ")":
        return best + 1
    bracket = _IN_BRACKETS.match(text, best)
    if bracket is not None and country_named(text[start : bracket.end()], demonyms=False):
        return bracket.end()
    return best


@cache
def _most_words() -> dict[str, int]:
    """Return, by first word in lower case, how many words the longest such name has."""
    most: dict[str, int] = {}
    for country in countries():
        for name in country.names:
            words = _WORD.findall(name)
            if name[:1].isupper() and words and not is_abbreviation(name):
                first = words[0].lower()
                most[first] = max(most.get(first, 0), len(words))
    return most
