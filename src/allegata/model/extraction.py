"""What ``extract`` gives to ``normalize``: claims whose dates and places are still words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from allegata.model.claim import Claim
from allegata.model.dates import DatePhrase
from allegata.model.happening import EventMention
from allegata.model.people import Person
from allegata.model.places import PlaceMention
from allegata.model.span import Span


@dataclass(frozen=True, slots=True)
class DatedWords:
    """A date as written and what its words say."""

    raw: str
    span: Span
    phrase: DatePhrase


@dataclass(frozen=True, slots=True)
class CountSign:
    """How a count was come by: the rule of its frame, and the word of harm that it stands with."""

    rule: str
    trigger: Span


@dataclass(frozen=True, slots=True)
class Extraction:
    """Claims in document order, with ``when`` None and ``where`` unresolved.

    ``dates`` has the date words of each claim, by claim id. ``antecedents`` says of the span of
    "the same city" which span of a place told before it stands for. ``dateline`` is the ISO day in
    the head of the text, None where it has none. ``events`` are mentions with ``when`` None, and
    ``event_dates`` the date words of each one's sentence. ``year`` is the one year that all
    dates of the text name, None where they name several or none.
    """

    claims: tuple[Claim, ...]
    places: tuple[PlaceMention, ...]
    dates: Mapping[str, tuple[DatedWords, ...]]
    antecedents: Mapping[Span, Span]
    dateline: str | None = None
    signs: Mapping[str, CountSign] = field(default_factory=dict)
    events: tuple[EventMention, ...] = ()
    event_dates: tuple[tuple[DatedWords, ...], ...] = ()
    people: tuple[Person, ...] = ()
    year: int | None = None
