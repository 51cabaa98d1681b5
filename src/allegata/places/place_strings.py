"""Places written by themselves, as in a column of a table: "Corun village, Zuhur district".

In: the same place as a string in one script or more. Out: the text that they make together and what
it asks: the place first, then the larger ones that follow it.

>>> text, asks = asks_of(["Corun village, Zuhur district"])
>>> text, [(ask.names, ask.kind) for ask in asks]
('Corun, Zuhur', [(('Corun',), 'settlement'), (('Zuhur',), 'district')])
>>> asks_of(["Corun", "قرية كورون"])[1][0].names
('Corun', 'كورون')
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from allegata.places.asking import Ask
from allegata.places.type_words import alternatives, joints, type_kinds

_COMMA: Final = re.compile(r"\s*[,،;؛、/]\s*")
_UNKNOWN: Final = "unknown"


@dataclass(frozen=True, slots=True)
class _Part:
    """A name with its other spellings, and the kind that a type word says."""

    names: tuple[str, ...]
    kind: str


def asks_of(strings: Sequence[str]) -> tuple[str, list[Ask]]:
    """Return the text of the first string's names, and what they ask, the place itself first.

    The parts of the other strings belong to its parts in order, as far as they go.
    """
    columns = [list(_parts(string)) for string in strings if string.strip()]
    if not columns:
        return "", []
    parts = []
    for at, first in enumerate(columns[0]):
        same = [column[at] for column in columns[1:] if at < len(column)]
        kinds = [part.kind for part in (first, *same) if part.kind != _UNKNOWN]
        names = tuple(dict.fromkeys((*first.names, *(name for p in same for name in p.names))))
        parts.append(_Part(names, kinds[0] if kinds else _UNKNOWN))
    text, asks = "", []
    for part in parts:
        start = len(text) + 2 if text else 0
        text = f"{text}, {part.names[0]}" if text else part.names[0]
        is_framed = part.kind != _UNKNOWN
        asks.append(Ask(start, len(text), part.names, part.kind, is_framed))
    return text, asks


def _parts(string: str) -> Iterable[_Part]:
    """Yield the names between commas, and those that stand beside another."""
    words = _words()
    for piece in _COMMA.split(string.strip()):
        for beside in words.beside.split(piece):
            spelled = words.also.split(words.both.split(beside)[0])
            found = [_bare(name.strip()) for name in spelled if name.strip()]
            if found:
                kinds = [kind for _, kind in found if kind != _UNKNOWN]
                names = tuple(dict.fromkeys(name for name, _ in found))
                yield _Part(names, kinds[0] if kinds else _UNKNOWN)


def _bare(name: str) -> tuple[str, str]:
    """Return a name without its type word, and the kind that the word says."""
    words = _words()
    for pattern in (words.before, words.after):
        match = pattern.search(name)
        if match is not None:
            rest = (name[: match.start()] + name[match.end() :]).strip()
            if rest:
                return rest, words.kinds[match[1].lower()]
    return name, _UNKNOWN


@dataclass(frozen=True, slots=True)
class _Words:
    kinds: Mapping[str, str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    beside: re.Pattern[str]
    also: re.Pattern[str]
    both: re.Pattern[str]


@cache
def _words() -> _Words:
    types = alternatives(type_kinds())
    beside, also, both = (alternatives(joints(label)) for label in ("beside", "also", "both"))
    return _Words(
        type_kinds(),
        before=re.compile(rf"^({types})\s+", re.IGNORECASE),
        after=re.compile(rf"\s+({types})s?$", re.IGNORECASE),
        beside=re.compile(rf"(?<=\S)\s+(?:{beside})\s+", re.IGNORECASE),
        also=re.compile(rf"\s+(?:{also})\s+", re.IGNORECASE),
        both=re.compile(rf"\s+(?:{both})\s+", re.IGNORECASE),
    )
