import io
from collections.abc import Callable

import pypdfium2
import pytest
from reportlab.pdfgen import canvas

from allegata.stages.convert.pdf_glyphs import GlyphReader


def test_glyphs_stand_where_they_are_drawn(make_pdf: Callable[..., bytes]) -> None:
    glyphs = GlyphReader(make_pdf([["Two"]])).read(1)
    assert glyphs is not None
    assert [glyph.text for glyph in glyphs] == ["T", "w", "o"]
    assert glyphs[0].box.x0 == pytest.approx(72, abs=1)
    assert glyphs[0].box.y0 < 60 < glyphs[0].box.y1


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\nrubble", b"\0" * 999])
def test_what_it_cannot_read_is_none(content: bytes) -> None:
    assert GlyphReader(content).read(1) is None


def test_a_page_that_is_not_there_is_none(
    make_pdf: Callable[..., bytes],
) -> None:
    assert GlyphReader(make_pdf([["Two"]])).read(7) is None


@pytest.mark.parametrize(
    ("turned", "x0", "y0"),
    # 100 points from the left and 95 to 105 from the top of the crop, seen upright and turned.
    [(0, 100, 95), (90, 595, 100), (180, 440, 595), (270, 95, 440)],
)
def test_a_turned_and_cropped_page_has_its_glyphs_as_it_is_shown(
    turned: int, x0: float, y0: float
) -> None:
    drawn, target = io.BytesIO(), io.BytesIO()
    page = canvas.Canvas(drawn, pagesize=(600, 800))
    page.drawString(150, 600, "T")
    page.save()
    with pypdfium2.PdfDocument(drawn.getvalue()) as document:
        document[0].set_cropbox(50, 0, 600, 700)
        document[0].set_rotation(turned)
        document.save(target)
        shown = document[0].get_size()
    (glyph,) = GlyphReader(target.getvalue()).read(1) or ()
    assert shown in ((550, 700), (700, 550))
    assert (glyph.box.x0, glyph.box.y0) == pytest.approx((x0, y0), abs=12)


def test_pages_are_read_in_any_order(make_pdf: Callable[..., bytes]) -> None:
    reader = GlyphReader(make_pdf([["Two"], ["Three"]]))
    assert ["".join(g.text for g in reader.read(n) or ()) for n in (2, 1)] == ["Three", "Two"]
