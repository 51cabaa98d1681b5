import io

import pypdfium2
import pytest
from reportlab.pdfgen import canvas

from allegata.stages.convert.pdf_lines import read_lines
from allegata.stages.convert.printed import PrintedLine


def lines_of(draw: "canvas.Canvas", target: io.BytesIO) -> list[PrintedLine]:
    draw.save()
    with pypdfium2.PdfDocument(target.getvalue()) as document:
        return read_lines(document[0], 1)


def test_a_turned_page_has_its_boxes_as_it_is_shown() -> None:
    target = io.BytesIO()
    page = canvas.Canvas(target, pagesize=(600, 800))
    page.setPageRotation(90)
    page.drawString(72, 700, "Two")
    (line,) = lines_of(page, target)
    # Turned clockwise: what was 100 points from the top is 100 points from the right of 800.
    assert line.box.x1 == pytest.approx(712, abs=4)
    assert line.box.y0 == pytest.approx(72, abs=2)


def test_a_cropped_page_counts_from_its_crop() -> None:
    target = io.BytesIO()
    page = canvas.Canvas(target, pagesize=(600, 800), cropBox=(50, 0, 600, 750))
    page.drawString(72, 700, "Two")
    (line,) = lines_of(page, target)
    assert line.box.x0 == pytest.approx(22, abs=1)
    assert line.box.y0 < 50 < line.box.y1
    assert not line.hidden


def test_the_font_size_is_told() -> None:
    target = io.BytesIO()
    page = canvas.Canvas(target, pagesize=(600, 800))
    page.setFont("Helvetica", 18)
    page.drawString(72, 700, "Two")
    assert lines_of(page, target)[0].size == pytest.approx(18)
