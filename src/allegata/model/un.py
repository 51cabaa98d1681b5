"""The anatomy of a United Nations document, and the references that any document makes."""

from dataclasses import dataclass

from allegata.model.doubt import Doubt
from allegata.model.span import Span
from allegata.model.wire import added


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
    part itself says it was translated from ("[Original: Arabic]" under an annex's heading),
    ``dated`` the ISO day that its own title or signature gives, ``label`` what its heading calls it
    ("Annex II").
    """

    kind: str
    author: str | None
    language: str | None
    start: int
    end: int
    original_language: str | None = None
    dated: str | None = added(None)
    label: str | None = added(None)


@dataclass(frozen=True, slots=True)
class UnRecord:
    """What the masthead and title of a United Nations document say. Unknown is None.

    ``symbol_basis`` is ``masthead``; ``title`` where the heading of a text without masthead says
    it ("Resolution 1 (2031)"); ``metadata`` where the format carries it; ``external`` where a
    person supplied it. Dates are ISO days: ``dated`` of the letter itself, ``issued`` of its
    distribution. ``session`` is the Assembly's ("75", "ES-11"), ``council_year`` the number in
    "Seventy-fifth year", ``agenda_items`` as printed ("34", "75 (a)").
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
    session: str | None = added(None)
    council_year: int | None = added(None)
    agenda_items: tuple[str, ...] = added(())


@dataclass(frozen=True, slots=True)
class Reference:
    """A document, resolution or article of the Charter that the text names.

    ``relation``: previous, annexed, corrects, replies_to, cites. ``symbol`` is None of the Charter,
    which has none. ``provisions`` are the places in it that the text points to, in normal English
    form: ("paragraph 9", "annex") of a resolution, ("Article 51",) or ("Chapter VII",) of the
    Charter.
    """

    kind: str  # document, resolution, charter
    symbol: str | None
    dated: str | None
    relation: str
    url: str | None
    span: Span
    doubts: tuple[Doubt, ...] = ()
    provisions: tuple[str, ...] = added(())
