"""Stretches in which no number may become a count: ages, calibres, distances, clock times, shares.

>>> from allegata.lang.pack import load_pack
>>> text = "A 15-year-old girl and two men, 2 km away."
>>> [text[start:end] for start, end, _ in find_masks(text, load_pack("en"))]
['15-year-old', '2 km']
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast

from allegata.lang.alternation import alternation, fold_text
from allegata.lang.pack import LanguagePack, load_pack, rows, words

LEAD = 40  # characters before a number in which the words that mask it begin
_LINE = re.compile(r"^[^\S\n]*(?=[\d(])", re.MULTILINE)
Mask = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class _Patterns:
    """``number`` finds what may be a number, the others fit where masks of their kind begin."""

    number: re.Pattern[str]
    at_number: re.Pattern[str]
    at_line: re.Pattern[str]
    leads: tuple[tuple[tuple[str, ...], str], ...]  # what each needs, and its expression


def find_masks(text: str, pack: LanguagePack) -> list[Mask]:
    """Return ``(start, end, name)`` of every masked stretch, in order, without overlap."""
    patterns = _patterns(pack.language)
    folded = fold_text(text)
    found = sorted(_candidates(folded, patterns), key=lambda mask: (mask[0], -mask[1]))
    kept: list[Mask] = []
    for mask in found:
        if not kept or mask[0] >= kept[-1][1]:
            kept.append(mask)
    return kept


def _candidates(folded: str, patterns: _Patterns) -> Iterator[Mask]:
    for line in _LINE.finditer(folded):
        yield from _mask(patterns.at_line.match(folded, line.end()))
    leading = _leading(tuple(lead for needs, lead in patterns.leads if _has(folded, needs)))
    reached = 0
    for number in patterns.number.finditer(folded):
        if leading is not None:
            start = max(reached, number.start() - LEAD)
            lead = leading.search(folded, start, number.end() + LEAD)
            if lead is not None and lead.start() < number.end():
                yield from _mask(leading.match(folded, lead.start()))  # the list may be longer
                reached = max(reached, lead.end())
        yield from _mask(patterns.at_number.match(folded, number.start()))


def _has(folded: str, needs: tuple[str, ...]) -> bool:
    return any(map(folded.__contains__, needs))


@cache  # as many as there are sets of a few leads
def _leading(leads: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(leads)) if leads else None


def _mask(match: re.Match[str] | None) -> Iterator[Mask]:
    if match is not None and match.end() > match.start():
        yield match.start(), match.end(), str(match.lastgroup).rpartition("_")[0]


@cache
def _patterns(language: str) -> _Patterns:
    pack = load_pack(language)
    names = alternation(
        word
        for entry in rows(pack.table("numbers"), "entry")
        if entry["class"] == "NUM"
        for word in cast("Mapping[str, int]", entry["values"])
    )
    number = rf"(?:\b\d+(?:[.,]\d+)*|\b{names}\b)"

    parts = [
        (mask, f"(?P<{mask['name']}_{index}>{str(mask['pattern']).format(num=number)})")
        for index, mask in enumerate(rows(pack.table("masks"), "mask"))
    ]

    def begins(where: str) -> re.Pattern[str]:
        return re.compile("|".join(p for mask, p in parts if mask["begins"] == where) or "(?!)")

    leads = tuple((words(mask, "needs"), p) for mask, p in parts if mask["begins"] == "lead")
    return _Patterns(re.compile(number), begins("number"), begins("line"), leads)
