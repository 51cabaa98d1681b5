"""Which paragraph of a translation stands for words of the original.

In: a document with a translation beside its original, and where words stand. Out: the paragraph of
the translation in the same place, where both have as many paragraphs; nobody has aligned them, and
where they differ in number no paragraph can be told.

>>> [text.strip() for _, _, text in paragraphs("One.\\n\\nTwo,\\nand more.")]
['One.', 'Two,\\nand more.']
"""

import re

from allegata.model.document import Document, TextLayer
from allegata.model.span import Span
from allegata.model.vocabularies import LayerKind

_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n(?!\s*\n)[^\n]*)*")


def translation_of(document: Document, span: Span) -> str | None:
    """Return the paragraphs of the latest translation that stand for the words at ``span``."""
    original = next((layer for layer in document.layers if layer.id == span.layer), None)
    if original is None:
        return None
    for layer in reversed(document.layers):
        if layer.kind is LayerKind.TRANSLATION and layer.of == original.id:
            return _aligned(original, layer, span)
    return None


def paragraphs(text: str) -> list[tuple[int, int, str]]:
    """Return the paragraphs of a text with where they stand."""
    return [(*found.span(), found.group()) for found in _PARAGRAPH.finditer(text)]


def _aligned(original: TextLayer, translation: TextLayer, span: Span) -> str | None:
    ours, theirs = paragraphs(original.text), paragraphs(translation.text)
    if len(ours) != len(theirs):
        return None
    found = [
        text.strip()
        for (start, end, _), (_, _, text) in zip(ours, theirs, strict=True)
        if start < span.end and span.start < end
    ]
    return "\n".join(found) or None
