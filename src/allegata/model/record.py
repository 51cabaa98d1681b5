"""One incident of the record, with everything that a person needs to weigh it.

It is what the screen, ``allegata incident`` and the exports show: made anew from claims, links and
decisions whenever it is asked for, so that it can never be staler than they are.

>>> Origin("syr", "SYR", "state").is_voiced
True
"""

from dataclasses import dataclass
from enum import StrEnum

from allegata.model.claim import Actor, Claim, Means, Target
from allegata.model.count import Bounds, Count
from allegata.model.dates import When
from allegata.model.importing import OwnRecord
from allegata.model.incident import Tally
from allegata.model.linking import ClaimRef, Link
from allegata.model.parties import PartyRecord
from allegata.model.places import PlaceMention
from allegata.model.vocabularies import Event, Outcome, PositionValue, Stage

TEAM = "team@1"  # the rule of a range that people settled, by a reason and no arithmetic


@dataclass(frozen=True, slots=True)
class Origin:
    """Who is first to say something; reprints and quotations of it are no other origin.

    ``camp`` is the side that it speaks for, "" where unknown: two organs of one are one camp.
    ``via`` are the documents that pass it on, the earliest first.
    """

    id: str
    name: str
    kind: str
    camp: str = ""
    via: tuple[str, ...] = ()

    @property
    def is_voiced(self) -> bool:
        """Whether anybody is known to have said it."""
        return bool(self.name)


@dataclass(frozen=True, slots=True)
class ToldCount:
    """A count that an account of the incident tells, and whether the range rests on it.

    ``reason`` says why it is left out (superseded, same origin, part of another), "" where it is
    used. ``quote`` are the words, ``original`` those of the layer that was translated.
    """

    claim: ClaimRef
    count: Count
    quote: str
    used: bool
    reason: str
    published: str | None = None
    original: str | None = None


@dataclass(frozen=True, slots=True)
class OriginRow:
    """A row of the table of sources: one origin, all that it says, the latest first."""

    origin: Origin
    counts: tuple[ToldCount, ...]
    documents: tuple[str, ...]


class StatusGroup(StrEnum):
    """Who people were, as a tally by status takes them together."""

    CIVILIAN = "civilian"  # and others who are protected
    COMBATANT = "combatant"  # armed forces, militants, police, those who take part
    UNKNOWN = "unknown"  # nobody tells it, or the voice itself says that it is contested


@dataclass(frozen=True, slots=True)
class StatusTally:
    """The range of those told as civilians, as combatants, or as neither.

    Where their status is contested, the low is 0: ``as_civilians`` and ``as_fighters`` are the
    origins that hold each, ``undecided`` those that say themselves that it is contested.
    """

    group: StatusGroup
    tally: Tally
    as_civilians: tuple[Origin, ...] = ()
    as_fighters: tuple[Origin, ...] = ()
    undecided: tuple[Origin, ...] = ()

    @property
    def is_contested(self) -> bool:
        """Whether it is contested who they were."""
        return bool(self.as_fighters or self.undecided)


@dataclass(frozen=True, slots=True)
class PartyPosition:
    """What a party holds of the incident, and since when."""

    party: str
    value: PositionValue
    claim: ClaimRef
    published: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Grade:
    """How well established the incident is, in the project's one scheme.

    ``criteria`` say what was asked and whether it holds; ``decider`` is "machine" for a proposal,
    which never stands for a decision. ``gloss`` is the meaning that is always shown beside it.
    """

    scheme: str
    value: str
    gloss: str
    criteria: tuple[str, ...]
    decider: str = "machine"
    why: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class GradeDecision:
    """A person's grade of an incident: append-only, the last in force holds.

    ``undoes`` is the id of the decision that this one takes back, which repeats its content.
    """

    id: str
    code: str
    scheme: str
    value: str
    why: str
    reviewer: str
    at: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class RangeDecision:
    """A person's range of one outcome of an incident: append-only, the last in force stands.

    It stands beside what the rule makes of the figures, which goes on to be shown. It is of the
    incident of that code alone: another that takes it over is of more people. ``undoes`` is
    the id of the decision that this one takes back, which repeats its content.
    """

    id: str
    code: str
    outcome: Outcome
    bounds: Bounds
    why: str
    reviewer: str
    at: str
    undoes: str | None = None

    def tally(self) -> Tally:
        """Return the range as tallies are, under a rule of its own; no count makes it."""
        low, best, high = self.bounds.low, self.bounds.best, self.bounds.high
        return Tally(self.outcome, None, low, best, high, TEAM, (), ())


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """Something that happened to the incident: a document came, a person decided.

    ``decision`` is what takes it back, None where it cannot be or was taken back.
    """

    at: str
    reviewer: str
    text: str
    decision: str | None = None


@dataclass(frozen=True, slots=True)
class IncidentRecord:
    """An incident of the case. ``tallies`` are under the project's rule, ``others`` under the rest,
    ``by_status`` of civilians, combatants and those of unknown status under the project's rule.
    ``settled`` are ranges that people decided, the last of each outcome; ``parties`` what each has
    conceded against what is alleged of it.

    ``claims`` are those in force, in the order of their documents. ``reported`` are the days on
    which accounts of it were published. ``whole`` is the code of the incident or episode that it
    is part of, ``parts`` and ``related`` are codes. ``named_dead`` is how many distinct people are
    named among the dead: a floor of the range. ``own`` are rows of people's own lists of it.
    """

    code: str
    formers: tuple[str, ...]
    event: Event
    stage: Stage
    when: When | None
    where: tuple[PlaceMention, ...]
    actors: tuple[Actor, ...]
    means: tuple[Means, ...]
    targets: tuple[Target, ...]
    claims: tuple[tuple[ClaimRef, Claim], ...]
    rows: tuple[OriginRow, ...]
    tallies: tuple[Tally, ...]
    others: tuple[Tally, ...]
    reported: tuple[str, ...]
    positions: tuple[PartyPosition, ...]
    grade: Grade | None
    proposed_grade: Grade | None
    links: tuple[Link, ...]
    whole: str | None
    parts: tuple[str, ...]
    related: tuple[str, ...]
    named_dead: int
    history: tuple[HistoryLine, ...]
    own: tuple[OwnRecord, ...] = ()
    by_status: tuple[StatusTally, ...] = ()
    settled: tuple[RangeDecision, ...] = ()
    parties: tuple[PartyRecord, ...] = ()

    def standing(self) -> tuple[Tally, ...]:
        """Return the ranges that stand: what people settled, and what the rule makes elsewhere."""
        settled = {each.outcome: each.tally() for each in self.settled}
        told = [settled.pop(each.outcome, each) for each in self.tallies]
        return (*told, *settled.values())

    @property
    def is_listed_alone(self) -> bool:
        """Whether it stands in people's own lists, and no document held tells of it."""
        return not self.claims and bool(self.own)
