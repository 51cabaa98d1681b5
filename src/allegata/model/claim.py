"""What one voice says about one thing at one place of one document.

A claim without evidence cannot be made.
"""

from dataclasses import dataclass

from allegata.model.attribution import Attribution
from allegata.model.count import Count
from allegata.model.dates import When
from allegata.model.doubt import Doubt
from allegata.model.ids import short_id
from allegata.model.places import PlaceMention
from allegata.model.provenance import Evidence
from allegata.model.span import Span
from allegata.model.vocabularies import (
    ActorRole,
    Cause,
    Certainty,
    ClaimKind,
    Delivery,
    Event,
    PositionValue,
    Scope,
    Stage,
    TargetCategory,
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is said to have done it. Loaded words stand in ``framing``, never in ``name``."""

    raw: str
    name: str
    kind: str
    led_by: str | None
    role: ActorRole
    certainty: Certainty
    framing: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Means:
    """With what: a weapon's cause and delivery in the code lists, and the words."""

    raw: str
    cause: Cause
    delivery: Delivery
    span: Span


@dataclass(frozen=True, slots=True)
class Target:
    """What was hit. ``protected``: specially protected, or civilian, under humanitarian law."""

    raw: str
    category: TargetCategory
    protected: bool
    effect: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class NormPayload:
    """A legal characterisation: ``label`` as said, the norm named, ``violates`` or ``permits``."""

    label: str
    instrument: str | None
    polarity: str


@dataclass(frozen=True, slots=True)
class RequestPayload:
    """What is asked of whom; ``addressees`` is empty where the text names none."""

    action: str
    addressees: tuple[str, ...] | None
    procedural: bool


@dataclass(frozen=True, slots=True)
class PositionPayload:
    """What a party holds of the claims that ``characterises`` names."""

    value: PositionValue


@dataclass(frozen=True, slots=True)
class ConductPayload:
    """What an act did to its object: destroyed, damaged, hit, used, …"""

    effect: str | None


Payload = NormPayload | RequestPayload | PositionPayload | ConductPayload


@dataclass(frozen=True, slots=True)
class Claim:
    """See DESIGN §3 for every field. Every key is present on every claim of every kind."""

    id: str
    kind: ClaimKind
    scope: Scope
    event: Event
    stage: Stage
    incident: str | None
    trigger: Span
    evidence: tuple[Evidence, ...]
    attribution: Attribution
    when: When | None
    where: tuple[PlaceMention, ...]
    actors: tuple[Actor, ...]
    means: tuple[Means, ...]
    targets: tuple[Target, ...]
    counts: tuple[Count, ...]
    characterises: tuple[str, ...]
    payload: Payload | None
    doubts: tuple[Doubt, ...]
    confidence: float
    reasons: tuple[str, ...]
    origin: str

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError("a claim without evidence cannot be made")


# How a reason for a confidence begins; others name rules and where the words stand.
FOR, AGAINST = "for: ", "against: "


def is_weighed(reason: str) -> bool:
    """Say whether a reason speaks for or against a claim, and so tells how sure the machine is."""
    return reason.startswith((FOR, AGAINST))


def claim_id(document_id: str, kind: ClaimKind, trigger: Span, outcome: str) -> str:
    """Return a proposal's id: never of values, confidence or origin (DESIGN §5).

    ``outcome`` tells claims apart that share one trigger: an outcome, an effect, a norm's label.
    """
    return short_id(document_id, trigger.layer, kind.value, trigger.start, trigger.end, outcome)
