"""Resolutions that come without a masthead: "Resolution 2999 (2031)", "2999 (2031). Resolution of".

In: the reading view. Out: the symbol that the heading says, and where the heading ends. A heading
alone proves nothing, for news has such lines too: the organ must speak below it ("The Security
Council,") or the day of adoption stand there. A page of several resolutions is of none of them.

>>> found = titled_resolution("Resolution 2999 (2031)\\nof 9 May 2031\\n\\nThe Security Council,")
>>> found.symbol, found.organ
('S/RES/2999 (2031)', 'S')
"""

import re
from dataclasses import dataclass, replace
from functools import cache

from allegata.un.days import find_days
from allegata.un.kinds import adopted_on
from allegata.un.words import all_words, plain, spaced, union, union_table

HEAD_LENGTH = 1500
MOST_LINES_BEFORE = 6
LONGEST_LINE_BEFORE = 100
_NUMBER = r"(?P<number>\d{1,4})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_ASSEMBLY = (
    re.compile(r"(?P<session>\d{2}|ES-\d{1,2}|S-\d{1,2})/(?P<number>\d{1,3})\.(?=\s)"),
    re.compile(
        r"(?P<number>\d{1,4})(?: ?(?P<part>[A-Z]))? ?\((?P<roman>(?:E?S-)?[IVXL]+)\)\.?(?=\s)"
    ),
)
# In a scan the brackets of a heading may hold anything: "2752 (ХХУ!). Приём …".
_LOOSE = re.compile(r"^[ \t]*(\d{1,4}) ?\([^\s\d)]{1,9}[)!.:;]{0,2}\.? +[^\W\d_]", re.MULTILINE)
_LINE = re.compile(r"^[ \t]*(?=\S)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TitledResolution:
    """``symbol`` in normal form and ``organ``; the heading stands at ``start..end``.

    ``dated`` is the day that follows the heading: "of 9 May 2031".
    """

    symbol: str
    organ: str
    start: int
    end: int
    dated: str | None = None


def titled_resolution(text: str, *, scanned: bool = False) -> TitledResolution | None:
    """Return the one resolution that the text's heading names.

    In a scan the organ's line may be unreadable, so that a heading on a line of its own is enough.
    """
    readable = plain(text)
    found = _headings(readable)
    if not found or len({one.symbol for one in found}) > 1:
        return None
    if len(set(_LOOSE.findall(readable))) > 1:
        return None
    first = found[0]
    before = [line for line in readable[: first.start].splitlines() if line.strip()]
    if len(before) > MOST_LINES_BEFORE or any(len(line) > LONGEST_LINE_BEFORE for line in before):
        return None
    alone = not readable[first.end : first.end + 1].strip()
    if not _is_proved(readable, first) and not (scanned and alone):
        return None
    adopted = adopted_on(text, first.start) if first.dated is None else None
    return replace(first, dated=adopted.iso if adopted else first.dated)


def _headings(readable: str) -> list[TitledResolution]:
    """Return the headings at the beginnings of lines, in order."""
    found: list[TitledResolution] = []
    for line in _LINE.finditer(readable):
        for shape in _council():
            match = shape.match(readable, line.end())
            if match:
                symbol = f"S/RES/{match['number']} ({match['year']})"
                dated = _day_at(readable, match.end())
                found.append(TitledResolution(symbol, "S", *match.span(), dated))
                break
        else:
            found += _assembly_heading(readable, line.end())
    return found


def _assembly_heading(readable: str, at: int) -> list[TitledResolution]:
    for shape in _ASSEMBLY:
        match = shape.match(readable, at)
        if match is None:
            continue
        group = match.groupdict()
        symbol = (
            f"A/RES/{group['session']}/{group['number']}"
            if group.get("session")
            else f"A/RES/{group['number']}({group['roman']}){group['part'] or ''}"
        )
        return [TitledResolution(symbol, "A", *match.span())]
    return []


def _is_proved(readable: str, found: TitledResolution) -> bool:
    """Say whether the organ speaks below the heading, or the day of adoption follows it."""
    below = readable[found.end : found.end + HEAD_LENGTH]
    speaks = any(
        re.search(rf"{shape.pattern}\s*,", below, re.IGNORECASE)
        for code, shape in union_table("masthead.organs")
        if code == found.organ
    )
    return speaks or (found.organ == "S" and found.dated is not None)


def _day_at(readable: str, at: int) -> str | None:
    """Return the day right after a heading, on its line or the next."""
    lead = _day_lead().match(readable, at)
    at = lead.end() if lead else at
    days = find_days(readable[at : at + 40])
    return days[0].iso if days and days[0].start == 0 else None


@cache
def _day_lead() -> re.Pattern[str]:
    return re.compile(rf"[\s,.]*{union('masthead.titled.heading_day')}\s+|\s*", re.IGNORECASE)


@cache
def _council() -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(
            spaced(shape).replace("{number}", _NUMBER).replace("{year}", _YEAR), re.IGNORECASE
        )
        for words in all_words()
        for shape in words.all("masthead.titled.heading")
    )
