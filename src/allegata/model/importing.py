"""A recorder's own incidents, sources and victims, as they stand in a table and were understood.

They are a person's records, apart from what is read in documents: nothing in them is altered, every
row keeps its cells as they were, and what could not be understood is told.

>>> ImportedFigure(Outcome.KILLED, "civilians", 12, None, 15, ("killed_min", "killed_max")).told
(12, 15)
"""

from dataclasses import dataclass
from enum import StrEnum

from allegata.model.dates import When
from allegata.model.vocabularies import Event, Outcome, PlacePrecision, Sex


class TableKind(StrEnum):
    """What the rows of a table are."""

    INCIDENTS = "incidents"
    SOURCES = "sources"
    VICTIMS = "victims"


class RowState(StrEnum):
    """What an import made of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it is written in the table."""

    column: str
    value: str


@dataclass(frozen=True, slots=True)
class CellProblem:
    """What could not be understood of a cell, or of a whole row where ``column`` is ""."""

    column: str
    value: str
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class ImportedFigure:
    """How many people of a group ("" is all of them) the recorder holds to be harmed.

    ``columns`` are those that it stands in.
    """

    outcome: Outcome
    group: str
    low: int | None
    best: int | None
    high: int | None
    columns: tuple[str, ...]

    @property
    def told(self) -> tuple[int, ...]:
        """The distinct numbers, the lowest first."""
        numbers = (self.low, self.best, self.high)
        return tuple(sorted({number for number in numbers if number is not None}))


@dataclass(frozen=True, slots=True)
class ImportedPlace:
    """Where, in the recorder's words; degrees WGS 84, unknown is None or empty."""

    raw: str
    country: str = ""  # ISO 3166 alpha-2
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision | None = None


@dataclass(frozen=True, slots=True)
class ImportedIncident:
    """An incident as a row has it; ``grade`` and ``places`` are the recorder's words."""

    aliases: tuple[str, ...] = ()
    when: When | None = None
    where: ImportedPlace | None = None
    event: Event = Event.UNKNOWN
    figures: tuple[ImportedFigure, ...] = ()
    grade: str = ""


@dataclass(frozen=True, slots=True)
class ImportedSource:
    """A source of an incident: who, and under which addresses."""

    name: str = ""
    urls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedVictim:
    """A victim of an incident as a row has them. Protected: it leaves the case file only if asked.

    ``age`` is in the recorder's words.
    """

    name: str = ""
    age: str = ""
    sex: Sex = Sex.UNKNOWN
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A row of a table: its cells, and what was understood of them.

    ``table`` names the list of incidents, ``id`` the row within its kind, ``incident`` the id of
    the incident that it is or belongs to. ``row`` counts from 1 after the heads.
    """

    table: str
    kind: TableKind
    id: str
    row: int
    incident: str
    cells: tuple[Cell, ...]
    problems: tuple[CellProblem, ...] = ()
    told: ImportedIncident | None = None
    sources: tuple[ImportedSource, ...] = ()
    victim: ImportedVictim | None = None


@dataclass(frozen=True, slots=True)
class TableImport:
    """One import of one table: the rows that were new or changed. Append-only.

    ``sha256`` is of the file, ``mapping`` says by which mapping it was understood. ``undoes`` is
    the id of the import that this one takes back.
    """

    id: str
    table: str
    kind: TableKind
    sha256: str
    mapping: str
    rows: tuple[ImportedRow, ...]
    reviewer: str
    at: str
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class CellChange:
    """A cell that a newer version of a table has otherwise; "" where it had, or has, none."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowLog:
    """What an import made of one row, and why."""

    row: int
    id: str
    state: RowState
    changes: tuple[CellChange, ...] = ()
    problems: tuple[CellProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """The log of an import. ``decision`` takes it back, "" where nothing was new.

    ``gone`` are ids that an earlier version of the table had and this one has not; they are kept.
    ``entries`` are the entries of the ledger that hold rows of the table, imports taken back among
    them.
    """

    table: str
    kind: TableKind
    decision: str
    rows: tuple[RowLog, ...]
    gone: tuple[str, ...]
    entries: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnIncident:
    """One incident of a recorder's list with its sources and victims: the rows put together.

    ``text`` is what its cells tell in words.
    """

    table: str
    id: str
    row: int
    told: ImportedIncident
    sources: tuple[ImportedSource, ...] = ()
    victims: tuple[ImportedVictim, ...] = ()
    text: str = ""

    @property
    def document(self) -> str:
        """What stands for the list where a document would stand."""
        return f"table:{self.table}"


@dataclass(frozen=True, slots=True)
class OwnRecord:
    """An incident of a recorder's list beside the record that it was linked to."""

    table: str
    id: str
    event: Event
    when: str
    where: str
    figures: tuple[ImportedFigure, ...]

    def figure(self, outcome: Outcome) -> ImportedFigure | None:
        """Return the first figure of an outcome, which is of everybody where one is."""
        told = [each for each in self.figures if each.outcome is outcome]
        return min(told, key=lambda each: bool(each.group), default=None)


class Support(StrEnum):
    """What the documents held say of a figure of a recorder's list, the best first."""

    SAID = "said"  # this very number, of these people
    SAID_OF_OTHERS = "said_of_others"  # this number, of a wider group or one not told
    RECKONED = "reckoned"  # nobody says it, and the rule makes it of what is said
    OTHERWISE = "otherwise"  # they say another number
    SILENT = "silent"  # they tell of the incident and give no number for it
    UNHELD = "unheld"  # no document held tells of the incident


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a document that give a number: who says it, and where they stand.

    ``numbers`` are what the words say: one number, or the ends of a range.
    """

    numbers: tuple[int, ...]
    raw: str
    quote: str
    who: str
    document: str
    name: str
    published: str | None
    page: int | None
    layer: str
    start: int
    end: int
    claim: str
    url: str | None = None
    fits: bool = False  # it is this very number, of these people


@dataclass(frozen=True, slots=True)
class FigureCheck:
    """One number of a recorder's list and what the documents held say of it."""

    outcome: Outcome
    group: str
    bounds: tuple[str, ...]  # low, best, high: which of them it is
    number: int
    columns: tuple[str, ...]
    support: Support
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class MayTell:
    """A document that may tell of an incident of a list, which a person had best look at.

    ``claim`` is what a decision names, ``code`` the incident that the claim is of, "" where it has
    none; ``reasons`` are words for and against.
    """

    document: str
    name: str
    claim: str
    code: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnCheck:
    """An incident of a recorder's list beside the documents: its figures, and its own sources.

    ``code`` is the incident of the record that it was linked to. ``held`` are those of its
    addresses that a document of the case comes from, ``missing`` the others. ``perhaps`` are
    documents that may tell of it, where it is linked to none: the likeliest first.
    """

    table: str
    id: str
    row: int
    when: str
    where: str
    code: str
    documents: tuple[str, ...]
    figures: tuple[FigureCheck, ...]
    held: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    perhaps: tuple[MayTell, ...] = ()
