r"""A text cleared for the grammar of references: without invisible marks and running heads.

In: a text, and the stretches of it that are not read. Out: the cleared text, the same in lower case
for looking words up, and the way back. Arabic-Indic and full-width digits become ASCII; marks of
direction, tatweel, vowel signs, Markdown escapes and the unread stretches are left out.

>>> cleared = clear("القـرار ٢٢٥٣ \\(٢٠١٥\\)")
>>> cleared.text
'القرار 2253 (2015)'
>>> cleared.to_source(7, 18)
(8, 21)
>>> clear("S/2031/7, see A/85/1", skipped=((0, 9),)).text
' see A/85/1'
"""

import bisect
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from allegata.un.folding import replaced
from allegata.un.words import plain

Place = tuple[int, int]

_TABLE = {0x2212: "-", 0x2044: "/", 0x2215: "/", 0x205F: " "} | dict.fromkeys(
    range(0x2004, 0x200B), " "
)
# Signs of print that no word holds: without them a Latin text is one byte a letter, fast to search.
_SIGNS = dict(
    zip(map(ord, "\u201c\u201d\u201e\u201f\u2013\u2014\u2026\u2022"), '""""--.*', strict=True)
)
_MARKS = "\u00ad\u061c\u0640\u064b-\u0652\u0670\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_IS_MARK = re.compile(f"[{_MARKS}\\\\]")
_UNREAD = re.compile(rf"[{_MARKS}]|\\(?=[\\`*_{{}}\[\]()#+.!>~|<-])")
# Russian text sets "А/76/1" with its own letter A, which looks the same.
_CYRILLIC_ORGAN = re.compile(r"(?<!\w)[АЕ](?=/(?:\d|RES|HRC|ES-|INF|(?:C|CN|L)\.))")
_SENTENCE_ENDS = ".!?:;\u3002"


@dataclass(frozen=True)
class Cleared:
    """``text``, and what was left out of it: ``cuts`` are (place in ``text``, length so far)."""

    text: str
    cuts: tuple[Place, ...] = ()

    @cached_property
    def low(self) -> str:
        """The text in lower case, character for character: for looking words up."""
        return replaced(self.text.lower(), _SIGNS)

    @cached_property
    def letters(self) -> frozenset[str]:
        """The characters that occur in ``low``."""
        return frozenset(self.low)

    @cached_property
    def threes(self) -> frozenset[str]:
        """All three characters that stand side by side in ``low``: few words pass by them."""
        low = self.low
        return frozenset(map("".join, zip(low, low[1:], low[2:], strict=False)))

    def to_source(self, start: int, end: int) -> Place:
        """Return the place in the source of ``text[start:end]``."""
        if end <= start:
            return self._source(start), self._source(start)
        return self._source(start), self._source(end - 1) + 1

    def _source(self, at: int) -> int:
        index = bisect.bisect_right(self._cut_places, at) - 1
        return at + (self.cuts[index][1] if index >= 0 else 0)

    @cached_property
    def _cut_places(self) -> list[int]:
        return [place for place, _ in self.cuts]


def clear(text: str, skipped: Iterable[Place] = ()) -> Cleared:
    """Return the cleared form of ``text`` without its ``skipped`` stretches."""
    return _cleared(text, tuple(skipped))


@lru_cache(maxsize=2)  # a text is searched for what it cites, and again for what is no count
def _cleared(text: str, skipped: tuple[Place, ...]) -> Cleared:
    formed = one_form(text)
    places: list[Place] = []
    if any(map(_IS_MARK.match, set(formed))):
        places = [match.span() for match in _UNREAD.finditer(formed)]
    places = _merged([*places, *(_with_blanks(formed, place) for place in skipped)])
    if not places:
        return Cleared(formed)
    kept: list[str] = []
    cuts: list[Place] = []
    at = length = gone = 0
    for start, end in places:
        kept.append(formed[at:start])
        length += start - at
        gone += end - start
        cuts.append((length, gone))
        at = end
    kept.append(formed[at:])
    return Cleared("".join(kept), tuple(cuts))


def one_form(text: str) -> str:
    """Return ``text`` with one form of every letter, digit and sign, character for character."""
    if text.isascii():
        return text
    formed = replaced(plain(text), _TABLE)
    return _CYRILLIC_ORGAN.sub(lambda match: "A" if match.group() == "А" else "E", formed)


def _with_blanks(text: str, place: Place) -> Place:
    """Return a stretch with the blank lines around it, if a sentence goes on behind it.

    A running head between two lines of a sentence leaves no break in the sentence.
    """
    start, end = place
    while start > 0 and text[start - 1].isspace():
        start -= 1
    if end <= place[0] or start == 0 or text[start - 1] in _SENTENCE_ENDS:
        return place
    while end < len(text) and text[end].isspace():
        end += 1
    return (start, end - 1) if end > place[1] else (start + 1, end)


def _merged(places: list[Place]) -> list[Place]:
    merged: list[Place] = []
    for start, end in sorted(place for place in places if place[0] < place[1]):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
