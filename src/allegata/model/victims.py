"""People on lists of victims, and which of their entries may be one person.

Nothing here is ever merged by itself: a match is a proposal with its reasons.

>>> ListedPerson("a", "Ahmad Corun").is_named
True
"""

from dataclasses import dataclass
from enum import StrEnum

from allegata.model.span import Span
from allegata.model.vocabularies import Sex


@dataclass(frozen=True, slots=True)
class ListedPerson:
    """An entry of a list, as written; what is unknown is empty or None.

    ``other_names`` are further spellings, in any script. ``born`` is a day, month or year as
    ``2031-03-04`` has them; ``number`` is the list's own number for the person. ``row`` counts from
    1 after the heads.
    """

    id: str
    name: str
    other_names: tuple[str, ...] = ()
    born: str = ""
    age: int | None = None
    sex: Sex = Sex.UNKNOWN
    died: str = ""
    place: str = ""
    number: str = ""
    row: int = 0

    @property
    def is_named(self) -> bool:
        """Whether the entry has any name."""
        return bool(self.name.strip() or self.other_names)


@dataclass(frozen=True, slots=True)
class PersonPair:
    """Two entries that may be one person, ``a`` before ``b`` in the order of their ids.

    ``odds`` are the natural logarithm of how much likelier it is that they are than that they are
    not; ``reasons`` are words for a person, each "for: …" or "against: …".
    """

    a: str
    b: str
    odds: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of one person's entry that two releases of a list write differently."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ChangedEntry:
    """A person in both releases of a list, with the fields that changed."""

    old: ListedPerson
    new: ListedPerson
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class ReleaseChanges:
    """What became of a list from one release to the next.

    ``renumbered`` are entries that are surely the same and have another number; ``reused`` are
    numbers that stand for people of other names now; ``possible`` pairs may be the same person
    under another name: a person has to say. ``doubled`` are numbers that a release gives twice.
    """

    added: tuple[ListedPerson, ...]
    removed: tuple[ListedPerson, ...]
    changed: tuple[ChangedEntry, ...]
    renumbered: tuple[ChangedEntry, ...]
    reused: tuple[ChangedEntry, ...]
    possible: tuple[PersonPair, ...]
    doubled: tuple[str, ...]
    unchanged: int


class Sameness(StrEnum):
    """What a person holds of two entries."""

    SAME = "same"  # one person
    DIFFERENT = "different"  # two


@dataclass(frozen=True, slots=True)
class VictimRef:
    """Whom a decision holds on to: the words of a document that name somebody, or a row of a list.

    Words keep their place when a document is read again. It holds no name.
    """

    document: str  # of a row, what stands for its list
    span: Span | None = None
    row: str = ""


@dataclass(frozen=True, slots=True)
class SamePersonDecision:
    """What a person decided of two entries: append-only, the last in force on the two binds.

    ``undoes`` is the id of the decision that this one takes back, which repeats its content.
    """

    id: str
    a: VictimRef
    b: VictimRef
    outcome: Sameness
    reviewer: str
    at: str
    why: str = ""
    undoes: str | None = None
