"""Annexes, enclosures and appendices, by the headings that open them.

In: the reading view of a document. Out: the headings in order. A heading is a line of its own;
"(see annex)" in the text is none, nor is a line of the contents, nor "Annex I" at the head of the
annex's next page.

>>> found = find_headings("Text.\\n\\nAnnex I\\n[Original: Arabic]\\nMore text.")
>>> [(one.kind, one.label, one.original_language) for one in found]
[('annex', 'Annex I', 'ar')]
"""

import re
from dataclasses import dataclass
from functools import cache

from allegata.un.symbols import symbol_at
from allegata.un.words import Words, all_words, expression, plain, spaced, union, union_table

KINDS = ("annex", "enclosure", "appendix", "attachment")
LONGEST_HEADING = 400  # "Annex to the identical letters dated … addressed to …"
MARK_WITHIN = 700  # characters after a heading in which its language mark stands
LINES_ASIDE = 4  # of a page's head that stand beside a heading repeated there
_LEADERS = re.compile(r"\.{4}|(?:\. ){3}|…{2}")
_NUMBERS = (r"[IVXLT1l]{1,5}", r"\d{1,2}", "[A-Z]")
_ROMAN = re.compile(r"[IVXLT1l]{2,5}")
_AS_ROMAN = str.maketrans("T1l", "III")
_PAGE_LINE = re.compile(r"\W*(?:[A-Za-zА-Яа-я]{2,6}\.?\W+)?\d{1,3}\W*$")


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A heading at ``start..end``, bracketed language mark included; ``label`` as printed."""

    start: int
    end: int
    kind: str
    original_language: str | None
    label: str | None = None


def find_headings(text: str) -> tuple[FoundHeading, ...]:
    """Return the headings of the parts after the first, in order."""
    readable = plain(text)
    found: list[FoundHeading] = []
    for line in _candidates().finditer(readable):
        for kind, shape in _shapes():
            match = shape.match(readable, line.start())
            if match and not readable[match.start("name")].islower():
                found.append(_heading(text, readable, match, kind))
                break
    kept: list[FoundHeading] = []
    for heading in found:
        if not _is_in_contents(readable, heading) and not _is_repeated(readable, heading, kept):
            kept.append(heading)
    return tuple(kept)


def _heading(text: str, readable: str, match: re.Match[str], kind: str) -> FoundHeading:
    end = match.end()
    mark = _mark().search(readable, end, end + MARK_WITHIN)
    language = None
    if mark is not None:
        named = [one for one in union_table("masthead.languages") if one[1].match(mark[1])]
        language = named[0][0] if named else None
        if not readable[end : mark.start()].strip():
            end = mark.end()
    label = _label(text[slice(*match.span("name"))])
    return FoundHeading(match.start("name"), end, kind, language, label)


def _label(printed: str) -> str:
    """Return "ANNEX  II" as "Annex II", and "Annex IT" as optical reading meant it."""
    words = printed.split()
    if words and words[0].isupper() and len(words[0]) > 1:
        words[0] = words[0].capitalize()
    if len(words) == 2 and _ROMAN.fullmatch(words[1]) and not words[1].isdecimal():
        words[1] = words[1].translate(_AS_ROMAN)
    return " ".join(words)


def _is_in_contents(text: str, heading: FoundHeading) -> bool:
    """Say whether dots lead from the lines around it to page numbers."""
    after = text[heading.end : heading.end + 240].lstrip().partition("\n")[0]
    return _LEADERS.search(after) is not None


def _is_repeated(text: str, heading: FoundHeading, earlier: list[FoundHeading]) -> bool:
    """Say whether a page's head repeats the heading of the part that goes on."""
    same = [one for one in earlier if (one.kind, one.label) == (heading.kind, heading.label)]
    if not same:
        return False
    numbered = heading.label is not None and " " in heading.label
    if numbered and same[-1] is earlier[-1]:
        return True
    before = text[max(0, heading.start - 200) : heading.start].splitlines()
    after = text[heading.end : heading.end + 200].splitlines()
    aside = [line.strip() for line in before if line.strip()][-LINES_ASIDE:]
    aside += [line.strip() for line in after if line.strip()][:LINES_ASIDE]
    return any(_is_of_a_page_head(line) for line in aside)


def _is_of_a_page_head(line: str) -> bool:
    found = symbol_at(line, 0, scanned=True)
    return (found is not None and found.end >= len(line) - 1) or bool(_PAGE_LINE.match(line))


@cache
def _candidates() -> re.Pattern[str]:
    """Return an expression for the lines that begin, or in Chinese end, as headings do."""
    names = [
        words.bound(expression(words.all(f"letter.parts.{kind}")), before="")
        for words in all_words()
        for kind in KINDS
        if words.all(f"letter.parts.{kind}")
    ]
    letters = r"\d{4}年[^\n]{5,200}?的?" if any(not words.bounded for words in all_words()) else ""
    return re.compile(
        rf"^[ \t]*(?:{_page()})?(?:{letters}|)(?:{'|'.join(names)})", re.MULTILINE | re.IGNORECASE
    )


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (kind, shape)
        for words in all_words()
        for kind in KINDS
        for word in words.all(f"letter.parts.{kind}")
        for shape in _forms(words, word)
    )


def _forms(words: Words, word: str) -> tuple[re.Pattern[str], ...]:
    """Return the expressions of a heading line: its word, a number, "to the letter dated …".

    After "Page 2" at the head of a page the annex's own title may follow on the line.
    """
    numbers = [*_NUMBERS, *map(spaced, words.all("letter.parts.numerals"))]
    blank = r"[ \t]+" if words.bounded else r"[ \t]*"
    name = rf"(?P<name>(?:{spaced(word)})(?:{blank}(?:{'|'.join(numbers)})(?:[.-]\w{{1,2}})?)?)"
    of = words.all("letter.parts.of")
    letter = rf"(?:\s+{expression(of)}[^\n]{{5,{LONGEST_HEADING}}})?" if of else ""
    lead = "" if words.bounded else r"(?:\d{4}年[^\n]{5,200}?的?)?"
    alone = rf"[ \t]*(?:{_page()})?{lead}{name}{letter}[ \t]*[*†]{{0,3}}[ \t]*$"
    led = rf"[ \t]*{_page()}{name}(?=[ \t]+[^\W\d_])"
    flags = re.MULTILINE | re.IGNORECASE
    return re.compile(alone, flags), re.compile(led, flags)


@cache
def _page() -> str:
    return rf"{union('letter.parts.page')}[ \t]?\d{{1,3}}[ \t]+"


@cache
def _mark() -> re.Pattern[str]:
    original = union("masthead.original_label")
    return re.compile(rf"^[ \t]*\[{original}\s*([^\]\n]{{2,60}})\]", re.IGNORECASE | re.MULTILINE)
