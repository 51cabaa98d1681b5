"""Places where a text names them: names that the gazetteer knows, and names framed by type words.

In: a text, a gazetteer, the words of its language. Out: ``FoundPlace`` in order of the text. Works
on scripts with capital letters; what the names stand for is settled later, in context.

>>> from allegata.places.words import load_place_words
>>> class Known:
...     label = "two places"
...     def lookup(self, name, *, country=None, loose=False):
...         return [None] if name in ("Raqqah", "Dayr al-Zawr") else []
...     def entry(self, entry_id):
...         return None
>>> words = load_place_words("en")
>>> found = find_places("hit Raqqah national hospital and Dayr al-Zawr on Friday", Known(), words)
>>> [(place.raw, place.name, place.kind) for place in found]
[('Raqqah national hospital', 'Raqqah', 'facility'), ('Dayr al-Zawr', 'Dayr al-Zawr', 'settlement')]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from allegata.lang.countries import country_named
from allegata.model.ports import Gazetteer
from allegata.places.country_phrases import find_countries
from allegata.places.words import PlaceWords

_PARTICLE = r"(?:al|el|ar|as|ash|ad|adh|az|an|at|ath|ed|et|ez|en|er|es)"
_CAPITAL = r"[A-Z][\w\u02bf\u2018\u2019']*"
_WORD = rf"(?:(?:{_PARTICLE}|[A-Z][a-z]?)[-\u2010\u2011 ])?{_CAPITAL}(?:[-\u2010\u2011]\w+)*"
# A run of capitalised words, with the small words that stand inside Arabic and Romance names.
_RUN = re.compile(rf"(?<![\w-]){_WORD}(?: (?:(?:de|du|la|le|bin|ibn|of the|of) )?{_WORD}){{0,5}}")
_PIECE = re.compile(r"[^ ]+")
_HAS_PARTICLE = re.compile(rf"(?:^|[ -]){_PARTICLE}[-\u2010\u2011 ][A-Z]", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['\u2019]s$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|\n\s*|[\u201c\"]\s*)$")
_BEFORE = 40  # characters in which a type word can lead to a name
_LONGEST_NAME = 4  # words


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place at ``start..end``; ``name`` is the proper name in ``raw``, kinds as in the model."""

    start: int
    end: int
    raw: str
    name: str
    kind: str


def find_places(text: str, gazetteer: Gazetteer, words: PlaceWords) -> tuple[FoundPlace, ...]:
    """Return the places that ``text`` names, in order, without overlap."""
    countries = list(find_countries(text))
    finder = _Finder(text, gazetteer, words)
    found = [
        FoundPlace(start, end, text[start:end], text[start:end], "country")
        for start, end in countries
    ]
    for run in _RUN.finditer(text):
        for start, end in _outside(run.start(), run.end(), countries):
            found += finder.places_in(start, end)
    return tuple(sorted(found, key=lambda place: place.start))


def _outside(start: int, end: int, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pieces of ``start..end`` that no country's name covers."""
    for first, last in taken:
        if last <= start or first >= end:
            continue
        if first > start:
            yield start, first
        start = last
    if start < end:
        yield start, end


@dataclass
class _Finder:
    text: str
    gazetteer: Gazetteer
    words: PlaceWords

    @cached_property
    def _known(self) -> dict[str, bool]:
        return {}

    def places_in(self, start: int, end: int) -> list[FoundPlace]:
        """Return the places in a run of capitalised words, the longest names first."""
        pieces = [
            (start + match.start(), start + match.end())
            for match in _PIECE.finditer(self.text[start:end])
        ]
        if any(self._folded(*piece) in self.words.organisations for piece in pieces):
            return []
        found: list[FoundPlace] = []
        index = 0
        while index < len(pieces):
            place, used = self._place_at(pieces, index)
            if place is not None:
                found.append(place)
            index += used
        return found

    def _place_at(self, pieces: list[tuple[int, int]], index: int) -> tuple[FoundPlace | None, int]:
        """Return the place that begins with a piece, and how many pieces it takes."""
        if self._is_no_name(*pieces[index]):
            is_title = self._folded(*pieces[index]) in self.words.titles
            return None, 1 + (self._length_of_name(pieces, index) if is_title else 0)
        run = self._length_of_name(pieces, index)
        for count in range(min(run, _LONGEST_NAME), 0, -1):
            start, end = pieces[index][0], self._without_possessive(*pieces[index + count - 1])
            name = self.text[start:end]
            is_known = self._is_known(name)
            place = self._framed(start, end, name, is_known=is_known)
            if place is not None:
                return place, count
            if is_known and not self._is_doubtful(start, end, count, run):
                return FoundPlace(start, end, name, name, "settlement"), count
        return self._unknown(pieces[index : index + run])

    def _length_of_name(self, pieces: list[tuple[int, int]], index: int) -> int:
        """Return how many pieces from ``index`` may be one name."""
        last = index + 1
        while last < len(pieces) and not self._is_no_name(*pieces[last]):
            last += 1
        return last - index

    def _framed(self, start: int, end: int, name: str, *, is_known: bool) -> FoundPlace | None:
        """Return the place that a type word beside the name makes of it."""
        after = self.words.after.match(self.text, end)
        if after is not None:
            word = after.group(1).lower()
            kind = self.words.kinds[word]
            if is_known or (word not in self.words.weak and kind != "facility"):
                return FoundPlace(start, after.end(), self.text[start : after.end()], name, kind)
        before = self.words.before.search(self.text, max(0, start - _BEFORE), start)
        if before is not None:
            word = before.group(1).lower()
            if is_known or word not in self.words.weak:
                return FoundPlace(start, end, name, name, self.words.kinds[word])
        return None

    def _unknown(self, pieces: list[tuple[int, int]]) -> tuple[FoundPlace | None, int]:
        """Return a name with an Arabic article inside, which no gazetteer knows, as unknown."""
        start, end = pieces[0][0], self._without_possessive(*pieces[-1])
        name = self.text[start:end]
        given = self._folded(*pieces[0]) in self.words.given_names
        if _HAS_PARTICLE.search(name) and not given and len(pieces) <= _LONGEST_NAME:
            return FoundPlace(start, end, name, name, "unknown"), len(pieces)
        return None, len(pieces)

    def _is_no_name(self, start: int, end: int) -> bool:
        word = self._folded(start, end)
        if word in self.words.never or word in self.words.titles or len(word) < 3:
            return True
        return country_named(self.text[start:end]) is not None  # a demonym: countries are out

    def _is_doubtful(self, start: int, end: int, count: int, run: int) -> bool:
        """Say whether a known name is more likely something else here.

        One word of a longer run is a part of another name ("Qasr" of "Qasr al-Nahr"), a word that a
        sentence begins with may be any word, and given names are people's.
        """
        if self._folded(start, end) in self.words.given_names:
            return True
        if count == 1 and run > 1:
            return True
        opens = _SENTENCE_START.search(self.text[max(0, start - 4) : start]) is not None
        return opens and count == 1 and self.text[end : end + 1] not in (",", ")", "")

    def _is_known(self, name: str) -> bool:
        if name not in self._known:
            self._known[name] = bool(self.gazetteer.lookup(name))
        return self._known[name]

    def _folded(self, start: int, end: int) -> str:
        return _POSSESSIVE.sub("", self.text[start:end]).lower()

    def _without_possessive(self, start: int, end: int) -> int:
        match = _POSSESSIVE.search(self.text[start:end])
        return start + match.start() if match else end
