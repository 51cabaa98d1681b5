"""Session, year and agenda lines of a masthead: "Seventy-fifth session", "Agenda items 35 and 40".

In: a folded text and a place. Out: what the line at that place says, and where it ends.

>>> session_at("Eleventh emergency special session", 0)
(SessionLine(session='ES-11', year=None), 34)
>>> session_at("Soixante-quinzieme annee", 0)
(SessionLine(session=None, year=75), 24)
>>> agenda_at("Agenda items 35, 75 (a) and (b), and 135", 0)
(('35', '75 (a)', '75 (b)', '135'), 40)
"""

import re
from dataclasses import dataclass
from functools import cache

from allegata.un.ordinals import loose_shape, ordinal_number
from allegata.un.words import Words, all_words, expression, spaced

_PREFIXES = {"emergency": "ES-", "special": "S-", "regular": ""}
_ITEM = re.compile(r"\d{1,3}|(?<![^\W\d_])\(?(\w{1,4})\)")


@dataclass(frozen=True, slots=True)
class SessionLine:
    """``session`` of the Assembly ("75", "ES-11"), or ``year`` of the Council."""

    session: str | None
    year: int | None


def session_at(text: str, at: int) -> tuple[SessionLine, int] | None:
    """Return the session or year printed at ``at`` and its end, if one is."""
    for words, sort, shape in _session_shapes():
        match = shape.match(text, at)
        if match is None:
            continue
        number = ordinal_number(match["ordinal"], words)
        if number is None:
            continue
        if sort == "year":
            return SessionLine(None, number), match.end()
        return SessionLine(f"{_PREFIXES[sort]}{number}", None), match.end()
    return None


def agenda_at(text: str, at: int) -> tuple[tuple[str, ...], int] | None:
    """Return the agenda items listed at ``at`` and the list's end, if one is."""
    for shape in _agenda_shapes():
        match = shape.match(text, at)
        if match:
            return _items(match["items"]), match.end()
    return None


def _items(listed: str) -> tuple[str, ...]:
    """Return "75 (a) and (b)" as two items of one number; a letter belongs to the number before."""
    items: list[str] = []
    number = ""
    for match in _ITEM.finditer(listed):
        if match[1] is None:
            number = match.group()
            items.append(number)
        elif items:
            item = f"{number} ({match[1]})"
            if items[-1] == number:
                items[-1] = item
            else:
                items.append(item)
    return tuple(dict.fromkeys(items))


@cache
def _session_shapes() -> tuple[tuple[Words, str, re.Pattern[str]], ...]:
    shapes = []
    for words in all_words():
        ordinal = f"(?P<ordinal>{loose_shape(words)})"
        for sort, shape in words.table("masthead.sessions").items():
            whole = words.bound(spaced(shape).replace("{ordinal}", ordinal))
            shapes.append((words, sort, re.compile(whole, re.IGNORECASE)))
    return tuple(shapes)


@cache
def _agenda_shapes() -> tuple[re.Pattern[str], ...]:
    shapes = []
    for words in all_words():
        joint = expression(words.all("masthead.agenda_joint"))
        letters = r"(?:\s?\(?\w{1,4}\)){0,3}"
        item = rf"\*{{0,2}}(?:\d{{1,3}}\*{{0,2}}{letters}|\(?[a-z]\))"
        items = rf"(?P<items>{item}(?:\s?{joint}\s*{item}){{0,20}})"
        for shape in words.all("masthead.agenda"):
            whole = spaced(shape).replace("{items}", items)
            shapes.append(re.compile(words.bound(whole, after=""), re.IGNORECASE))
    return tuple(shapes)
