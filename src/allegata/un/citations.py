"""Resolutions and decisions cited by number: one, or a list that shares a head word.

In: text. Out: each member of each list with its own symbol. A number is a resolution only after the
head word, for "paragraph 9 (2017)" looks the same without it.

>>> text = "resolutions 1267 (1999), 1989 (2011) and 2253 (2015), and Assembly resolution 46/182"
>>> [one.symbol for run in find_citations(text) for one in run.members]
['S/RES/1267 (1999)', 'S/RES/1989 (2011)', 'S/RES/2253 (2015)', 'A/RES/46/182']
"""

import re
from dataclasses import dataclass
from functools import cache

from allegata.un.days import find_days
from allegata.un.words import plain, union

_COUNCIL = r"(?P<council>\d{1,4})\s{0,3}\((?P<year>(?:19|20)\d{2})\)"
_SESSION = r"(?P<session>(?:ES|S)-\d{1,2}|\d{1,4})/(?P<number>\d{1,4})(?![\w/])"
_LETTERS = r"(?:\s?(?P<letters>[A-Z](?:(?:,\s|\sand\s|\set\s|\sy\s|\sи\s|-)[A-Z])*)(?!\w))?"
_ROMAN = r"(?P<old>\d{1,4})(?:\s(?P<part>[A-Z]))?\s{0,3}\((?P<roman>(?:E?S-)?[IVXL]+)\)"
_BARE = r"(?P<bare>\d{2,4})(?![\w(/.,]\d|\s{0,3}\(\d|\w)"
_MEMBER = re.compile(rf"(?:{_COUNCIL}|{_SESSION}{_LETTERS}|{_ROMAN}|{_BARE})")
_BETWEEN_LETTERS = re.compile(r",\s|\s\w+\s|-")
_NO_YEAR_HEAD = ("S",)  # "Council resolution 2253", as the news writes
_HEADS = (  # organ of a number without one, and the words that lead it in; the most telling first
    ("A/HRC", "references.resolution_human_rights_council"),
    ("E", "references.resolution_economic_and_social_council"),
    ("S", "references.resolution_security_council"),
    ("A", "references.resolution_general_assembly"),
    ("", "references.resolution"),
    ("DEC", "references.decision"),
)
_DATE_WINDOW = 60


@dataclass(frozen=True, slots=True)
class Member:
    """A number at ``start..end`` (its year included) with its symbol in normal form.

    ``dated`` is the ISO day printed after it; ``has_year`` is false for "Council resolution 2253".
    """

    start: int
    end: int
    symbol: str
    dated: str | None
    has_year: bool = True


@dataclass(frozen=True, slots=True)
class Citation:
    """A head word and its numbers at ``start..end``. It may name none that has a symbol."""

    start: int
    end: int
    members: tuple[Member, ...]


def find_citations(text: str) -> tuple[Citation, ...]:
    """Return the citations of ``text``, in order."""
    readable = plain(text)
    found: list[Citation] = []
    at = 0
    while head := _head().search(readable, at):
        organ = next(name for name, _ in _HEADS if head[_group(name)] is not None)
        citation = _citation(readable, head, organ)
        at = head.end() if citation is None else max(citation.end, head.end())
        if citation is not None:
            found.append(citation)
    return tuple(found)


def date_after(text: str, at: int) -> tuple[str | None, int]:
    """Return the day in "of 22 November 1967" right at ``at``, and where it ends."""
    lead = _date_lead().match(text, at)
    if lead is None:
        return None, at
    days = find_days(text[lead.end() : lead.end() + _DATE_WINDOW])
    if not days or days[0].start != 0:
        return None, at
    return days[0].iso, lead.end() + days[0].end


def _citation(text: str, head: re.Match[str], organ: str) -> Citation | None:
    """Read the numbers after a head; None where no number follows."""
    matches: list[tuple[re.Match[str], str | None, int]] = []
    at = head.end()
    while match := _MEMBER.match(text, at):
        dated, end = date_after(text, match.end())
        matches.append((match, dated, end))
        joint = _joint().match(text, end)
        if joint is None:
            break
        at = joint.end()
    # "resolution 2253 (2015), 43 people": a bare number that ends a list is no member of it.
    while len(matches) > 1 and matches[-1][0]["bare"]:
        matches.pop()
    if not matches:
        return None
    in_council = organ in _NO_YEAR_HEAD or any(match["council"] for match, _, _ in matches)
    members = [
        member
        for match, dated, _ in matches
        for member in _members(match, dated, organ, in_council=in_council)
    ]
    return Citation(head.start(), matches[-1][2], tuple(members))


def _members(
    match: re.Match[str], dated: str | None, organ: str, *, in_council: bool
) -> tuple[Member, ...]:
    """Return the member that a match is, or several for "70/234 A and B"."""
    start, end = match.span()
    if match["council"]:
        symbol = f"S/RES/{match['council']} ({match['year']})"
        return (Member(start, end, symbol, dated),)
    if match["session"]:
        letters = _BETWEEN_LETTERS.split(match["letters"]) if match["letters"] else [""]
        series = _series(organ, match["session"])
        number = f"{series}/{match['session']}/{match['number']}"
        return tuple(Member(start, end, number + letter, dated) for letter in letters)
    if match["old"]:
        series = "A/DEC" if organ == "DEC" else "A/RES"
        symbol = f"{series}/{match['old']}({match['roman']}){match['part'] or ''}"
        return (Member(start, end, symbol, dated),)
    if in_council:
        return (Member(start, end, f"S/RES/{match['bare']}", dated, has_year=False),)
    return ()


def _series(organ: str, session: str) -> str:
    """Return the series of a number "46/182", by its head word and its look."""
    if organ == "DEC":
        return "A/DEC"
    if organ == "A/HRC":
        return "A/HRC/RES"
    by_year = len(session) == 4 and session.isdigit()
    return "E/RES" if organ == "E" or by_year else "A/RES"


@cache
def _head() -> re.Pattern[str]:
    heads = "|".join(f"(?P<{_group(organ)}>{union(name)})" for organ, name in _HEADS)
    return re.compile(rf"(?<![\w-])(?:{heads})\s+(?:(?:[Nn][o°]s?\.?|№)\s*)?(?=\d|E?S-\d)", re.I)


def _group(organ: str) -> str:
    return "head_" + organ.replace("/", "_").lower()


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(union("references.list_joint"), re.IGNORECASE)


@cache
def _date_lead() -> re.Pattern[str]:
    return re.compile(rf"\)?,?\s+{union('references.date_lead')}\s+", re.IGNORECASE)
