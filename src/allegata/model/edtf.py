"""The days that an EDTF date or interval may mean, as ordinals (``datetime.date.toordinal``).

In: a day, month, year or interval. Out: its first and last day, None where it is open.

>>> import datetime as dt
>>> [dt.date.fromordinal(day).isoformat() for day in days_of("2031-02") if day]
['2031-02-01', '2031-02-28']
>>> days_of("../2031-02-05") == (None, dt.date(2031, 2, 5).toordinal())
True
"""

import datetime as dt
import re

OPEN = ".."
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def days_of(edtf: str) -> tuple[int | None, int | None]:
    """Return the first and the last day; what is no date is a ValueError."""
    first, slash, last = edtf.partition("/")
    last = last if slash else first
    return (
        None if first == OPEN else first_day(first).toordinal(),
        None if last == OPEN else last_day(last).toordinal(),
    )


def first_day(date: str) -> dt.date:
    """Return the first day of a day, month or year; what is none is a ValueError."""
    found = _DATE.fullmatch(date)
    if found is None:
        raise ValueError(f"{date!r} is no date")
    year, month, day = (int(part) if part else 1 for part in found.groups())
    return dt.date(year, month, day)


def last_day(date: str) -> dt.date:
    """Return the last day of a day, month or year; what is none is a ValueError."""
    first = first_day(date)
    if len(date) == len("2031-02-05"):
        return first
    if len(date) == len("2031"):
        return dt.date(first.year, 12, 31)
    next_month = (first.replace(day=28) + dt.timedelta(days=4)).replace(day=1)
    return next_month - dt.timedelta(days=1)
