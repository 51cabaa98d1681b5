"""Two dates between which a text does not choose: "on 3 May or in the early hours of 4 May".

In: the dates that a text names, in order. Out: the same, where two neighbouring days joined by "or"
are one range, for neither is said to be the day.

>>> from allegata.lang.grammar.dates import find_dates
>>> from allegata.lang.pack import load_pack
>>> text = "On 3 May or in the early hours of 4 May 2019 a house was hit."
>>> (found,) = find_choices(text, find_dates(text, load_pack("en")), load_pack("en"))
>>> (found.phrase.year, found.phrase.day, found.phrase.last_day)
(2019, 3, 4)
"""

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import cast

from allegata.lang.alternation import alternation
from allegata.lang.grammar.dates import FoundDate
from allegata.lang.pack import LanguagePack, Table, load_pack, words
from allegata.model.dates import DatePhrase

_LEAP_YEAR = 2000  # where no year is told, any day of a month may be


def find_choices(
    text: str, dates: Sequence[FoundDate], pack: LanguagePack
) -> tuple[FoundDate, ...]:
    """Return the dates with each pair of days that "or" joins as one range."""
    between = _between(pack.language)
    found: list[FoundDate] = []
    for date in dates:
        joined = None
        if found and between.fullmatch(text[found[-1].end : date.start].lower()):
            joined = _range(found[-1], date)
        if joined is not None:
            found[-1] = joined
        else:
            found.append(date)
    return tuple(found)


def _range(first: FoundDate, last: FoundDate) -> FoundDate | None:
    """Return one day or the next as a range, None for days that do not follow each other."""
    one, other = first.phrase, last.phrase
    days = [_day(one), _day(other)]
    if days[0] is None or days[1] is None or days[1] - days[0] != dt.timedelta(days=1):
        return None
    month = other.month if other.month != one.month else None
    phrase = replace(
        one, year=other.year or one.year, last_month=month, last_day=other.day, time=None
    )
    return replace(first, end=last.end, phrase=phrase)


def _day(phrase: DatePhrase) -> dt.date | None:
    if phrase.month is None or phrase.day is None or phrase.last_day is not None:
        return None
    if phrase.day > calendar.monthrange(_LEAP_YEAR, phrase.month)[1]:
        return None
    return dt.date(_LEAP_YEAR, phrase.month, phrase.day)


@cache
def _between(language: str) -> re.Pattern[str]:
    table = cast("Table", load_pack(language).table("dates")["choices"])
    joins, leads = (alternation(words(table, key)) for key in ("or", "leads"))
    return re.compile(rf",?\s+{joins}\s+(?:{leads}\s+)*")
