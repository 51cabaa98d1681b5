"""Days as United Nations documents print them: day, month by name, year.

In: text. Out: each day with its place. A strict reader for mastheads, titles and citations, where
the form is fixed; dates in the flow of an account are the business of ``lang.grammar.dates``.

>>> [day.iso for day in find_days("Distr.: General 9 June 2031, 31 April 2017")]
['2031-06-09', None]
>>> find_days("le 1er juillet 2016")[0].iso, find_days("2021年4月27日")[0].iso
('2016-07-01', '2021-04-27')
>>> find_days("on 12 June")[0].resolved("2017-08-06")
'2017-06-12'
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from allegata.un.ordinals import chinese_number
from allegata.un.words import LANGUAGES, plain, spaced, words_of

_DAY = r"\d{1,2}"
_YEAR = r"\d{4}(?!\d)"
_OPTIONAL = re.compile(r"\\.|\w\?")  # "sep?tiembre": a letter that a month may lack
_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A printed day at ``start..end``; ``year`` is None where it is left out."""

    start: int
    end: int
    year: int | None
    month: int
    day: int

    @property
    def iso(self) -> str | None:
        """The ISO day; None without a year or where no such day exists."""
        return None if self.year is None else _iso(self.year, self.month, self.day)

    def resolved(self, dated: str | None) -> str | None:
        """Return the ISO day; a year left out is the latest that does not pass ``dated``."""
        if self.year is not None or dated is None:
            return self.iso
        year = int(dated[:4])
        found = _iso(year, self.month, self.day)
        return found if found is None or found <= dated else _iso(year - 1, self.month, self.day)


def find_days(text: str) -> tuple[FoundDay, ...]:
    """Return every day in ``text``, in order, in any of the languages known here."""
    readable = plain(text)
    found = [_day(match) for shape in _shapes_in(readable) for match in shape.finditer(readable)]
    found.sort(key=lambda day: (day.start, -day.end))
    return tuple(day for at, day in enumerate(found) if at == 0 or day.start >= found[at - 1].end)


def first_day(text: str) -> FoundDay | None:
    """Return the day with which ``text`` begins, None where it begins with something else.

    >>> first_day("6 May 2031, Dorval").iso, first_day("Dorval, 6 May 2031")
    ('2031-05-06', None)
    """
    readable = plain(text)
    shapes = (shape for language in LANGUAGES for shape in _shapes(language))
    matches = [match for shape in shapes if (match := shape.match(readable))]
    return _day(max(matches, key=lambda match: match.end())) if matches else None


def _day(match: re.Match[str]) -> FoundDay:
    year = match.group("year")
    month = next(at for at in range(1, 13) if match.group(f"m{at}") is not None)
    day = chinese_number(match.group("day"))
    return FoundDay(*match.span(), chinese_number(year) if year else None, month, day)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:  # "31 April": printed, but no day
        return None


def _shapes_in(readable: str) -> Iterator[re.Pattern[str]]:
    """Yield the expressions of those languages of which some month may stand in the text."""
    low = readable.casefold()
    for language in LANGUAGES:
        if any(sign in low for sign in _signs(language)):
            yield from _shapes(language)


@cache
def _signs(language: str) -> tuple[str, ...]:
    """Return letters of which every day of a language holds some: those of its months.

    >>> _signs("es")[8:10], _signs("zh")
    (('se', 'tiembre'), ('月',))
    """
    words = words_of(language)
    parts = words.all("day_sign") or [_OPTIONAL.sub(" ", month) for month in words.months]
    runs = [run.casefold() for part in parts for run in _LETTERS.findall(part)]
    return tuple(dict.fromkeys(runs))


@cache
def _shapes(language: str) -> tuple[re.Pattern[str], ...]:
    """Return the expressions of a day, one for each order of words in the language."""
    words = words_of(language)
    months = "|".join(f"(?P<m{at}>{spaced(name)})" for at, name in enumerate(words.months, start=1))
    day = "|".join([_DAY, *map(spaced, words.all("day_numerals"))])
    year = "|".join([_YEAR, *map(spaced, words.all("year_numerals"))])
    shapes = []
    for order in words.all("day"):
        shape = spaced(order).format(
            day=words.bound(f"(?P<day>{day})", before=r"(?<![\w.,/-])", after=""),
            month=words.bound(months, before="", after=r"(?!\w)"),
            year=f"(?P<year>{year})",
        )
        shapes.append(re.compile(shape, re.IGNORECASE))
    return tuple(shapes)
