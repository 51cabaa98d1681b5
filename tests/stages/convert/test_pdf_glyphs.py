from collections.abc import Callable

import pytest

from allegata.stages.convert.pdf_glyphs import read_glyphs


def test_glyphs_stand_where_they_are_drawn(make_pdf: Callable[..., bytes]) -> None:
    glyphs = read_glyphs(make_pdf([["Two"]]), 1)
    assert glyphs is not None
    assert [glyph.text for glyph in glyphs] == ["T", "w", "o"]
    assert glyphs[0].box.x0 == pytest.approx(72, abs=1)
    assert glyphs[0].box.y0 < 60 < glyphs[0].box.y1


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\nrubble", b"\0" * 999])
def test_what_it_cannot_read_is_none(content: bytes) -> None:
    assert read_glyphs(content, 1) is None


def test_a_page_that_is_not_there_is_none(
    make_pdf: Callable[..., bytes],
) -> None:
    assert read_glyphs(make_pdf([["Two"]]), 7) is None
