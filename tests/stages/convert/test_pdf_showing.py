import pytest

from allegata.model.document import Box, SourceFile
from allegata.model.errors import InputError
from allegata.stages.convert.pdf_sample import SAMPLE
from allegata.stages.convert.pdf_showing import show, warm_up


def test_a_part_is_drawn_at_its_scale() -> None:
    source = SourceFile("", "sample.pdf", SAMPLE, "application/pdf")
    width, height, pixels = show(source, 1, Box(0, 40, 50, 60), 144)
    assert (width, height, len(pixels)) == (100, 40, 100 * 40 * 3)
    assert min(pixels) < 100


def test_a_damaged_pdf_is_not_shown() -> None:
    with pytest.raises(InputError) as refused:
        show(SourceFile("", "n.pdf", SAMPLE[:200], "application/pdf"), 1, None, 72)
    assert refused.value.code == "convert.pdf.damaged"


def test_a_warm_up_needs_no_file() -> None:
    warm_up()
