"""What claims are about, within one document or across several."""

from dataclasses import dataclass

from allegata.model.claim import Actor, Means, Target
from allegata.model.dates import When
from allegata.model.people import Group
from allegata.model.places import PlaceMention
from allegata.model.vocabularies import Event, Outcome, Stage


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A count that a tally did not use, and why."""

    count: str
    reason: str


@dataclass(frozen=True, slots=True)
class Tally:
    """The range for one outcome and group under a named rule, and each count used or left out.

    ``vague_words`` names the codebook's table by which words such as "dozens" have a number.
    """

    outcome: Outcome
    group: Group | None
    low: int | None
    best: int | None
    high: int | None
    rule: str
    used: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    vague_words: str = "none"


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident as one document tells it; ``claims`` are claim ids."""

    id: str
    claims: tuple[str, ...]
    event: Event
    stage: Stage
    when: When | None
    where: tuple[PlaceMention, ...]
    actors: tuple[Actor, ...]
    means: tuple[Means, ...]
    targets: tuple[Target, ...]
    tallies: tuple[Tally, ...]
