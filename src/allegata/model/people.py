"""Groups of people as a text describes them, and people whom it names."""

from dataclasses import dataclass

from allegata.model.span import Span
from allegata.model.vocabularies import Age, Outcome, Sex, Status, StatusBasis


@dataclass(frozen=True, slots=True)
class Composition:
    """ "Most of them women and children": a share, no count.

    ``of`` names the counts it may be said of; ``alternatives`` the other readings, where the text
    leaves open of whom it is said. ``groups`` are the kinds of people named, as written.
    """

    share: str  # most, half, many, some, all, including
    raw: str
    groups: tuple[str, ...]
    of: tuple[str, ...]
    alternatives: tuple[tuple[str, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Group:
    """Who was counted, in the voice's words and in the code lists. Unknown stays unknown."""

    raw: str
    status: Status = Status.UNKNOWN
    status_basis: StatusBasis = StatusBasis.UNKNOWN
    age: Age = Age.UNKNOWN
    sex: Sex = Sex.UNKNOWN
    role: str | None = None
    relation: str | None = None
    composition: tuple[Composition, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """A person whom the text names or describes singly; protected by default in every export."""

    id: str
    name: str | None
    description: str | None
    age: int | None
    sex: Sex
    role: str | None
    outcome: Outcome | None
    span: Span
    claims: tuple[str, ...] = ()
