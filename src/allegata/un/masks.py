"""Stretches in which no number may become a count: symbols, resolutions, articles, meetings.

In: text. Out: the stretches, merged and in order.

>>> masks("killed 43 (resolution 2253 (2015), S/2031/7)")
((11, 33), (35, 43))
"""

import re
from collections.abc import Iterator
from functools import cache

from allegata.un.charter import find_charter
from allegata.un.citations import find_citations
from allegata.un.clearing import Cleared, Place, clear
from allegata.un.lookup import Finder, finder_of
from allegata.un.provision_words import read_numbers
from allegata.un.provisions import Provisions
from allegata.un.symbol_lists import read_symbols
from allegata.un.words import all_words

_JOB = re.compile(r"(?<!\S)\d{2}-\d{5}\s*\([A-Z]\)(?:[ ]+\d{6}){0,3}|\*\d{7}\*(?!\S)")
_WINDOW = 50


def masks(text: str) -> tuple[Place, ...]:
    """Return every stretch in which no number may become a count, merged and in order."""
    cleared = clear(text)
    provisions = Provisions(cleared)
    found = [(one.start, one.end) for one in read_symbols(cleared.text)]
    for citation in find_citations(cleared):
        found += citation.places
    found += [(one.start, one.end) for one in find_charter(cleared, provisions)]
    found += [(one.start, one.end) for one in provisions.all if one.items]
    found += [*_numbered(cleared), *_meetings(cleared)]
    found += [match.span() for match in _JOB.finditer(cleared.text)]
    merged: list[Place] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(cleared.to_source(start, end) for start, end in merged)


def _numbered(cleared: Cleared) -> Iterator[Place]:
    """Yield "agenda items 35 and 40": a word and the numbers it leads in."""
    for match in finder_of("references.masks.words").find(cleared):
        items, end = read_numbers(cleared.text, match.end(), "paragraph")
        if items:
            yield match.start(), end


def _meetings(cleared: Cleared) -> Iterator[Place]:
    """Yield "8018th meeting", "8979-м заседании": an ordinal and its noun."""
    for noun in _nouns().find(cleared):
        start = max(0, noun.start() - _WINDOW)
        match = _ordinal().search(cleared.text, start, noun.start())
        if match:
            yield match.start(), noun.end()


@cache
def _nouns() -> Finder:
    return finder_of("references.masks.meetings")


@cache
def _ordinal() -> re.Pattern[str]:
    shapes = [
        shape.replace("{number}", r"\d{1,5}").replace(" ?", r"\s?").replace(" ", r"\s")
        for words in all_words()
        for shape in words.all("references.masks.ordinal")
    ]
    return re.compile(rf"(?<!\w)(?i:{'|'.join(shapes)})\s*\Z")
