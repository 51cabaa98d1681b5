"""Persons whom a sentence names: the name, and the words that say who they are.

"The mayor of Haraz, Nasser Harazi," and "Nasser Harazi, a farmer," are one person each, and so are
those whom "the farmers Nasser Harazi and Karim Omar" lists. A run of names beside no such word has
no descriptions: it may be anything, and whoever knows its role must say.

>>> from allegata.lang.grammar.rows import phrase_row
>>> from allegata.lang.grammar.lexing import lex
>>> from allegata.lang.pack import load_pack
>>> text = "Senator Nasser Harazi met Karim Omar, a farmer."
>>> found = find_persons(phrase_row(lex(text, [(0, len(text))], load_pack("en").lexicon)))
>>> [(text[slice(*one.name)], [text[slice(*d)] for d in one.descriptions]) for one in found]
[('Nasser Harazi', ['Senator']), ('Karim Omar', ['farmer'])]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from allegata.lang.alternation import fold_text
from allegata.lang.grammar.people import GroupPhrase
from allegata.lang.grammar.units import Units, code
from allegata.lang.pack import Entry, load_pack, rows, words
from allegata.model.vocabularies import Sex, Status

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PersonPhrase:
    """A person at text ``start..end``; ``name`` and ``descriptions`` are ranges near it."""

    start: int
    end: int
    name: Range
    descriptions: tuple[Range, ...]
    status: Status = Status.UNKNOWN
    role: str | None = None
    sex: Sex = Sex.UNKNOWN


_OF_CLASS = {
    **{code(name): "n" for name in ("CAP", "NAME")},
    code("PLACE"): "p",
    **{code(name): "m" for name in ("MASK", "AGED", "NUM", "QTY")},
    **{code(name): "x" for name in ("TMOD", "PMOD", "DEMONYM", "STATE", "ACTOR", "FRAMING")},
    code("PARTICLE"): "a",
    code("QUOTE"): "q",
    code("TITLE"): "t",
    code("VOICE"): "v",
    code("COMMA"): "c",
    code("OF"): "o",
    code("AND"): "&",
    code("DET"): "d",
    code("ART"): "d",
}
_RUN = re.compile(r"(?:n|p(?=a?n))(?:a*[np]|qnq)*")
_BEFORE = re.compile(r"(?:[gvt]q?)+i*q?$|[gv]c$")
_AFTER = re.compile(r"q?(?:cm)?c(?P<words>d?x*(?P<head>[gv])(?:o[^c]{1,8}?(?=c|.?$))?)(?=[c.o]|$)")
# a given name that is a word too, beside another name
_GIVEN = re.compile(r"y(?=[anpy])|(?<=[np])y")
_LISTED = re.compile(r"(?P<all>G)[qc]?i*(?:(?:[np]a*)+(?:cm)?[qc&]+){0,12}$")
_OFFICE = re.compile(r"(?<=[dcx.])[xn]{0,3}$")
_NAMED_AS = frozenset({"identified", "named", "called", "as", "only"})
_LONGEST = 6  # units of a name


def find_persons(units: Units, language: str = "en") -> tuple[PersonPhrase, ...]:
    """Return the persons named in a row of units of one sentence, in order."""
    letters = _letters(units, language)
    return tuple(_persons(units, letters))


def _persons(units: Units, letters: str) -> Iterator[PersonPhrase]:
    for match in _RUN.finditer(letters):
        first, last = match.span()
        if "n" not in match.group() or last - first > _LONGEST:
            continue
        before = _BEFORE.search(letters, max(0, first - 5), first)
        after = _AFTER.match(letters, last)
        told: list[tuple[int, int]] = []
        start, end = first, last
        if before is not None:
            start = before.start()
            told += _each(letters, before.start(), before.end())
        if after is not None:
            end = after.end("words")
            told.append(after.span("words"))
        if not told and (listed := _LISTED.search(letters, 0, first)) is not None:
            told.append(listed.span("all"))
        yield _person(units, letters, (start, end), (first, last), told)


def _each(letters: str, first: int, last: int) -> list[tuple[int, int]]:
    """Return each description before a name: "former minister", "general"."""
    found = []
    for index in range(first, last):
        if letters[index] in "gvt":
            at = index
            if letters[index] == "v" and (office := _OFFICE.search(letters, 0, index)):
                at = office.start()
            found.append((at, index + 1))
    return found


def _person(
    units: Units,
    letters: str,
    whole: tuple[int, int],
    name: tuple[int, int],
    told: list[tuple[int, int]],
) -> PersonPhrase:
    groups = [
        value
        for first, last in told
        for value in units.values[first:last]
        if isinstance(value, GroupPhrase)
    ]
    status = next((g.status for g in groups if g.status is not Status.UNKNOWN), Status.UNKNOWN)
    sex = next((g.sex for g in groups if g.sex is not Sex.UNKNOWN), Sex.UNKNOWN)
    descriptions = tuple(_described(units, letters, first, last) for first, last in told)
    near = [first for first, _ in descriptions] if whole != name else []
    return PersonPhrase(
        start=min([units.starts[whole[0]], *near]),
        end=units.ends[whole[1] - 1],
        name=(units.starts[name[0]], _last_letter(units, name[1])),
        descriptions=descriptions,
        status=status,
        role=next((group.role for group in groups if group.role), None),
        sex=sex,
    )


def _last_letter(units: Units, last: int) -> int:
    """Return the end of a name, less a full stop that a month took with it ("Karim Omar.")."""
    end = units.ends[last - 1]
    while not units.text[end - 1].isalnum() and units.text[end - 1] not in "'\u2019":
        end -= 1
    return end


def _described(units: Units, letters: str, first: int, last: int) -> Range:
    """Return the text range of a description, its article left out."""
    while letters[first] == "d" and first + 1 < last:
        first += 1
    value = units.values[first]
    start = value.head[0] if isinstance(value, GroupPhrase) else units.starts[first]
    end = units.ends[last - 1]
    while start < end and not units.text[start].isalnum():
        start += 1  # "the 'commander' Harazi"
    return start, end


def _letters(units: Units, language: str) -> str:
    ranks, given = _listed(language, "rank"), _listed(language, "given_name")
    letters = []
    for index, character in enumerate(units.classes):
        value = units.values[index]
        letter = _OF_CLASS.get(character, ".")
        if isinstance(value, GroupPhrase):
            single = not value.plural and (value.quantity is None or value.quantity.best == 1)
            letter = "g" if single and not value.named else "G"
        elif letter == "v":
            official = isinstance(value, Entry) and value.text("kind") == "official"
            letter = "v" if official else "."
        elif letter in ".x":
            letter = _by_word(fold_text(units.words(index, index + 1)), letter, ranks, given)
        letters.append(letter)
    joined = "".join(letters)
    while (told := _GIVEN.sub("n", joined)) != joined:
        joined = told
    return joined.replace("y", ".")


def _by_word(word: str, letter: str, ranks: frozenset[str], given: frozenset[str]) -> str:
    """Return the letter of a word that is told by itself: a rank, a name, "identified as"."""
    if word in given:
        return "y"
    if word in ranks:
        return "v" if letter == "." else "t"
    return "i" if word in _NAMED_AS else letter


@cache
def _listed(language: str, key: str) -> frozenset[str]:
    listed = rows(load_pack(language).table("people"), key)
    return frozenset(fold_text(form) for row in listed for form in words(row))
