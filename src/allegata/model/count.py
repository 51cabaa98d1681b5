"""How many, as stated: a range with the words it was read from.

>>> stated = Bounds(43, 43, 43)
>>> Bounds(10, 5, 7)
Traceback (most recent call last):
ValueError: bounds out of order: low 10, best 5, high 7
"""

from dataclasses import dataclass

from allegata.model.people import Group
from allegata.model.span import Span
from allegata.model.vocabularies import Basis, Derivation, Outcome, Qualifier
from allegata.model.wire import added


@dataclass(frozen=True, slots=True)
class Bounds:
    """People: ``low`` <= ``best`` <= ``high`` where known. None is unknown; 0 claims zero."""

    low: int | None
    best: int | None
    high: int | None

    def __post_init__(self) -> None:
        known = [value for value in (self.low, self.best, self.high) if value is not None]
        if known != sorted(known) or any(value < 0 for value in known):
            raise ValueError(
                f"bounds out of order: low {self.low}, best {self.best}, high {self.high}"
            )


@dataclass(frozen=True, slots=True)
class Count:
    """One count of one outcome for one group, never a reading of it (DESIGN §4).

    ``vague`` names the word that stands for a number ("dozens", "several", "plural" for a bare
    plural), for a codebook to value; ``known`` says that the words take the people for told of
    before ("the two men", "one of them"), so that they are no more people.
    """

    id: str
    outcome: Outcome
    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    raw: str
    basis: Basis
    derivation: Derivation
    part_of: str | None
    confidence: float
    span: Span
    group: Group
    vague: str | None = added(None)
    known: bool = added(default=False)

    def __post_init__(self) -> None:
        Bounds(self.low, self.best, self.high)

    @property
    def bounds(self) -> Bounds:
        """The three numbers alone."""
        return Bounds(self.low, self.best, self.high)
