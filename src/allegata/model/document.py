"""A document: immutable bytes, the text layers made of them, and where each letter stands.

>>> layer = TextLayer("t0", LayerKind.NATIVE, "plain@1", "Two were hurt.", ())
>>> layer.slice(Span("t0", 0, 3))
'Two'
"""

import bisect
import hashlib
from dataclasses import dataclass, field
from functools import cached_property

from allegata.model.doubt import Doubt
from allegata.model.source import Provenance
from allegata.model.span import Span
from allegata.model.un import Reference, UnRecord
from allegata.model.vocabularies import LayerKind
from allegata.model.wire import added


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, origin at the top left, ``x0 < x1`` and ``y0 < y1``.

    PDF points; of an image file, whose only page is page 1, pixels.
    """

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch ``start..end`` of a layer and its place in the original.

    ``page`` counts from 1 and goes with ``box`` (PDF). ``path`` names a paragraph or cell
    (DOCX: ``body/p[3]``, ``body/tbl[1]/tr[2]/tc[1]/p[1]``; CSV: ``row[4]/text``) or an element
    (HTML: its XPath); for plain text and Markdown it is ``line[7]``. ``confidence`` (0 to 1) is
    how sure OCR was of the word.
    """

    start: int
    end: int
    page: int | None = None
    box: Box | None = None
    path: str | None = None
    confidence: float | None = added(None)


@dataclass(frozen=True)
class TextLayer:
    """One immutable reading of a document's text. Regions are sorted and do not overlap."""

    id: str
    kind: LayerKind
    tool: str
    text: str
    regions: tuple[Region, ...] = ()
    language: str | None = None
    of: str | None = None  # a translation names the layer that it translates

    @cached_property
    def sha256(self) -> str:
        """The hash of the text, ``surrogatepass`` so that any decoded input has one."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def slice(self, span: Span) -> str:
        """Return the words of ``span``; a span of another layer or beyond the end is an error."""
        if span.layer != self.id or span.end > len(self.text):
            raise ValueError(
                f"{span} does not lie in layer {self.id} of {len(self.text)} characters"
            )
        return self.text[span.start : span.end]

    def regions_of(self, span: Span) -> tuple[Region, ...]:
        """Return the regions that ``span`` touches, in order."""
        first = bisect.bisect_right(self._ends, span.start)
        found = []
        for region in self.regions[first:]:
            if region.start >= span.end:
                break
            found.append(region)
        return tuple(found)

    def page_of(self, start: int) -> int | None:
        """Return the page (from 1) on which the code point at ``start`` stands, if pages exist."""
        index = bisect.bisect_right(self._ends, start)
        return self.regions[index].page if index < len(self.regions) else None

    @cached_property
    def _ends(self) -> list[int]:
        return [region.end for region in self.regions]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like stretch of a layer, in reading order.

    ``kind`` is ``heading``, ``paragraph``, ``list_item``, ``cell``, ``footnote``, ``caption``,
    ``quote`` (set off as another's words: ``>`` in Markdown and mail) or ``furniture`` (running
    heads, navigation: kept, shown, and not read for claims).
    """

    layer: str
    start: int
    end: int
    kind: str = "paragraph"


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of its document beside the text, as XML or HTML carry it; unknown is None.

    It is compared with the text, and fills in only where the text and the people who gave the file
    say nothing. ``issued`` and ``published`` are ISO days, ``language`` is ISO 639-1, ``annexes``
    are the places of the first layer where its markup begins one.
    """

    symbol: str | None = None
    issued: str | None = None
    language: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    annexes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Bytes as they came, with what was sniffed of them; the input of ``convert``."""

    id: str  # sha256:…
    name: str
    content: bytes
    media_type: str
    encoding: str | None = None  # of text formats
    row_id: str | None = None  # of a row in a table of texts
    language: str | None = None  # told from outside, beats detection
    published: str | None = None  # ISO date, told from outside
    country: str | None = None  # ISO 3166 alpha-2, told from outside
    provenance: Provenance = field(default_factory=Provenance)
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A converted document: what ``extract`` reads. ``pages`` is None where the format has none."""

    id: str
    name: str
    media_type: str
    layers: tuple[TextLayer, ...]
    blocks: tuple[Block, ...] = ()
    row_id: str | None = None
    language: str | None = None
    pages: int | None = None
    published: str | None = None
    country: str | None = None
    provenance: Provenance = field(default_factory=Provenance)
    un: UnRecord | None = None
    references: tuple[Reference, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)

    def layer(self, layer_id: str) -> TextLayer:
        """Return the layer of that id; an unknown id is a KeyError."""
        for layer in self.layers:
            if layer.id == layer_id:
                return layer
        raise KeyError(layer_id)

    def quote(self, span: Span) -> str:
        """Return the words of ``span`` from its layer."""
        return self.layer(span.layer).slice(span)
