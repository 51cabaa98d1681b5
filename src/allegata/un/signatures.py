"""Signature blocks: "(Signed) Name", the titles under it, and the state they name.

In: the reading view of a letter. Out: each block with its place, the name as written, its first
title.

>>> text = "(Signed) Nescio Nomen\\nAmbassador\\nPermanent Representative"
>>> [(one.name, one.title) for one in find_signatures(text)]
[('Nescio Nomen', 'Ambassador')]
"""

import re
from dataclasses import dataclass
from functools import cache

from allegata.lang.countries import country_named
from allegata.un.words import plain, union, union_pattern

MOST_LINES = 5  # of a block: name, two or three titles, the state
LONGEST_LINE = 160
_WORDS_OF_A_STATE = 7


@dataclass(frozen=True, slots=True)
class FoundSignature:
    """A block at ``start..end``: name, first title line, and the state (alpha-3) if it says one."""

    start: int
    end: int
    name: str | None
    title: str | None
    state: str | None


def find_signatures(text: str) -> tuple[FoundSignature, ...]:
    """Return the signature blocks of ``text``, in order."""
    return tuple(_block(text, match) for match in _signed().finditer(plain(text)))


def _block(text: str, signed: re.Match[str]) -> FoundSignature:
    lines = _lines(text, signed.end())
    name, titles = None, []
    if lines:
        (first_start, first_end), *rest = lines
        cut = union_pattern("letter.body.titles").search(plain(text), first_start, first_end)
        name_end = cut.start() if cut and cut.start() > first_start else first_end
        name = text[first_start:name_end].strip(" \t,*") or None
        titles = [(name_end, first_end)] if name_end < first_end else []
        titles += rest
    end = lines[-1][1] if lines else signed.end()
    title = _first_title(text, titles, on_name_line=bool(lines) and len(titles) == len(lines))
    state = _state(plain(text), signed.end(), end)
    return FoundSignature(signed.start(), end, name, title, state)


def _lines(text: str, start: int) -> list[tuple[int, int]]:
    """Return the block's lines; one blank line may stand between the mark and the name."""
    lines: list[tuple[int, int]] = []
    at = start
    while at < len(text) and len(lines) < MOST_LINES:
        line_end = text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        line = text[at:line_end]
        if line.strip() and len(line) <= LONGEST_LINE and _signed().search(plain(line)) is None:
            lead = len(line) - len(line.lstrip())
            lines.append((at + lead, at + len(line.rstrip())))
        elif lines or len(line) > LONGEST_LINE:
            break
        at = line_end + 1
    return lines


def _first_title(text: str, titles: list[tuple[int, int]], *, on_name_line: bool) -> str | None:
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
        line = text[match.end() : end].partition("\n")[0]
        following = line.split()[:_WORDS_OF_A_STATE]
        for length in range(len(following), 0, -1):
            name = " ".join(following[:length]).strip(",.;")
            country = country_named(name, demonyms=False)
            if country is not None:
                return country.alpha3
    return None


@cache
def _signed() -> re.Pattern[str]:
    return re.compile(union("letter.body.signed"), re.IGNORECASE)


@cache
def _minister_of() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){union('letter.body.minister_of')}", re.IGNORECASE)
