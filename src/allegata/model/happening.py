"""Words that tell of a violent event, whether or not a claim was made of them, and who takes part.

A claim says what a voice holds of one event; a mention is one place where a text speaks of one. The
same event has many mentions, and most mentions ("after the attack") claim nothing new.
"""

from dataclasses import dataclass

from allegata.model.dates import When
from allegata.model.span import Span
from allegata.model.vocabularies import ActorRole, Certainty, Event, Modality, Outcome, Stage


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody or something in a role, as written.

    ``kind``: people, actor, thing, means, place, a name of unknown kind, or unknown where no word
    list tells. ``person`` is the entry of somebody who is named here, ``organisation`` the fullest
    name of one that is named here or to which the people belong ("fighters of the Harazi Front").
    ``role`` and ``certainty`` are told of who did it: ``claims_responsibility``, ``suspected``.
    """

    raw: str
    kind: str
    span: Span
    person: str | None = None
    organisation: str | None = None
    role: ActorRole | None = None
    certainty: Certainty | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One place where a text speaks of a violent event, at ``span`` in ``sentence``.

    ``agents`` did it, ``objects`` it was done to, ``means`` is what with. ``outcome`` is what the
    word itself says of people ("murder": killed). ``general``: kinds of events and no one in
    particular ("attacks on villages"). ``when`` is told in the same sentence. ``involved`` are
    armed people and organisations that the sentence names in no role.
    """

    raw: str
    event: Event
    outcome: Outcome | None
    stage: Stage
    modality: Modality
    general: bool
    span: Span
    sentence: Span
    agents: tuple[Participant, ...]
    objects: tuple[Participant, ...]
    means: tuple[Participant, ...]
    when: When | None
    involved: tuple[Participant, ...] = ()
