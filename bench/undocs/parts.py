"""Parts of a document: the letter and its annexes, each with its own author, date and language.

A part is right when kind, author, date and language of the original are. Parts keep their order, so
the most that can be matched in order counts, of as many as gold or reading has.

>>> gold = (GoldPart("letter", ("BLR",)), GoldPart("annex", ("other",)))
>>> read = (PartRead("letter", "BLR"), PartRead("annex", "BLR"))
>>> matched(gold, read)
(0,)
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from allegata.model.document import Document
from allegata.un.parts import KINDS
from allegata.un.words import words_of
from bench.undocs.gold import GoldDocument, GoldPart
from bench.undocs.shares import Mistake, Share

LETTERS = ("letter", "note_verbale")
OTHER = "other"  # an author whom no code names: a body, several States
_STATE = re.compile("[A-Z]{3}")


@dataclass(frozen=True, slots=True)
class PartRead:
    """What a reading says of one part."""

    kind: str
    author: str | None = None
    dated: str | None = None
    original_language: str | None = None


def parts_read(document: Document | None) -> tuple[PartRead, ...]:
    """Return the parts of a reading, in order."""
    if document is None or document.un is None:
        return ()
    return tuple(
        PartRead(one.kind, one.author, one.dated, one.original_language)
        for one in document.un.parts
    )


def score_parts(gold: GoldDocument, read: Sequence[PartRead]) -> tuple[Share, tuple[Mistake, ...]]:
    """Return the share of right parts of one file, and what was missed and invented."""
    pairs = _pairs(gold.parts, read)
    found, used = {at for at, _ in pairs}, {at for _, at in pairs}
    missed = [(_told(part), "") for at, part in enumerate(gold.parts) if at not in found]
    extra = [("", _told(part)) for at, part in enumerate(read) if at not in used]
    mistakes = tuple(
        Mistake(gold.file, "parts", "part", wanted, got) for wanted, got in (*missed, *extra)
    )
    return Share(gold.file, len(pairs), max(len(gold.parts), len(read))), mistakes


def matched(gold: Sequence[GoldPart], read: Sequence[PartRead]) -> tuple[int, ...]:
    """Return the places of the gold parts that were read right."""
    return tuple(at for at, _ in _pairs(gold, read))


def _told(part: GoldPart | PartRead) -> str:
    author = "|".join(part.authors) if isinstance(part, GoldPart) else part.author
    return (
        f"{part.kind} by {author or '-'} of {part.dated or '-'} ({part.original_language or '-'})"
    )


def _pairs(gold: Sequence[GoldPart], read: Sequence[PartRead]) -> list[tuple[int, int]]:
    """Return the longest common run of right parts, in order (places in gold and in reading)."""
    best: list[list[list[tuple[int, int]]]] = [
        [[] for _ in range(len(read) + 1)] for _ in range(len(gold) + 1)
    ]
    for row, part in enumerate(gold):
        for column, one in enumerate(read):
            longest = max(best[row][column + 1], best[row + 1][column], key=len)
            if _is_right(part, one, main=gold[0]):
                longest = max(longest, [*best[row][column], (row, column)], key=len)
            best[row + 1][column + 1] = longest
    return best[-1][-1]


def _is_right(part: GoldPart, read: PartRead, *, main: GoldPart) -> bool:
    if not _is_kind(part.kind, read.kind) or not _is_author(part, read.author, main):
        return False
    if part is main:  # the letter's own date and language are fields of the document
        return True
    return (part.dated, part.original_language) == (read.dated, read.original_language)


def _is_kind(wanted: str, kind: str) -> bool:
    """Compare kinds; a main part that is no letter may be called after the document's kind."""
    if wanted == "document":
        return kind not in {*LETTERS, *KINDS}
    return kind == wanted


def _is_author(part: GoldPart, author: str | None, main: GoldPart) -> bool:
    if part.authors:
        return any(_says(wanted, author) for wanted in part.authors)
    sent_by_state = main.kind in LETTERS and any(map(_STATE.fullmatch, main.authors))
    if author is None or sent_by_state:
        return author is None
    return any(_says(wanted, author) for wanted in main.authors)


def _says(wanted: str, author: str | None) -> bool:
    if wanted != OTHER:
        return author == wanted
    offices = words_of("en").table("letter.offices")
    return author is None or (_STATE.fullmatch(author) is None and author not in offices)
