"""The view of a layer that grammar reads: marks removed, broken lines joined, offsets kept.

In goes the text of a layer; out come the clean text and the map back, so that every span that
grammar finds is a span of the layer. Nothing here changes the layer itself.

>>> text, offsets = reading_view(r"see [S/2017/1](#) and 9 \\(2015\\)", markdown=True)
>>> text
'see S/2017/1 and 9 (2015)'
>>> offsets.to_source(4, 12)
(5, 13)
"""

import re
from collections.abc import Callable

from allegata.text.offsets import OffsetMap, keep

Step = Callable[[str], tuple[str, OffsetMap]]

# A link or image keeps its words only: "[S/2017/1](#)" is an exporter's mark around the words.
_LINK = re.compile(r"!?\[([^\[\]\n]{0,2000})\]\([^()\n]{0,2000}\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|<])")
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|`+")
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+", re.MULTILINE)
_QUOTE = re.compile(r"^[ ]{0,3}(?:>[ ]?)+", re.MULTILINE)
# A soft hyphen at a line's end parts a word as a printed one does; elsewhere it shows nothing.
_INVISIBLE = re.compile("\u00ad[ \\t]*\n(?=\\S)|[\u00ad\u200b\u2060\ufeff]")
# "result-\ning" loses its hyphen, "Secretary-\nGeneral" keeps it (un-documents.md §7.2).
_SMALL = "".join(char for char in map(chr, range(0x61, 0x530)) if char.islower())
_SOFT_BREAK = re.compile(f"(?<=[{_SMALL}])-\n(?=[{_SMALL}])")
_HARD_BREAK = re.compile(r"(?<=\w-)\n(?=\w)")
_LINE_BREAK = re.compile(r"[ \t]*\n")

FULL_LINE = 45  # a line shorter than this ended on purpose: a masthead field, a name, an address


def reading_view(
    text: str, *, markdown: bool, wrapped: bool = True, quoted: bool = False
) -> tuple[str, OffsetMap]:
    """Return the text as grammar reads it, and the map from it to ``text``.

    ``markdown`` removes links, emphasis, escapes and the marks of headings and quotes, ``quoted``
    the marks of quotes alone (``>``, as in mail); ``wrapped`` joins lines that
    were broken for width, with and without a hyphen. Line breaks that end a line on purpose stay.
    """
    steps: list[Step] = [_removing(_QUOTE)] if markdown or quoted else []
    if markdown:
        steps += [
            _removing(_LINK, group=1),
            _removing(_HEADING),
            _removing(_EMPHASIS),
            _removing(_ESCAPE, group=1),
        ]
    steps.append(_removing(_INVISIBLE))
    if wrapped:
        steps += [_removing(_SOFT_BREAK), _removing(_HARD_BREAK), _join_lines]
    offsets = OffsetMap.identity(len(text))
    for step in steps:
        text, change = step(text)
        offsets = change.compose(offsets)
    return text, offsets


def _removing(pattern: re.Pattern[str], group: int | None = None) -> Step:
    """Return a step that drops every match, or all of it but one group."""

    def step(text: str) -> tuple[str, OffsetMap]:
        parts: list[tuple[str, int | None]] = []
        at = 0
        for match in pattern.finditer(text):
            parts.append((text[at : match.start()], at))
            if group is not None:
                parts.append((match.group(group), match.start(group)))
            at = match.end()
        if not parts:
            return text, OffsetMap.identity(len(text))
        parts.append((text[at:], at))
        return keep(parts, len(text))

    return step


def _join_lines(text: str) -> tuple[str, OffsetMap]:
    """Turn the line breaks inside a sentence into blanks; every offset stays as it is."""
    characters: list[str] = []
    at = line_start = 0
    for match in _LINE_BREAK.finditer(text):
        if _goes_on(text, line_start, match.start(), match.end()):
            characters.append(text[at : match.start()] + " " * (match.end() - match.start()))
            at = match.end()
        line_start = match.end()
    if at == 0:
        return text, OffsetMap.identity(len(text))
    characters.append(text[at:])
    joined = "".join(characters)
    return joined, OffsetMap.identity(len(joined))


def _goes_on(text: str, line_start: int, line_end: int, next_start: int) -> bool:
    """Say whether the sentence goes on in the next line."""
    following = text[next_start : next_start + 1]
    if following in ("", "\n", " ", "\t", "-", "*", "•", "|") or line_end == line_start:
        return False
    if following.islower():
        return True
    return line_end - line_start >= FULL_LINE and text[line_end - 1] not in ".!?:;"
