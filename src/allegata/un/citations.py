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
from functools import cache

from allegata.un.act_numbers import (
    FIRST_NUMBERED_SESSION,
    LAST_SESSION,
    LEAST_DECISION,
    ActNumber,
    number_at,
    symbols_of,
)
from allegata.un.clearing import Cleared, Place
from allegata.un.days import find_days
from allegata.un.lookup import alternatives, finder_of
from allegata.un.organs import is_owned, organ_after, organ_at, organ_before, organ_of_owner
from allegata.un.provision_words import joint
from allegata.un.sentences import sentence_end, sentence_start
from allegata.un.words import all_words

_DATE_WINDOW = 60
_LOOSE_WINDOW = 400
LONGEST_JOINT = 40  # " of 22 November 1967, and "
_LEAST_BARE = 3  # digits: "resolutions 242 and 338"
_LINK_TARGET = re.compile(r"\]\((?:[^()\s]|\([^()\s]*\)){0,200}\)")
_OPENING = re.compile(r"[\s(\[\"'\u201c\u00ab*]*")
_LOOSE = re.compile(r"(?<![\w/.,:-])\d{1,4}\s{0,3}\((?:19|20)\d{2}\)")
_LOOSE_SESSION = re.compile(r"(?<![\w/.,:-])\d{2,3}/\d{1,3}(?![\w/%])")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the document: the ``organ`` it is of, the Council's ``session`` if HRC's."""

    organ: str = ""
    session: int | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A number at ``start..end`` (its year included) with its symbol in normal form.

    ``dated`` is the ISO day printed beside it; ``has_year`` is false for "Council resolution 2253";
    ``tail`` is where its date and organ end, ``number`` what was read.
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


@dataclass(frozen=True, slots=True)
class _Listed:
    """A number of a list with what was printed after it."""

    number: ActNumber
    dated: str | None
    organ: str
    tail: int


UNKNOWN = Context()


def find_citations(cleared: Cleared, context: Context = UNKNOWN) -> tuple[Citation, ...]:
    """Return the citations of the text, in order."""
    found = [*_noun_first(cleared, context), *_noun_last(cleared, context)]
    return tuple(sorted(found, key=lambda one: one.start))


def date_after(text: str, at: int) -> tuple[str | None, int]:
    """Return the day in "of 22 November 1967" right at ``at``, and where it ends."""
    lead = _date_lead().match(text, at)
    if lead is None:
        return None, at
    days = find_days(text[lead.end() : lead.end() + _DATE_WINDOW])
    if not days or days[0].start != 0 or days[0].year is None:
        return None, at
    return days[0].iso, lead.end() + days[0].end


def _noun_first(cleared: Cleared, context: Context) -> Iterator[Citation]:
    """Yield "resolutions 1 (1946) and 2 (1946)"."""
    text = cleared.text
    heads = list(_heads().find(cleared))
    for at, head in enumerate(heads):
        limit = heads[at + 1].start() if at + 1 < len(heads) else len(text)
        listed = _listed_after(text, head, limit)
        if listed:
            yield _citation(text, head, listed, context)


def _listed_after(text: str, head: re.Match[str], limit: int) -> list[_Listed]:
    """Return the numbers that a head word leads in, up to the next head word."""
    organ, at = "", head.end()
    listed = _list_at(text, at)
    if not listed:
        organ, at = organ_at(text, head.end())
        listed = _list_at(text, at) if organ else []
        if not listed and (notably := _notably().match(text, at)):
            listed = _list_at(text, notably.end())
    if organ and listed:
        listed = [dataclasses.replace(one, organ=one.organ or organ) for one in listed]
    if listed and listed[0].number.shape == "bare":
        return listed
    at = listed[-1].tail if listed else head.end()
    stop = min(limit, at + _LOOSE_WINDOW)
    if stop - at > 6:
        listed += _loose(text, at, min(stop, sentence_end(text, at, stop)), listed)
    return listed


def _loose(text: str, at: int, stop: int, listed: list[_Listed]) -> list[_Listed]:
    """Return the numbers further on in the sentence that vouch for themselves.

    "resolutions 242 (1967), adopted in that year, and 338 (1973)": the Council's number fits its
    year. The Assembly's are taken after others of the kind: "46/182 of …, on aid, and 48/57".
    """
    found: list[_Listed] = []
    shapes = [_LOOSE]
    if any(one.number.shape == "session" and not one.number.by_year for one in listed):
        shapes.append(_LOOSE_SESSION)
    for shape in shapes:
        end = at
        for match in shape.finditer(text, at, stop):
            number = number_at(text, match.start())
            if match.start() < end or number is None or not _vouches(text, number):
                continue
            more = _list_at(text, match.start())
            found += more
            end = more[-1].tail if more else match.end()
    return found


def _vouches(text: str, number: ActNumber) -> bool:
    if number.shape == "council":
        return number.vouched is True
    in_range = FIRST_NUMBERED_SESSION <= int(number.first) <= LAST_SESSION
    return in_range and _joined().search(text, max(0, number.start - 12), number.start) is not None


def _list_at(text: str, at: int) -> list[_Listed]:
    """Return the numbers of the list at ``at``."""
    listed: list[_Listed] = []
    while True:
        lead = _lead().match(text, at)
        number = number_at(text, lead.end()) if lead else None
        if number is None or (listed and number.shape == "bare" and not _goes_on(text, number)):
            return listed
        listed.append(_with_tail(text, number))
        between = joint().match(text, listed[-1].tail) or _to().match(text, listed[-1].tail)
        if between is None:
            return listed
        at = between.end()


def _goes_on(text: str, number: ActNumber) -> bool:
    """Say whether a bare number is a member of the list: "2253 (2015), 430 people" ends before."""
    if len(number.first) < _LEAST_BARE:
        return False
    word = re.compile(r"\s+(?=[^\W\d_])").match(text, number.end)
    return word is None or _after().match(text, word.end()) is not None


def _with_tail(text: str, number: ActNumber) -> _Listed:
    """Read the date and the organ after a number, in either order."""
    target = _LINK_TARGET.match(text, number.end)
    end = target.end() if target else number.end
    organ = ""
    dated, at = date_after(text, end)
    named, named_end = organ_after(text, at)
    if named and not _heads_at(text, named_end):
        organ, at = named, named_end
    if dated is None:
        dated, at = date_after(text, at)
    return _Listed(number, dated, organ, at)


def _heads_at(text: str, at: int) -> bool:
    """Say whether a head word follows: the organ is of the next resolution, not of this one."""
    word = re.compile(r"(?:'s)?\s+").match(text, at)
    return word is not None and _heads().shape.match(text, word.end()) is not None


def _citation(text: str, head: re.Match[str], listed: list[_Listed], context: Context) -> Citation:
    """Make the citation of a head word and its numbers."""
    organ = organ_before(text, head.start())
    if head.lastgroup == "council_resolution":
        organ = "S"
    owned = is_owned(text, head.start()) or _owned_noun().fullmatch(head.group()) is not None
    reading = _Reading(text, head.start(), head.lastgroup == "decision", owned, context)
    members = reading.members(organ, listed)
    return Citation(head.start(), listed[-1].tail, members, _places(head, listed))


def _places(head: re.Match[str], listed: list[_Listed]) -> tuple[Place, ...]:
    """Return the stretches of the numbers, joined where only a comma or an "and" parts them."""
    places = [(head.start(), head.end())]
    for one in listed:
        if one.number.start - places[-1][1] <= LONGEST_JOINT:
            places[-1] = places[-1][0], max(places[-1][1], one.number.end)
        else:
            places.append((one.number.start, one.number.end))
    return tuple(places)


@dataclass(frozen=True, slots=True)
class _Reading:
    """A head word at ``start`` and what decides whose its numbers are."""

    text: str
    start: int
    is_decision: bool
    is_owned: bool
    context: Context

    def members(self, organ: str, listed: list[_Listed]) -> tuple[Member, ...]:
        """Return the members with a symbol; the organ after the list is that of all before it."""
        members: list[Member] = []
        has_council = any(one.number.shape == "council" for one in listed)
        for at, one in enumerate(listed):
            named = organ or next((later.organ for later in listed[at:] if later.organ), "")
            code = self._organ(named, one.number, in_council=has_council)
            members += [
                Member(one.number.start, one.number.end, symbol, one.dated, one.number, one.tail)
                for symbol in symbols_of(one.number, code, decision=self.is_decision)
            ]
        return tuple(members)

    def _organ(self, named: str, number: ActNumber, *, in_council: bool) -> str:
        """Return the organ of one number: as named beside it, by its owner, or by its shape."""
        code = self._definite(named, number) if named else ""
        if not code and (self.is_owned or number.by_year):
            owner = organ_of_owner(self.text, sentence_start(self.text, self.start), self.start)
            code = self._definite(owner, number)
        if code or number.shape == "council":
            return code or "S"
        if number.shape == "bare":
            return "S" if in_council or self._is_of_council(number) else "other"
        return self._by_shape(number)

    def _definite(self, code: str, number: ActNumber) -> str:
        """Return the organ that "the Council" or "the Commission" is, going by the number."""
        if code == "council":
            if number.shape in ("council", "bare"):
                return "S"
            return "E" if number.by_year or number.shape == "roman" else "A/HRC"
        if code == "S" and number.shape not in ("council", "bare"):
            return ""  # "the Security Council … its resolution 46/182" is the Assembly's
        if code == "A" and number.by_year:
            return ""
        if code == "commission":
            return "E/CN.4" if number.by_year else "" if number.shape == "council" else "other"
        return code

    def _is_of_council(self, number: ActNumber) -> bool:
        """Say whether a number without a year is the Security Council's, by what is around it."""
        if len(number.first) < _LEAST_BARE or self.is_decision:
            return False
        if self.context.organ == "S":
            return True
        start = sentence_start(self.text, self.start)
        stop = sentence_end(self.text, number.end, number.end + _LOOSE_WINDOW)
        return _council().search(self.text, start, stop) is not None

    def _by_shape(self, number: ActNumber) -> str:
        """Return the organ that has numbers of this shape, in a document of this organ."""
        if number.shape in ("roman", "special"):
            hrc = number.series == "S" and self.context.organ == "A/HRC"
            return "A/HRC" if hrc else "E" if self.context.organ == "E" else "A"
        if number.by_year:
            return "other" if self.is_decision and self.context.organ != "E" else "E"
        session = int(number.first)
        if self.context.organ == "A/HRC":
            later = self.context.session is not None and session > self.context.session
            return "A" if later else "A/HRC"
        if not FIRST_NUMBERED_SESSION <= session <= LAST_SESSION:
            return "other"
        known = not self.is_decision or self.context.organ == "A"
        return "A" if known or int(number.second) >= LEAST_DECISION else "other"


def _noun_last(cleared: Cleared, context: Context) -> Iterator[Citation]:
    """Yield "第2140(2014)和2216(2015)号决议": a mark, the numbers, the noun."""
    text = cleared.text
    for mark in sorted(
        {mark for words in all_words() for mark in words.all("references.ordinal_mark")}
    ):
        at = text.find(mark)
        while at >= 0:
            citation = _marked(text, at, at + len(mark), context)
            if citation is not None:
                yield citation
            at = text.find(mark, citation.end if citation else at + len(mark))


def _marked(text: str, start: int, at: int, context: Context) -> Citation | None:
    numbers: list[ActNumber] = []
    while number := number_at(text, _OPENING.match(text, at).end()):  # type: ignore[union-attr]
        numbers.append(number)
        between = _marked_joint().match(text, number.end)
        if between is None:
            break
        at = between.end()
    noun = _marked_noun().match(text, numbers[-1].end) if numbers else None
    if noun is None:
        return None
    before = text[max(0, start - _DATE_WINDOW) : start]
    days = [day for day in find_days(before) if day.end == len(before.rstrip())]
    dated = days[0].iso if days else None
    first = start - len(before) + days[0].start if days else start
    organ = organ_before(text, first)
    owned = not organ
    listed = [
        _Listed(number, dated if not at else None, "", number.end)
        for at, number in enumerate(numbers)
    ]
    reading = _Reading(text, first, noun.lastgroup == "decision", owned, context)
    members = reading.members(organ, listed)
    return Citation(first, noun.end(), members, ((start, noun.end()),), noun_last=True)


@cache
def _heads():  # type: ignore[no-untyped-def]
    return finder_of(
        "references.resolution", "references.council_resolution", "references.decision"
    )


@cache
def _lead() -> re.Pattern[str]:
    """Return what may stand between a head word and its number: "No.", "[", "“"."""
    mark = alternatives("references.number_mark")
    return re.compile(rf"{_OPENING.pattern}(?:{mark}{_OPENING.pattern})?(?=\w)")


@cache
def _to() -> re.Pattern[str]:
    return re.compile(
        rf"\s+{alternatives('references.to')}\s+|\s*{alternatives('references.to_attached')}\s*"
    )


@cache
def _notably() -> re.Pattern[str]:
    return re.compile(rf"[\s,(\u2013-]*{alternatives('references.notably')}\s+")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(alternatives("references.masks.after"))


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[,;、]|{alternatives('references.and', 'references.and_attached')})\s*\Z"
    )


@cache
def _council() -> re.Pattern[str]:
    return re.compile(alternatives("references.organs.security_council"))


@cache
def _owned_noun() -> re.Pattern[str]:
    return re.compile(alternatives("references.owned_resolution"))


@cache
def _marked_joint() -> re.Pattern[str]:
    mark, ordinal = alternatives("references.number_mark"), alternatives("references.ordinal_mark")
    return re.compile(rf"\s*{mark}?(?:{joint().pattern}){ordinal}?")


@cache
def _marked_noun() -> re.Pattern[str]:
    mark = alternatives("references.number_mark")
    return re.compile(
        rf"\s*(?:{mark}\s*)?(?:(?P<resolution>{alternatives('references.resolution')})"
        rf"|(?P<decision>{alternatives('references.decision')}))"
    )


@cache
def _date_lead() -> re.Pattern[str]:
    lead = alternatives("references.date_lead", "letter.title.dated")
    return re.compile(rf"[)\]]?,?\s+{lead}\s+")
