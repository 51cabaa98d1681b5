"""Words for the parts of a document with their numbers: "paragraphs 2 (a), 5 and 7", "annex II".

In: cleared text. Out: each with its kind and its numbers in normal form, in any language. A list
goes on over a number only where no noun follows it: "paragraph 3, 43 civilians" is paragraph 3.

>>> from allegata.un.clearing import clear
>>> find_provisions(clear("第十四至十七段"))[0].items
('14-17',)
>>> find_provisions(clear("paragraph 3, 43 civilians"))[0].items
('3',)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from allegata.un.clearing import Cleared
from allegata.un.lookup import Finder, alternatives, attached, finder_of, literals
from allegata.un.ordinals import CHINESE, chinese_number
from allegata.un.sentences import BLANK
from allegata.un.words import all_words

_NAMED = (
    "subparagraph",
    "paragraph",
    "article",
    "chapter",
    "section",
    "annex",
    "enclosure",
    "appendix",
    "part",
)
_WITHOUT_NUMBER = frozenset({"annex", "enclosure", "appendix"})
_DECIMAL_KINDS = frozenset({"paragraph", "article", "subparagraph", "clause"})
MOST_IN_RANGE = 60  # a longer range is kept as two ends
_ROMANS = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_DECIMAL = re.compile(r"(\d{1,4}(?:\.\d{1,3})*(?:[a-z](?!\w))?)(?![\d/])")
_BRACKETED = re.compile(r"\(\s?(\d{1,3})\s?\)")  # "المادة (51)"
_LABEL = re.compile(r"([IVXLC]{1,6}(?:\.[A-Z0-9]{1,3})*|[A-Z])(?![\w'])")
_CHINESE_NUMBER = re.compile(f"({CHINESE})")
_SUB = re.compile(r"\s?\((\w{1,4})\)|\s(\w{1,3})\)")
_WORD_AHEAD = re.compile(rf"{BLANK}+(?=[^\W\d_])|(?=[\u2e80-\u9fff])")
_LONE_SUB = re.compile(r"\(?(\w{1,4})\)")
_IS_SUB = re.compile(r"[ivx]{1,5}|[a-z]{1,2}|\d{1,2}")


@dataclass(frozen=True, slots=True)
class Provision:
    """Places of one ``kind`` at ``start..end``; ``items`` are their numbers in normal form.

    ``is_open``: the noun is a plural with one number, so that more of the kind are to come.
    """

    start: int
    end: int
    kind: str
    items: tuple[str, ...] = ()
    is_open: bool = False


@lru_cache(maxsize=2)
def find_provisions(cleared: Cleared) -> tuple[Provision, ...]:
    """Return every provision that the text names, in order, without overlap."""
    found = sorted(
        [*_named(cleared), *_counted(cleared)], key=lambda one: (one.start, -one.end, one.kind)
    )
    kept: list[Provision] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _named(cleared: Cleared) -> Iterator[Provision]:
    """Yield "paragraphs 4 and 5", "annex": the noun first."""
    for match in finder().find(cleared):
        kind = match.lastgroup or ""
        start, end = match.span()
        items, end = read_numbers(cleared.text, end, kind)
        if items or kind in _WITHOUT_NUMBER:
            plural = match.group().rstrip(".").endswith("s")
            yield Provision(start, end, kind, items, is_open=plural and len(items) == 1)


def _counted(cleared: Cleared) -> Iterator[Provision]:
    """Yield "第五十一条": the numbers first, led in by a mark of their own."""
    text = cleared.text
    for mark, noun in _counted_nouns():
        at = text.find(mark)
        while at >= 0:
            items, end = read_numbers(text, at + len(mark), "counted")
            match = noun.match(text, end) if items else None
            if match is not None and match.lastgroup is not None:
                kind = match.lastgroup
                yield Provision(at, match.end(), kind, _of_kind(items, kind))
            at = text.find(mark, at + 1)


def read_numbers(text: str, at: int, kind: str) -> tuple[tuple[str, ...], int]:
    """Return the numbers that stand at ``at``, as one list, and where they end."""
    lead = _lead().match(text, at)
    first = _number(text, lead.end() if lead else at, kind)
    if first is None:
        return (), at
    items, end = [first[0]], first[1]
    while True:
        step = _next(text, end, kind, items[-1])
        if step is None:
            return tuple(items), end
        item, end, is_range = step
        if is_range:
            items[-1] = f"{items[-1]}-{item}"
        else:
            items.append(item)


def _next(text: str, at: int, kind: str, last: str) -> tuple[str, int, bool] | None:
    """Return the number that goes on a list, where it ends, and whether it ends a range."""
    between = _range().match(text, at)
    is_range = between is not None and "-" not in last
    if not is_range:
        between = joint().match(text, at)
    if between is None:
        return None
    lone = _LONE_SUB.match(text, between.end()) if "(" in last else None
    sub = _sub(lone[1]) if lone else None
    if lone is not None and sub is not None and sub.isdigit() == last[-2].isdigit():
        return f"{last.partition(' (')[0]} ({sub})", lone.end(), False
    found = _number(text, between.end(), kind)
    if found is None or is_noun_ahead(text, found[1], counted=kind == "counted"):
        return None
    return found[0], found[1], is_range


def is_noun_ahead(text: str, end: int, *, counted: bool = False) -> bool:
    """Say whether a word follows that a number before it may count: "43 civilians", not "9 of".

    ``counted``: the noun of the numbers themselves is yet to follow, as Chinese has it. No noun
    stands beyond a blank line, which parts paragraphs.

    >>> is_noun_ahead("killed 43\\ncivilians", 9), is_noun_ahead("Article 51\\n\\nin March", 10)
    (True, False)
    """
    if counted:
        return False
    word = _WORD_AHEAD.match(text, end)
    return word is not None and _after().match(text, word.end()) is None


def _number(text: str, at: int, kind: str) -> tuple[str, int] | None:
    """Return one number in normal form with its subparagraphs, and where it ends."""
    if kind == "subparagraph":
        lone = _LONE_SUB.match(text, at)
        sub = _sub(lone[1]) if lone else None
        if lone is not None and sub is not None:
            return _with_subs(text, f"({sub})", lone.end())
    match = _DECIMAL.match(text, at) or _BRACKETED.match(text, at)
    if match is not None:
        return _with_subs(text, match[1], match.end())
    if kind == "counted" or kind in _DECIMAL_KINDS:
        match = _CHINESE_NUMBER.match(text, at)
        if match is not None and kind == "counted":
            return str(chinese_number(match[1])), match.end()
    else:
        match = _LABEL.match(text, at) or _CHINESE_NUMBER.match(text, at)
        if match is not None:
            item = match[1] if match[1].isascii() else roman(chinese_number(match[1]))
            return item, match.end()
    return _ordinal(text, at, kind)


def _with_subs(text: str, number: str, end: int) -> tuple[str, int]:
    while match := _SUB.match(text, end):
        sub = _sub(match[1] or match[2])
        if sub is None:
            break
        number, end = f"{number} ({sub})", match.end()
    return number, end


def _sub(token: str) -> str | None:
    """Return the mark of a subparagraph in Latin letters, None where it is none (a year)."""
    latin = sub_letters().get(token, token)
    return latin if _IS_SUB.fullmatch(latin) else None


def _ordinal(text: str, at: int, kind: str) -> tuple[str, int] | None:
    for number, shape in _ordinals():
        match = shape.match(text, at)
        if match:
            return str(number) if kind in _DECIMAL_KINDS else roman(number), match.end()
    return None


def _of_kind(items: tuple[str, ...], kind: str) -> tuple[str, ...]:
    """Return the numbers as this kind writes them: sections and chapters in Roman numerals."""
    if kind in _DECIMAL_KINDS:
        return items
    return tuple("-".join(roman(int(n)) if n.isdigit() else n for n in i.split("-")) for i in items)


def written_out(item: str) -> tuple[str, ...]:
    """Return the numbers of a range one by one; a long one stays a range.

    >>> written_out("14-17"), written_out("I-III"), written_out("2 (a)"), written_out("1-999")
    (('14', '15', '16', '17'), ('I', 'II', 'III'), ('2 (a)',), ('1-999',))
    """
    first, dash, last = item.partition("-")
    if not dash:
        return (item,)
    numerals = {roman(number): number for number in range(1, MOST_IN_RANGE + 1)}
    if first.isdigit() and last.isdigit():
        ends = int(first), int(last)
    elif first in numerals and last in numerals:
        ends = numerals[first], numerals[last]
    else:
        return (item,)
    if not 0 < ends[1] - ends[0] < MOST_IN_RANGE:
        return (item,)
    numbers = range(ends[0], ends[1] + 1)
    return tuple(str(one) if first.isdigit() else roman(one) for one in numbers)


def roman(number: int) -> str:
    """Return a small number in Roman numerals.

    >>> roman(7), roman(19)
    ('VII', 'XIX')
    """
    text = ""
    for value, letters in _ROMANS:
        count, number = divmod(number, value)
        text += letters * count
    return text


@cache
def finder() -> Finder:
    """Return the finder of the nouns; the group of a match is the kind."""
    return finder_of(*(f"references.provisions.{kind}" for kind in _NAMED))


@cache
def _counted_nouns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the marks that lead numbers in, and the nouns that follow those."""
    return tuple(
        (
            mark,
            re.compile(
                r"\s*(?:"
                + "|".join(
                    f"(?P<{kind}>{noun})"
                    for kind, noun in words.table("references.counted").items()
                )
                + ")"
            ),
        )
        for words in all_words()
        for mark in words.all("references.ordinal_mark")
    )


@cache
def joint() -> re.Pattern[str]:
    """Return the expression of what stands between the members of a list."""
    alone = rf"(?:{alternatives('references.and')}\s+)"
    joined = rf"(?:{attached('references.and_attached')}\s*)"
    return re.compile(rf"\s*[,;、]\s*(?:{alone}|{joined})?|\s+{alone}|\s*{joined}")


@cache
def _range() -> re.Pattern[str]:
    alone, joined = alternatives("references.to"), attached("references.to_attached")
    return re.compile(rf"\s*[-\u2013\u2014]\s*|\s+{alone}\s+|\s*{joined}\s*")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(alternatives("references.masks.after"))


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{alternatives('references.number_mark')}\s*)?")


@cache
def sub_letters() -> dict[str, str]:
    """Return the marks of subparagraphs in other scripts, with the Latin letter of each."""
    return {
        literals(mark): latin
        for words in all_words()
        for latin, mark in words.table("references.sub_letters").items()
    }


@cache
def _ordinals() -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Return the numbers that a language writes as words, longest first: "الفصل السابع"."""
    rows = [
        (word, int(number))
        for words in all_words()
        for number, several in words.table("references.ordinals").items()
        for word in literals(several).split("|")
    ]
    rows.sort(key=lambda row: -len(row[0]))
    return tuple(
        (number, re.compile(word.replace(" ", r"\s+") + r"(?!\w)")) for word, number in rows
    )
