"""Resolutions and decisions cited by number: one, or a list that shares a head word.

In: cleared text, and what is known of the document it stands in. Out: each member of each list
with its own symbol. A number is a resolution only where the head word leads it in (or, in Chinese,
follows it), for "paragraph 9 (2017)" looks the same without it.

>>> from allegata.un.clearing import clear
>>> text = "resolutions 1267 (1999), 1989 (2011) and 2253 (2015), and Assembly resolution 46/182"
>>> [one.symbol for run in find_citations(clear(text)) for one in run.members]
['S/RES/1267 (1999)', 'S/RES/1989 (2011)', 'S/RES/2253 (2015)', 'A/RES/46/182']
"""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate

from allegata.un.act_lists import DATE_WINDOW, Listed, Lists, date_after, opening_day
from allegata.un.act_numbers import ActNumber, broken_at, number_at, symbols_of
from allegata.un.act_organs import UNKNOWN, Act, Context
from allegata.un.clearing import Cleared, Place
from allegata.un.days import find_days
from allegata.un.lookup import Finder, alternatives, finder_of
from allegata.un.organs import Organs
from allegata.un.provision_words import joint
from allegata.un.sentences import sentence_end, sentence_start
from allegata.un.words import all_words

LONGEST_JOINT = 12  # ", as well as "
LONGEST_LEAD = 60  # " of the Economic and Social Council No. "
_FURTHER_WINDOW = 400
_ADOPTED_WINDOW = 120
_BLANK = re.compile(r"\s+")
_UNREAD_NUMBER = re.compile(r"\s+(?:[Nn]os?\.?\s*)?\d[\w./-]*(?:\s?\([^)\n]{1,12}\))?")


@dataclass(frozen=True, slots=True)
class Member:
    """A number at ``start..end`` (its year included) with its symbol in normal form.

    ``dated`` is the ISO day printed beside it, ``tail`` where its date and organ end, ``number``
    what was read of it.
    """

    start: int
    end: int
    symbol: str
    dated: str | None
    number: ActNumber
    tail: int

    @property
    def has_year(self) -> bool:
        """Whether the number says of which year or session it is."""
        return self.number.shape != "bare"


@dataclass(frozen=True, slots=True)
class Citation:
    """A head word and its numbers at ``start..end``. It may name none that has a symbol.

    ``places`` are the stretches of its numbers, the first with the head word; ``noun_last`` says
    that the head word follows the numbers.
    """

    start: int
    end: int
    members: tuple[Member, ...]
    places: tuple[Place, ...]
    noun_last: bool = False


def find_citations(cleared: Cleared, context: Context = UNKNOWN) -> tuple[Citation, ...]:
    """Return the citations of the text, in order."""
    return _found(cleared, context)


@lru_cache(maxsize=2)
def _found(cleared: Cleared, context: Context) -> tuple[Citation, ...]:
    lists = Lists(Organs(cleared))
    found = [*_noun_first(cleared, lists, context), *_noun_last(lists, context)]
    return tuple(sorted(found, key=lambda one: one.start))


def _noun_first(cleared: Cleared, lists: Lists, context: Context) -> Iterator[Citation]:
    """Yield "resolutions 1 (1946) and 2 (1946)"."""
    heads = list(_heads().find(cleared))
    for at, head in enumerate(heads):
        limit = heads[at + 1].start() if at + 1 < len(heads) else len(cleared.text)
        listed = _listed_after(lists, head, limit) or _broken_after(lists, head)
        if listed:
            yield _citation(lists.organs, head, listed, context)
            continue
        unread = _UNREAD_NUMBER.match(cleared.text, head.end())
        if unread is not None:  # "World Health Assembly resolution 69.2": no count either
            place = head.start(), unread.end()
            yield Citation(*place, (), (place,))


def _listed_after(lists: Lists, head: re.Match[str], limit: int) -> list[Listed]:
    """Return the numbers that a head word leads in, up to the next head word."""
    listed = lists.at(head.end())
    if not listed:
        organ, at = lists.organs.at(head.end())
        listed = lists.at(at) or lists.at(date_after(lists.text, at)[1]) if organ else []
        if not listed and (notably := _notably().match(lists.text, at)):
            listed = lists.at(notably.end())
        listed = [dataclasses.replace(one, organ=one.organ or organ) for one in listed]
    if listed and listed[0].number.shape == "bare":
        return listed
    at = listed[-1].tail if listed else head.end()
    stop = sentence_end(lists.text, at, min(limit, at + _FURTHER_WINDOW))
    return listed + lists.further(at, stop, listed)


def _broken_after(lists: Lists, head: re.Match[str]) -> list[Listed]:
    """Return the Assembly's number after a head word in which a machine misread the stroke."""
    if lists.organs.before(head.start()) != "A":
        return []
    blank = _BLANK.match(lists.text, head.end())
    number = broken_at(lists.text, blank.end()) if blank else None
    return [Listed(number, None, "A", number.end)] if number else []


def _citation(
    organs: Organs, head: re.Match[str], listed: list[Listed], context: Context
) -> Citation:
    """Make the citation of a head word and the numbers after it."""
    organ = "S" if head.lastgroup == "council_resolution" else organs.before(head.start())
    owned = organs.is_owned(head.start()) or _owned_noun().fullmatch(head.group()) is not None
    act = Act(organs, head.start(), head.lastgroup == "decision", owned, context)
    if listed[0].dated is None:
        listed[0] = dataclasses.replace(listed[0], dated=_adopted_on(organs.text, head.start()))
    places = _places(head, listed)
    return Citation(head.start(), listed[-1].tail, _members(act, organ, listed), places)


def _adopted_on(text: str, at: int) -> str | None:
    """Return the day in "On 19 February 1993, the Commission adopted resolution"."""
    start = max(sentence_start(text, at), at - _ADOPTED_WINDOW)
    if _adopting().search(text, start, at) is None:
        return None
    day = opening_day(text, start, at)
    return day.iso if day else None


def _members(act: Act, organ: str, listed: list[Listed]) -> tuple[Member, ...]:
    """Return the members that have a symbol; an organ after a list is that of all before it."""
    members: list[Member] = []
    in_council = any(one.number.shape == "council" for one in listed)
    later = list(accumulate(reversed(listed), lambda named, one: one.organ or named, initial=""))
    for one, after in zip(listed, reversed(later), strict=False):
        named = organ or after
        code = act.organ_of(named, one.number, in_council=in_council)
        members += [
            Member(one.number.start, one.number.end, symbol, one.dated, one.number, one.tail)
            for symbol in symbols_of(one.number, code, decision=act.is_decision)
        ]
    return tuple(members)


def _places(head: re.Match[str], listed: list[Listed]) -> tuple[Place, ...]:
    """Return the stretches of the numbers, joined where only a comma or an "and" parts them."""
    places = [head.span()]
    tail = listed[0].number.start if listed[0].number.start - head.end() <= LONGEST_LEAD else 0
    for one in listed:
        if one.number.start - tail <= LONGEST_JOINT:
            places[-1] = places[-1][0], one.number.end
        else:
            places.append((one.number.start, one.number.end))
        tail = one.tail
    return tuple(places)


def _noun_last(lists: Lists, context: Context) -> Iterator[Citation]:
    """Yield "第2140(2014)和2216(2015)号决议": a mark, the numbers, the noun."""
    text = lists.text
    for mark in _marks():
        at = text.find(mark)
        while at >= 0:
            citation = _marked(lists.organs, at, at + len(mark), context)
            if citation is not None:
                yield citation
            at = text.find(mark, citation.end if citation else at + len(mark))


def _marked(organs: Organs, start: int, at: int, context: Context) -> Citation | None:
    """Return the citation whose mark stands at ``start``, its first number at ``at``."""
    text = organs.text
    numbers: list[ActNumber] = []
    while number := number_at(text, at + text[at : at + 1].isspace()):
        numbers.append(number)
        between = _marked_joint().match(text, number.end)
        if between is None:
            break
        at = between.end()
    noun = _marked_noun().match(text, numbers[-1].end) if numbers else None
    if noun is None:
        return None
    dated, first = _date_before(text, start)
    organ = organs.before(first)
    listed = [Listed(one, dated if one is numbers[0] else None, "", one.end) for one in numbers]
    act = Act(organs, first, noun.lastgroup == "decision", not organ, context)
    place = start, noun.end()
    return Citation(first, noun.end(), _members(act, organ, listed), (place,), noun_last=True)


def _date_before(text: str, at: int) -> tuple[str | None, int]:
    """Return the day right before ``at``, and where it begins."""
    before = text[max(0, at - DATE_WINDOW) : at]
    titled = _titled().search(before)
    before = before[: titled.start()] if titled else before
    for day in find_days(before):
        if not before[day.end :].strip():
            return day.iso, max(0, at - DATE_WINDOW) + day.start
    return None, at


@cache
def _titled() -> re.Pattern[str]:
    """Return the title of a resolution that stands before its number: "题为“…”的"."""
    return re.compile(rf"{alternatives('references.titled')}\Z")


@cache
def _heads() -> Finder:
    names = ("resolution", "council_resolution", "decision")
    return finder_of(*(f"references.{name}" for name in names))


@cache
def _adopting() -> re.Pattern[str]:
    """Return "adopted its" right before a head word."""
    words, its = alternatives("references.adopting"), alternatives("references.link")
    return re.compile(rf"{words}(?:\s+{its})*\s+\Z")


@cache
def _notably() -> re.Pattern[str]:
    return re.compile(rf"[\s,(\u2013-]*{alternatives('references.notably')}\s+")


@cache
def _owned_noun() -> re.Pattern[str]:
    return re.compile(alternatives("references.owned_resolution"))


@cache
def _marks() -> tuple[str, ...]:
    marks = {mark for words in all_words() for mark in words.all("references.ordinal_mark")}
    return tuple(sorted(marks))


@cache
def _marked_joint() -> re.Pattern[str]:
    mark, ordinal = alternatives("references.number_mark"), alternatives("references.ordinal_mark")
    return re.compile(rf"\s*{mark}?(?:{joint().pattern}){ordinal}?")


@cache
def _marked_noun() -> re.Pattern[str]:
    mark = alternatives("references.number_mark")
    resolution = alternatives("references.resolution_last")
    decision = alternatives("references.decision_last")
    return re.compile(
        rf"\s*(?:{mark}\s*)?(?:(?P<resolution>{resolution})|(?P<decision>{decision}))"
    )
