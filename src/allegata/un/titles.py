"""The title of a letter or note verbale: its kind, its date, who sends it and to whom.

In: the place in a reading view where a title may begin. Out: the title in parts, or None.
Official titles keep to a few words in each language, in different orders: English and Arabic say
the sender and the addressees each after a word of its own, French and Spanish the sender last,
Russian and German right after the kind; in Chinese the day leads and the kind ends the title.

>>> title = title_at("Letter dated 6 May 2031 from the Permanent Representative of Chad to the "
...     "United Nations addressed to the President of the Security Council", 0)
>>> title.kind, title.dated, title.senders[0].state, title.addressees
('letter', '2031-05-06', 'TCD', ('president_of_the_security_council',))
"""

import dataclasses
import re
from dataclasses import dataclass
from functools import cache

from allegata.un.days import FoundDay, find_days, first_day
from allegata.un.senders import (
    FARTHEST_OFFICE,
    FoundSender,
    first_office_end,
    other_sender,
    senders_in,
)
from allegata.un.words import Words, all_words, expression, plain, spaced, words_of

LONGEST_TITLE = 900
LONGEST_PART = 220  # of a title that goes on after a blank line
MOST_PARTS = 4
_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_SENTENCE_END = re.compile(r"[.!?:;。][\"'»”]?\s*$")
NOWHERE = (-1, -1)

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Title:
    """A title at ``start..end`` in ``language``; ``dated`` is an ISO day or None."""

    start: int
    end: int
    language: str
    kind: str
    dated: str | None
    senders: tuple[FoundSender, ...]
    addressees: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it names senders and addressees both."""
        return bool(self.senders and self.addressees)


def title_at(text: str, start: int) -> Title | None:
    """Return the title that begins at ``start``, in whatever language, if one does."""
    readable = plain(text[start : start + LONGEST_TITLE])
    for words in all_words():
        found: Title | None = None
        for limit in _limits(readable):
            if found is None and not _begins(readable, limit, words):
                break
            title = _title(readable, limit, words)
            if title is not None and (found is None or title.is_whole):
                found = title
            if found is not None and found.is_whole:
                break
        if found is not None:
            return _as_written(found, text, start)
    return None


def _limits(text: str) -> list[int]:
    """Return where the title may end: at a blank line, or at one of those that follow short parts.

    A title set line by line comes with blank lines inside it.
    """
    limits: list[int] = []
    at = 0
    for blank in _BLANK_LINE.finditer(text):
        part = text[at : blank.start()]
        if limits and (len(part) > LONGEST_PART or _SENTENCE_END.search(part)):
            return limits
        limits.append(blank.start())
        at = blank.end()
        if len(limits) == MOST_PARTS:
            return limits
    part = text[at:]
    if not limits or (len(part) <= LONGEST_PART and not _SENTENCE_END.search(part)):
        limits.append(len(text))
    return limits


def _as_written(title: Title, text: str, start: int) -> Title:
    """Return the title at its place, its senders' words as ``text`` writes them."""
    senders = tuple(
        dataclasses.replace(
            sender,
            start=start + sender.start,
            end=start + sender.end,
            raw=text[start + sender.start : start + sender.end],
            principal=_words_of(sender, text[start + sender.start : start + sender.end]),
        )
        for sender in title.senders
    )
    end = start + title.end
    return dataclasses.replace(title, start=start, end=end, senders=senders)


def _words_of(sender: FoundSender, raw: str) -> str | None:
    """Return whom the sender serves as the text writes it, accents and all."""
    at = plain(raw).find(sender.principal) if sender.principal else -1
    return (
        raw[at : at + len(sender.principal)] if sender.principal and at >= 0 else sender.principal
    )


def _begins(text: str, limit: int, words: Words) -> bool:
    if words.all("letter.title.day_first"):
        return first_day(text[:limit]) is not None
    return any(shape.match(text) for _, shape in _kinds(words.language))


def _title(text: str, limit: int, words: Words) -> Title | None:
    if words.all("letter.title.day_first"):
        return _title_of_day(text, limit, words)
    for kind, shape in _kinds(words.language):
        match = shape.match(text)
        if match:
            return _title_of_kind(text, match.end(), limit, kind, words)
    return None


def _title_of_kind(text: str, start: int, limit: int, kind: str, words: Words) -> Title | None:
    """Read a title whose kind leads and ends at ``start``."""
    addressees, addressed = _addressees(text, start, limit, words)
    day, dated = _dated(text, start, limit, words)
    senders = _senders(text, (start, limit), addressed, dated, words, kept=bool(addressees and day))
    if not senders and (not addressees or day is None):
        return None
    ends = [start, addressed[1] if addressees else 0, dated[1]]
    end = max(*ends, *(sender.end for sender in senders))
    if not addressees and limit - end <= LONGEST_PART:  # "to His Excellency …" ends the title
        end = limit if _addressed_to_another(text, end, limit, words) else end
    return _made(end, words, kind, day, senders, addressees)


def _title_of_day(text: str, limit: int, words: Words) -> Title | None:
    """Read a title that begins with its day and ends with its kind."""
    day = first_day(text[:limit])
    if day is None or day.year is None:
        return None
    addressees, addressed = _addressees(text, day.end, limit, words)
    if addressed == NOWHERE:
        return None
    for kind, shape in _bare_kinds(words.language):
        match = shape.match(text, addressed[1])
        if match:
            senders = senders_in(text, day.end, addressed[0], words)
            return _made(match.end(), words, kind, day, senders, addressees)
    return None


def _made(
    end: int,
    words: Words,
    kind: str,
    day: FoundDay | None,
    senders: tuple[FoundSender, ...],
    addressees: tuple[str, ...],
) -> Title:
    iso = day.iso if day is not None else None
    return Title(0, end, words.language, kind, iso, senders, addressees)


def _dated(text: str, start: int, limit: int, words: Words) -> tuple[FoundDay | None, Place]:
    """Return the first day that the word for "dated" leads in, and its place with that word."""
    days = [day for day in find_days(text[:limit]) if day.start >= start]
    for name in ("letter.title.dated", "letter.title.dated_short"):
        for day in days:
            for lead in _lead(words.language, name).finditer(text, start, day.start):
                if lead.end() == day.start:
                    return day, (lead.start(), day.end)
    return None, NOWHERE


def _addressees(text: str, start: int, limit: int, words: Words) -> tuple[tuple[str, ...], Place]:
    """Return the codes of the addressees, and the place of "addressed to …"."""
    first: Place = NOWHERE
    for name in ("letter.title.addressee", "letter.title.addressee_short"):
        for marker in _bounded(words.language, name).finditer(text, start, limit):
            codes, end = _coded_list(text, marker.end(), limit, words)
            if codes:
                return codes, (marker.start(), end)
            if first == NOWHERE and name == "letter.title.addressee":
                first = marker.span()
    return (), first


def addressees_at(text: str, at: int, words: Words) -> tuple[str, ...]:
    """Return the codes of the addressees that are named right at ``at``."""
    return _coded_list(plain(text), at, len(text), words)[0]


def _coded_list(text: str, at: int, limit: int, words: Words) -> tuple[tuple[str, ...], int]:
    joint = re.compile(rf"\s*{expression(words.all('letter.title.joint'))}\s*", re.IGNORECASE)
    codes: list[str] = []
    end = at
    while True:
        at += len(text[at:limit]) - len(text[at:limit].lstrip())
        found = [
            (-match.end(), code)
            for code, shape in _coded(words.language)
            if (match := shape.match(text, at, limit))
        ]
        if not found:
            return tuple(dict.fromkeys(codes)), end
        negative_end, code = min(found)
        codes.append(code)
        end = -negative_end
        between = joint.match(text, end, limit)
        at = between.end() if between else end


def _senders(
    text: str, bounds: Place, addressed: Place, dated: Place, words: Words, *, kept: bool
) -> tuple[FoundSender, ...]:
    """Return the senders, led in by their own word or right after the kind.

    ``kept`` keeps a sender whose office is not known, for the rest of the title is a letter's.
    """
    start, limit = bounds
    others = [place for place in (addressed, dated) if place != NOWHERE]
    begins = [start]
    markers = words.all("letter.title.sender")
    if markers:
        shape = _bounded(words.language, "letter.title.sender")
        begins = [match.end() for match in shape.finditer(text, start, limit)]
    elif dated[0] - start in range(FARTHEST_OFFICE // 10):
        begins = [dated[1]]
    spans = [
        (begin, _end_of_senders(text, begin, limit, others, words))
        for begin in begins
        if not any(place[0] <= begin < place[1] for place in others)
    ]
    for begin, end in spans:
        found = senders_in(text, begin, end, words)
        if found:
            return found
    return other_sender(text, *spans[0], words) if spans and kept and markers else ()


def _end_of_senders(text: str, begin: int, limit: int, others: list[Place], words: Words) -> int:
    """Return where the words on the senders end: at the next part of the title, or with the UN."""
    stop = min([place[0] for place in others if place[0] >= begin], default=limit)
    last = None
    for match in _bounded(words.language, "letter.title.to_the_un").finditer(text, begin, stop):
        last = match
    if last is not None:
        return last.end()
    if stop == limit:  # nothing but the line closes "par le Représentant de …"
        office = first_office_end(text, begin, stop, words)
        short = _short_addressee(text, begin if office is None else office, stop, words)
        if short is not None:
            return short
        line_end = text.find("\n", begin if office is None else office, stop)
        return line_end if line_end >= 0 else stop
    return stop


def _short_addressee(text: str, start: int, limit: int, words: Words) -> int | None:
    """Return where "to His Excellency …" begins, or "to" before an addressee of the house."""
    honorific = _bounded(words.language, "letter.title.honorific")
    for marker in _bounded(words.language, "letter.title.addressee_short").finditer(
        text, start, limit
    ):
        at = marker.end() + len(text[marker.end() :]) - len(text[marker.end() :].lstrip())
        if honorific.match(text, at) or _coded_list(text, at, limit, words)[0]:
            return marker.start()
    return None


def _addressed_to_another(text: str, end: int, limit: int, words: Words) -> bool:
    """Say whether the title goes on with an addressee that is none of the house."""
    names = ("letter.title.addressee", "letter.title.addressee_short")
    rest = end + len(text[end:limit]) - len(text[end:limit].lstrip())
    return any(_bounded(words.language, name).match(text, rest) for name in names)


@cache
def _bounded(language: str, name: str) -> re.Pattern[str]:
    words = words_of(language)
    return re.compile(words.bound(expression(words.all(name))), re.IGNORECASE)


@cache
def _lead(language: str, name: str) -> re.Pattern[str]:
    words = words_of(language)
    return re.compile(rf"(?<!\w){expression(words.all(name))}\s*", re.IGNORECASE)


@cache
def _coded(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = words_of(language)
    return tuple(
        (code, re.compile(words.bound(spaced(word), before=""), re.IGNORECASE))
        for code, word in words.table("letter.addressees").items()
    )


@cache
def _bare_kinds(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = words_of(language)
    return tuple(
        (code, re.compile(rf"\s*(?:{spaced(word)})", re.IGNORECASE))
        for code, word in words.table("letter.kinds").items()
    )


@cache
def _kinds(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the kinds, each only before a title's next word: "letter dated", not "letter"."""
    words = words_of(language)
    names = ("letter.title.dated", "letter.title.sender", "letter.title.addressee")
    following = [word for name in names for word in words.all(name)]
    following += [rf"{word} \d" for word in words.all("letter.title.dated_short")]
    if not words.all("letter.title.sender"):
        following += words.table("letter.offices").values()
    return tuple(
        (
            code,
            re.compile(
                rf"(?<!\w)(?:{spaced(word)}),?(?=\s+(?:\w{{2,4}}\s+)?{expression(following)})",
                re.IGNORECASE,
            ),
        )
        for code, word in words.table("letter.kinds").items()
    )
