"""Streets and rivers by their names, for a list of toponyms that wants them.

In: a text, the words of its language. Out: ``FoundPlace``s of kind "facility" in order. A record of
where something happened has the town from ``places.phrases``; no gazetteer at hand knows a street.

>>> from allegata.places.words import load_place_words
>>> text = "from 20 Corun St. to Upper Zuhur Road and County Road 96"
>>> [place.raw for place in find_lines(text, load_place_words("en"))]
['Corun St.', 'Upper Zuhur Road', 'County Road 96']
>>> find_lines("Wall of Silence, on the Road to St. Corun", load_place_words("en"))
()
"""

import re
from functools import cache
from typing import Final

from allegata.places.phrases import FoundPlace
from allegata.places.runs import UPPER
from allegata.places.words import PlaceWords

_MOST_WORDS: Final = 3  # before the word for the line


def find_lines(text: str, words: PlaceWords) -> tuple[FoundPlace, ...]:
    """Return the streets, roads and rivers that ``text`` names, in order, without overlap."""
    found = []
    for match in _pattern(words.lines).finditer(text):
        if match["name"] is None and match["number"] is None:
            continue  # "the Road to Corun"
        start = match.start()
        first = (match["name"] or " ").split(" ")[0].lower()
        if first in words.never or first in words.titles:
            start += len(first) + 1
        if start < match.start("line") or match["name"] is None:
            raw = text[start : match.end()]
            found.append(FoundPlace(start, match.end(), raw, raw, "facility"))
    return tuple(found)


@cache
def _pattern(lines: frozenset[str]) -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(lines, key=lambda form: (-len(form), form)))
    word = rf"(?:[{UPPER}][\w'\u2019-]+|\d{{1,3}}(?:st|nd|rd|th))"
    return re.compile(
        rf"(?<![\w-])(?P<name>(?:[{UPPER}]\. )?{word}(?: {word}){{0,{_MOST_WORDS - 1}}} )?"
        rf"(?P<line>{forms})(?![\w-]| [{UPPER}][a-z])(?P<number> \d{{1,4}}\b)?"
    )
