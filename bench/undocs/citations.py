"""References: which ones were found, and what was said of each.

A file names a thing once or often: what counts is the set of things, keyed by kind and symbol; the
Charter by its provisions, so that its bare name counts neither way. Of those found, relation, date
and provisions are compared as sets over all places of the file.

>>> gold = [GoldReference("resolution", "S/RES/1 (2031)"), GoldReference("document", "S/2031/2")]
>>> shares, mistakes = score_citations("a.txt", gold, gold[:1])
>>> shares["recall"], [one.wanted for one in mistakes]
(Share(file='a.txt', right=1, of=2), ['document S/2031/2'])
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from bench.undocs.gold_references import CITES, GoldReference
from bench.undocs.shares import Mistake, Share

AROUND = 120  # characters shown on each side
CHARTER = "charter"
Key = tuple[str, str]


class Citation(Protocol):
    """What gold and reading both say of a reference."""

    @property
    def kind(self) -> str:
        """document, resolution or charter."""

    @property
    def symbol(self) -> str | None:
        """The normal form; the Charter has none."""

    @property
    def relation(self) -> str:
        """previous, annexed, corrects, replies_to or cites."""

    @property
    def dated(self) -> str | None:
        """An ISO day."""

    @property
    def provisions(self) -> tuple[str, ...]:
        """The places in it that are named."""


@dataclass(slots=True)
class Cited:
    """Everything said of one thing in one file."""

    relations: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    provisions: set[str] = field(default_factory=set)

    def telling(self) -> set[str]:
        """Return the relations, without the weakest where another stands beside it."""
        return self.relations - {CITES} or self.relations


_ASPECTS: Mapping[str, Callable[[Cited], set[str]]] = {
    "relation": Cited.telling,
    "dated": lambda cited: cited.dates,
    "provisions": lambda cited: cited.provisions,
}


def keyed(citations: Iterable[Citation]) -> dict[Key, Cited]:
    """Return what is cited, with all that is said of it."""
    found: dict[Key, Cited] = {}
    for one in citations:
        is_charter = one.kind == CHARTER
        for name in one.provisions if is_charter else (one.symbol or "",):
            cited = found.setdefault((one.kind, name), Cited())
            cited.relations.add(one.relation)
            cited.dates |= {one.dated} if one.dated else set()
            cited.provisions |= set() if is_charter else set(one.provisions)
    return found


def score_citations(
    file: str, gold: Sequence[GoldReference], read: Iterable[Citation], *, text: str = ""
) -> tuple[dict[str, Share], tuple[Mistake, ...]]:
    """Return the shares of one file (precision, recall, and the aspects), and what is wrong."""
    wanted = keyed(one for one in gold if not one.optional)
    open_keys = keyed(gold).keys() - wanted.keys()
    got = {key: cited for key, cited in keyed(read).items() if key not in open_keys}
    both = sorted(wanted.keys() & got.keys())
    shares = {
        "precision": Share(file, len(both), len(got)),
        "recall": Share(file, len(both), len(wanted)),
    }
    mistakes = [
        Mistake(file, "references", "missed", _name(key), "", _around(text, key))
        for key in sorted(wanted.keys() - got.keys())
    ] + [
        Mistake(file, "references", "invented", "", _name(key), _around(text, key))
        for key in sorted(got.keys() - wanted.keys())
    ]
    for aspect, of in _ASPECTS.items():
        said = [(key, of(wanted[key]), of(got[key])) for key in both]
        asked = [one for one in said if one[1] or one[2]]
        wrong = [one for one in asked if one[1] != one[2]]
        shares[aspect] = Share(file, len(asked) - len(wrong), len(asked))
        mistakes += [
            Mistake(file, aspect, _name(key), _list(want), _list(have), _around(text, key))
            for key, want, have in wrong
        ]
    return shares, tuple(mistakes)


def _name(key: Key) -> str:
    return " ".join(key).strip()


def _list(values: set[str]) -> str:
    return ", ".join(sorted(values))


def _around(text: str, key: Key) -> str:
    """Return the words around the first place where the last number of the symbol stands."""
    number = key[1].rpartition("/")[2].split(" ")[0]
    at = text.find(number) if number else -1
    return text[max(at - AROUND, 0) : at + AROUND] if at >= 0 else ""
