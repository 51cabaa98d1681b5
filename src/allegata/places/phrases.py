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
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from allegata.lang.countries import country_named
from allegata.lang.unit_abbreviations import units_abbreviated
from allegata.model.places import GazetteerEntry
from allegata.model.ports import Gazetteer
from allegata.places.coordinates import find_coordinates
from allegata.places.country_phrases import find_countries
from allegata.places.lookups import near
from allegata.places.runs import ARTICLE, LINKS, UPPER, find_runs, pieces_of
from allegata.places.words import PlaceWords

# "Fargo, N.D.", "Tarnel, Ill.": a short form of a unit stands behind a name and a comma.
_SHORT_UNIT = re.compile(
    r"(?:, | \()((?:[A-Z]\.? ?){1,2}[A-Z]\.|[A-Z][a-z]{1,4}\.|W\.Va\.|[A-Z]{2})(?![\w-])"
)
_CONTRACTED = re.compile(r"['\u2019](?:ve|ll|re|d|m|t)$")
_AGED = re.compile(r", \d{1,3},")  # a person's age, told after the name
_NUMBERED = re.compile(r" \d+\b(?!,)")  # "Loop 286", "Drain 27": roads, canals, precincts
_HAS_PARTICLE = re.compile(rf"(?:^|[ -]){ARTICLE}[-\u2010\u2011 ][A-Z]", re.IGNORECASE)
_HYPHEN = re.compile("[-\u2010\u2011]")
_POSSESSIVE = re.compile(r"(?<=\w\w\w)['\u2019]s$|['\u2019]$")  # but "Ra's al-Ayn"
_INITIAL_BEFORE = re.compile(r"(?<![.\w])[A-Z]\. $")
_INITIAL_AFTER = re.compile(r" [A-Z]\. [A-Z]")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|\n\s*|[\u201c\"]\s*)$")
_BEFORE = 40  # characters in which a type word can lead to a name
_LONGEST_NAME = 4  # words
_SHORTEST = 3  # letters of a word in a name
_INITIALS = 4  # letters
_CITY = 200_000  # people: a city is meant rather than a unit elsewhere of the same name
_LARGE = 50_000  # people: a place is meant rather than a word that opens a sentence
_NEXT_CAPITAL = re.compile(rf" ([{UPPER}][\w'\u2019-]+)")
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
    for run in find_runs(text):
        for start, end in _outside(*run, countries):
            found += finder.places_in(start, end)
    fixed = [*_points(text), *_abbreviated_units(text, found)]
    found = [place for place in found if not any(_overlap(place, point) for point in fixed)]
    located = {place.name for place in found if finder.is_located(place)}
    finder.forget(place for place in found if place.name not in located)
    sure = (place for place in found if place.name in located or not finder.is_unsure(place))
    return tuple(sorted([*sure, *fixed], key=lambda place: place.start))


def _points(text: str) -> list[FoundPlace]:
    """Return the coordinates that a text gives; they name nothing."""
    return [
        FoundPlace(point.start, point.end, raw := text[point.start : point.end], raw, "coordinates")
        for point in find_coordinates(text)
    ]


def _overlap(one: FoundPlace, other: FoundPlace) -> bool:
    return one.start < other.end and other.start < one.end


def _abbreviated_units(text: str, found: Sequence[FoundPlace]) -> list[FoundPlace]:
    """Return the units named in short behind a place: "Fargo, N.D."."""
    ends = {place.end for place in found}
    return [
        FoundPlace(match.start(1), match.end(1), match[1], match[1], "admin")
        for match in _SHORT_UNIT.finditer(text)
        if match.start() in ends and units_abbreviated(match[1])
    ]


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
        if self.words.astray.found_before(self.text, place.start) is not None:
            return False
        return any(
            leading.found_before(self.text, place.start) is not None
            for leading in (self.words.locative, self.words.before)
        )

    def forget(self, places: Iterable[FoundPlace]) -> None:
        """Remember the words of unknown names that nothing shows to be places' names."""
        for place in places:
            if place.kind == "unknown":
                self.parts_of_names.update(_folded_word(word) for word in place.name.split())

    def is_unsure(self, place: FoundPlace) -> bool:
        """Say whether a name needs such proof: unknown, or elsewhere a part of another name."""
        if place.kind == "country":
            return False
        return (
            place.kind == "unknown"
            or place.name.lower() in self.parts_of_names
            or self._is_a_word(place)
        )

    def _is_a_word(self, place: FoundPlace) -> bool:
        """Say whether the one word of a place is one that the language writes small: "Still"."""
        return self._is_small(place.name.lower(), self._known(place.name))

    def _is_small(self, word: str, known: "_Known | None") -> bool:
        """Say whether the language writes a word small, and no large place has that name."""
        is_large = known is not None and known.is_large
        small = self.words.small
        return small is not None and word.isalpha() and not is_large and small.has(word)

    def is_part_of_name(self, start: int, end: int) -> bool:
        """Say whether the one word of a country belongs to a longer name, as in "Jordan Avila"."""
        if not self.text[start:end].isalpha():
            return False
        before = _LAST_WORD.search(self.text, *_lead(start))
        if before is not None:
            word = before[1].lower()
            if word in self.words.given_names or word in self.words.titles:
                return True
            if before[1][0].isupper() and self._known(self.text[before.start() : end]):
                return True  # "Port Sudan"
        following = _NEXT_CAPITAL.match(self.text, end)
        if following is None:
            return False
        if self._known(self.text[start : following.end()]) is not None:
            return True  # "Mexico City"
        kind = self.words.kinds.get(following[1].lower())
        return kind == "region" or (kind is None and not self._is_no_name(*following.span(1)))

    def places_in(self, start: int, end: int) -> list[FoundPlace]:
        """Return the places in a run of capitalised words, the longest names first."""
        pieces = pieces_of(self.text, start, end)
        is_body = any(self._folded(*piece) in self.words.organisations for piece in pieces)
        if is_body and (len(pieces) == 1 or self._known(self.text[start:end]) is None):
            return []  # but "West Bank"
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
            return self._led_by_no_name(pieces, index)
        run = self._length_of_name(pieces, index)
        reach = self._length_of_name(pieces, index, past_possessives=True)
        for count in range(min(reach, _LONGEST_NAME), 0, -1):
            start, end = pieces[index][0], self._without_possessive(*pieces[index + count - 1])
            name = self.text[start:end]
            known = self._known(name)
            if self._is_all_common(name) or (known is None and count > run):
                continue
            place = self._framed(start, end, is_known=known is not None, is_whole=count == run)
            if place is not None:
                return place, count
            if known is None or (count == 1 and (run > 1 or self._is_doubtful(start, end, known))):
                continue
            return FoundPlace(start, end, name, name, known.kind), count
        if run > 1 and self._folded(*pieces[index]) in self.words.adjectives:
            return None, 1  # "Northern Aleppo"
        return self._unknown(pieces[index : index + run])

    def _led_by_no_name(
        self, pieces: list[tuple[int, int]], index: int
    ) -> tuple[FoundPlace | None, int]:
        """Return the place whose name begins with a word that alone is none: "Abu Kamal".

        Where that word is a title, a type word or a preposition has to show that no person is
        meant.
        """
        run = self._length_of_name(pieces, index)
        is_title = self._folded(*pieces[index]) in self.words.titles
        for count in range(min(run, _LONGEST_NAME), 1, -1):
            start, end = pieces[index][0], self._without_possessive(*pieces[index + count - 1])
            name = self.text[start:end]
            known = self._known(name)
            if is_title and end == pieces[index + count - 1][1]:
                place = self._framed(start, end, is_known=known is not None, is_whole=count == run)
                if place is not None:
                    return place, count
            if known is None or self._is_all_common(name):
                continue
            if known.is_large or not is_title or self.words.locative.found_before(self.text, start):
                return FoundPlace(start, end, name, name, known.kind), count
        if not self._leads_a_name(*pieces[index]):
            return None, 1
        return self._other_name(pieces[index + 1 : index + run], run)

    def _length_of_name(
        self, pieces: list[tuple[int, int]], index: int, *, past_possessives: bool = False
    ) -> int:
        """Return how many pieces from ``index`` may be one name, as a rule up to a possessive."""
        last = index + 1
        while last < len(pieces):
            if not past_possessives and self._ends_in_possessive(*pieces[last - 1]):
                break
            is_link = self._folded(*pieces[last]) in LINKS and last + 1 < len(pieces)
            following = pieces[last + is_link]
            if self._is_no_name(*following) and not self._is_country(*following):
                break  # a country left in a run is a part of a name: "Port Sudan"
            last += 1 + is_link
        return last - index

    def _framed(self, start: int, end: int, *, is_known: bool, is_whole: bool) -> FoundPlace | None:
        """Return the place that a type word beside the name makes of it.

        "City of" makes a place of the whole run of capitalised words only: ``is_whole``.
        """
        name = self.text[start:end]
        parts = name.lower().split()  # "Northern Zuhur village", "Zuhur National Hospital"
        strays = not self.words.adjectives.isdisjoint((parts[0], parts[-1]))
        after = self.words.after.match(self.text, end)
        if after is not None:
            word = after.group(1).lower()
            kind = self.words.kinds[word]
            if is_known or (not strays and self._makes_a_place(name, after[1], kind)):
                return FoundPlace(start, after.end(), self.text[start : after.end()], name, kind)
        before = self.words.before.found_before(self.text, start) if is_whole else None
        if before is not None:
            word = self.words.type_of_lead[before]
            if is_known or word not in self.words.weak:
                return FoundPlace(start, end, name, name, self.words.kinds[word])
        return None

    def _makes_a_place(self, name: str, type_word: str, kind: str) -> bool:
        """Say whether a type word makes a place of a name that no gazetteer knows.

        A facility's does with a capital, "Amal Hospital", or of an Arabic name: "al-Amal hospital".
        """
        is_telling = type_word[0].isupper() or _HAS_PARTICLE.search(name) is not None
        if kind == "facility":
            return is_telling
        return type_word.lower() not in self.words.weak or _HAS_PARTICLE.search(name) is not None

    def _unknown(self, pieces: list[tuple[int, int]]) -> tuple[FoundPlace | None, int]:
        """Return a name that no gazetteer knows as an unknown place, if it may be one.

        It may with an Arabic article inside, where words lead to it that lead to places only, or
        with no word that the language writes small: "in Corun", but not "in Shallow Water".
        """
        start, end = pieces[0][0], self._without_possessive(*pieces[-1])
        name = self.text[start:end]
        given = self._folded(*pieces[0]) in self.words.given_names
        may_be = (
            _HAS_PARTICLE.search(name)
            or self.words.lead.found_before(self.text, start)
            or (end == pieces[-1][1] and self._is_of_names(pieces))
        )
        given = given or self.words.kin.match(self.text, pieces[-1][1]) is not None
        if may_be and not given and len(pieces) <= _LONGEST_NAME:
            return FoundPlace(start, end, name, name, "unknown"), len(pieces)
        return self._other_name(pieces, len(pieces))

    def _is_of_names(self, pieces: list[tuple[int, int]]) -> bool:
        """Say whether a run is a name of its own: its last word is none that is written small.

        The last word of a body's name is mostly one, "the Corun Trust". Of a name that is a place's
        elsewhere, a person's here, nothing more is asked.
        """
        small = self.words.small
        if small is None or small.has(self._folded(*pieces[-1])):
            return False
        if len(pieces) == 1 and self._known(self.text[slice(*pieces[0])]) is not None:
            return False
        return all(self._may_name(start, end) for start, end in pieces)

    def _may_name(self, start: int, end: int) -> bool:
        """Say whether a word is no given name, no initials, and nothing like "Zuhur-held"."""
        word = self.text[start:end]
        if _folded_word(word) in LINKS:
            return True
        if _folded_word(word) in self.words.given_names:
            return False
        return all(part[0].isupper() and part[1:].islower() for part in _parts_of(word))

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

    def _is_all_common(self, name: str) -> bool:
        """Say whether a name has no word of its own: "Old City"."""
        return all(self._is_common(word) for word in name.lower().split())

    def _leads_a_name(self, start: int, end: int) -> bool:
        """Say whether what follows is a name of another kind: after a title, or a country in it."""
        return self._folded(start, end) in self.words.titles or self._is_country(start, end)

    def _is_country(self, start: int, end: int) -> bool:
        return country_named(self.text[start:end], demonyms=False) is not None

    def _is_doubtful(self, start: int, end: int, known: "_Known") -> bool:
        """Say whether the one word of a known name is more likely something else here.

        Given names and what follows a title are people's, short capitals are initials, and the
        first word of a sentence may be any word, unless a large place has that name.
        """
        word = self._folded(start, end)
        if word in self.words.given_names or self._is_common(word):
            return True
        if self.text[start:end].isupper() and (
            len(word) <= _INITIALS or self._is_small(word, known)
        ):
            return True
        before = _LAST_WORD.search(self.text, *_lead(start))
        if before is not None and before[1].lower() in self.words.titles:
            return True
        if _AGED.match(self.text, end) or _INITIAL_AFTER.match(self.text, end):
            return True
        if _INITIAL_BEFORE.search(self.text, *_lead(start)):
            return True
        opens = _SENTENCE_START.search(self.text[max(0, start - 4) : start]) is not None
        opens = opens and self.text[end : end + 1] not in (",", ")", "")
        is_numbered = _NUMBERED.match(self.text, end) is not None
        return (opens or is_numbered) and not known.is_large

    def _known(self, name: str) -> "_Known | None":
        """Return what the gazetteer takes ``name`` for; None where it does not know it."""
        if name not in self.known:
            self.known[name] = _known_as(near(self.gazetteer, name))
        return self.known[name]

    def _folded(self, start: int, end: int) -> str:
        return _folded_word(self.text[start:end])

    def _ends_in_possessive(self, start: int, end: int) -> bool:
        return _POSSESSIVE.search(self.text[start:end]) is not None

    def _without_possessive(self, start: int, end: int) -> int:
        match = _POSSESSIVE.search(self.text[start:end])
        return start + match.start() if match else end


def _parts_of(word: str) -> list[str]:
    """Return what hyphens join in a word."""
    return [part for part in _HYPHEN.split(word) if part]


@lru_cache(maxsize=1 << 14)
def _folded_word(word: str) -> str:
    """Return a word in small letters without its possessive."""
    return _POSSESSIVE.sub("", word).lower()


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
