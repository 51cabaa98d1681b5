"""What is written in a cell, understood or not: numbers, dates, degrees. Nothing is guessed at.

>>> number_in("1,204"), number_in("12-15"), number_in("at least 10")
((1204, 1204), (12, 15), None)
>>> date_in("03.04.2031", ("%d.%m.%Y",)), date_in("03/04/2031", ()), date_in("2031-04", ())
('2031-04-03', None, '2031-04')
"""

import datetime as dt
import re

_NUMBER = re.compile(r"(\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d+)(?:\.0+)?")
_RANGE = re.compile(rf"({_NUMBER.pattern})\s*(?:-|–|—|\bto\b)\s*({_NUMBER.pattern})")
_OPEN = re.compile(rf"({_NUMBER.pattern})\s*\+")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?")
_MOST = 10_000_000  # people; more is no count of them


def number_in(text: str) -> tuple[int | None, int | None] | None:
    """Return the least and the most that a cell says; None where it is no number.

    "10+" has no most.
    """
    text = text.strip()
    found = _NUMBER.fullmatch(text)
    if found:
        return _pair(_whole(text), _whole(text))
    found = _OPEN.fullmatch(text)
    if found:
        return _pair(_whole(found[1]), None)
    found = _RANGE.fullmatch(text)
    return _pair(_whole(found[1]), _whole(found[3])) if found else None


def date_in(text: str, formats: tuple[str, ...]) -> str | None:
    """Return an ISO day, month or year; None where it is none, or could be two days."""
    text = text.strip()
    for form in formats:
        try:
            return dt.datetime.strptime(text, form).replace(tzinfo=dt.UTC).date().isoformat()
        except ValueError:
            continue
    found = _ISO.fullmatch(text)
    if not found:
        return None
    year, month, day = found[1], found[2], found[3]
    try:
        dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)


def degrees_in(text: str, most: float) -> float | None:
    """Return degrees from -``most`` to ``most``, None where the cell has none.

    To six places, as the case file keeps them: finer ones would make a row look changed.
    """
    try:
        found = float(text.strip().replace("\u2212", "-"))
    except ValueError:
        return None
    return round(found, 6) if -most <= found <= most else None


def parts_of(text: str) -> tuple[str, ...]:
    """Return the parts of a cell that lists several, by semicolon, bar or line."""
    parts = (part.strip() for part in re.split(r"[;|\n\r]+", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def addresses_in(text: str) -> tuple[str, ...]:
    """Return the web addresses of a cell, in order.

    >>> addresses_in("https://example.org/a; see https://example.org/b")
    ('https://example.org/a', 'https://example.org/b')
    """
    found = (url.rstrip(".,;)") for url in re.findall(r"https?://[^\s;|<>\"]+", text))
    return tuple(dict.fromkeys(found))


def _whole(text: str) -> int:
    return int(re.sub(r"[, \u00a0\u202f]", "", re.sub(r"\.0+$", "", text.strip())))


def _pair(low: int, high: int | None) -> tuple[int | None, int | None] | None:
    if max(low, high or 0) > _MOST or (high is not None and high < low):
        return None
    return low, high
