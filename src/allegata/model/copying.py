"""Who copies whom: those who tell of an incident, and what each of them has from another.

A *teller* is a document, or a voice that documents name. A *copying* leads from the teller who
passes something on to the one who has it first, with the words that show it.

>>> Copying("d2", "d1", Passing.REPRINT, share=0.92, words=140).percent
92
"""

from dataclasses import dataclass
from enum import StrEnum

from allegata.model.record import Origin
from allegata.model.span import Span


class Passing(StrEnum):
    """How something came from one teller to another."""

    REPRINT = "reprint"  # the same text, word for word
    NEAR = "near_duplicate"  # much of the text
    VERSION = "version"  # another text of one document: in another language, or a copy
    EDITION = "edition"  # a later one of the same document: a revision, a corrigendum
    SYNDICATED = "syndicated"  # an agency is credited
    ACCORDING_TO = "according_to"  # somebody is named as who says it
    OWN = "own"  # the document speaks for the voice itself
    SERIES = "series"  # a letter that follows another of one sender
    CITES = "cites"  # a reference


# What comes so is of the origin from which it came, and is no second one.
BINDING = frozenset(Passing) - {Passing.NEAR, Passing.CITES, Passing.SERIES}


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a document that show it: ``span`` is of one of its layers."""

    document: str
    span: Span
    quote: str


@dataclass(frozen=True, slots=True)
class Teller:
    """A document or a voice. ``kind``: document, or the kind of the voice's source.

    ``origins`` are the ids of the origins that it counts as: of a document several, where it passes
    on what several say. ``name`` is that of the document in lists, or of the voice. ``day`` is when
    it told it first, ISO, None where that is not known.
    """

    id: str
    kind: str
    name: str
    origins: tuple[str, ...]
    day: str | None = None

    @property
    def is_document(self) -> bool:
        """Whether it is a text, and no voice."""
        return self.kind == "document"


@dataclass(frozen=True, slots=True)
class Copying:
    """What ``taker`` has from ``giver``, both ids of tellers.

    ``shown`` are the words that show it, the taker's before the giver's. ``share`` of the taker's
    ``words`` stand in the giver's text in the same order, None where no text was compared.
    ``detail`` is the document or agency that is named. ``codes`` are the incidents of which it is.
    """

    taker: str
    giver: str
    how: Passing
    shown: tuple[Quoted, ...] = ()
    share: float | None = None
    words: int | None = None
    detail: str = ""
    codes: tuple[str, ...] = ()

    @property
    def binds(self) -> bool:
        """Whether both count as one origin for it."""
        return self.how in BINDING

    @property
    def percent(self) -> int | None:
        """The share in whole hundredths, None where no text was compared."""
        return None if self.share is None else int(self.share * 100)


@dataclass(frozen=True, slots=True)
class CopyGraph:
    """Who tells of one incident, or of all of a case, and who has it from whom.

    ``code`` is the incident's, None for a case. Tellers stand oldest first; ``origins`` are all
    that they count as.
    """

    code: str | None
    tellers: tuple[Teller, ...]
    copyings: tuple[Copying, ...]
    origins: tuple[Origin, ...]
