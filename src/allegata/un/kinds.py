"""What kind of document it is, letters aside: by the title below the masthead, or by the symbol.

In: the reading view and its masthead. Out: a code (report, resolution, draft_resolution …), and the
day of adoption or of the meeting that the title states.

>>> from allegata.un.masthead import read_masthead
>>> text = '''Security Council
... Distr.: General
... 8 May 2031
...
... Resolution 2999 (2031)
... Adopted by the Security Council at its 12000th meeting, on 7 May 2031
... '''
>>> head = read_masthead(text)
>>> read_kind(text, head), adopted_on(text, head.end).iso
('resolution', '2031-05-07')
"""

import re
from dataclasses import dataclass
from functools import cache

from allegata.un.days import FoundDay, find_days
from allegata.un.masthead import Masthead
from allegata.un.slips import nearest, plain_words
from allegata.un.symbols import Symbol, parse_symbol
from allegata.un.words import all_words, plain, spaced, union_table

HEAD_LENGTH = 4000  # characters after the masthead in which a title stands
FIRST_WORDS = 800
MOST_LINES = 40  # topics of agenda items and lists of sponsors may stand before it
LONGEST_LINE = 1000
ADOPTION_LENGTH = 1200
_LINE = re.compile(r"[^\n]+")
_MARKS = " *#\t"
_LEAD = 120  # characters before a day that say what it is the day of
_BODY = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]\s+\S|I\.\s|INTRODUCTION|Introduction")
_MEETING = "meeting_record"
_BY_SYMBOL = (
    (re.compile(r"RES"), "resolution"),
    (re.compile(r"DEC"), "decision"),
    (re.compile(r"PRST"), "presidential_statement"),
    (re.compile(r"(?:PV|SR)\.\d+"), _MEETING),
    (re.compile(r"Agenda"), "provisional_agenda"),
)


@dataclass(frozen=True, slots=True)
class TitleLine:
    """The line at ``start..end`` that tells the kind."""

    code: str
    start: int
    end: int


def read_kind(text: str, head: Masthead) -> str | None:
    """Return what kind of document it is: as its title says, its series, or its first words."""
    titled = find_kind(text, head.end)
    if titled is not None:
        return titled.code
    series = _kind_of_series(parse_symbol(head.symbol)) if head.symbol else None
    return series or (_kind_of_first_words(text, head.end) if head.is_present else None)


def adopted_on(text: str, start: int, kind: str | None = None) -> FoundDay | None:
    """Return the day on which a resolution was adopted, or a statement made, or a meeting held."""
    readable = plain(text[start : start + ADOPTION_LENGTH])
    for day in find_days(readable):
        if day.year is None:
            continue
        before = readable[max(0, day.start - _LEAD) : day.start]
        after = readable[day.end : day.end + _LEAD]
        if any(lead.search(before) and rest.match(after) for lead, rest in _adoptions()):
            return day
        if kind == _MEETING:
            return day
    return None


def find_kind(text: str, start: int) -> TitleLine | None:
    """Return the first line after ``start`` that says what the document is, before its body."""
    readable = plain(text[start : start + HEAD_LENGTH])
    lines = 0
    for match in _LINE.finditer(readable):
        line = match.group().strip(_MARKS)
        if not line:
            continue
        lines += 1
        if lines > MOST_LINES or len(line) > LONGEST_LINE or _BODY.match(line):
            return None
        code = _kind_of_line(line)
        if code is not None:
            first = start + match.start() + match.group().index(line[0])
            return TitleLine(code, first, first + len(line))
    return None


def _kind_of_first_words(text: str, start: int) -> str | None:
    """Return what a text calls itself as it begins: "The present report is submitted"."""
    readable = plain(text[start : start + FIRST_WORDS])
    for code, shape in union_table("masthead.presents"):
        if shape.search(readable):
            return code
    return None


def _kind_of_line(line: str) -> str | None:
    if line.endswith((".", ",", ";")):  # a title is no sentence, nor part of one
        return None
    for code, shape in _kinds():
        if shape.match(line):
            return code
    # "Re, art of the Secretary-General" is a title that optical reading spelt.
    return nearest(line, plain_words("masthead.common")) if line[:1].isupper() else None


def _kind_of_series(symbol: Symbol) -> str | None:
    for part in symbol.parts:
        for shape, code in _BY_SYMBOL:
            if shape.fullmatch(part):
                return code
    return None


@cache
def _kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return union_table("masthead.kinds", after="")


@cache
def _adoptions() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return the words before and after the day of adoption."""
    pairs = []
    for words in all_words():
        for shape in words.all("masthead.titled.adopted"):
            before, _, after = shape.partition("{day}")
            pairs.append(
                (
                    re.compile(f"{spaced(before).rstrip()}$", re.IGNORECASE),
                    re.compile(spaced(after), re.IGNORECASE),
                )
            )
    return tuple(pairs)
