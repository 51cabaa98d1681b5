"""Places that a text names without meaning their ground: inside other names, and by their people.

In: a text, the places already found in it, a gazetteer, the words of its language. Out: further
``FoundPlace``s, none of which overlaps one of those. "Corun Police Chief" names the town, and
"Kenyan" the country. A record of where something happened wants neither; a list of toponyms both.

>>> from allegata.gazetteers.embedded import open_embedded
>>> from allegata.places.words import load_place_words
>>> text = "A Kenyan officer of the Nairobi Fire Department spoke."
>>> found = find_associated(text, (), open_embedded(), load_place_words("en"))
>>> [(place.raw, place.name, place.kind) for place in found]
[('Kenyan', 'Kenya', 'country'), ('Nairobi', 'Nairobi', 'settlement')]
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from allegata.lang.countries import country_named
from allegata.model.ports import Gazetteer
from allegata.places.lookups import near
from allegata.places.phrases import FoundPlace
from allegata.places.runs import find_runs, pieces_of
from allegata.places.words import PlaceWords

PROMINENT: Final = 30_000  # people of a place that is meant inside a name without further proof
_MOST_WORDS: Final = 3
_WORD = re.compile(r"[^\W\d_]+")
_TITLE_BEFORE = re.compile(r"(\w+)\.? $")
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_PART = re.compile(r"[^-\u2010\u2011]+")
_NEXT_WORD = re.compile(r" ([A-Z][a-z]+)\b")
_HYPHENED = re.compile(r"[-\u2010\u2011](?=[a-z])")  # "Corun-based", "the Corun-area clinic"
_INITIAL_BEHIND = re.compile(r" [A-Z]\.? ")
_LETTERS: Final = 4  # of a word that can be a demonym or a place inside a name


def find_associated(
    text: str, found: Sequence[FoundPlace], gazetteer: Gazetteer, words: PlaceWords
) -> tuple[FoundPlace, ...]:
    """Return the places inside names and behind demonyms, in order."""
    taken = [(place.start, place.end) for place in found]
    known = {place.name.lower() for place in found}
    inside = list(_inside_names(text, taken, known, gazetteer, words))
    taken += [(place.start, place.end) for place in inside]
    return tuple(sorted([*inside, *_demonyms(text, taken)], key=lambda place: place.start))


def _demonyms(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[FoundPlace]:
    """Yield the words that name a country by its people."""
    for start, end in find_runs(text):
        reached = start
        for first, last in _stretches(pieces_of(text, start, end), most=2):
            for at, until in (
                [(first, last)] if " " in text[first:last] else _parts(text, first, last)
            ):
                name = _country_of_people(text[at:until])
                if name is not None and at >= reached and not _overlaps(at, until, taken):
                    reached = until
                    yield FoundPlace(at, until, text[at:until], name, "country")


def _country_of_people(word: str) -> str | None:
    """Return the country that a word names by its people alone."""
    if len(word) < _LETTERS or not word[0].isupper() or word.startswith("The "):
        return None
    country = country_named(word)
    is_name = country_named(word, demonyms=False) is not None
    return None if country is None or is_name else country.name


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the parts of a word that hyphens join, without a possessive."""
    bare = start + len(_POSSESSIVE.sub("", text[start:end]))
    return [match.span() for match in _PART.finditer(text, start, bare)]


def _stretches(pieces: Sequence[tuple[int, int]], *, most: int) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of each stretch of pieces, the longest first from each piece."""
    for index in range(len(pieces)):
        for count in range(min(most, len(pieces) - index), 0, -1):
            yield pieces[index][0], pieces[index + count - 1][1]


def _inside_names(
    text: str,
    taken: Sequence[tuple[int, int]],
    known: set[str],
    gazetteer: Gazetteer,
    words: PlaceWords,
) -> Iterator[FoundPlace]:
    """Yield the places in longer names: known from the rest of the text, or prominent."""
    for start, end in find_runs(text):
        reached = start
        for first, whole in _stretches(pieces_of(text, start, end), most=_MOST_WORDS):
            last = _without_tail(text, first, whole)
            name = text[first:last]
            if first < reached or len(name) < _LETTERS or _overlaps(first, last, taken):
                continue
            before = text[start:first].strip().lower()
            is_led = not before or before in words.never or name.lower() in known
            is_joined = _HYPHENED.match(text, last) is not None
            if not is_led or not (is_joined or _is_of_a_body(text, whole, end, words)):
                continue
            kind = _kind_inside(text, first, last, known, gazetteer, words)
            if kind is not None:
                reached = _past_unit_word(text, last, words)
                is_unit = reached > last
                raw = text[first:reached]
                yield FoundPlace(first, reached, raw, name, "admin" if is_unit else kind)


def _without_tail(text: str, start: int, end: int) -> int:
    """Return where a name ends before a possessive, or what a hyphen joins to it."""
    hyphen = _HYPHENED.search(text, start, end)
    last = hyphen.start() if hyphen else end
    return start + len(_POSSESSIVE.sub("", text[start:last]))


def _past_unit_word(text: str, end: int, words: PlaceWords) -> int:
    """Return where a name ends with the word for its unit: "Corun County" of "… Sheriff"."""
    match = _NEXT_WORD.match(text, end)
    return match.end() if match and words.kinds.get(match[1].lower()) == "admin" else end


def _is_of_a_body(text: str, start: int, end: int, words: PlaceWords) -> bool:
    """Say whether the rest of a name has a word for a body or its doings, as no person's has."""
    rest = [word.lower() for word in _WORD.findall(text[start:end])]
    return any(
        word in words.organisations
        or word in words.kinds
        or (words.small is not None and words.small.has(word) and word not in words.given_names)
        for word in rest
    )


def _kind_inside(
    text: str, start: int, end: int, known: set[str], gazetteer: Gazetteer, words: PlaceWords
) -> str | None:
    """Return what a stretch of a name is if it is a place's; None where it may be a person's."""
    name = text[start:end]
    lower = [word.lower() for word in _WORD.findall(name)]
    common = words.adjectives | words.never | words.kinds.keys() | words.organisations
    if not lower or all(word in common for word in lower) or lower[0] in words.titles:
        return None
    if lower[0] in words.given_names or country_named(name) is not None:
        return None
    before = _TITLE_BEFORE.search(text, max(0, start - 20), start)
    if before is not None:
        word = before[1].lower()
        if word in words.titles or (word in words.given_names and name.lower() not in known):
            return None
    if _INITIAL_BEHIND.match(text, end):
        return None
    entries = near(gazetteer, name)
    units = [entry for entry in entries if entry.feature == "adm1"]
    people = max((entry.population or 0 for entry in entries), default=0)
    if name.lower() in known or people >= PROMINENT or (units and len(lower[0]) > _LETTERS):
        return "admin" if units and people < PROMINENT else "settlement"
    return None


def _overlaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in taken)
