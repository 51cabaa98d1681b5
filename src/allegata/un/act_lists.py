"""Lists of numbers of resolutions: what one head word leads in, with dates and organs between.

In: cleared text, its organs, and a place. Out: the numbers of the list there, each with the day and
the organ printed after it. Further on in the sentence only numbers that vouch for themselves are
taken: a number of the Security Council that fits its year.

>>> from allegata.un.clearing import clear
>>> from allegata.un.organs import Organs
>>> cleared = clear("242 (1967) of 22 November 1967 and 338 (1973), 43 people")
>>> [(one.number.first, one.dated) for one in Lists(Organs(cleared)).at(0)]
[('242', '1967-11-22'), ('338', None)]
"""

import dataclasses
import re
from dataclasses import dataclass
from functools import cache

from allegata.un.act_numbers import (
    FIRST_NUMBERED_SESSION,
    LAST_SESSION,
    ActNumber,
    number_at,
)
from allegata.un.days import FoundDay, find_days
from allegata.un.lookup import alternatives, attached
from allegata.un.organs import Organs
from allegata.un.provision_words import is_noun_ahead, joint

DATE_WINDOW = 60
LEAST_BARE = 3  # digits: "resolutions 242 and 338"
_JOINT_WINDOW = 12
_OPENING = r"[\s(\[\"'\u201c\u00ab*]*"
_LINK_TARGET = re.compile(r"\]\((?:[^()\s]|\([^()\s]*\)){0,200}\)")
_WORD = re.compile(r"[^\W\d_]+")
_LOOSE = re.compile(r"(?<![\w/.,:-])\d{1,4}\s{0,3}\((?:19|20)\d{2}\)")
_LOOSE_SESSION = re.compile(r"(?<![\w/.,:-])\d{2,3}/\d{1,3}(?![\w/%])")


@dataclass(frozen=True, slots=True)
class Listed:
    """A number of a list, the day and organ printed after it, and where those end."""

    number: ActNumber
    dated: str | None
    organ: str
    tail: int


class Lists:
    """A reader of the lists of one text."""

    def __init__(self, organs: Organs) -> None:
        self.organs = organs
        self.text = organs.text

    def at(self, at: int) -> list[Listed]:
        """Return the numbers of the list at ``at``, up to the first thing that is none."""
        listed: list[Listed] = []
        while True:
            lead = _lead().match(self.text, at)
            number = number_at(self.text, lead.end()) if lead else None
            if number is None or (listed and not self._goes_on(number)):
                return listed
            listed.append(self._with_tail(number))
            tail = listed[-1].tail
            between = joint().match(self.text, tail) or _to().match(self.text, tail)
            if between is None:
                return listed
            at = between.end()

    def further(self, at: int, stop: int, listed: list[Listed]) -> list[Listed]:
        """Return the numbers in ``at..stop`` that vouch for themselves.

        "resolutions 242 (1967), adopted in that year, and 338 (1973)": the Council's number fits
        its year. The Assembly's come after others of the kind: "46/182 of …, on aid, and 48/57".
        """
        found: list[Listed] = []
        shapes = [_LOOSE]
        if any(one.number.shape == "session" and not one.number.by_year for one in listed):
            shapes.append(_LOOSE_SESSION)
        for shape in shapes:
            end = at
            for match in shape.finditer(self.text, at, stop):
                number = number_at(self.text, match.start())
                if match.start() >= end and number is not None and self._vouches(number):
                    found += self.at(match.start())
                    end = found[-1].tail
        return sorted(found, key=lambda one: one.number.start)

    def _vouches(self, number: ActNumber) -> bool:
        if number.shape == "council":
            return number.vouched is True
        start = max(0, number.start - _JOINT_WINDOW)
        in_range = FIRST_NUMBERED_SESSION <= int(number.first) <= LAST_SESSION
        return in_range and _joined().search(self.text, start, number.start) is not None

    def _goes_on(self, number: ActNumber) -> bool:
        """Say whether a number is a member of the list: "2253 (2015), 430 people" ends before."""
        if number.shape != "bare":
            return True
        return len(number.first) >= LEAST_BARE and not is_noun_ahead(self.text, number.end)

    def _with_tail(self, number: ActNumber) -> Listed:
        """Read the date and the organ after a number, in either order."""
        target = _LINK_TARGET.match(self.text, number.end)
        year = int(number.second) if number.shape == "council" else None
        dated, at = date_after(self.text, target.end() if target else number.end, year=year)
        organ = ""
        named, end = self.organs.at(at)
        if named and not _head_ahead().match(self.text, end):
            organ, at = named, end
        if dated is None:
            dated, at = date_after(self.text, at, year=year)
        return Listed(number, dated, organ, at)


def date_after(text: str, at: int, *, year: int | None = None) -> tuple[str | None, int]:
    """Return the day in "of 22 November 1967" right at ``at``, and where it ends.

    ``year`` is that of "186 (1964) of 4 March", whose day is printed without one.
    """
    lead = _date_lead().match(text, at)
    if lead is None:
        return None, at
    days = find_days(text[lead.end() : lead.end() + DATE_WINDOW])
    if not days or days[0].start != 0:
        return None, at
    day = days[0] if days[0].year is not None else dataclasses.replace(days[0], year=year)
    return (None, at) if day.year is None else (day.iso, lead.end() + day.end)


def opening_day(text: str, start: int, end: int) -> FoundDay | None:
    """Return the day that opens the sentence at ``start``, if it is the only one up to ``end``.

    >>> day = opening_day("28. On 19 February 1993, the Commission adopted", 0, 47)
    >>> day.iso if day else None
    '1993-02-19'
    """
    days = find_days(text[start:end])
    if len(days) != 1:
        return None
    words = _WORD.findall(text[start : start + days[0].start])
    return days[0] if len(words) <= 1 else None


@cache
def _lead() -> re.Pattern[str]:
    """Return what may stand between a head word and its number: "No.", "[", "“"."""
    mark = alternatives("references.number_mark")
    return re.compile(rf"{_OPENING}(?:{mark}{_OPENING})?(?=\w)")


@cache
def _to() -> re.Pattern[str]:
    alone, joined = alternatives("references.to"), attached("references.to_attached")
    return re.compile(rf"\s+{alone}\s+|\s*{joined}\s*")


@cache
def _joined() -> re.Pattern[str]:
    alone, joined = alternatives("references.and"), attached("references.and_attached")
    return re.compile(rf"(?:[,;、]|{alone}|{joined})\s*\Z")


@cache
def _head_ahead() -> re.Pattern[str]:
    """Return a head word ahead: the organ before it is of the next resolution, not of this one."""
    return re.compile(
        rf"(?:'s)?[^\S\n]*\n?[^\S\n]*{alternatives('references.resolution', 'references.decision')}"
    )


@cache
def _date_lead() -> re.Pattern[str]:
    lead = alternatives("references.date_lead", "letter.title.dated")
    return re.compile(rf"[)\]]?,?\s+{lead}\s+")
