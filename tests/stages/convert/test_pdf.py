import io
from collections.abc import Callable, Sequence

import pytest
from reportlab.lib import pdfencrypt
from reportlab.pdfgen import canvas

from allegata.model.document import Box, SourceFile
from allegata.model.errors import InputError
from allegata.stages.convert.converted import check
from allegata.stages.convert.pdf import convert_pdf
from allegata.stages.convert.pdf_glyphs import GlyphReader
from allegata.stages.convert.pdf_rtl import Glyph

MakePdf = Callable[[Sequence[Sequence[str]]], bytes]
MakeArabic = Callable[[Sequence[str]], bytes]


def source(content: bytes) -> SourceFile:
    return SourceFile("sha256:0", "report.pdf", content, "application/pdf")


def refusal(content: bytes) -> InputError:
    with pytest.raises(InputError) as refused:
        convert_pdf(source(content))
    assert "report.pdf" in refused.value.message
    assert refused.value.hint
    return refused.value


def test_each_line_has_its_page_and_box(make_pdf: MakePdf) -> None:
    found = convert_pdf(
        source(make_pdf([["Two were hurt.", "One later died."], ["Nothing else."]]))
    )
    (layer,) = found.layers
    assert layer.text == "Two were hurt.\nOne later died.\n\nNothing else."
    assert found.pages == 2
    assert [(layer.text[r.start : r.end], r.page) for r in layer.regions] == [
        ("Two were hurt.", 1),
        ("One later died.", 1),
        ("Nothing else.", 2),
    ]
    box = layer.regions[0].box
    assert box is not None
    # Drawn at 72 points from the left, baseline 60 points from the top.
    assert box.x0 == pytest.approx(72, abs=1)
    assert box.y0 < 60 < box.y1
    assert box.y1 - box.y0 == pytest.approx(14, abs=4)
    check(found)


def test_the_tool_names_its_engine_and_version(make_pdf: MakePdf) -> None:
    tool = convert_pdf(source(make_pdf([["Two."]]))).layers[0].tool
    assert tool.startswith("allegata.pdf@2 pypdfium2 5.")
    assert "ocr" not in tool


def test_a_hyphen_at_a_line_end_stays_in_the_text(make_pdf: MakePdf) -> None:
    found = convert_pdf(source(make_pdf([["They were in the mar-", "ket of Dorval."]])))
    assert found.layers[0].text == "They were in the mar-\nket of Dorval."


def test_running_heads_and_page_numbers_are_furniture(make_pdf: MakePdf) -> None:
    def page(number: int) -> list[str]:
        foot = [""] * 34 + [f"{number}/3"]
        return ["SPECIMEN S/2031/1", "", "", "", f"Body text of page {number}.", *foot[5:]]

    found = convert_pdf(source(make_pdf([page(1), page(2), page(3)])))
    text = found.layers[0].text
    kinds = {text[b.start : b.end]: b.kind for b in found.blocks}
    assert kinds["SPECIMEN S/2031/1"] == "furniture"
    assert kinds["2/3"] == "furniture"
    assert kinds["Body text of page 2."] == "paragraph"


def test_a_pdf_without_a_text_layer_is_refused_never_read_as_empty(make_pdf: MakePdf) -> None:
    assert refusal(make_pdf([[], []])).code == "convert.pdf.no_text_layer"


def test_pages_without_text_are_named(make_pdf: MakePdf) -> None:
    found = convert_pdf(source(make_pdf([["Two were hurt."], [], []])))
    (doubt,) = found.doubts
    assert doubt.code == "convert.pdf.pages_without_text"
    assert doubt.message.endswith(": 2-3.")


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_truncated_pdf_is_refused_with_its_reason(make_pdf: MakePdf, share: float) -> None:
    content = make_pdf([["Two were hurt."]] * 5)
    assert refusal(content[: int(share * len(content))]).code == "convert.pdf.damaged"


def test_a_truncated_update_is_refused_too(make_pdf: MakePdf) -> None:
    content = make_pdf([["Two were hurt."]])
    assert refusal(content + b"\n9 0 obj\n<</Length 5>>").code == "convert.pdf.damaged"


def test_a_pdf_of_rubble_is_refused_without_the_engines_words() -> None:
    refused = refusal(b"%PDF-1.7\nrubble\n%%EOF")
    assert refused.code == "convert.pdf.damaged"
    assert "Success" not in refused.message
    assert "PDFium" not in refused.message


def test_an_encrypted_pdf_is_refused() -> None:
    target = io.BytesIO()
    locked = pdfencrypt.StandardEncryption("secret", canPrint=0)
    page = canvas.Canvas(target, encrypt=locked)
    page.drawString(72, 700, "Two were hurt.")
    page.save()
    assert refusal(target.getvalue()).code == "convert.pdf.encrypted"


def test_text_that_a_reader_does_not_see_is_doubted() -> None:
    target = io.BytesIO()
    page = canvas.Canvas(target, pagesize=(600, 800))
    page.drawString(72, 700, "Two were hurt.")
    page.showPage()
    ghost = page.beginText(72, 700)
    ghost.setTextRenderMode(3)
    ghost.textLine("Laid over a picture.")
    page.drawText(ghost)
    page.showPage()
    page.drawString(72, 9000, "Off the page.")
    page.save()
    (doubt,) = convert_pdf(source(target.getvalue())).doubts
    assert doubt.code == "convert.pdf.hidden_text"
    assert doubt.message.endswith(": 2-3.")


ARABIC = (
    "رسالة مؤرخة ٣ أيار/مايو 2031",
    "أسفرت الغارة على سوق دورفال (المدينة القديمة) عن إصابة ٢٣ مدنيا، بينهم 7 أطفال",
    "وارتفع العدد إلى ١٬٢٣٤ شخصا.",
)


def test_arabic_comes_out_in_reading_order_with_its_numbers(make_arabic_pdf: MakeArabic) -> None:
    found = convert_pdf(source(make_arabic_pdf(ARABIC)))
    assert tuple(line for line in found.layers[0].text.split("\n") if line) == ARABIC
    assert found.doubts == ()
    assert {region.page for region in found.layers[0].regions} == {1}
    check(found)


def test_numbers_on_which_two_engines_differ_are_doubted(
    make_arabic_pdf: MakeArabic, monkeypatch: pytest.MonkeyPatch
) -> None:
    glyphs = (Glyph("٣٢ ا", Box(10, 10, 20, 20), 10.0),)
    monkeypatch.setattr(GlyphReader, "read", lambda *_: glyphs)
    (doubt,) = convert_pdf(source(make_arabic_pdf(ARABIC))).doubts
    assert doubt.code == "convert.pdf.numbers_uncertain"
    assert doubt.message.endswith(": 1.")


def test_where_the_second_engine_fails_the_order_is_doubted(
    make_arabic_pdf: MakeArabic, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(GlyphReader, "read", lambda *_: None)
    found = convert_pdf(source(make_arabic_pdf(ARABIC)))
    assert [doubt.code for doubt in found.doubts] == ["convert.pdf.order_uncertain"]
    assert "2031" in found.layers[0].text
