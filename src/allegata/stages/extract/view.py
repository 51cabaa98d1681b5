"""The reading view of a document: the clean text that grammar reads, and the way back to spans.

In: a document. Out: a ``View`` with the text, the map to its layer, and which stretches are not
read (furniture, the heads and feet of pages).
"""

from dataclasses import dataclass

from allegata.model.document import Document, TextLayer
from allegata.model.provenance import Evidence
from allegata.model.span import Span
from allegata.text.cleaning import reading_view
from allegata.text.offsets import OffsetMap


@dataclass(frozen=True, slots=True)
class View:
    """``text`` is what grammar reads of ``layer``; offsets below are of ``text``."""

    layer: TextLayer
    text: str
    offsets: OffsetMap
    skipped: tuple[tuple[int, int], ...]

    def span(self, start: int, end: int) -> Span:
        """Return the span of the layer that holds ``text[start:end]``."""
        first, last = self.offsets.to_source(start, end)
        return Span(self.layer.id, first, last)

    def evidence(self, start: int, end: int) -> Evidence:
        """Return the words of the layer behind ``text[start:end]``."""
        span = self.span(start, end)
        page = self.layer.page_of(span.start)
        return Evidence(self.layer.id, span.start, span.end, page, self.layer.slice(span))

    def quote(self, start: int, end: int) -> str:
        """Return the words of the layer behind ``text[start:end]``, alone."""
        return self.layer.slice(self.span(start, end))

    def is_skipped(self, start: int, end: int) -> bool:
        """Say whether ``text[start:end]`` lies in a stretch that is not read for claims."""
        return any(first < end and start < last for first, last in self.skipped)


def view_of(doc: Document) -> View:
    """Return the reading view of the first layer, the text as it came."""
    layer = doc.layers[0]
    text, offsets = reading_view(layer.text, markdown=doc.media_type == "text/markdown")
    skipped = tuple(
        offsets.to_clean(block.start, block.end)
        for block in doc.blocks
        if block.layer == layer.id and block.kind == "furniture"
    )
    return View(layer, text, offsets, skipped)
