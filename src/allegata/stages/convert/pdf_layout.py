"""The layout of a PDF as XML (``pdf2xml``, ``pdftohtml -xml``) to a document, line by line.

Programs that take PDFs apart keep each run of text with its place. The places are read as those of
a PDF's glyphs are; what the PDF shows beyond its text is not in such a file.

>>> source = SourceFile("sha256:0", "a.xml", SAMPLE, "application/pdf2xml+xml")
>>> convert_pdf_layout(source).layers[0].text
'Two men'
"""

import math
import re
from collections.abc import Iterator

from lxml import etree

from allegata.model.document import Box, SourceFile
from allegata.model.errors import InputError
from allegata.stages.convert.converted import Converted, native
from allegata.stages.convert.packages import ForbiddenXmlError, parse_xml
from allegata.stages.convert.page_blocks import lay_out
from allegata.stages.convert.pdf_rtl import Glyph, order_lines
from allegata.stages.convert.printed import PrintedLine

TOOL = f"allegata.pdf_layout@1 lxml {'.'.join(map(str, etree.LXML_VERSION[:3]))}"
MOST_PAGES = 10_000
DAMAGED = "convert.pdf_layout.damaged"
SAMPLE = (
    b'<?xml version="1.0"?><!DOCTYPE pdf2xml SYSTEM "pdf2xml.dtd"><pdf2xml>'
    b'<page number="1" height="90" width="90">'
    b'<text top="9" left="30" width="20" height="9">men</text>'
    b'<text top="9" left="9" width="18" height="9"><b>Two</b> </text></page></pdf2xml>'
)
# Its programs name a DTD that nobody needs; one with declarations inside is refused as ever.
_DTD = re.compile(rb"<!DOCTYPE\s+pdf2xml\s+SYSTEM\s+\"[\w.]*\"\s*>")


def warm_up() -> None:
    """Read a little file with all that is read of one."""
    convert_pdf_layout(SourceFile("", "sample.xml", SAMPLE, "application/pdf2xml+xml"))


def convert_pdf_layout(source: SourceFile) -> Converted:
    """Return the text of a page layout, one line for each printed line.

    Raises:
        InputError: ``convert.pdf_layout.damaged`` or ``convert.pdf_layout.empty``.
    """
    try:
        root = parse_xml(_DTD.sub(b"", source.content, count=1))
    except (etree.XMLSyntaxError, ForbiddenXmlError) as error:
        raise _refused(
            source, "convert.pdf_layout.damaged", "is a damaged page layout in XML"
        ) from error
    lines: list[PrintedLine] = []
    heights: dict[int, float] = {}
    for number, page in enumerate(root.iter("page"), 1):
        if number > MOST_PAGES:
            raise _refused(
                source, "convert.pdf_layout.damaged", f"has more than {MOST_PAGES} pages"
            )
        heights[number] = _number(page, "height") or 1.0
        lines += order_lines(_runs(page), number)
    if not lines:
        raise _refused(source, "convert.pdf_layout.empty", "is a page layout in XML without text")
    text, regions, blocks = lay_out(lines, heights)
    return Converted((native(TOOL, text, regions),), blocks, len(heights))


def _runs(page: etree._Element) -> Iterator[Glyph]:
    """Yield the runs of text of a page with their places; blank ones are none."""
    for run in page.iter("text"):
        words = " ".join("".join(map(str, run.itertext())).split())
        left, top = _number(run, "left"), _number(run, "top")
        width, height = _number(run, "width"), _number(run, "height")
        if words and width > 0 and height > 0:
            yield Glyph(words, Box(left, top, left + width, top + height), height)


def _number(node: etree._Element, name: str) -> float:
    try:
        value = float(node.get(name) or 0)
    except ValueError:
        return 0.0
    return value if math.isfinite(value) else 0.0


def _refused(source: SourceFile, code: str, how: str) -> InputError:
    return InputError(code, f"{source.name} {how}.", "Give the PDF that it was made of.")
