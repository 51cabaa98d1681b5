"""Files made on the spot, in our own words about invented incidents."""

import io
from collections.abc import Callable, Sequence

import pytest
from bidi.algorithm import get_display
from reportlab.pdfgen import canvas

MakePdf = Callable[[Sequence[Sequence[str]]], bytes]


@pytest.fixture
def make_pdf() -> MakePdf:
    """Return a maker of PDFs: pages of lines, set 20 points apart from the top left."""

    def make(pages: Sequence[Sequence[str]]) -> bytes:
        target = io.BytesIO()
        page = canvas.Canvas(target, pagesize=(600, 800))
        for lines in pages:
            for number, line in enumerate(lines):
                page.drawString(72, 740 - 20 * number, line)
            page.showPage()
        page.save()
        return target.getvalue()

    return make


@pytest.fixture
def make_arabic_pdf() -> Callable[[Sequence[str]], bytes]:
    """Return a maker of one-page PDFs that draw each line's letters where a reader sees them."""
    return _arabic_pdf


def _arabic_pdf(lines: Sequence[str]) -> bytes:
    shown = [str(get_display(line, base_dir="R")) for line in lines]
    letters = sorted(set("".join(shown)))
    codes = {letter: 33 + index for index, letter in enumerate(letters)}
    drawn = " ".join(
        f"1 0 0 1 72 {700 - 30 * n} Tm <{''.join(f'{codes[c]:02x}' for c in line)}> Tj"
        for n, line in enumerate(shown)
    )
    pairs = "".join(f"<{codes[c]:02x}> <{ord(c):04x}>\n" for c in letters)
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def "
        "1 begincodespacerange <00> <ff> endcodespacerange "
        f"{len(letters)} beginbfchar\n{pairs}endbfchar endcmap end end"
    )
    widths = " ".join(["500"] * len(letters))
    return assemble(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        "/Resources<</Font<</F 5 0 R>>>>>>",
        _stream(f"BT /F 12 Tf {drawn} ET"),
        f"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 33/LastChar {32 + len(letters)}"
        f"/Widths[{widths}]/ToUnicode 6 0 R>>",
        _stream(to_unicode),
    )


def _stream(body: str) -> str:
    return f"<</Length {len(body)}>>stream\n{body}\nendstream"


def assemble(*objects: str) -> bytes:
    """Return PDF objects, numbered from 1, as a file with its cross-reference table."""
    content = b"%PDF-1.4\n"
    table = b"0000000000 65535 f \n"
    for number, body in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(content)
        content += b"%d 0 obj\n" % number + body.encode("latin-1") + b"\nendobj\n"
    size, start = len(objects) + 1, len(content)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return content + b"xref\n0 %d\n" % size + table + tail
