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

# Formats whose markup says where a paragraph ends: no line of such a layer was broken for width.
_LINE_BY_LINE = frozenset(
    (
        "application/akn+xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "text/html",
    )
)


@dataclass(frozen=True, slots=True)
class View:
    """``text`` is what grammar reads of ``layer``; offsets below are of ``text``.

    ``skipped`` stretches are not read for claims, ``quoted`` ones are not the author's own words.
    """

    layer: TextLayer
    text: str
    offsets: OffsetMap
    skipped: tuple[tuple[int, int], ...]
    quoted: tuple[tuple[int, int], ...] = ()

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
        first, last = self.offsets.to_source(start, end)
        return self.layer.text[first:last]

    def is_skipped(self, start: int, end: int) -> bool:
        """Say whether ``text[start:end]`` lies in a stretch that is not read for claims."""
        return any(first < end and start < last for first, last in self.skipped)

    def is_quoted(self, start: int, end: int) -> bool:
        """Say whether ``text[start:end]`` lies in a passage that is set off as quoted."""
        return any(first < end and start < last for first, last in self.quoted)


def view_of(doc: Document) -> View:
    """Return the reading view of the first layer, the text as it came."""
    layer = doc.layers[0]
    text, offsets = reading_view(
        layer.text,
        markdown=doc.media_type == "text/markdown",
        quoted=doc.media_type == "message/rfc822",
        wrapped=_may_be_wrapped(doc.media_type, layer),
    )

    def stretches(kind: str) -> tuple[tuple[int, int], ...]:
        return tuple(
            offsets.to_clean(block.start, block.end)
            for block in doc.blocks
            if block.layer == layer.id and block.kind == kind
        )

    return View(layer, text, offsets, stretches("furniture"), stretches("quote"))


def _may_be_wrapped(media_type: str, layer: TextLayer) -> bool:
    """Say whether lines may have been broken for width; in HTML only preformatted text is.

    A mail is read as what its text came from: plain lines, or a web page.
    """
    paths = [region.path or "" for region in layer.regions]
    preformatted = any("/pre[" in path for path in paths)
    page = any("]/html[" in path for path in paths) and not any("/line[" in path for path in paths)
    return preformatted or not (page or media_type in _LINE_BY_LINE)
