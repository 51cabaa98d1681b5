"""The gold of the set ``voices``: passages with the claims that a careful person reads in them.

In: the TOML files of ``bench/data/voices``; what their keys mean stands in its README.

>>> bounds("22+"), bounds("4-7"), bounds("some")
((22, None, None), (4, None, 7), (None, None, None))
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any  # a decoded table

from allegata.model.vocabularies import Outcome
from bench.parts import hash_of

FOLDER = Path(__file__).resolve().parents[1] / "data" / "voices"
FILES = ("letters", "ngo", "press", "news")
Bounds = tuple[int | None, int | None, int | None]
Counted = tuple[str, Bounds]

_OUTCOMES = frozenset(outcome.value for outcome in Outcome)
_DEFAULTS = {"modality": "stated", "stage": "accomplished", "scope": "incident"}


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One expected claim; ``ranges`` are where it may be told, ``said`` its fields."""

    kind: str
    at: str
    ranges: tuple[tuple[int, int], ...]
    said: Mapping[str, Any]
    counts: tuple[Counted, ...]
    optional: bool

    def asks(self, field: str) -> bool:
        """Say whether the field is scored for this claim."""
        return field in self.said and field not in self.said.get("optional_fields", ())


@dataclass(frozen=True, slots=True)
class Passage:
    """One text with its claims; ``published`` is its day, None where its own words tell it."""

    id: str
    text: str
    published: str | None
    claims: tuple[GoldClaim, ...]

    @property
    def part(self) -> str:
        """Return "read" or "check", by the hash of the id."""
        return "read" if int(hash_of(self.id)[0], 16) % 8 <= 5 else "check"


def load_passages(folder: Path = FOLDER) -> tuple[Passage, ...]:
    """Return all passages, in the order of their files."""
    return tuple(
        passage_of(row)
        for name in FILES
        for row in tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))["passage"]
    )


def bounds(said: str) -> Bounds:
    """Return low, best and high of a number as the gold writes it."""
    if said == "some":
        return (None, None, None)
    numbers = [int(number) for number in re.findall(r"\d+", said)]
    if said.endswith("+"):
        return (numbers[0], None, None)
    if said.startswith("-"):
        return (None, None, numbers[0])
    if said.startswith("~"):
        return (None, numbers[0], None)
    return (numbers[0], None, numbers[1]) if len(numbers) > 1 else (numbers[0],) * 3


def passage_of(row: Mapping[str, Any]) -> Passage:
    """Return the passage of a table; words that its text does not hold are a ValueError."""
    claims = tuple(_claim(claim, row["text"], row["id"]) for claim in row["claim"])
    return Passage(row["id"], row["text"], row.get("published"), claims)


def _claim(said: Mapping[str, Any], text: str, key: str) -> GoldClaim:
    kind = said.get("kind", "harm")
    stance = "reports" if said.get("by") else "asserts"
    fields = {"by": [], "stance": stance, **_DEFAULTS, **said}
    counts = [
        (outcome, bounds(number))
        for outcome in _OUTCOMES & set(said)
        for number in ([said[outcome]] if isinstance(said[outcome], str) else said[outcome])
    ]
    ranges = tuple(
        _range(words, text, key) for words in (said["at"], *said.get("alternatives", ()))
    )
    return GoldClaim(kind, said["at"], ranges, fields, tuple(counts), said.get("optional", False))


def _range(words: str, text: str, key: str) -> tuple[int, int]:
    start = text.find(words)
    if start < 0:
        raise ValueError(f"{key} does not hold the words {words!r}")
    return start, start + len(words)
