"""Articles and chapters of the Charter of the United Nations that a text points to.

In: cleared text and its provisions. Out: each mention with its place and the provisions in normal
English form. Other charters ("the African Charter") are none of this, and the Charter without an
article or a chapter is no reference.

>>> from allegata.un.clearing import clear
>>> from allegata.un.provisions import Provisions
>>> cleared = clear("under Articles 2 (4) and 51 of the Charter; article 5 of the African Charter")
>>> [one.provisions for one in find_charter(cleared, Provisions(cleared))]
[('Article 2 (4)', 'Article 51')]
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from allegata.un.clearing import Cleared
from allegata.un.lookup import Finder, alternatives, finder_of
from allegata.un.provision_words import roman
from allegata.un.provisions import Provisions
from allegata.un.sentences import sentence_start

LAST_ARTICLE, LAST_CHAPTER = 111, 19
_OF_FORCE = ("V", "VI", "VII", "VIII")  # the chapters that are named without the Charter
_ITEM = re.compile(r"(article|chapter) ([\dIVX]+)((?: \(\w+\))*)")
_WINDOW = 60


@dataclass(frozen=True, slots=True)
class CharterMention:
    """Provisions of the Charter, named at ``start..end``."""

    start: int
    end: int
    provisions: tuple[str, ...]


def find_charter(cleared: Cleared, provisions: Provisions) -> tuple[CharterMention, ...]:
    """Return the mentions of articles and chapters of the Charter, in order."""
    found = list(_beside_the_name(cleared, provisions))
    found += _acting_under(cleared, provisions)
    return tuple(sorted(found, key=lambda one: (one.start, one.end)))


def _beside_the_name(cleared: Cleared, provisions: Provisions) -> Iterator[CharterMention]:
    """Yield "Article 51 of the Charter", "the Charter, in particular Article 51"."""
    text = cleared.text
    for name in _names().find(cleared):
        end = _name_end(text, name)
        if end is None:
            continue
        at = _name_start(text, name.start())
        start, before = provisions.before(at)
        stop, after = provisions.after(end)
        labels = _of_charter((*before, *after))
        if labels:
            yield CharterMention(start if before else at, stop if after else end, labels)


def _name_start(text: str, at: int) -> int:
    """Return where "UN", "《联合国" before the name begins."""
    match = _lead().search(text, max(0, at - _WINDOW), at)
    return match.start() if match else at


def _name_end(text: str, name: re.Match[str]) -> int | None:
    """Return where the Charter's name ends; None where another charter is named."""
    after = _united_nations().match(text, name.end())
    if after is not None:
        return after.end()
    if _foreign_after().match(text, name.end()):
        return None
    if _foreign_before().search(text, max(0, name.start() - _WINDOW), name.start()):
        return None
    return name.end()


def _acting_under(cleared: Cleared, provisions: Provisions) -> Iterator[CharterMention]:
    """Yield "acting under Chapter VII", where the Charter itself is left out."""
    for index, one in enumerate(provisions.all):
        if one.kind != "chapter" or provisions.is_used(index):
            continue
        if not one.items or any(item not in _OF_FORCE for item in one.items):
            continue
        start = max(sentence_start(cleared.text, one.start), one.start - _WINDOW)
        if _acting().search(cleared.text, start, one.start):
            labels = _of_charter(tuple(f"chapter {item}" for item in one.items))
            yield CharterMention(one.start, one.end, labels)


def _of_charter(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return the labels that the Charter can have, in its form: "Article 2 (4)", "Chapter VII"."""
    found = []
    for label in labels:
        match = _ITEM.fullmatch(label)
        number = _number(match[1], match[2]) if match else ""
        if match is not None and number:
            found.append(f"{match[1].capitalize()} {number}{match[3]}")
    return tuple(dict.fromkeys(found))


def _number(kind: str, item: str) -> str:
    """Return an article's or a chapter's number; "" where the Charter has none such."""
    if kind == "article":
        return item if item.isdigit() and 1 <= int(item) <= LAST_ARTICLE else ""
    chapters = {str(number): roman(number) for number in range(1, LAST_CHAPTER + 1)}
    return item if item in chapters.values() else chapters.get(item, "")


@cache
def _names() -> Finder:
    return finder_of("references.charter.name")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('references.charter.before')}\s*\Z")


@cache
def _united_nations() -> re.Pattern[str]:
    return re.compile(rf"\s+{alternatives('references.charter.of_united_nations')}")


@cache
def _foreign_after() -> re.Pattern[str]:
    after = alternatives("references.charter.of", "references.charter.foreign_after")
    return re.compile(rf"\s+{after}")


@cache
def _foreign_before() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('references.charter.foreign_before')}\s*\Z")


@cache
def _acting() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('references.charter.acting')}\s*(?:\w+\s+)?\Z")
