"""What a text refers to: documents by symbol, resolutions by number, and in what relation.

In: text, and what is known of the document it stands in. Out: one reference for each symbol, with
its date and relation where the text says them, and doubts where it leaves something open.

>>> text = "I refer to our letters, the latest of which was dated 2 May 2031 (S/2031/7)."
>>> [(one.symbol, one.dated, one.relation) for one in find_references(text)]
[('S/2031/7', '2031-05-02', 'previous')]
>>> masks("killed 43 (resolution 2253 (2015), S/2031/7)")
((11, 33), (35, 43))
"""

import dataclasses
import re
from dataclasses import dataclass
from functools import cache

from allegata.model.doubt import Doubt
from allegata.un.addresses import address_of
from allegata.un.citations import Member, date_after, find_citations
from allegata.un.days import find_days
from allegata.un.symbols import FoundSymbol, Symbol, find_symbols, parse_symbol, render
from allegata.un.words import plain, union, union_pattern

SERIES_UNIDENTIFIED = Doubt(
    "reference.series_unidentified", "earlier letters of the series, unidentified"
)
YEAR_UNSTATED = Doubt("reference.year_unstated", "the year of the resolution is not stated")
YEAR_INFERRED = Doubt("reference.year_inferred", "the year is taken from the date of the document")
SYMBOL_REPAIRED = Doubt(
    "reference.symbol_repaired", "a letter in the printed symbol was read as a digit"
)

RELATIONS = ("replies_to", "corrects", "annexed")  # besides previous and cites
LONGEST_SENTENCE = 1500
_FARTHEST_CUE = 300
_LIST_WORDS = 3  # "and dated the"
_OF_WORDS = 8  # "to the President of the Security Council of"
_SENTENCE_START = re.compile(r"[.!?][)\"'\u201d]?\s+(?=[^\W\d_a-zа-я]|\()|\n[ \t]*\n")
_JOB = re.compile(r"(?<!\S)\d{2}-\d{5}\s*\([A-Z]\)(?:[ ]+\d{6}){0,3}|(?<!\S)\*\d{7}\*(?!\S)")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoundReference:
    """A reference at ``start..end``; ``kind`` is document or resolution, ``dated`` an ISO day."""

    start: int
    end: int
    kind: str
    symbol: str
    dated: str | None
    relation: str  # previous, replies_to, corrects, annexed, cites
    url: str | None
    doubts: tuple[Doubt, ...] = ()


def find_references(
    text: str, *, own_symbol: str | None = None, dated: str | None = None
) -> tuple[FoundReference, ...]:
    """Return what ``text`` refers to, in order of first mention, once for each symbol.

    Args:
        text: A reading view.
        own_symbol: The document's own symbol, which is no reference.
        dated: The document's own date (ISO), for days printed without a year.
    """
    readable = plain(text)
    own = _halves(parse_symbol(own_symbol)) if own_symbol else frozenset()
    symbols = find_symbols(readable)
    found = [
        _document(readable, symbol, symbols[at - 1].end if at else 0, dated)
        for at, symbol in enumerate(symbols)
        if not _halves(symbol.symbol) & own
    ]
    found += [
        _resolution(member)
        for citation in find_citations(readable)
        for member in citation.members
        if member.symbol not in own
    ]
    return _once_each(sorted(found, key=lambda one: (one.start, one.end)))


def masks(text: str) -> tuple[Place, ...]:
    """Return every stretch in which no number may become a count, merged and in order."""
    readable = plain(text)
    found = [(one.start, one.end) for one in find_symbols(readable)]
    found += [(one.start, one.end) for one in find_citations(readable)]
    for shape in (_numbered(), _meetings(), _JOB):
        found += [match.span() for match in shape.finditer(readable)]
    merged: list[Place] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _document(
    text: str, found: FoundSymbol, previous_end: int, dated: str | None
) -> FoundReference:
    """Make the reference of a printed symbol: its relation and date stand around it."""
    sentence = _sentence_start(text, found.start)
    relation, doubts = _relation(text, sentence, max(sentence, previous_end), found.start)
    day, day_doubts = _date(text, sentence, max(sentence, previous_end), found, dated)
    return FoundReference(
        found.start,
        found.end,
        "resolution" if found.symbol.is_resolution else "document",
        render(found.symbol),
        day,
        relation,
        address_of(found.symbol),
        (*doubts, *day_doubts, *((SYMBOL_REPAIRED,) if found.repaired else ())),
    )


def _resolution(member: Member) -> FoundReference:
    symbol = parse_symbol(member.symbol)
    return FoundReference(
        member.start,
        member.end,
        "resolution" if symbol.is_resolution else "document",
        member.symbol,
        member.dated,
        "cites",
        address_of(symbol),
        () if member.has_year else (YEAR_UNSTATED,),
    )


def _relation(text: str, sentence: int, segment: int, start: int) -> tuple[str, tuple[Doubt, ...]]:
    """Return the relation that the words before a symbol give it.

    The nearest cue counts. Where a new document is named after the last symbol ("our letter
    (S/2031/4) and the report (S/2031/8)"), the cue must be said of that one.
    """
    if segment > sentence and not _lists_on(text, segment, start):
        sentence = segment
    sentence = max(sentence, start - _FARTHEST_CUE)
    cues = [
        (match.end(), relation)
        for relation in RELATIONS
        for match in union_pattern(f"references.{relation}").finditer(text, sentence, start)
    ]
    own = _last("references.own", text, sentence, start)
    if own is not None and not union_pattern("references.documents").search(
        text, own.end(), segment
    ):
        cues.append((own.end(), "previous"))
    if not cues:
        return "cites", ()
    relation = max(cues)[1]
    if relation != "previous" or own is None:
        return relation, ()
    several = union_pattern("references.own_plural").fullmatch(text, own.start(), own.end())
    latest = union_pattern("references.most_recent").search(text, own.end(), start)
    return relation, (SERIES_UNIDENTIFIED,) if several and latest else ()


def _lists_on(text: str, segment: int, start: int) -> bool:
    """Say whether only "), 4 May and" stands between one symbol and the next: one list of both."""
    between = text[segment:start]
    for day in reversed(find_days(between)):
        between = between[: day.start] + between[day.end :]
    return len(re.findall(r"\w+", between)) <= _LIST_WORDS and not union_pattern(
        "references.documents"
    ).search(between)


def _date(
    text: str, sentence: int, segment: int, found: FoundSymbol, dated: str | None
) -> tuple[str | None, tuple[Doubt, ...]]:
    """Return the day printed of the document: before its symbol, or right after it.

    ``segment`` begins after the symbol before this one in the sentence.
    """
    after, _ = date_after(text, found.end)
    if after is not None:
        return after, ()
    days = find_days(text[segment : found.start])
    if not days:
        return None, ()
    day = days[-1]
    between = text[segment + day.end : found.start]
    sent = _sender_or_addressee().match(between)
    if between.strip(" ,;([") and not sent:
        return None, ()
    if not _is_said_of_a_document(text[sentence : segment + day.start]):
        return None, ()
    if day.year is None:
        # "on 1 May (S/23870), 12 June (S/24090) and 15 November 1992 (S/24800)": one year for all
        rest = text[found.end : found.end + _FARTHEST_CUE].partition("\n\n")[0]
        shared = next((one.year for one in find_days(rest) if one.year is not None), None)
        if shared is not None:
            return dataclasses.replace(day, year=shared).iso, ()
    return day.resolved(dated), (YEAR_INFERRED,) if day.year is None and dated else ()


def _is_said_of_a_document(before: str) -> bool:
    """Say whether the day after ``before`` is that of a document and not of an event.

    "dated" is said of documents alone; else a document stands shortly before: "my report to the
    Council of 12 June (S/…)", "reports on 1 May (S/…), 12 June (S/…)". Not so "a man shot on 3 May
    (S/…)", nor "the raid of 3 May (S/…)".
    """
    if _before("letter.title.dated").search(before):
        return True
    noun = _last("references.documents", before, 0, len(before))
    if noun is None:
        return False
    rest = before[noun.end() :]
    for one in reversed(find_symbols(rest)):
        rest = rest[: one.start] + rest[one.end :]
    for day in reversed(find_days(rest)):
        rest = rest[: day.start] + rest[day.end :]
    led = _before("references.date_lead").search(before)
    return len(re.findall(r"\w+", rest)) <= (_OF_WORDS if led else _LIST_WORDS)


def _once_each(found: list[FoundReference]) -> tuple[FoundReference, ...]:
    """Keep one reference for each symbol and relation; a bare mention adds nothing to a relation.

    The first mention is kept, with the first date that any mention gives.
    """
    related = {one.symbol for one in found if one.relation != "cites"}
    numbers = {one.symbol.partition(" (")[0] for one in found if " (" in one.symbol}
    kept: dict[tuple[str, str], FoundReference] = {}
    for one in found:
        if (one.relation == "cites" and one.symbol in related) or one.symbol in numbers:
            continue
        key = one.symbol, one.relation
        first = kept.setdefault(key, one)
        if first.dated is None and one.dated is not None:
            kept[key] = dataclasses.replace(first, dated=one.dated)
    return tuple(kept.values())


def _halves(symbol: Symbol) -> frozenset[str]:
    """Return the normal forms under which a document is known, without the reissue star."""
    first = dataclasses.replace(symbol, joined=None, reissued=False)
    second = _halves(symbol.joined) if symbol.joined else frozenset()
    return second | {render(first)}


def _sentence_start(text: str, at: int) -> int:
    start = max(0, at - LONGEST_SENTENCE)
    for match in _SENTENCE_START.finditer(text, start, at):
        start = match.end()
    return start


def _last(name: str, text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for match in union_pattern(name).finditer(text, start, end):
        found = match
    return found


@cache
def _sender_or_addressee() -> re.Pattern[str]:
    either = f"{union('letter.title.sender')}|{union('letter.title.addressee')}"
    return re.compile(rf"[ ,\n]*(?:{either})(?!\w)", re.IGNORECASE)


@cache
def _before(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){union(name)}\s+$", re.IGNORECASE)


@cache
def _numbered() -> re.Pattern[str]:
    """Return "Article 51", "paragraphs 4, 5 and 7": a word and the numbers it leads in.

    A further number counts only where no noun follows: "paragraph 3, 43 civilians" masks 3 alone.
    """
    number = r"\d{1,4}(?:\.\d{1,3})*(?:\s?\(\w{1,3}\))*[a-z]?(?!\w)"
    last = rf"(?!\s+(?!{union('references.masks.after')}(?!\w))[^\W\d_])"
    joint = rf"(?:{union('references.list_joint')}|\s*[-\u2013]\s*|\s+(?:to|à|a|по)\s+)"
    return re.compile(
        rf"(?<!\w){union('references.masks.words')}\s+{number}(?:{joint}{number}{last})*",
        re.IGNORECASE,
    )


@cache
def _meetings() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){union('references.masks.meetings')}(?!\w)", re.IGNORECASE)
