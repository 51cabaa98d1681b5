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
from dataclasses import dataclass
from functools import cache

from allegata.un.ordinals import chinese_number
from allegata.un.words import all_words, plain, spaced

_DAY = r"\d{1,2}"
_YEAR = r"\d{4}(?!\d)"


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
    found: list[FoundDay] = []
    readable = plain(text)
    for shape in _shapes():
        for match in shape.finditer(readable):
            year = match.group("year")
            month = next(at for at in range(1, 13) if match.group(f"m{at}") is not None)
            day = chinese_number(match.group("day"))
            found.append(
                FoundDay(*match.span(), chinese_number(year) if year else None, month, day)
            )
    found.sort(key=lambda day: (day.start, -day.end))
    return tuple(day for at, day in enumerate(found) if at == 0 or day.start >= found[at - 1].end)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:  # "31 April": printed, but no day
        return None


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """Return the expressions of a day, one for each order of words in each language."""
    shapes = []
    for words in all_words():
        months = "|".join(
            f"(?P<m{at}>{spaced(name)})" for at, name in enumerate(words.months, start=1)
        )
        day = "|".join([_DAY, *map(spaced, words.all("day_numerals"))])
        year = "|".join([_YEAR, *map(spaced, words.all("year_numerals"))])
        for order in words.all("day"):
            shape = spaced(order).format(
                day=words.bound(f"(?P<day>{day})", before=r"(?<![\w.,/-])", after=""),
                month=words.bound(months, before="", after=r"(?!\w)"),
                year=f"(?P<year>{year})",
            )
            shapes.append(re.compile(shape, re.IGNORECASE))
    return tuple(shapes)
