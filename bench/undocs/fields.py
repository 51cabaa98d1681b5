"""Fields of the masthead, the letter's head and the language: right, wrong, missed, invented.

A field counts where gold or reading has it. A value that gold does not have is wrong, unless a
careful person could give it too (``accepted``): then it counts neither way.

>>> from bench.undocs.gold import as_document
>>> gold = as_document({"file": "a", "outcome": "read", "text": "txt", "organ": "S"})
>>> [(one.name, one.is_right) for one in judge(gold, {"organ": "S", "issued": "2031-05-06"})]
[('organ', True), ('issued', False)]
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from allegata.model.document import Document
from bench.undocs.gold import FIELDS, GoldDocument, Value
from bench.undocs.shares import Mistake, Share

HEAD = 700  # characters of the text that the page of mistakes shows


@dataclass(frozen=True, slots=True)
class Judged:
    """One field that counts."""

    name: str
    wanted: Value | None
    got: Value | None
    is_right: bool


def fields_read(document: Document | None) -> dict[str, Value]:
    """Return the fields that a reading has, in the form of the gold."""
    if document is None:
        return {}
    read: dict[str, Value | None] = {"language": document.language}
    if document.un is not None:
        un = document.un
        read |= {name: getattr(un, name) for name in FIELDS if name != "language"}
        read["senders"] = tuple(f"{one.office}:{one.state or ''}" for one in un.senders)
    return {
        name: tuple(sorted(value)) if isinstance(value, tuple) else value
        for name, value in read.items()
        if value not in {None, ()}
    }


def judge(gold: GoldDocument, read: Mapping[str, Value]) -> tuple[Judged, ...]:
    """Return the fields that count, in the order of ``FIELDS``."""
    judged = []
    for name in FIELDS:
        wanted, got = gold.fields.get(name), read.get(name)
        accepted = got is not None and got in gold.accepted.get(name, ())
        if wanted is None and (got is None or accepted):
            continue
        judged.append(Judged(name, wanted, got, accepted or wanted == got))
    return tuple(judged)


def score_fields(
    gold: GoldDocument, read: Mapping[str, Value], *, figure: str, text: str = ""
) -> tuple[Share, tuple[Mistake, ...]]:
    """Return the share of right fields of one file, and the wrong ones."""
    judged = judge(gold, read)
    wrong = tuple(
        Mistake(gold.file, figure, one.name, _told(one.wanted), _told(one.got), text[:HEAD])
        for one in judged
        if not one.is_right
    )
    return Share(gold.file, len(judged) - len(wrong), len(judged)), wrong


def _told(value: Value | None) -> str:
    if value is None:
        return ""
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def by_field(
    golds: Sequence[GoldDocument], reads: Sequence[Mapping[str, Value]]
) -> dict[str, tuple[int, int]]:
    """Return right and counted answers for each field over several files."""
    table = dict.fromkeys(FIELDS, (0, 0))
    for gold, read in zip(golds, reads, strict=True):
        for one in judge(gold, read):
            right, of = table[one.name]
            table[one.name] = (right + one.is_right, of + 1)
    return table
