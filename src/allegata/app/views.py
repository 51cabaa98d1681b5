"""What a case file shows: rows for lists, and one document with its claims as judged."""

from dataclasses import dataclass, replace

from allegata.model.casefile import LayerRow
from allegata.model.choosing import PlaceChoice
from allegata.model.claim import Claim
from allegata.model.decision import Action, Decision, Match
from allegata.model.document import Document, TextLayer
from allegata.model.incident import Incident
from allegata.model.linking import Account, ClaimRef, Link
from allegata.model.number import NumberSeen
from allegata.model.places import Place, PlaceMention
from allegata.model.reading import Mentions, Refusal, Run
from allegata.model.search import DocumentTitle
from allegata.model.span import Span
from allegata.model.vocabularies import Sensitivity
from allegata.model.works import Chain, CharterCitation, MissingWork, Work, WorkLink

STATES = {
    Action.ACCEPT: "accepted",
    Action.REJECT: "rejected",
    Action.EDIT: "edited",
    Action.ADD: "added",
}


@dataclass(frozen=True, slots=True)
class CaseInfo:
    """The case file as a whole. ``head`` is the last hash of the ledger: note it elsewhere.

    ``claims`` are proposals, ``decided`` decisions in force.
    """

    path: str
    case_id: str
    created_at: str
    schema: str
    head: str
    entries: int
    documents: int
    claims: int
    decided: int
    journal: str
    sqlite: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list. ``status``: read, quarantined or forgotten.

    ``container`` is the id of the archive or e-mail that held it, which may be in no list itself.

    ``claims`` are proposals and what people added, ``reviewed`` those with a decision in force;
    ``doubts`` are the document's own; ``sha256`` is the first 12 hex digits of the original's;
    ``unseen_numbers`` are those that OCR read in Arabic script and nobody has looked at.
    """

    id: str
    name: str
    row_id: str | None
    media_type: str | None
    language: str | None
    status: str
    refusal: Refusal | None
    pages: int | None
    published: str | None
    publisher: str | None
    container: str | None
    added_at: str
    added_by: str
    symbol: str | None
    claims: int
    reviewed: int
    doubts: int
    sensitivity: Sensitivity
    may_publish: bool
    sha256: str | None
    layers: tuple[LayerRow, ...]
    unseen_numbers: int

    @property
    def label(self) -> str:
        """Its name, with the row in a table."""
        return self.name if self.row_id is None else f"{self.name} #{self.row_id}"


@dataclass(frozen=True, slots=True)
class ReviewedClaim:
    """What the machine proposes and what a person decided, side by side.

    ``id`` is the proposal's, or the judged claim's where nothing is proposed (any more).
    ``state``: proposed, accepted, rejected, edited or added.
    """

    id: str
    proposal: Claim | None
    decision: Decision | None
    match: Match
    where: tuple[PlaceMention, ...] | None = None  # with the places that people chose, if any

    @property
    def state(self) -> str:
        """What a person made of it."""
        return "proposed" if self.decision is None else STATES[self.decision.action]

    @property
    def is_edited(self) -> bool:
        """Whether a person wrote it otherwise than it was proposed."""
        return self.decision is not None and self.decision.action in (Action.EDIT, Action.ADD)

    @property
    def current(self) -> Claim:
        """The claim as judged or proposed, at the places that people chose for its words."""
        return self.judged if self.where is None else replace(self.judged, where=self.where)

    @property
    def judged(self) -> Claim:
        """The claim as judged, or as proposed where nobody has judged it."""
        if self.decision is not None:
            return self.decision.claim
        if self.proposal is None:
            raise ValueError("a reviewed claim has a proposal or a decision")
        return self.proposal


@dataclass(frozen=True, slots=True)
class Offered:
    """A place that people of the case chose for the same name, ``times`` times.

    ``place`` is None where they said that none of those known is meant; ``choice_id`` is the latest
    such choice.
    """

    place: Place | None
    times: int
    choice_id: str


@dataclass(frozen=True, slots=True)
class CasePlace:
    """A place that a document names: what the program proposes, and what a person chose.

    ``offered`` is what was chosen for the same name elsewhere, where nobody has decided here.
    """

    mention: PlaceMention
    choice: PlaceChoice | None
    match: Match
    offered: tuple[Offered, ...] = ()

    @property
    def place(self) -> Place | None:
        """The ground that holds: the person's choice, else the program's proposal."""
        return self.choice.place if self.choice is not None else self.mention.place


@dataclass(frozen=True, slots=True)
class OcrNumber:
    """A number that OCR read in Arabic script, with its picture's place.

    ``confidence`` is OCR's own, of the least sure word; ``seen`` is None until a person has looked
    at the picture. ``in_force`` is False in a layer that a later reading has replaced: it is not
    listed, and a count that cites it waits all the same.
    """

    span: Span
    raw: str
    page: int | None
    confidence: float | None
    in_force: bool
    seen: NumberSeen | None

    @property
    def id(self) -> str:
        """What names it on a screen."""
        return f"{self.span.layer}-{self.span.start}-{self.span.end}"


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """One document. ``document`` and ``run`` are None where it was refused or forgotten.

    ``numbers`` are those that count for nothing until a person has looked at them. ``places`` are
    all that it names, with what people chose.
    """

    row: DocumentRow
    document: Document | None
    mentions: Mentions
    incidents: tuple[Incident, ...]
    run: Run | None
    claims: tuple[ReviewedClaim, ...]
    numbers: tuple[OcrNumber, ...] = ()
    places: tuple[CasePlace, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchHit:
    """Words that answer a search. ``layer`` has the text and no regions.

    ``place`` is the first of the ``marks``, which are all within ``snippet``, the words around it,
    and that within ``passage``.
    """

    title: DocumentTitle
    layer: TextLayer
    page: int | None
    place: Span
    snippet: Span
    passage: Span
    marks: tuple[Span, ...]

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The snippet in pieces, each with whether it is marked; "…" where the passage goes on."""
        text, at = self.layer.text, self.snippet.start
        pieces = [("…", False)] if at > self.passage.start else []
        for mark in self.marks:
            pieces += [(text[at : mark.start], False), (text[mark.start : mark.end], True)]
            at = mark.end
        pieces.append((text[at : self.snippet.end], False))
        if self.snippet.end < self.passage.end:
            pieces.append(("…", False))
        return tuple(piece for piece in pieces if piece[0])

    @property
    def language(self) -> str | None:
        """The language of the words that were found."""
        return self.layer.language or (self.title.language if self.layer.of is None else None)


@dataclass(frozen=True, slots=True)
class SearchResult:
    """How many passages answer the query, and the best of them."""

    query: str
    total: int
    hits: tuple[SearchHit, ...]


@dataclass(frozen=True, slots=True)
class AddEvent:
    """What became of one input. ``outcome``: added, already, refused or failed (a bug met).

    ``position`` counts inputs from 1; ``traceback`` is of a bug, and may hold words of the input.
    """

    position: int
    name: str
    row_id: str | None
    outcome: str
    document_id: str | None
    message: str = ""
    code: str | None = None
    traceback: str = ""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of all inputs: document ids added and already there, and what was refused."""

    added: tuple[str, ...]
    already: tuple[str, ...]
    refused: tuple[Refusal, ...]
    failed: tuple[AddEvent, ...]


@dataclass(frozen=True, slots=True)
class RereadReport:
    """How decisions stand after reading again: how many of each :class:`Match`, by its value."""

    documents: int
    matches: dict[str, int]
    refused: tuple[Refusal, ...]
    failed: tuple[AddEvent, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not hold. ``where`` names a ledger entry, document, layer or claim."""

    code: str
    message: str
    where: str


@dataclass(frozen=True, slots=True)
class VerifyReport:
    """Whether the case file holds together. ``head`` is the end of the ledger, to note elsewhere.

    ``checked`` says how many of what were checked; ``notes`` what could not be, and why.
    """

    ok: bool
    problems: tuple[Problem, ...]
    head: str
    checked: dict[str, int]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseReferences:
    """The case file as a collection: works, how they refer to each other, and what is missing.

    ``documents`` are all that were read, ``unread`` those refused, of which nothing is known.
    ``others`` are neither of the United Nations nor refer to a document of theirs; they are no
    works.
    """

    works: tuple[Work, ...]
    links: tuple[WorkLink, ...]
    chains: tuple[Chain, ...]
    missing: tuple[MissingWork, ...]
    charter: tuple[CharterCitation, ...]
    documents: int
    unread: int
    others: int


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written: the file, the file beside it that says what was left out, and how much."""

    path: str
    about: str
    documents: int
    claims: int
    left_out: dict[str, int]
    incidents: int = 0


@dataclass(frozen=True, slots=True)
class PairSide:
    """One account of a doubtful pair, with its claims in force; ``code`` is its incident's."""

    account: Account
    code: str | None
    claims: tuple[tuple[ClaimRef, Claim], ...]


@dataclass(frozen=True, slots=True)
class DoubtfulPair:
    """Two accounts that a person had best look at."""

    link: Link
    a: PairSide
    b: PairSide


@dataclass(frozen=True, slots=True)
class LinkReport:
    """What linking made: how many accounts there are, of how many incidents, and what is in doubt.

    ``given`` are new codes, ``gone`` those that others took over.
    """

    accounts: int
    incidents: int
    doubtful: int
    given: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
