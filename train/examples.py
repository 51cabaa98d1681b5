"""Examples to learn confidence from: the signs of each count that gold can judge.

In: a part of the public sets. Out: for each count its set, its item, its signs and whether it was
right (``bench.labels`` says what that means); for each claim the signs of its counts.
"""

from dataclasses import dataclass

from bench.labels import judge_part
from bench.sets.calibration import SETS


@dataclass(frozen=True, slots=True)
class Example:
    """A count with its signs, or a claim with those of all its counts."""

    name: str
    item: str
    signs: tuple[tuple[str, ...], ...]
    right: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """The counts and the claims of all sets."""

    counts: tuple[Example, ...]
    claims: tuple[Example, ...]


def collect(*, part: str) -> Judged:
    """Return the judged counts and claims of a part of every set, in the order of the files."""
    counts: list[Example] = []
    claims: list[Example] = []
    for name in SETS:
        for key, reading, labels in judge_part(name, part=part):
            signs = reading.signs
            counts += [
                Example(name, key, (signs[count],), right) for count, right in labels.counts.items()
            ]
            claims += [
                Example(name, key, tuple(signs[c.id] for c in claim.counts), right)
                for claim in reading.claims
                if (right := labels.claims.get(claim.id)) is not None
            ]
    return Judged(tuple(counts), tuple(claims))
