r"""The day that a text speaks on, and the dateline that says it, which tells of no event.

"BANGUI, Central African Republic (Feb. 8, 2031) – Two men …", "BANGUI, 3 May (Agency) – …", or a
short line of its own with a full date. The place and the day of a dateline are the writer's: where
and when it was written, never where and when something happened.

>>> from allegata.lang.pack import load_pack
>>> found = find_dateline("Field note\nDate of visit: 9 May 2023\n\nTwo died.", load_pack("en"))
>>> found.day
'2023-05-09'
>>> text = "Release 2031-02-S-07\nBANGUI (Feb. 8) – Two men died today."
>>> found = find_dateline(text, load_pack("en"))
>>> found.day, text[found.start : found.end]
('2031-02-08', 'BANGUI (Feb. 8)')

Where nothing tells the year, the dateline has no day; it is the writer's all the same.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from allegata.lang.alternation import alternation, fold_text
from allegata.lang.grammar.dates import FoundDate, find_dates
from allegata.lang.pack import LanguagePack, Table, load_pack, words
from allegata.model.dates import DatePhrase

HEAD = 1500  # characters in which a dateline can stand
SHORT_LINE = 60
CENTURY = 1900  # "3 JAN 90": two digits are a year of the newswires of then

# A city in capitals, more of its name or its country, and an opening: "(", "," or a dash.
_PLACE = re.compile(
    r"(?<![\w'-])[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ'’.-]+){0,3}"
    r"(?:, (?:[A-Z][\w'’.-]+ ?){1,4}?)?(?P<opening>\s?\(|,\s|\s[-–—]+\s)$"
)
# The same with small letters: "Bangui, Central African Republic (Feb. 8)"; only a bracket tells it.
_SMALL_PLACE = re.compile(
    r"(?:^|[\n.:]\s*|\s{2}|[Rr]elease\s+)(?P<place>[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’.-]+){0,2}"
    r", (?:[A-Z][\w'’.-]+ ?){1,4}?\s?\()$"
)
_LONGEST_PLACE = 80
_ONE_HEAD = 120  # characters between two parts of the same head
_TWO_DIGITS = re.compile(r"\s(?P<year>\d\d)(?=\s*(?:[-–—(\[]|$))")
_BRACKET = re.compile(r"\)(?=\s*[-–—\n])")
_CLOSING = re.compile(r"\s?\)|(?=\s*(?:\([^)\n]{1,40}\)\s*)?[-–—\[])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """``day`` is the ISO day that the text speaks on; ``start..end`` its words, place and all.

    It is None where the year is told nowhere. ``led``: a city leads to it, or it leads a heading.
    A bare line may head the account of that day's incidents too.
    """

    start: int
    end: int
    day: str | None
    led: bool = False


def find_dateline(
    text: str, pack: LanguagePack, dates: Sequence[FoundDate] | None = None
) -> Dateline | None:
    """Return the dateline in the head of ``text``, else a line that is a full date or begins so.

    Args:
        text: A reading view.
        pack: The words of its language.
        dates: The dates of ``text``, where they are known already.
    """
    found = [one for one in dates or find_dates(text[:HEAD], pack) if one.end <= HEAD]
    led = [line for one in found if (line := _led(text, one, found, pack)) is not None]
    dated = next((line for line in led if line.day is not None), None)
    return dated or next(iter(led), None) or _line(text, found) or _heading(text, found, pack)


def is_of_document(date: FoundDate, dateline: Dateline) -> bool:
    """Say whether a date is the dateline's own, or the same day in the heading above it.

    "Morning update, 8 February 2031" over "BANGUI (Feb. 8, 2031) – …" dates the update.
    """
    if date.start >= dateline.end:
        return False
    if dateline.day is None:
        return date.end > dateline.start
    phrase, day = date.phrase, dt.date.fromisoformat(dateline.day)
    same = (phrase.month, phrase.day, phrase.year or day.year) == (day.month, day.day, day.year)
    return date.end > dateline.start or same


def head_ends(text: str, dateline: Dateline | None, pack: LanguagePack) -> list[int]:
    """Return where what stands above an account ends, and the account or its dateline begins.

    >>> head_ends("Clinic opens For Immediate Release Two men died.", None, load_pack("en"))
    [34]
    """
    ends = [match.end() for match in _letterhead(pack.language).finditer(fold_text(text))]
    if dateline is not None and dateline.led:
        ends += [dateline.start, dateline.end]
    return ends


def account_start(ends: Sequence[int]) -> int:
    """Return where the account begins after the first head of a text; 0 where it has none.

    >>> account_start([34, 60, 900])
    60
    """
    start = 0
    for end in sorted(ends):
        if end - start > HEAD if start == 0 else end - start > _ONE_HEAD:
            break
        start = end
    return start


def _led(
    text: str, date: FoundDate, dates: Sequence[FoundDate], pack: LanguagePack
) -> Dateline | None:
    """Return the dateline whose date this is: a city leads to it."""
    if date.phrase.month is None or date.phrase.day is None:
        return None
    first = max(0, date.start - _LONGEST_PLACE)
    before = text[first : date.start]
    place, small = _PLACE.search(before), _SMALL_PLACE.search(before)
    end, year = date.end, date.phrase.year
    short = _TWO_DIGITS.match(text, end)
    if year is None and short is not None:
        end, year = short.end(), CENTURY + int(short["year"])
    if place is not None:
        start, closing = first + place.start(), _CLOSING.match(text, end)
    elif small is not None:
        start, closing = first + small.start("place"), _BRACKET.match(text, end)
    else:
        return None
    if closing is None:
        return None
    year = year or _year_near(text, date.phrase, dates, pack)
    day = None if year is None else _iso(year, date.phrase.month, date.phrase.day)
    if year is not None and day is None:
        return None
    return Dateline(start, closing.end(), day, led=True)


def _year_near(
    text: str, phrase: DatePhrase, dates: Sequence[FoundDate], pack: LanguagePack
) -> int | None:
    """Return the year of a dateline without one: of a number of the release, or of a date there."""
    for shape in _codes(pack.language):
        match = shape.search(text[:HEAD])
        if match is not None:
            year, month = int(match["year"]), int(match["month"])
            # A release numbered in December may speak of January.
            return year + 1 if month == 12 and phrase.month == 1 else year
    # A text tells of nothing that is still to come: the latest month told bounds the year.
    told = [(one.phrase.year, one.phrase.month or 1) for one in dates if one.phrase.year]
    if not told:
        return None
    year, month = max(told)
    return year + 1 if (phrase.month or 12) < month else year


def _line(text: str, dates: Sequence[FoundDate]) -> Dateline | None:
    """Return the first short line that holds a full date."""
    for found in dates:
        phrase = found.phrase
        if phrase.year is None or phrase.month is None or phrase.day is None:
            continue
        first = text.rfind("\n", 0, found.start) + 1
        last = text.find("\n", found.end)
        line = text[first : last if last >= 0 else len(text)].strip()
        day = _iso(phrase.year, phrase.month, phrase.day)
        if len(line) <= SHORT_LINE and phrase.last_day is None and day is not None:
            return Dateline(found.start, found.end, day)
    return None


def _heading(text: str, dates: Sequence[FoundDate], pack: LanguagePack) -> Dateline | None:
    """Return a date that begins a heading, "Feb. 8: Clinics open", or stands above the account."""
    account = account_start(head_ends(text[:HEAD], None, pack))
    for found in dates:
        phrase = found.phrase
        begins = not text[text.rfind("\n", 0, found.start) + 1 : found.start].strip()
        begins = begins and text[found.end : found.end + 1] == ":"
        if phrase.day is None or not (begins or found.end <= account):
            continue
        year = phrase.year or _year_near(text, phrase, dates, pack)
        day = None if year is None else _iso(year, phrase.month or 1, phrase.day)
        if day is not None:
            return Dateline(found.start, found.end, day, led=True)
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None  # 31 June: a day that does not exist dates nothing


@cache
def _letterhead(language: str) -> re.Pattern[str]:
    table = cast("Table", load_pack(language).table("dates").get("letterhead", {}))
    return re.compile(rf"\b{alternation(words(table))}\b")


@cache
def _codes(language: str) -> tuple[re.Pattern[str], ...]:
    table = cast("Table", load_pack(language).table("dates").get("release_numbers", {}))
    return tuple(re.compile(shape) for shape in words(table, "patterns"))
