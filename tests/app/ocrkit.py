"""SPECIMEN scans in Arabic script as OCR reads them: a region a word, with page, box, confidence.

The stand-in for the reader finds "43 people were killed" in them, as in the texts of ``casekit``.
"""

import re
from dataclasses import replace

from tests.store.casekit import Read, reading_of

from allegata.app.number_gate import with_number_doubts
from allegata.app.ocr_numbers import ocr_numbers
from allegata.model.document import Box, Region, SourceFile, TextLayer
from allegata.model.reading import Reading, Refusal
from allegata.model.vocabularies import LayerKind

SCAN = (
    "SPECIMEN عينة مسح ضوئي من بلدية ترنيل\n"
    "عاجل: 43 people were killed في قصف السوق\n"
    "وأيضا 12 children were injured في المدرسة\n\n"
    "Page 2 of the English annex: 8 people were killed"
)
WIDTH, HEIGHT = 6.0, 12.0  # points a letter, points a line


def scanned(text: str, *, layer: str = "t0", tool: str = "ocr@1", sure: float = 0.9) -> TextLayer:
    """The text as a layer of OCR; each blank line begins a new page."""
    regions = []
    for word in re.finditer(r"\S+", text):
        line_start = text.rfind("\n", 0, word.start()) + 1
        line = text.count("\n", 0, word.start())
        x0, y0 = WIDTH * (word.start() - line_start), 2 * HEIGHT * line
        box = Box(x0, y0, x0 + WIDTH * len(word.group()), y0 + HEIGHT)
        page = 1 + text.count("\n\n", 0, word.start())
        regions.append(Region(*word.span(), page=page, box=box, confidence=sure))
    return TextLayer(layer, LayerKind.OCR, tool, text, tuple(regions), "ar")


def read_as(text: str | None = None, *, tool: str = "ocr@1", pages: int = 2) -> Read:
    """What reads a file as a scan, of its own text or of another."""

    def read(source: SourceFile) -> Reading | Refusal:
        reading = reading_of(source, text or source.content.decode())
        layer = scanned(reading.document.layers[0].text, tool=tool)
        document = replace(reading.document, layers=(layer,), language="ar", pages=pages)
        claims = with_number_doubts(reading.claims, ocr_numbers([layer]))
        return replace(reading, document=document, claims=claims)

    return read
