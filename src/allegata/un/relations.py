"""In what relation a cited document stands to this one, and of which day it is.

In: cleared text and its symbols. Out: for each symbol its relation (previous, replies_to, corrects,
annexed, cites) and its date, as the words around it say them, with doubts where they leave
something open.

>>> from allegata.un.clearing import clear
>>> from allegata.un.symbol_lists import read_symbols
>>> cleared = clear("I refer to our letters, the latest of which was dated 2 May 2031 (S/2031/7).")
>>> Surroundings(cleared, read_symbols(cleared.text)).relation(0)[0]
'previous'
>>> Surroundings(cleared, read_symbols(cleared.text)).date(0, None)[0]
'2031-05-02'
"""

import bisect
import dataclasses
import re
from collections.abc import Sequence
from functools import cache

from allegata.model.doubt import Doubt
from allegata.un.act_lists import date_after, opening_day
from allegata.un.clearing import Cleared
from allegata.un.days import find_days
from allegata.un.lookup import alternatives, finder_of
from allegata.un.provisions import is_link
from allegata.un.sentences import sentence_start
from allegata.un.symbols import FoundSymbol, find_symbols
from allegata.un.words import all_words

SERIES_UNIDENTIFIED = Doubt(
    "reference.series_unidentified", "earlier letters of the series, unidentified"
)
YEAR_INFERRED = Doubt("reference.year_inferred", "the year is taken from the date of the document")

RELATIONS = ("replies_to", "corrects", "annexed")  # besides previous and cites
LONGEST_NAME = 80  # "乌克兰常驻联合国代表给安全理事会主席的信"
_FARTHEST_CUE = 300
_LIST_WORDS = 3  # "and dated the"
_OF_WORDS = 8  # "to the President of the Security Council of"
_WORD = re.compile(r"\w+")


class Surroundings:
    """The words around the symbols of a text."""

    def __init__(self, cleared: Cleared, symbols: Sequence[FoundSymbol]) -> None:
        self.text = cleared.text
        self.symbols = symbols
        names = [f"references.{name}" for name in (*RELATIONS, "own")]
        self.cues = [
            (match.start(), match.end(), match.lastgroup or "")
            for match in finder_of(*names).find(cleared)
        ]
        self._starts = [start for start, _, _ in self.cues]
        self._sentences = [sentence_start(self.text, one.start) for one in symbols]

    def relation(self, index: int) -> tuple[str, tuple[Doubt, ...]]:
        """Return the relation that the words before a symbol give it.

        The nearest cue counts. Where a new document is named after the last symbol ("our letter
        (S/2031/4) and the report (S/2031/8)"), the cue must be said of that one.
        """
        start = self.symbols[index].start
        sentence, segment = self._bounds(index)
        if segment > sentence and not self._lists_on(segment, start):
            sentence = segment
        sentence = max(sentence, start - _FARTHEST_CUE)
        cues = self._cues(sentence, start)
        own = next((cue for cue in reversed(cues) if cue[2] == "own"), None)
        if own is not None and own[1] < segment and _documents().search(self.text, own[1], segment):
            cues = [cue for cue in cues if cue[2] != "own"]
        if not cues:
            return "cites", ()
        _, relation = max((end, name) for _, end, name in cues)
        if relation != "own" or own is None:
            return relation, ()
        several = _own_plural().match(self.text, own[0])
        latest = _most_recent().search(self.text, own[1], start)
        return "previous", (SERIES_UNIDENTIFIED,) if several and latest else ()

    def date(self, index: int, dated: str | None) -> tuple[str | None, tuple[Doubt, ...]]:
        """Return the day printed of a document: before its symbol, or right after it.

        ``dated`` is the day of the document that cites it, for days printed without a year.
        """
        before = self._date_before(index, dated)
        if before[0] is not None:
            return before
        opening = self._submitted_on(index)
        if opening is not None:
            return opening, ()
        after, end = date_after(self.text, self.symbols[index].end)
        # "of 15 January (S/…), of 28 July (S/…)": the day after a symbol is that of the next one
        return (None if _begins_next().match(self.text, end) else after), ()

    def _submitted_on(self, index: int) -> str | None:
        """Return the day in "On 3 April 2031, I submitted to the Council a proposal (S/…)"."""
        sentence, segment = self._bounds(index)
        start = self.symbols[index].start
        if segment > sentence or start - sentence > _FARTHEST_CUE:
            return None
        day = opening_day(self.text, sentence, start)
        sent = _submitting().search(self.text, sentence, start)
        return day.iso if day and sent else None

    def _date_before(self, index: int, dated: str | None) -> tuple[str | None, tuple[Doubt, ...]]:
        found = self.symbols[index]
        sentence, segment = self._bounds(index)
        segment = max(segment, found.start - _FARTHEST_CUE)
        days = find_days(self.text[segment : found.start])
        if not days:
            return None, ()
        day = days[-1]
        if not _joins_day(self.text[segment + day.end : found.start]):
            return None, ()
        if not self._is_said_of_a_document(sentence, segment + day.start, segment + day.end, found):
            return None, ()
        if day.year is None:
            # "on 1 May (S/23870), 12 June (S/24090) and 15 November 1992 (S/24800)": one year
            rest = self.text[found.end : found.end + _FARTHEST_CUE].partition("\n\n")[0]
            shared = next((one.year for one in find_days(rest) if one.year is not None), None)
            if shared is not None:
                return dataclasses.replace(day, year=shared).iso, ()
        return day.resolved(dated), (YEAR_INFERRED,) if day.year is None and dated else ()

    def _bounds(self, index: int) -> tuple[int, int]:
        """Return where the sentence begins, and where the words after the symbol before do."""
        sentence = self._sentences[index]
        previous = self.symbols[index - 1].end if index else 0
        return sentence, max(sentence, previous)

    def _cues(self, start: int, end: int) -> list[tuple[int, int, str]]:
        first = bisect.bisect_left(self._starts, start)
        last = bisect.bisect_left(self._starts, end)
        return [cue for cue in self.cues[first:last] if cue[1] <= end]

    def _lists_on(self, segment: int, start: int) -> bool:
        """Say whether only "), 4 May and" stands between two symbols: one list of both."""
        between = self.text[segment:start]
        if len(between) > _FARTHEST_CUE:
            return False
        for day in reversed(find_days(between)):
            between = between[: day.start] + between[day.end :]
        return len(_WORD.findall(between)) <= _LIST_WORDS and not _documents().search(between)

    def _is_said_of_a_document(
        self, sentence: int, start: int, end: int, found: FoundSymbol
    ) -> bool:
        """Say whether a day is that of a document and not of an event.

        "dated" is said of documents alone; else a document stands shortly before or right after:
        "my report to the Council of 12 June (S/…)", "the 12 June report (S/…)". Not so "a man shot
        on 3 May (S/…)", nor "the raid of 3 May (S/…)".
        """
        if _documents().search(self.text, end, found.start):
            return True
        before = self.text[max(sentence, start - _FARTHEST_CUE) : start]
        if _dated().search(before) or _submitted_on().search(before):
            return True
        noun = None
        for noun in _documents().finditer(before):  # noqa: B007
            pass
        if noun is None:
            return False
        rest = before[noun.end() :]
        symbols = find_symbols(rest)
        for one in reversed(symbols):
            rest = rest[: one.start] + rest[one.end :]
        for day in reversed(find_days(rest)):
            rest = rest[: day.start] + rest[day.end :]
        led = _led().search(before) is not None
        # "statements on acts of terrorism of 15 January (S/…), of 28 July (S/…)": a list of them
        listed = led and _listed().match(self.text, found.end) is not None
        words = len(_WORD.findall(rest))
        return listed or (led and bool(symbols)) or words <= (_OF_WORDS if led else _LIST_WORDS)


def _joins_day(between: str) -> bool:
    """Say whether only marks, a sender or the document's noun stand between a day and a symbol."""
    rest = between.strip(" \n\t,;([*")
    if between.rstrip().endswith("(") and is_link(between.rstrip()[:-1]):
        return True  # "my report of 20 July 1993 to the General Assembly (A/…)"
    if is_link(between.lstrip(" \n,("), more="references.carried"):
        return True  # "of 4 May 2031, issued as document S/…"
    sender = _sender_or_addressee().match(between)
    if sender is not None and _documents().search(between):
        return False
    return (
        not rest
        or sender is not None
        or (len(rest) < LONGEST_NAME and _noun_only().fullmatch(rest) is not None)
        or (len(rest) < LONGEST_NAME and _noun_at_end().fullmatch(rest) is not None)
    )


@cache
def _documents() -> re.Pattern[str]:
    return re.compile(alternatives("references.documents"))


@cache
def _begins_next() -> re.Pattern[str]:
    return re.compile(r"\s*\(\s*[A-Z]{1,4}/")


@cache
def _own_plural() -> re.Pattern[str]:
    return re.compile(alternatives("references.own_plural"))


@cache
def _most_recent() -> re.Pattern[str]:
    return re.compile(alternatives("references.most_recent"))


@cache
def _sender_or_addressee() -> re.Pattern[str]:
    either = alternatives("letter.title.sender", "letter.title.addressee")
    return re.compile(rf"[ ,\n]*{either}")


@cache
def _noun_only() -> re.Pattern[str]:
    """Return "report", "的报告": the noun of a document alone, with a word before or after it."""
    of = alternatives("references.of")
    return re.compile(
        rf"{of}?\s*(?:\w+\s+)?{alternatives('references.documents')}(?:\s+\w+)?[\s(]*"
    )


@cache
def _noun_at_end() -> re.Pattern[str]:
    """Return the noun of a document at the end of words without blanks: "代表给主席的信"."""
    nouns = [
        word
        for words in all_words()
        if not words.bounded
        for word in words.all("references.documents")
    ]
    return re.compile(rf"[^\s,;。()]*(?:{'|'.join(sorted(nouns, key=len, reverse=True))})")


@cache
def _dated() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('letter.title.dated')}\s+\Z")


@cache
def _submitting() -> re.Pattern[str]:
    return re.compile(alternatives("references.submitting"))


@cache
def _submitted_on() -> re.Pattern[str]:
    """Return "a letter addressed to me on", "submitted a report to the Council on"."""
    sent, noun = alternatives("references.submitting"), alternatives("references.documents")
    word = r"\s+[^\s.;(),]+"
    return re.compile(
        rf"(?:{noun}[^.;()]{{0,160}}?{sent}(?:{word}){{0,8}}|{sent}(?:{word}){{0,3}}\s+{noun}"
        rf"(?:{word}){{0,6}})\s+\w{{2,3}}\s+\Z"
    )


@cache
def _led() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('references.date_lead')}\s+\Z")


@cache
def _listed() -> re.Pattern[str]:
    return re.compile(
        rf"\)(?:{alternatives('references.and')}|[\s,;])*\s+{alternatives('references.date_lead')}\s+\d"
    )
