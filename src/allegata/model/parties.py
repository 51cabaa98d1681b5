"""What is alleged of a party, and what it has conceded itself, in the order in which it was said.

>>> PartyRecord("Northern Coalition", ()).has_conceded
False
"""

from dataclasses import dataclass
from enum import StrEnum

from allegata.model.incident import Tally
from allegata.model.linking import ClaimRef
from allegata.model.ranges import Range
from allegata.model.vocabularies import Outcome, PositionValue


class StepKind(StrEnum):
    """What is said of a party's part in the incident, and by whom."""

    ALLEGED = "alleged"  # another says that the party did it
    CONCEDED = "conceded"  # the party says so itself
    TOLD = "told"  # the party tells a toll, and not that it did it
    DENIED = "denied"  # it denies the act, or that it is responsible
    OTHERWISE = "otherwise"  # it gives another explanation


@dataclass(frozen=True, slots=True)
class PartyStep:
    """One thing that was said: whose word, when, and with which words.

    ``who`` is the origin's name, the party's own where it speaks itself. ``tolls`` are what it says
    of each outcome; ``position`` what the party holds, where it takes a position.
    """

    kind: StepKind
    who: str
    claim: ClaimRef
    published: str | None
    quote: str
    tolls: tuple[tuple[Outcome, Range], ...] = ()
    position: PositionValue | None = None


@dataclass(frozen=True, slots=True)
class ConcededAgainst:
    """One outcome: the range alleged of the party, the one it concedes, and the difference.

    ``alleged`` and ``conceded`` are by the project's rule, None where nobody tells a number.
    ``told`` is what the party tells without saying that it did it. ``open`` is what is alleged and
    not conceded, below zero where it concedes more.
    """

    outcome: Outcome
    alleged: Tally | None
    conceded: Tally | None
    told: Tally | None
    open: Range


@dataclass(frozen=True, slots=True)
class PartyRecord:
    """One party of the incident; ``steps`` are the oldest first, those without a day last.

    ``holds`` is the position that it took last, with its day in ``since``; ``origins`` is how many
    origins allege that it did it.
    """

    party: str
    steps: tuple[PartyStep, ...]
    figures: tuple[ConcededAgainst, ...] = ()
    holds: PositionValue | None = None
    since: str | None = None
    origins: int = 0

    @property
    def has_conceded(self) -> bool:
        """Whether it says itself that it did it."""
        return any(step.kind is StepKind.CONCEDED for step in self.steps)
