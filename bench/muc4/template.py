"""A template in the making, and the official notation of its fillers.

>>> day("1990-01-08")
'08 JAN 90'
>>> date("../1990-01-08")
'- 08 JAN 90'
"""

import datetime as dt

Filler = str | dict[str, object]
Template = dict[str, list[Filler]]

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def referred(value: str, to: str) -> Filler:
    """Return a filler that says something of a named target ("CIVILIAN" of "PEASANTS")."""
    return {"value": value, "ref": to}


def day(iso: str) -> str:
    """Return a day in official notation."""
    date_ = dt.date.fromisoformat(iso)
    return f"{date_.day:02d} {_MONTHS[date_.month - 1]} {date_.year % 100:02d}"


def date(edtf: str) -> str | None:
    """Return a date or a range in official notation; None where no day is told."""
    first, slash, last = edtf.partition("/")
    if len(last if slash else first) != len("1990-01-08"):
        return None
    if not slash:
        return day(first)
    return f"- {day(last)}" if first == ".." else f"{day(first)} - {day(last)}"
