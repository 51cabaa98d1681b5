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

from allegata.lang.countries import (
    countries,
    country_named,
    fold_country_name,
    is_abbreviation,
)

_LONGEST: Final = 80  # characters; the longest official name has 52
_WORD = re.compile(r"[^\W\d_][\w'’ʼ‘.-]*")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,4}|\b[A-Z]{2,4}\b(?![-\u2010]?\w)")
_IN_BRACKETS = re.compile(r" \([^()\n]{1,60}\)")


def find_countries(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each country named in ``text``, in order, without overlaps."""
    reached = 0
    for match in _candidates().finditer(text):
        if match.start() < reached:
            continue
        end = _end_of_country(text, match.start())
        if end is not None:
            reached = end
            yield match.start(), end


def _end_of_country(text: str, start: int) -> int | None:
    """Return where the longest name of a country from ``start`` ends."""
    initials = _INITIALS.match(text, start)
    if initials is not None:
        named = country_named(initials[0], demonyms=False)
        return None if named is None else initials.end()
    best = None
    for count, word in enumerate(_WORD.finditer(text, start, start + _LONGEST), start=1):
        end = word.end() - (2 if word[0].endswith(("'s", "’s")) else 0)
        end -= text[start:end].endswith((".", "-", "'", "’"))
        if country_named(text[start:end], demonyms=False) is not None:
            best = end
        if count == _most_words() or end < word.end():
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
def _candidates() -> re.Pattern[str]:
    """Return a pattern of the capitalised first words of all Latin names, and of initials."""
    first = {
        words[0]
        for country in countries()
        for name in country.names
        if name[:1].isupper() and not is_abbreviation(name) and (words := _WORD.findall(name))
    }
    forms = {form for word in first for form in (word, word.upper()) if len(word) > 1}
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    names = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<![\w-])(?:(?:{names})(?![\w])|(?:[A-Z]\.){{2,4}}|[A-Z]{{2,4}}\b(?!-))")


@cache
def _most_words() -> int:
    """Return how many words the longest name has."""
    return max(len(fold_country_name(name).split()) for c in countries() for name in c.names)
