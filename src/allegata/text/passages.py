"""A layer's text as passages, the units that a search finds: its paragraphs, long ones cut.

In: a layer. Out: passages in order; together they hold every word of it, and no word twice.

>>> from allegata.model.vocabularies import LayerKind
>>> layer = TextLayer("t0", LayerKind.NATIVE, "plain@1", "One.\\n\\n Two words. ")
>>> [(passage.start, passage.end, passage.words) for passage in passages_of(layer)]
[(0, 4, 'one'), (7, 17, 'two words')]
"""

import re
from collections.abc import Iterator

from allegata.model.document import TextLayer
from allegata.model.search import Passage
from allegata.model.span import Span
from allegata.text.search_forms import search_forms

LONGEST = 1_500  # code points: about as much as a person reads at a glance
_SHORTEST = 500  # a cut leaves at least so much before it
_PARAGRAPH = re.compile(r"\S[^\n\r\f\u2029]*(?:(?:\r\n?|\n)(?![ \t]*[\r\n])[^\n\r\f\u2029]*)*")
_CUTS = tuple(  # the last of the first sort that there is
    re.compile(pattern)
    for pattern in (
        r"[.!?\u061f\u06d4\u3002\uff01\uff1f\u2026][\"'»”’)\]]*\s+|[\u3002\uff01\uff1f]",
        r"[\n\r]",
        r"[,;:\u060c\u061b\u3001\uff0c\uff1b]\s*",
        r"\s",
    )
)


def passages_of(layer: TextLayer) -> tuple[Passage, ...]:
    """Return the passages of ``layer`` that hold words."""
    found = []
    for start, end in _ranges(layer.text):
        forms = search_forms(layer.text[start:end])
        if forms.words or forms.others:
            pages = _pages(layer, Span(layer.id, start, end))
            words, others = forms.words_text, forms.others_text
            found.append(Passage(layer.id, start, end, pages, words, others))
    return tuple(found)


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        while end - start > LONGEST:
            cut = _cut(text, start)
            yield start, _trimmed(text, start, cut)
            start = cut
        if text[start:end].strip():
            yield start, _trimmed(text, start, end)


def _cut(text: str, start: int) -> int:
    """Return where to part a paragraph that begins at ``start`` and is too long."""
    for pattern in _CUTS:
        ends = [found.end() for found in pattern.finditer(text, start + _SHORTEST, start + LONGEST)]
        if ends:
            return ends[-1]
    return start + LONGEST


def _trimmed(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _pages(layer: TextLayer, span: Span) -> tuple[tuple[int, int], ...]:
    """Return the first code point of ``span`` on each page, and the page."""
    pages: list[tuple[int, int]] = []
    for region in layer.regions_of(span):
        if region.page is not None and (not pages or pages[-1][1] != region.page):
            pages.append((max(region.start, span.start), region.page))
    return tuple(pages)
