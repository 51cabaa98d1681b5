"""The anatomy of a United Nations document, and the references that any document makes."""

from dataclasses import dataclass

from allegata.model.doubt import Doubt
from allegata.model.span import Span


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends a letter: ``office`` of ``state`` (ISO 3166 alpha-3), and who signed it."""

    office: str  # permanent_representative, charge_daffaires, secretary_general, …
    state: str | None
    raw: str
    signatory: str | None = None
    title: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A letter, annex, enclosure or appendix with its own author and language.

    ``start`` and ``end`` are code points of the first layer. ``original_language`` is what the
    part itself says it was translated from ("[Original: Arabic]" under an annex's heading).
    """

    kind: str
    author: str | None
    language: str | None
    start: int
    end: int
    original_language: str | None = None


@dataclass(frozen=True, slots=True)
class UnRecord:
    """What the masthead and title of a United Nations document say. Unknown is None.

    ``symbol_basis`` is ``masthead``, or ``external`` where a person supplied the symbol.
    Dates are ISO days: ``dated`` of the letter itself, ``issued`` of its distribution.
    """

    symbol: str | None = None
    symbol_basis: str | None = None
    organ: str | None = None
    distribution: str | None = None
    issued: str | None = None
    original_language: str | None = None
    kind: str | None = None
    dated: str | None = None
    job_number: str | None = None
    senders: tuple[Sender, ...] = ()
    addressees: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """A document or resolution that the text names. ``relation``: previous, annexed, cites, …"""

    kind: str  # document, resolution
    symbol: str
    dated: str | None
    relation: str
    url: str | None
    span: Span
    doubts: tuple[Doubt, ...] = ()
