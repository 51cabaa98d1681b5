"""Organisations that bear arms, by name, by acronym and by the words that such names are made of.

In: a text and a pack. Out: where each is named, and the fullest name that the text has for it: what
stands in brackets behind a name stands for it from then on, in either order. Capitals tell names in
a mixed text, words that are never written small in a text of capitals.

>>> from allegata.lang.pack import load_pack
>>> text = "The Harazi Popular Front (HPF) fled. The HPF denied it."
>>> [(text[o.start:o.end], o.name) for o in find_organisations(text, load_pack("en"))]
[('Harazi Popular Front (HPF)', 'Harazi Popular Front'), ('HPF', 'Harazi Popular Front')]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from allegata.lang.alternation import alternation, fold_text
from allegata.lang.grammar.armed_groups import find_armed_groups
from allegata.lang.pack import LanguagePack, load_pack, rows, words


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as named at ``start..end``; ``named`` is the range without its acronym."""

    start: int
    end: int
    named: tuple[int, int]
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Words:
    heads: re.Pattern[str]
    kinds: dict[str, str]
    alone: frozenset[str]
    modifiers: frozenset[str]
    fillers: frozenset[str]
    joiners: frozenset[str]


_LONGEST = 90  # characters before the last word of a name
_WORD_BEFORE = re.compile(r"([\w'\u2019-]+)\s+$")
_OF = re.compile(r"\s+of\s+((?:[\w'\u2019-]+\s+){0,2}?[\w'\u2019-]+)", re.IGNORECASE)
_SHORT = r"[A-Z][A-Z0-9-]{1,8}"
_BRACKETED = re.compile(rf"'?s?\"?\s*[\[(]\s*({_SHORT})\s*[\])]|,\s+({_SHORT}),")
_OPENED_BY = re.compile(rf"(?<![\w-])({_SHORT})\s*[\[(]$")
_LEAST = 3  # letters of an acronym that is looked for alone


def find_organisations(text: str, pack: LanguagePack) -> tuple[Organisation, ...]:
    """Return the organisations named in ``text``, in order; none lies in another."""
    if "organisations" not in pack.tables:
        return ()
    table = _words(pack.language)
    folded = fold_text(text)
    short: dict[str, tuple[str, str]] = {}
    found = [_with_acronym(one, text, short, pack) for one in _known(text, pack)]
    taken = [(one.start, one.end) for one in found]
    for one in _made(text, folded, table, pack):
        if not any(start < one.end and one.start < end for start, end in taken):
            found.append(_with_acronym(one, text, short, pack))
            taken.append((found[-1].start, found[-1].end))
    found += [
        one
        for one in _abbreviated(text, short)
        if not any(start < one.end and one.start < end for start, end in taken)
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def _known(text: str, pack: LanguagePack) -> Iterator[Organisation]:
    """Yield well-known organisations; small letters may mean anything ("the shining path")."""
    for one in find_armed_groups(text, pack):
        if any(letter.isupper() for letter in text[one.start : one.end]):
            yield Organisation(one.start, one.end, (one.start, one.end), one.name, one.kind)


def _told(match: re.Match[str], name: str, kind: str) -> Organisation:
    return Organisation(match.start(), match.end(), match.span(), name, kind)


def _made(text: str, folded: str, table: _Words, pack: LanguagePack) -> Iterator[Organisation]:
    """Yield what is named with words that such names are made of."""
    for head in table.heads.finditer(folded):
        if not text[head.start()].isupper() and _one_line(head.group()) not in table.alone:
            continue
        start, modified = _name_start(text, head, table, pack)
        if start == head.start() or not (modified or _one_line(head.group()) in table.alone):
            continue
        end = head.end()
        of = _OF.match(text, end)
        if of is not None and modified and all(_is_name(w, pack) for w in of[1].split()[-1:]):
            end = of.end()
        name = _one_line(text[start:end])
        yield Organisation(start, end, (start, end), name, table.kinds[_one_line(head.group())])


def _name_start(
    text: str, head: re.Match[str], table: _Words, pack: LanguagePack
) -> tuple[int, bool]:
    """Return where the words before the last one begin, and whether they tell an organisation."""
    start, modified = head.start(), False
    low = max(0, start - _LONGEST)
    while (word := _WORD_BEFORE.search(text, low, start)) is not None:
        folded = fold_text(word[1])
        if not word[1][0].isupper() or not (
            folded in table.modifiers or folded in table.fillers or _is_name(word[1], pack)
        ):
            break
        modified = modified or folded in table.modifiers
        start = word.start(1)
    return _without_joiners(text, start, head.start(), table), modified


def _without_joiners(text: str, start: int, end: int, table: _Words) -> int:
    """Return the start without an "and" or "the" that only joins the name to its sentence."""
    first = text[start:end].split(maxsplit=1)
    while first and fold_text(first[0]) in table.joiners:
        start = end - len(first[1]) if len(first) > 1 else end
        first = text[start:end].split(maxsplit=1)
    return start


def _is_name(word: str, pack: LanguagePack) -> bool:
    """Say whether a word with a capital is a name: a word of capitals must not be a small one."""
    if not word[0].isupper() or len(word) < 2 or word[-2] in "'\u2019":
        return False
    small = pack.lexicon.small
    return not word.isupper() or small is None or not small.has(word.lower())


def _with_acronym(
    one: Organisation, text: str, short: dict[str, tuple[str, str]], pack: LanguagePack
) -> Organisation:
    """Take in the acronym in brackets behind a name, and learn what it stands for."""
    full = _one_line(text[slice(*one.named)])
    before = _OPENED_BY.search(text, max(0, one.start - 14), one.start)
    if before is not None and " " in full and _is_name(before[1], pack):
        short.setdefault(before[1], (one.name, one.kind))
    match = _BRACKETED.match(text, one.end)
    if match is None or " " not in full:
        return one
    short[match[1] or match[2]] = (one.name, one.kind)
    return replace(one, end=match.end() - (match[2] is not None))


def _abbreviated(text: str, short: dict[str, tuple[str, str]]) -> list[Organisation]:
    """Return where acronyms that the text explains stand alone."""
    known = [word for word in short if len(word) >= _LEAST]
    if not known:
        return []
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, known))})(?![\w-])")
    return [_told(match, *short[match.group()]) for match in pattern.finditer(text)]


def _one_line(words_said: str) -> str:
    return " ".join(words_said.split())


@cache
def _words(language: str) -> _Words:
    table = load_pack(language).table("organisations")
    heads = rows(table, "head")
    kinds = {form: str(row["kind"]) for row in heads for form in words(row)}
    return _Words(
        heads=re.compile(rf"(?<![\w-])(?:{alternation(kinds)})(?![\w-])"),
        kinds=kinds,
        alone=frozenset(form for row in heads if row.get("alone") for form in words(row)),
        modifiers=frozenset(fold_text(w) for row in rows(table, "modifier") for w in words(row)),
        fillers=frozenset(fold_text(w) for row in rows(table, "filler") for w in words(row)),
        joiners=frozenset(fold_text(w) for row in rows(table, "joiner") for w in words(row)),
    )
