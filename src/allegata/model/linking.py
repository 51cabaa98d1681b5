"""What is linked across documents: accounts, the links between them, and what people decided.

An *account* is what one document tells of one incident, or one row of a recorder's own list. Links
hold between two accounts. A decision names two claims and not two accounts: claims keep their ids
when a document is read again, accounts are made anew.

>>> Account("a1", "sha256:00", ("c1",), Event.SHELLING, days=(738000, 738001)).is_dated
True
"""

from dataclasses import dataclass
from enum import StrEnum

from allegata.model.count import Bounds
from allegata.model.vocabularies import Cause, Event, Outcome, PlacePrecision


class LinkOutcome(StrEnum):
    """How two accounts stand to each other."""

    SAME = "same"  # one incident
    PART_OF = "part_of"  # the first is a strike within the second's incident, or it in an episode
    RELATED = "related"  # a follow-up, a reprisal, the second of two taps
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Ground:
    """A place as linking compares it. Degrees WGS 84; ``radius_km`` is how far it may be off.

    ``units`` are the codes of the divisions that hold it, the largest first.
    """

    id: str
    name: str
    lat: float
    lon: float
    precision: PlacePrecision
    radius_km: float
    country: str = ""
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """What an account says of one outcome, all its people together."""

    outcome: Outcome
    bounds: Bounds


@dataclass(frozen=True, slots=True)
class Account:
    """What one document tells of one incident, as linking compares it; unknown is None or empty.

    ``days`` are the first and last day on which it may have happened, proleptic ordinals
    (``datetime.date.toordinal``); ``published`` is one too. ``toponyms`` are keys of the names of
    places, also of those whose ground is unknown. ``named`` are keys of the names of those harmed,
    ``actors`` canonical names, ``words`` a MinHash sketch of what is told by which copies are
    known, ``terms`` its telling words as numbers (compared within one ``language``), ``cites``
    addresses and symbols. ``origin`` is who is first to say it and ``camp`` that origin's side, as
    the independence of sources has them. ``roll`` names a list that holds each incident once, so
    that two of its rows are never one. ``coded`` says that the account is such a row as a person
    coded it: its day, place and numbers say what it tells, not its words.
    """

    id: str
    document: str
    claims: tuple[str, ...]
    event: Event
    days: tuple[int, int] | None = None
    published: int | None = None
    grounds: tuple[Ground, ...] = ()
    toponyms: tuple[str, ...] = ()
    tolls: tuple[Toll, ...] = ()
    named: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    causes: tuple[Cause, ...] = ()
    words: tuple[int, ...] = ()
    terms: tuple[int, ...] = ()
    language: str = ""
    cites: tuple[str, ...] = ()
    origin: str = ""
    camp: str = ""
    roll: str = ""
    coded: bool = False

    @property
    def is_dated(self) -> bool:
        """Whether it is known when it happened."""
        return self.days is not None


@dataclass(frozen=True, slots=True)
class Link:
    """Two accounts, ``a`` before ``b`` in the order of their ids but for ``part_of``.

    ``score`` is how likely they are one incident, 0 to 1. ``reasons`` are words for a person
    ("same day", "4.2 km apart, both ± 5 km"). ``decider`` is "machine" or a reviewer.
    """

    a: str
    b: str
    outcome: LinkOutcome
    score: float
    reasons: tuple[str, ...]
    decider: str = "machine"


@dataclass(frozen=True, slots=True)
class ClaimRef:
    """One claim of one document, which a decision holds on to."""

    document: str
    claim: str


@dataclass(frozen=True, slots=True)
class LinkDecision:
    """What a person decided of two claims: append-only, the last in force binds.

    ``undoes`` is the id of the decision that this one takes back, which repeats its content.
    ``at`` is ISO 8601 in UTC, ``reviewer`` a pseudonym. ``act`` names what a person did as one, a
    merge or a split, of which this decision is a part; it is taken back as one.
    """

    id: str
    a: ClaimRef
    b: ClaimRef
    outcome: LinkOutcome
    reviewer: str
    at: str
    why: str = ""
    undoes: str | None = None
    act: str = ""


@dataclass(frozen=True, slots=True)
class KnownIncident:
    """An incident as the case file holds it: a permanent code and the claims that it is about.

    ``formers`` are codes that it took over. ``at`` is when the code was given.
    """

    code: str
    claims: tuple[ClaimRef, ...]
    at: str
    formers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodesGiven:
    """What linking, or a decision, made of codes: each incident that is new or has changed.

    One without claims was taken over by another, which has its code among its formers. ``act`` is
    the decision after which they were given, "" where it was linking alone.
    """

    incidents: tuple[KnownIncident, ...]
    at: str
    reviewer: str
    act: str = ""


@dataclass(frozen=True, slots=True)
class Partition:
    """Accounts to incidents: a pure function of accounts and decisions, whatever their order.

    ``groups`` are ids of accounts, each group and all of them sorted. ``links`` are those within
    the groups and those that people decided; ``doubtful`` the pairs that a person had best look
    at, the most useful first.
    """

    groups: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]
    doubtful: tuple[Link, ...]
