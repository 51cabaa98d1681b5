"""A masthead read through the slips of optical reading, each repair told.

In: the reading view and what was read of its masthead strictly. Out: the masthead with what is
missing filled in, where it can mean one thing only. The scans that forced it: "Oistr.",
"ORTGTNAL: RUSSIAN", "$/25085/Ada.1", seals read as letters between the lines, one word a line, and
a first page whose symbol is unreadable while every running head repeats it.

>>> lines = ["NATIQNS", "Security Council", "Oistr.", "GENERAI,", "$/25085/Ada.1", "26 Kay 1992"]
>>> head = mended("\\n".join(lines), Masthead(), scanned=True)
>>> head.organ, head.distribution, head.symbol, head.issued
('S', 'general', 'S/25085/Add.1', '1992-05-26')
>>> len(head.repairs)
3
"""

import dataclasses
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import Any

from allegata.un.days import find_days
from allegata.un.job_numbers import job_number
from allegata.un.masthead import Masthead
from allegata.un.session_lines import agenda_at, session_at
from allegata.un.slips import nearest, plain_words, slipped_day
from allegata.un.symbols import FoundSymbol, Symbol, render, symbol_at
from allegata.un.title_starts import starts_title
from allegata.un.words import plain, union_table

ZONE_LENGTH = 2500
MOST_LINES = 60
LONGEST_LINE = 110
LEAST_VOTES = 2  # running heads that outvote a first page
_JUNK = " \t.,:;*_|~'\"`\u2018\u2019\u201c\u201d\u2014\u2013-/\\(){}<>=+^"
_BLANKS = " \t.:_—–"
_END = re.compile(r"(?:1|I|l)[.,]\s+[A-Z]|INTRODUCTION|I\.\s")
_WORD = re.compile(r"\S+")
_LABEL, _ORIGINAL = {"distr": True}, {"original": True}
_LABELS = _LABEL | _ORIGINAL
_TABLES = ("masthead.distributions", "masthead.languages")
_STROKE_LOST = re.compile(r"^[Ww](?=\d{5}(?!\d))")  # "W24000": the two letters "S/" run together
_LOWER_WORD = re.compile(r"[a-zа-я]{4}")
_PAGE = re.compile(r"^\W*(?:P[a-z]{2,3}e?|Стр\.?|Página)\W+[\dIlO]{1,3}\W*$", re.IGNORECASE)


def mended(text: str, strict: Masthead, *, scanned: bool) -> Masthead:
    """Return the masthead with its gaps filled from the lines before the title.

    ``scanned`` says that the text was read from pictures. Else only a masthead that is there
    beyond doubt is mended.
    """
    if not scanned and not (strict.distribution and (strict.organ or strict.symbol)):
        return strict
    lines = _zone(plain(text[:ZONE_LENGTH]))
    reader = _Reader(lines, strict, scanned=scanned)
    head = reader.masthead(text)
    return head if head.is_present or strict.is_present else strict


@dataclasses.dataclass
class _Reader:
    """Fills one field after the other; ``repairs`` tells how."""

    lines: list[tuple[int, int, str]]  # start, end, words
    strict: Masthead
    scanned: bool
    repairs: list[str] = dataclasses.field(default_factory=list)

    def masthead(self, text: str) -> Masthead:
        organs = self._organs()
        first = organs[0] if organs else None
        head = dataclasses.replace(
            self.strict,
            organ=self.strict.organ or first,
            distribution=self.strict.distribution or self._distribution(),
            original_language=self.strict.original_language or self._original(),
            issued=self.strict.issued or self._issued(),
            job_number=self.strict.job_number or job_number(text),
        )
        symbol = self._symbol(text, organs)
        end = max([self.strict.end, *(end for _, end, line in self.lines if self._is_known(line))])
        return dataclasses.replace(
            head,
            symbol=render(symbol) if symbol else self.strict.symbol,
            organ=symbol.organ if symbol and self.scanned else head.organ,
            **self._sessions(),
            end=end if self.scanned else self.strict.end,
            repairs=(*self.strict.repairs, *self.repairs),
        )

    def _told(self, field: str, value: str, printed: str) -> str:
        self.repairs.append(f"{field} read as {value} from “{' '.join(printed.split())}”")
        return value

    def _organs(self) -> list[str]:
        """Return the organs that lines name, in order; a name may run over the line's end."""
        words = " ".join(line for _, _, line in self.lines)
        places = sorted(
            (match.start(), code)
            for code, shape in union_table("masthead.organs")
            for match in shape.finditer(words)
        )
        found = [code for _, code in places]
        if not found and self.scanned:
            for _, _, line in self.lines:
                code = nearest(line, plain_words("masthead.organs"))
                if code is not None:
                    found.append(self._told("organ", code, line))
        return list(dict.fromkeys(found))

    def _distribution(self) -> str | None:
        words = [word for _, _, line in self.lines for word in _WORD.findall(line)]
        values = plain_words("masthead.distributions")
        for at, word in enumerate(words):
            if nearest(word, _LABEL) is None:
                continue
            for value in words[at + 1 : at + 5]:
                code = nearest(value, values)
                if code is not None:
                    return self._coded("distribution", code, word, value)
        for at, (_, _, line) in enumerate(self.lines):  # the label is unreadable
            last = line.split()[-1].strip(_JUNK)
            following = self.lines[at + 1][2] if at + 1 < len(self.lines) else ""
            goes_on = nearest(following, {"assembly": True}) is not None
            if self.scanned and last.isupper() and last.capitalize() in values and not goes_on:
                return self._told("distribution", values[last.capitalize()], line)
        return None

    def _coded(self, field: str, code: str, label: str, value: str) -> str:
        """Return the code, telling of it where label or value were not printed as they should."""
        exact = {word.casefold() for table in _TABLES for word in plain_words(table)}
        printed = value.strip(_JUNK).casefold(), label.strip(_JUNK).casefold()
        if printed[0] in exact and printed[1] in _LABELS:
            return code
        return self._told(field, code, f"{label} {value}")

    def _original(self) -> str | None:
        words = [word for _, _, line in self.lines for word in _WORD.findall(line)]
        for label, value in pairwise(words):
            if nearest(label, _ORIGINAL) is None:
                continue
            code = nearest(value, plain_words("masthead.languages"))
            if code is not None:
                return self._coded("original language", code, label, value)
        return None

    def _sessions(self) -> dict[str, Any]:  # Any: the fields of a masthead
        """Return session, year and agenda items that lines begin with; strict ones go first."""
        session, year, items = (
            self.strict.session,
            self.strict.council_year,
            self.strict.agenda_items,
        )
        for _, _, line in self.lines:
            at = 0
            while found := session_at(line, at):
                session = session or found[0].session
                year = year or found[0].year
                at = found[1] + len(line[found[1] :]) - len(line[found[1] :].lstrip())
            listed = agenda_at(line, at)
            items = items or (listed[0] if listed else ())
        return {"session": session, "council_year": year, "agenda_items": items}

    def _issued(self) -> str | None:
        for at, (_, _, line) in enumerate(self.lines):
            joined = " ".join(one for _, _, one in self.lines[at : at + 3])  # one word a line
            for words in (line, joined):
                days = find_days(words.lstrip(_BLANKS))  # "~9 May" may be the 9th, 19th or 29th
                if days and days[0].start == 0 and days[0].iso:
                    return days[0].iso
            day = slipped_day(line)
            if (
                day is not None
                and day.iso is not None
                and not _LOWER_WORD.search(line[: day.start])
            ):
                return self._told("date", day.iso, line)
        return None

    def _symbol(self, text: str, organs: list[str]) -> Symbol | None:
        """Return the symbol, both halves of a double one; running heads outvote a misreading."""
        found = self._printed(organs)
        votes = _running_heads(text) if self.scanned else {}
        chosen: dict[str, Symbol] = {}
        for organ in ("A", "E", "S", "T", "CD"):
            one = found.get(organ)
            vote, count = votes.get(organ, (None, 0))
            if vote is not None and (one is None or one.symbol != vote):
                known = organ in organs or not organs or len(votes) > 1
                if count >= LEAST_VOTES or (known and one is None):
                    chosen[organ] = vote
                    self._told("symbol", render(vote), "the running heads")
                    continue
            if one is not None:
                chosen[organ] = one.symbol
                if one.repaired:
                    self._told("symbol", render(one.symbol), one.raw)
        return _joined(list(chosen.values()))

    def _printed(self, organs: list[str]) -> dict[str, FoundSymbol]:
        """Return the first symbol of each organ that stands alone at the end of its line."""
        if self.strict.symbol:
            found = symbol_at(self.strict.symbol, 0)
            halves = found.symbol.halves if found else ()
            printed = {half.organ: FoundSymbol(0, 0, self.strict.symbol, half) for half in halves}
            if not self.scanned:
                return printed
        else:
            printed = {}
        for _, _, line in self.lines:
            for one in _symbols_of(line, organs, scanned=self.scanned):
                printed.setdefault(one.symbol.organ, one)
        return printed

    def _is_known(self, line: str) -> bool:
        return bool(
            _symbols_of(line, [], scanned=True)
            or nearest(line.partition(" ")[0], _LABELS)
            or any(shape.fullmatch(line.strip(_JUNK)) for _, shape in _known_lines())
            or find_days(line)
        )


def _zone(readable: str) -> list[tuple[int, int, str]]:
    """Return the lines before the title or the first paragraph."""
    lines: list[tuple[int, int, str]] = []
    for match in re.finditer(r"[^\n]+", readable):
        line = match.group().strip()
        if len(line) > LONGEST_LINE or len(lines) >= MOST_LINES or _END.match(line):
            break
        if starts_title(line):
            break
        if line:
            lines.append((*match.span(), line))
    return lines


def _symbols_of(line: str, organs: list[str], *, scanned: bool) -> list[FoundSymbol]:
    """Return the symbols that are a whole line, or end one without words."""
    bare = line.strip(_JUNK)
    if scanned and organs == ["S"]:
        bare = _STROKE_LOST.sub("S/", bare)
    for start in [0, *(match.start() for match in _WORD.finditer(bare))]:
        if start and _LOWER_WORD.search(bare[:start]):
            return []
        one = symbol_at(bare, start, scanned=scanned)
        if one is None or re.search(r"\w{2}", bare[one.end :]):
            continue
        raw = line.strip(_JUNK)
        repaired = one.repaired or (scanned and bare != raw)
        return [FoundSymbol(0, 0, raw, half, repaired) for half in one.symbol.halves]
    return []


def _running_heads(text: str) -> dict[str, tuple[Symbol, int]]:
    """Return for each organ the symbol that most pages print above "English" and "Page 2"."""
    votes: Counter[Symbol] = Counter()
    lines = [line.strip() for line in plain(text).splitlines() if line.strip()]
    for at, line in enumerate(lines):
        if not _PAGE.match(line):
            continue
        for above in lines[max(0, at - 3) : at]:
            for one in _symbols_of(above, [], scanned=True):
                votes[one.symbol] += 1
    best: dict[str, tuple[Symbol, int]] = {}
    for symbol, count in votes.items():
        if count > best.get(symbol.organ, (symbol, 0))[1]:
            best[symbol.organ] = symbol, count
    return best


def _joined(symbols: list[Symbol]) -> Symbol | None:
    whole: Symbol | None = None
    for symbol in reversed(symbols):
        whole = dataclasses.replace(symbol, joined=whole)
    return whole


@cache
def _known_lines() -> tuple[tuple[str, re.Pattern[str]], ...]:
    tables = ("masthead.organs", "masthead.distributions", "masthead.languages")
    return tuple(row for table in tables for row in union_table(table))
