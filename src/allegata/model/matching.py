"""Tables of events that several recorders made, and which of their rows are one event.

>>> EventRow("acled", 1, "X1", 734000, 734002, 9.9, 8.9).is_episode
True
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EventRow:
    """A row of a table of events. Days are ordinals (``datetime.date.toordinal``), degrees WGS 84.

    ``row`` counts from 1 after the heads; ``levels`` has for each taxonomy the classes of the row's
    code, the finest first, empty where the taxonomy does not know it.
    """

    table: str
    row: int
    id: str
    first: int
    last: int
    lat: float
    lon: float
    levels: tuple[tuple[str, ...], ...] = ()

    @property
    def is_episode(self) -> bool:
        """Whether it took more than a day."""
        return self.last > self.first


@dataclass(frozen=True, slots=True)
class Window:
    """How far apart in days and kilometres two rows of one event may be."""

    days: int
    km: float


@dataclass(frozen=True, slots=True)
class TableMatch:
    """Two rows of two tables and how near they are. ``score`` is 0 for the best agreement.

    ``levels`` says for each taxonomy at which level the two agree, 0 the finest.
    """

    a: EventRow
    b: EventRow
    days: int
    km: float
    score: float
    levels: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MatchedTables:
    """The events of all tables: ``events`` are rows that are one event, the first its own.

    ``matches`` are the pairs that made them so; ``flagged`` pairs of an episode and an event of one
    day, which a person has to look at: they are not matched.
    """

    events: tuple[tuple[EventRow, ...], ...]
    matches: tuple[TableMatch, ...]
    flagged: tuple[TableMatch, ...]
