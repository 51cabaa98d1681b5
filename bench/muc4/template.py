"""A template in the making, and the official notation of its fillers.

>>> day("1990-01-08")
'08 JAN 90'
>>> date("../1990-01-08")
'- 08 JAN 90'
"""

import datetime as dt
import re

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


_DATELINE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(_MONTHS)})[A-Z]* (\d\d)\b")
_HEAD = 200  # characters in which a dateline stands
_BODY = re.compile(r"\[(?:TEXT|SUMMARY|EXCERPTS?)\]|--")


def dateline_of(text: str) -> tuple[int, str | None]:
    """Return where the body of a text begins, and the ISO day of its dateline.

    >>> dateline_of("LIMA, 3 JAN 90 -- [TEXT] A BOMB WENT OFF.")
    (24, '1990-01-03')
    """
    match = _DATELINE.search(text[:_HEAD])
    ends = [found.end() for found in _BODY.finditer(text[: 2 * _HEAD])]
    if match is None:
        return max(ends, default=0), None
    month = _MONTHS.index(match[2]) + 1
    day_ = dt.date(1900 + int(match[3]), month, int(match[1]))
    return max(ends, default=match.end()), day_.isoformat()
