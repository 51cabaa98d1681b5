"""Signature blocks: "(Signed) Name", the titles under it, and the state they name.

In: the reading view of a letter. Out: each block with its place, the name as written, its first
title. Chinese puts the titles above the name and the mark after it.

>>> text = "(Signed) Nescio Nomen\\nAmbassador\\nPermanent Representative"
>>> [(one.name, one.title) for one in find_signatures(text)]
[('Nescio Nomen', 'Ambassador')]
"""

import re
from dataclasses import dataclass
from functools import cache

from allegata.lang.countries import country_named
from allegata.un.words import plain, union, union_pattern, union_table

MOST_LINES = 5  # of a block: name, two or three titles, the state
LONGEST_LINE = 160
MOST_LINES_ABOVE = 3
LONGEST_LINE_ABOVE = 40
_WORDS_OF_A_STATE = 7

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FoundSignature:
    """A block at ``start..end``: name, first title line, and the state (alpha-3) if it says one.

    ``office`` is the code of the office that the titles name, if it is known.
    """

    start: int
    end: int
    name: str | None
    title: str | None
    state: str | None
    office: str | None = None


def find_signatures(text: str) -> tuple[FoundSignature, ...]:
    """Return the signature blocks of ``text``, in order."""
    readable = plain(text)
    found = [_block(text, readable, match) for match in _signed().finditer(readable)]
    found += [_block_above(text, match) for match in _signed_after().finditer(readable)]
    return tuple(sorted(found, key=lambda block: block.start))


def _block(text: str, readable: str, signed: re.Match[str]) -> FoundSignature:
    lines = _lines(text, readable, signed.end())
    name: str | None = None
    titles: list[Place] = []
    if lines:
        (first_start, first_end), *rest = lines
        cut = union_pattern("letter.body.titles").search(readable, first_start, first_end)
        name_end = cut.start() if cut and cut.start() > first_start else first_end
        name = text[first_start:name_end].strip(" \t,*") or None
        titles = [(name_end, first_end)] if name_end < first_end else []
        titles += rest
    end = lines[-1][1] if lines else signed.end()
    title = _first_title(text, titles, on_name_line=bool(lines) and len(titles) == len(lines))
    state = _state(readable, signed.end(), end)
    return FoundSignature(signed.start(), end, name, title, state, _office(readable, titles))


def _block_above(text: str, signed: re.Match[str]) -> FoundSignature:
    """Return a block whose mark follows the name, its titles on the short lines above."""
    line_start = text.rfind("\n", 0, signed.start()) + 1
    start = line_start
    titles: list[str] = []
    while len(titles) < MOST_LINES_ABOVE and start > 0:
        above = text.rfind("\n", 0, start - 1) + 1
        line = text[above : start - 1].strip()
        if not line or len(line) > LONGEST_LINE_ABOVE or line.endswith(("。", ".", "：", ":")):
            break
        titles.insert(0, line)
        start = above
    name = text[line_start : signed.start()].strip(" \t,*") or None
    return FoundSignature(start, signed.end(), name, titles[0] if titles else None, None)


def _lines(text: str, readable: str, start: int) -> list[Place]:
    """Return the block's lines; one blank line may stand between the mark and the name."""
    lines: list[Place] = []
    at = start
    while at < len(text) and len(lines) < MOST_LINES:
        line_end = text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        following = _signed().search(readable, at, line_end)
        if following is not None and not lines:  # two who sign side by side
            line_end = following.start()
        line = text[at:line_end]
        if line.strip() and len(line) <= LONGEST_LINE and (following is None or not lines):
            lead = len(line) - len(line.lstrip())
            lines.append((at + lead, at + len(line.rstrip())))
            if following is not None:
                break
        elif lines or len(line) > LONGEST_LINE:
            break
        at = line_end + 1
    return lines


def _first_title(text: str, titles: list[Place], *, on_name_line: bool) -> str | None:
    """Return the first title; on the name's own line it ends where the next title begins."""
    for start, end in titles:
        if on_name_line:
            first = union_pattern("letter.body.titles").search(plain(text), start, end)
            following = first and union_pattern("letter.body.titles").search(
                plain(text), first.end(), end
            )
            end = following.start() if following else end  # noqa: PLW2901
        title = text[start:end].strip(" \t,;*")
        if title:
            return title
    return None


def _state(text: str, start: int, end: int) -> str | None:
    """Return the state of "Minister for Foreign Affairs of X", trying long names first."""
    for match in _minister_of().finditer(text, start, end):
        following = text[match.end() : end].split()[:_WORDS_OF_A_STATE]
        for length in range(len(following), 0, -1):
            name = " ".join(following[:length]).strip(",.;")
            country = country_named(name, demonyms=False)
            if country is not None:
                return country.alpha3
    return None


def _office(readable: str, titles: list[Place]) -> str | None:
    """Return the code of the first office that a title line begins with."""
    for start, end in titles:
        at = start + len(readable[start:end]) - len(readable[start:end].lstrip())
        found = [
            (-match.end(), code)
            for code, shape in union_table("letter.offices")
            if (match := shape.match(readable, at, end))
        ]
        if found:
            return min(found)[1]
    return None


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(union("letter.body.signed"), re.IGNORECASE)


@cache
def _signed_after() -> re.Pattern[str]:
    return re.compile(union("letter.body.signed_after"), re.IGNORECASE)


@cache
def _minister_of() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){union('letter.body.minister_of')}", re.IGNORECASE)
