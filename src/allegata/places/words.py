"""The words of a language around the names of places, as data from its pack.

In: a language. Out: ``PlaceWords``, the forms of ``lang/packs/<language>/places.toml`` by class.

>>> words = load_place_words("en")
>>> words.kinds["governorate"], words.kinds["hospital"]
('admin', 'facility')
>>> "colonel" in words.titles
True
"""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, TypedDict

from allegata.lang.pack import load_pack
from allegata.lang.small_words import SmallWords
from allegata.places.type_words import words_of

_GAP: Final = r"(?:[^\S\n]+|\n(?=(?-i:[a-z])))"  # in a line, or to where it runs on
_REACH: Final = 40  # characters before a name in which words lead to it
_OPENING: Final = "([{\"'\u201c\u2018\u00ab-\u2013\u2014/,.;:"
NO_WORDS: Final = "(?!)"  # a pattern that never matches, for a language without a class


@dataclass(frozen=True, slots=True)
class Leading:
    """Forms that lead to a name, with or without "the" between: a look at the words before it.

    >>> text = "a man in the city of Zuhur"
    >>> Leading.of({"in", "city of"}).found_before(text, 21)
    'city of'
    >>> Leading.of({"in"}).found_before(text, 21) is None
    True
    """

    forms: frozenset[str]
    longest: int  # words

    @classmethod
    def of(cls, forms: Iterable[str]) -> "Leading":
        """Return the leading words that ``forms``, in small letters, are."""
        kept = frozenset(forms)
        return cls(kept, max((len(form.split()) for form in kept), default=0))

    def found_before(self, text: str, start: int) -> str | None:
        """Return the longest form that ends right before ``start``, blanks and "the" aside."""
        before = text[max(0, start - _REACH) : start]
        if not before[-1:].isspace():
            return None
        words = before.lower().split()
        for end in (len(words), len(words) - 1) if words[-1:] == ["the"] else (len(words),):
            for first in range(max(0, end - self.longest), end):
                form = " ".join((words[first].lstrip(_OPENING), *words[first + 1 : end]))
                if form in self.forms:
                    return form
        return None


class Entry(TypedDict, total=False):
    """A table of the file."""

    kind: str
    weak: bool
    units: list[str]
    forms: list[str]
    example: str
    counter: str


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words around places, folded to lower case.

    ``kinds`` tells what kind of place a type or facility word says; a ``weak`` one says so only of
    a name that is known. ``after`` matches, from the end of a name, what may follow it ("'s
    national hospital"), and ``before``, up to the start of a name, what may lead to it ("city of
    the "); the type word is group 1 of both. ``locative`` matches, up to the start of a name, a
    preposition that places follow, ``lead`` one that nothing but places follow, and ``astray`` one
    that people follow as well. ``small`` are the words that the language writes small.
    ``lines`` are the words for streets and rivers as names have them, with capitals.
    ``kin`` matches, from the end of a name, a word that makes it a family's or a body's.
    """

    kinds: dict[str, str]
    weak: frozenset[str]
    adjectives: frozenset[str]
    titles: frozenset[str]
    given_names: frozenset[str]
    organisations: frozenset[str]
    never: frozenset[str]
    after: re.Pattern[str]
    before: Leading
    type_of_lead: dict[str, str]
    locative: Leading
    lead: Leading
    astray: Leading
    small: SmallWords | None
    kin: re.Pattern[str]
    lines: frozenset[str] = frozenset()


def place_entries(language: str) -> dict[str, list[Entry]]:
    """Return the tables of a language's file by class; empty where the pack has none."""
    source = resources.files("allegata.lang") / "packs" / language / "places.toml"
    if not source.is_file():
        return {}
    found: dict[str, list[Entry]] = {}
    for entry in tomllib.loads(source.read_text(encoding="utf-8"))["entry"]:
        entry["forms"] += sorted(words_of(language, entry.get("units", ())))
        found.setdefault(entry["class"], []).append(entry)
    return found


@cache
def load_place_words(language: str) -> PlaceWords:
    """Return the words of ``language``; without any where its pack has no such file."""
    entries = place_entries(language)

    def forms(label: str) -> frozenset[str]:
        return frozenset(form for entry in entries.get(label, ()) for form in entry["forms"])

    kinds = {
        form: entry["kind"]
        for label in ("PLACE_TYPE", "PLACE_FACILITY")
        for entry in entries.get(label, ())
        for form in entry["forms"]
    }
    leads = {f"{form} of": form for form, kind in kinds.items() if kind != "facility"}
    adjectives = forms("PLACE_ADJECTIVE")
    qualified = rf"(?:(?:{_alternatives(adjectives)}){_GAP}){{0,3}}"
    return PlaceWords(
        kinds=kinds,
        weak=frozenset(
            form
            for entry in entries.get("PLACE_TYPE", ())
            if entry.get("weak", False)
            for form in entry["forms"]
        ),
        adjectives=adjectives,
        titles=forms("PLACE_TITLE"),
        given_names=forms("PLACE_GIVEN_NAME"),
        organisations=forms("PLACE_ORGANISATION"),
        never=forms("PLACE_NEVER"),
        after=re.compile(rf"(?:['’]s)?{_GAP}{qualified}({_alternatives(kinds)})\b", re.IGNORECASE),
        before=Leading.of(leads),
        type_of_lead=leads,
        locative=Leading.of(forms("PLACE_PREPOSITION") | forms("PLACE_LEAD")),
        lead=Leading.of(forms("PLACE_LEAD")),
        astray=Leading.of(forms("PLACE_ASTRAY")),
        small=load_pack(language).lexicon.small if entries else None,
        lines=forms("PLACE_LINE"),
        kin=re.compile(rf"{_GAP}(?:{_alternatives(forms('PLACE_KIN'))})\b", re.IGNORECASE),
    )


def _alternatives(forms: Iterable[str]) -> str:
    """Return a pattern of forms, longest first."""
    words = sorted(forms, key=lambda form: (-len(form), form))
    return "|".join(re.escape(word) for word in words) or NO_WORDS
