"""Annexes, enclosures and appendices, by the headings that open them.

In: the reading view of a document. Out: the headings in order. A heading is a line of its own;
"(see annex)" in the text is none.

>>> found = find_headings("Text.\\n\\nAnnex I\\n[Original: Arabic]\\nMore text.")
>>> [(one.kind, one.original_language) for one in found]
[('annex', 'ar')]
"""

import re
from dataclasses import dataclass
from functools import cache

from allegata.un.words import all_words, plain, spaced, union, union_table

KINDS = ("annex", "enclosure", "appendix", "attachment")
LONGEST_HEADING = 400  # "Annex to the identical letters dated … addressed to …"


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A heading at ``start..end``, bracketed language mark included."""

    start: int
    end: int
    kind: str
    original_language: str | None


def find_headings(text: str) -> tuple[FoundHeading, ...]:
    """Return the headings of the parts after the first, in order."""
    readable = plain(text)
    found = [
        _heading(readable, match, kind)
        for kind, shape in _shapes()
        for match in shape.finditer(readable)
    ]
    return tuple(sorted(found, key=lambda heading: heading.start))


def _heading(text: str, match: re.Match[str], kind: str) -> FoundHeading:
    mark = _mark().match(text, match.end())
    if mark is None:
        return FoundHeading(match.start(), match.end(), kind, None)
    languages = union_table("masthead.languages")
    code = next((code for code, shape in languages if shape.match(text, mark.start(1))), None)
    return FoundHeading(match.start(), mark.end(), kind, code)


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    shapes = []
    for words in all_words():
        of = words.all("letter.parts.of")[0]
        for kind in KINDS:
            for word in words.all(f"letter.parts.{kind}"):
                line = (
                    rf"^[ \t]*(?:{spaced(word)})(?:[ \t]+(?:[IVXL]{{1,5}}|\d{{1,2}}|[A-Z]))?"
                    rf"(?:\s+{spaced(of)}[^\n]{{5,{LONGEST_HEADING}}})?[ \t]*\*{{0,2}}[ \t]*$"
                )
                shapes.append((kind, re.compile(line, re.MULTILINE | re.IGNORECASE)))
    return tuple(shapes)


@cache
def _mark() -> re.Pattern[str]:
    original = union("masthead.original_label")
    return re.compile(rf"\s*\[{original}\s*([^\]\n]{{3,40}})\]", re.IGNORECASE)
