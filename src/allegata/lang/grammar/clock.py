"""Clock times beside a date: "at 3.30 p.m.", "at 0415 hours", "0230Z", "6.40 a.m. GMT".

In: a sentence. Out: its times in order, as ``HH:MM``, with ``Z`` where it says universal time.
A time without one of these signs is none: "3.30" may be a price.

>>> from allegata.lang.pack import load_pack
>>> text = "At 0415 hours and again at 3.30 p.m. GMT"
>>> [time for _, _, time in find_clock_times(text, load_pack("en"))]
['04:15', '15:30Z']
"""

import re
from functools import cache
from typing import cast

from allegata.lang.grammar.phrases import any_of
from allegata.lang.pack import LanguagePack, Table, load_pack, words

_NOON, _DAY, _HOUR = 12, 24, 60


def find_clock_times(text: str, pack: LanguagePack) -> tuple[tuple[int, int, str], ...]:
    """Return ``(start, end, time)`` of each clock time."""
    found = []
    for match in _pattern(pack.language).finditer(text):
        hour = int(match["hour"] or match["hours"])
        minute = int(match["minute"] or match["minutes"] or 0)
        if match["pm"]:
            hour = hour % _NOON + _NOON
        elif match["am"]:
            hour %= _NOON
        if hour < _DAY and minute < _HOUR and _is_time(match):
            zone = "Z" if match["zone"] else ""
            found.append((match.start(), match.end(), f"{hour:02d}:{minute:02d}{zone}"))
    return tuple(found)


def _is_time(match: re.Match[str]) -> bool:
    """Say whether the digits are a time: a sign says so, or "at" before "11:30"."""
    if match["am"] or match["pm"] or match["sign"] or match["zone"]:
        return True
    return bool(match["at"] and match["minute"] and ":" in match.group())


@cache
def _pattern(language: str) -> re.Pattern[str]:
    table = cast("Table", load_pack(language).table("dates")["clock"])
    digits = r"(?P<hours>\d\d)(?P<minutes>\d\d)(?!\d)|(?P<hour>\d{1,2})(?:[.:](?P<minute>\d\d))?"
    half = rf"(?:\s?(?:(?P<am>{_any(table, 'am')})|(?P<pm>{_any(table, 'pm')}))(?!\w))?"
    sign = rf"(?:\s+(?P<sign>{any_of(words(table, 'hours'))}))?"
    zone = rf"(?:\s*(?P<zone>(?:{_any(table, 'universal')})(?!\w)))?"
    before = rf"(?:(?P<at>{any_of(words(table, 'at'))})\s+)?"
    expression = rf"{before}(?<![\d.,:/-])(?:{digits}){half}{sign}{zone}(?!\d)"
    return re.compile(expression, re.IGNORECASE)


def _any(table: Table, name: str) -> str:
    return "|".join(re.escape(form) for form in sorted(words(table, name), key=len, reverse=True))
