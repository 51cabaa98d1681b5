"""The case file as a collection: works, their expressions, and how works refer to each other.

A **work** is one document of the United Nations, whatever files hold it; an **expression** is one
of its texts: a language version, a revision, a corrigendum, a copy.

>>> Work(id="w1", symbol="S/2031/7", name="a.pdf", kind="letter").label
'S/2031/7'
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from allegata.model.document import Document
from allegata.model.doubt import Doubt
from allegata.model.un import Reference, UnRecord


class Form(StrEnum):
    """What an expression is to its work, as its symbol and language say.

    ``original`` is written in the language that the document names as its original's, ``version``
    in another one or where none is named. ``copy`` is a further text in a language that the work
    has already, or one without a symbol of its own that is held to be the same document.
    """

    ORIGINAL = "original"
    VERSION = "version"
    REISSUE = "reissue"
    REVISION = "revision"
    CORRIGENDUM = "corrigendum"
    ADDENDUM = "addendum"
    COPY = "copy"


@dataclass(frozen=True, slots=True)
class Cited:
    """What a reference says, less the place where it stands."""

    kind: str  # document, resolution, charter
    symbol: str | None
    dated: str | None = None
    relation: str = "cites"
    provisions: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @classmethod
    def of(cls, reference: Reference) -> "Cited":
        """Return what ``reference`` says; its doubts stay, without their places."""
        return cls(
            kind=reference.kind,
            symbol=reference.symbol,
            dated=reference.dated,
            relation=reference.relation,
            provisions=reference.provisions,
            doubts=tuple(Doubt(doubt.code, doubt.message) for doubt in reference.doubts),
        )


@dataclass(frozen=True, slots=True)
class DocumentOutline:
    """What tells which work a document is a text of: its record and references, no text.

    ``text_sha256`` is the hash of its first layer's text; ``un`` has no parts.
    """

    id: str
    name: str
    language: str | None = None
    text_sha256: str | None = None
    un: UnRecord | None = None
    cited: tuple[Cited, ...] = ()

    @classmethod
    def of(cls, document: Document) -> "DocumentOutline":
        """Return the outline of a whole document."""
        return cls(
            id=document.id,
            name=document.name,
            language=document.language,
            text_sha256=document.layers[0].sha256 if document.layers else None,
            un=None if document.un is None else replace(document.un, parts=()),
            cited=tuple(map(Cited.of, document.references)),
        )


@dataclass(frozen=True, slots=True)
class Expression:
    """A text of a work. ``symbol`` is the document's own, None where it has none.

    ``reason`` says why it stands under this work.
    """

    document: str
    name: str
    language: str | None
    form: Form
    symbol: str | None
    reason: str
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """One document, whatever files hold it. ``id`` (``w1``, …) is its place in one answer.

    ``name``, ``kind`` and dates are those of its leading expression, the first of
    ``expressions``; ``senders`` are states (alpha-3), or offices that speak for none.
    """

    id: str
    symbol: str | None
    name: str
    kind: str | None = None
    dated: str | None = None
    issued: str | None = None
    senders: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    expressions: tuple[Expression, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def label(self) -> str:
        """What the work is called: its symbol, else the name of a file."""
        return self.symbol or self.name


@dataclass(frozen=True, slots=True)
class WorkLink:
    """That the work ``citing`` refers to ``symbol``, which is the work ``cited`` if it is here.

    Where it is not, ``symbol`` is that of the ``MissingWork``, in the fullest form that is cited.
    ``relation`` is that of the references, or ``supplements``: an addendum to its document, as the
    symbol says. ``documents`` are those whose text says so.
    """

    citing: str
    cited: str | None
    symbol: str
    relation: str
    dated: str | None
    documents: tuple[str, ...]
    provisions: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainStep:
    """A document of a chain; ``work`` is None where it is cited and not here."""

    work: str | None
    symbol: str | None
    dated: str | None


@dataclass(frozen=True, slots=True)
class Chain:
    """Documents that follow each other, oldest first: "our previous letter", "in reply to"."""

    steps: tuple[ChainStep, ...]
    doubts: tuple[Doubt, ...] = ()

    @property
    def works(self) -> tuple[str, ...]:
        """The works of the chain that are here, oldest first."""
        return tuple(step.work for step in self.steps if step.work is not None)


@dataclass(frozen=True, slots=True)
class MissingWork:
    """A document that is cited and not here. ``here`` is the work of which another text is here.

    ``dated`` is the day that the citing texts give it, ``url`` its stable address.
    """

    symbol: str
    kind: str
    dated: str | None
    url: str | None
    relations: tuple[str, ...]
    cited_by: tuple[str, ...]
    here: str | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class CharterCitation:
    """A provision of the Charter, and the works that cite it."""

    provision: str
    cited_by: tuple[str, ...]


def outlines_of(documents: Iterable[Document]) -> tuple[DocumentOutline, ...]:
    """Return the outlines of whole documents, in their order."""
    return tuple(map(DocumentOutline.of, documents))
