"""What is searched and what is found: passages of layers, and a question in the words of the index.

>>> term = SearchTerm("Ja'afari", (("jaafari",), ("ja", "afari")))
>>> SearchQuestion(wanted=((term,),)).terms == (term,)
True
"""

from dataclasses import dataclass, field

from allegata.model.document import TextLayer
from allegata.model.span import Span

Phrase = tuple[str, ...]  # forms that follow each other


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch ``start..end`` of a layer, found as one, with the forms of its words.

    ``words`` and ``others`` are two readings of them (see ``allegata.text.search_forms``).
    ``pages`` says from which code point of the layer on it stands on which page.
    """

    layer: str
    start: int
    end: int
    pages: tuple[tuple[int, int], ...]
    words: str
    others: str


@dataclass(frozen=True, slots=True)
class SearchTerm:
    """One word or phrase as ``typed``, and every phrase of forms under which it may be found.

    With ``prefix`` the last form need only begin so.
    """

    typed: str
    phrases: tuple[Phrase, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class SearchQuestion:
    """Documents wanted: of each group in ``wanted`` one term, and none of ``unwanted``.

    Empty ``languages``, ``kinds`` (of layers), ``symbols`` and ``names`` (of documents, or the
    beginnings of their ids) leave nothing out.
    """

    wanted: tuple[tuple[SearchTerm, ...], ...]
    unwanted: tuple[SearchTerm, ...] = ()
    languages: frozenset[str] = field(default_factory=frozenset)
    kinds: frozenset[str] = field(default_factory=frozenset)
    symbols: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def terms(self) -> tuple[SearchTerm, ...]:
        """All terms that are wanted."""
        return tuple(term for group in self.wanted for term in group)


@dataclass(frozen=True, slots=True)
class DocumentTitle:
    """What a hit says of its document: as a person told it, else as it was read."""

    id: str
    name: str
    row_id: str | None
    symbol: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class PassageHit:
    """A passage that answers, with the text of its layer (without regions).

    ``pages`` is as of a :class:`Passage`. ``whole`` says that it holds all that was wanted; the
    lower ``rank``, the better it fits.
    """

    document_id: str
    layer: TextLayer
    place: Span
    pages: tuple[tuple[int, int], ...]
    whole: bool
    rank: float

    def page_of(self, start: int) -> int | None:
        """Return the page on which the code point at ``start`` stands, if pages exist."""
        found = [page for first, page in self.pages if first <= start]
        return found[-1] if found else None


@dataclass(frozen=True, slots=True)
class PassagesFound:
    """How many passages answer, and the best of them."""

    total: int
    hits: tuple[PassageHit, ...]
