"""Places where a text names them: names that the gazetteer knows, and names framed by type words.

In: a text, a gazetteer, the words of its language. Out: ``FoundPlace`` in order of the text. Works
on scripts with capital letters; what the names stand for is settled later, in context.

>>> from allegata.gazetteers.embedded import open_embedded
>>> from allegata.places.words import load_place_words
>>> text = "hit Raqqah national hospital and Dayr al-Zawr on Friday"
>>> found = find_places(text, open_embedded(), load_place_words("en"))
>>> [(place.raw, place.name, place.kind) for place in found]
[('Raqqah national hospital', 'Raqqah', 'facility'), ('Dayr al-Zawr', 'Dayr al-Zawr', 'settlement')]
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from allegata.lang.countries import country_named
from allegata.model.places import GazetteerEntry
from allegata.model.ports import Gazetteer
from allegata.places.country_phrases import find_countries
from allegata.places.words import PlaceWords

_PARTICLE = r"(?:al|el|ar|as|ash|ad|adh|az|an|at|ath|ed|et|ez|en|er|es)"
_CAPITAL = r"[A-Z][\w\u02bf\u2018\u2019']*"
# An article apart from its name takes the sun letter that follows: "az Zawr", but not "at Raqqah".
_ARTICLE_APART = r"[AaEe](?:l|r(?= R)|sh?(?= S)|dh?(?= D)|z(?= Z)|n(?= N)|th?(?= T)) (?=[A-Z])"
_WORD = (
    rf"(?:{_PARTICLE}[-\u2010\u2011]|{_ARTICLE_APART}|[A-Z][a-z]?[-\u2010\u2011 ])?"
    rf"{_CAPITAL}(?:[-\u2010\u2011]\w+)*"
)
# A run of capitalised words, with the small words that stand inside Arabic and Romance names.
_RUN = re.compile(rf"(?<![\w-]){_WORD}(?: (?:(?:de|du|la|le|bin|ibn|of the|of) )?{_WORD}){{0,5}}")
_PIECE = re.compile(rf"(?:{_ARTICLE_APART})?[^ ]+")
_CONTRACTED = re.compile(r"['\u2019](?:ve|ll|re|d|m|t)$")
_AGED = re.compile(r", \d{1,3},")  # a person's age, told after the name
_HAS_PARTICLE = re.compile(rf"(?:^|[ -]){_PARTICLE}[-\u2010\u2011 ][A-Z]", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['\u2019]s$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|\n\s*|[\u201c\"]\s*)$")
_BEFORE = 40  # characters in which a type word can lead to a name
_LONGEST_NAME = 4  # words
_SHORTEST = 3  # letters of a word in a name
_INITIALS = 4  # letters
_CITY = 200_000  # people: a city is meant rather than a unit elsewhere of the same name
_LARGE = 50_000  # people: a place is meant rather than a word that opens a sentence
_NEXT_CAPITAL = re.compile(r" ([A-Z][\w'\u2019-]+)")
_LAST_WORD = re.compile(r"([\w-]+)\.? $")


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
    finder = _Finder(text, gazetteer, words)
    countries = [span for span in find_countries(text) if not finder.is_part_of_name(*span)]
    found = [
        FoundPlace(start, end, text[start:end], text[start:end], "country")
        for start, end in countries
    ]
    for run in _RUN.finditer(text):
        for start, end in _outside(run.start(), run.end(), countries):
            found += finder.places_in(start, end)
    located = {place.name for place in found if finder.is_located(place)}
    sure = (place for place in found if place.name in located or not finder.is_unsure(place))
    return tuple(sorted(sure, key=lambda place: place.start))


def _lead(start: int) -> tuple[int, int]:
    """Return the stretch in which words can lead to a name at ``start``."""
    return max(0, start - _BEFORE), start


def _outside(start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pieces of ``start..end`` that no span of ``taken``, in order, covers."""
    index = max(0, bisect_right(taken, (start, start)) - 1)
    while index < len(taken) and taken[index][0] < end:
        first, last = taken[index]
        if last > start:
            if first > start:
                yield start, first
            start = last
        index += 1
    if start < end:
        yield start, end


@dataclass
class _Finder:
    text: str
    gazetteer: Gazetteer
    words: PlaceWords
    known: dict[str, "_Known | None"] = field(default_factory=dict)
    parts_of_names: set[str] = field(default_factory=set)  # of people and of what is unknown

    def is_located(self, place: FoundPlace) -> bool:
        """Say whether a type word or a preposition shows that the name is a place's."""
        if place.raw != place.name:
            return True
        before = _lead(place.start)
        return any(
            pattern.search(self.text, *before)
            for pattern in (self.words.locative, self.words.before)
        )

    def is_unsure(self, place: FoundPlace) -> bool:
        """Say whether a name needs such proof: unknown, or elsewhere a part of another name."""
        return place.kind == "unknown" or (
            place.kind != "country" and place.name.lower() in self.parts_of_names
        )

    def is_part_of_name(self, start: int, end: int) -> bool:
        """Say whether the one word of a country belongs to a longer name, as in "Jordan Avila"."""
        if not self.text[start:end].isalpha():
            return False
        following = _NEXT_CAPITAL.match(self.text, end)
        before = _LAST_WORD.search(self.text, *_lead(start))
        if before is not None and before[1].lower() in self.words.given_names | self.words.titles:
            return True
        if following is None:
            return False
        word = following[1]
        return not self._is_no_name(*following.span(1)) and word.lower() not in self.words.kinds

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
            if not self._leads_a_name(*pieces[index]):
                return None, 1
            used = self._length_of_name(pieces, index)
            return self._other_name(pieces[index + 1 : index + used], used)
        run = self._length_of_name(pieces, index)
        for count in range(min(run, _LONGEST_NAME), 0, -1):
            start, end = pieces[index][0], self._without_possessive(*pieces[index + count - 1])
            name = self.text[start:end]
            known = self._known(name)
            place = self._framed(start, end, is_known=known is not None, is_whole=count == run)
            if place is not None:
                return place, count
            if known is None or (count == 1 and (run > 1 or self._is_doubtful(start, end, known))):
                continue
            return FoundPlace(start, end, name, name, known.kind), count
        return self._unknown(pieces[index : index + run])

    def _length_of_name(self, pieces: list[tuple[int, int]], index: int) -> int:
        """Return how many pieces from ``index`` may be one name."""
        last = index + 1
        while last < len(pieces) and not self._is_no_name(*pieces[last]):
            last += 1
        return last - index

    def _framed(self, start: int, end: int, *, is_known: bool, is_whole: bool) -> FoundPlace | None:
        """Return the place that a type word beside the name makes of it.

        "City of" makes a place of the whole run of capitalised words only: ``is_whole``.
        """
        name = self.text[start:end]
        if all(self._is_common(word) for word in name.lower().split()):
            return None
        after = self.words.after.match(self.text, end)
        if after is not None:
            word = after.group(1).lower()
            kind = self.words.kinds[word]
            if is_known or (word not in self.words.weak and kind != "facility"):
                return FoundPlace(start, after.end(), self.text[start : after.end()], name, kind)
        before = self.words.before.search(self.text, *_lead(start)) if is_whole else None
        if before is not None:
            word = before.group(1).lower()
            if is_known or word not in self.words.weak:
                return FoundPlace(start, end, name, name, self.words.kinds[word])
        return None

    def _unknown(self, pieces: list[tuple[int, int]]) -> tuple[FoundPlace | None, int]:
        """Return a name that no gazetteer knows as an unknown place, if it may be one.

        It may with an Arabic article inside, or where words lead to it that lead to places only.
        """
        start, end = pieces[0][0], self._without_possessive(*pieces[-1])
        name = self.text[start:end]
        given = self._folded(*pieces[0]) in self.words.given_names
        may_be = _HAS_PARTICLE.search(name) or self.words.lead.search(self.text, *_lead(start))
        if may_be and not given and len(pieces) <= _LONGEST_NAME:
            return FoundPlace(start, end, name, name, "unknown"), len(pieces)
        return self._other_name(pieces, len(pieces))

    def _other_name(self, pieces: list[tuple[int, int]], used: int) -> tuple[None, int]:
        """Remember the words of a name that is no place's."""
        self.parts_of_names.update(self._folded(*piece) for piece in pieces)
        return None, used

    def _is_no_name(self, start: int, end: int) -> bool:
        word = self._folded(start, end)
        if word in self.words.never or word in self.words.titles or len(word) < _SHORTEST:
            return True
        if _CONTRACTED.search(word):
            return True
        return country_named(self.text[start:end]) is not None  # a demonym: countries are out

    def _is_common(self, word: str) -> bool:
        """Say whether a word stands beside names rather than for one: "Old", "Hospital"."""
        return word in self.words.adjectives or word in self.words.kinds

    def _leads_a_name(self, start: int, end: int) -> bool:
        """Say whether what follows is a name of another kind: after a title, or a country in it."""
        if self._folded(start, end) in self.words.titles:
            return True
        return country_named(self.text[start:end], demonyms=False) is not None

    def _is_doubtful(self, start: int, end: int, known: "_Known") -> bool:
        """Say whether the one word of a known name is more likely something else here.

        Given names and what follows a title are people's, short capitals are initials, and the
        first word of a sentence may be any word, unless a large place has that name.
        """
        word = self._folded(start, end)
        if word in self.words.given_names or self._is_common(word):
            return True
        if len(word) <= _INITIALS and self.text[start:end].isupper():
            return True
        before = _LAST_WORD.search(self.text, *_lead(start))
        if before is not None and before[1].lower() in self.words.titles:
            return True
        if _AGED.match(self.text, end):
            return True
        opens = _SENTENCE_START.search(self.text[max(0, start - 4) : start]) is not None
        return opens and not known.is_large and self.text[end : end + 1] not in (",", ")", "")

    def _known(self, name: str) -> "_Known | None":
        """Return what the gazetteer takes ``name`` for; None where it does not know it."""
        if name not in self.known:
            self.known[name] = _known_as(self.gazetteer.lookup(name))
        return self.known[name]

    def _folded(self, start: int, end: int) -> str:
        return _POSSESSIVE.sub("", self.text[start:end]).lower()

    def _without_possessive(self, start: int, end: int) -> int:
        match = _POSSESSIVE.search(self.text[start:end])
        return start + match.start() if match else end


@dataclass(frozen=True, slots=True)
class _Known:
    """What a gazetteer takes a name for."""

    kind: str
    is_large: bool


def _known_as(entries: Sequence[GazetteerEntry]) -> _Known | None:
    """Return "admin" for a unit without a capital of its name, unless a large city has it."""
    units = {entry.admin1 for entry in entries if entry.feature == "adm1"}
    towns = [entry for entry in entries if entry.feature == "settlement"]
    people = max((town.population or 0 for town in towns), default=0)
    if any(town.admin1 in units for town in towns) or people >= _CITY or (towns and not units):
        return _Known("settlement", people >= _LARGE)
    return _Known("admin", is_large=True) if units else None
