"""What ``read`` makes of one input: a reading, or a refusal with its reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from allegata.model.claim import Claim
from allegata.model.document import Document
from allegata.model.happening import EventMention
from allegata.model.incident import Incident
from allegata.model.people import Person
from allegata.model.places import PlaceMention
from allegata.model.wire import added


@dataclass(frozen=True, slots=True)
class Run:
    """Which program, word lists, model and gazetteers made a reading. Same run, same bytes."""

    allegata: str
    codebook: str
    packs: str
    model: str | None
    gazetteers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mentions:
    """Every place, person and event that the text tells of, not only those in claims."""

    places: tuple[PlaceMention, ...] = ()
    people: tuple[Person, ...] = ()
    events: tuple[EventMention, ...] = added(())


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with everything that was proposed from it.

    ``signs`` are what spoke for and against each count, by its id; no format shows them.
    """

    run: Run
    document: Document
    mentions: Mentions
    claims: tuple[Claim, ...]
    incidents: tuple[Incident, ...]
    signs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that was not read: ``code`` is stable, ``message`` and ``hint`` are for a person."""

    name: str
    row_id: str | None
    code: str
    message: str
    hint: str = ""
