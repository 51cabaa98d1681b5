"""PDFs whose pages are pictures, wholly or in part, with a stand-in for the OCR engine."""

import io
from collections.abc import Callable, Sequence

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas
from tests.ocrkit import Fake, failing, picture, saying, words_of

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.model.pictures import Picture, PictureText
from allegata.model.vocabularies import LayerKind
from allegata.stages.convert.converted import Converted, check
from allegata.stages.convert.pdf import convert_pdf

GOOD = [
    f"{n}. Two people were hurt in the market of Dorval on the third day of May." for n in range(9)
]
BAD = [line.replace("people", "peOpLe").replace("market", "mark8t") for line in GOOD]
READ = ("Two people were hurt", "in Dorval on 3 May.")
Draw = Callable[[canvas.Canvas], None]


def pdf(*pages: Draw) -> bytes:
    target = io.BytesIO()
    page = canvas.Canvas(target, pagesize=(600, 800))
    for draw in pages:
        draw(page)
        page.showPage()
    page.save()
    return target.getvalue()


def typed(lines: Sequence[str] = GOOD) -> Draw:
    def draw(page: canvas.Canvas) -> None:
        for number, line in enumerate(lines):
            page.drawString(72, 740 - 20 * number, line)

    return draw


def scan(hidden: Sequence[str] = (), *, high: float = 800) -> Draw:
    """A picture of a page, with invisible text over it."""
    image = ImageReader(picture(["Two people"], size=(300, 400), letter=20).convert("RGB"))

    def draw(page: canvas.Canvas) -> None:
        page.drawImage(image, 0, 0, 600, high)
        text = page.beginText(72, 740)
        text.setTextRenderMode(3)
        text.textLines(hidden)
        if hidden:
            page.drawText(text)

    return draw


def headed(draw: Draw, *head: str) -> Draw:
    def both(page: canvas.Canvas) -> None:
        draw(page)
        for number, line in enumerate(head):
            page.drawString(72, 780 - 14 * number, line)

    return both


def converted(content: bytes, fake: Fake | None = None) -> Converted:
    found = convert_pdf(SourceFile("x", "n.pdf", content, "application/pdf"), recognizer=fake)
    check(found)
    return found


def refused(content: bytes, fake: Fake | None) -> InputError:
    with pytest.raises(InputError) as caught:
        convert_pdf(SourceFile("x", "n.pdf", content, "application/pdf"), recognizer=fake)
    assert caught.value.hint
    return caught.value


def codes(found: Converted) -> list[str]:
    return [doubt.code for doubt in found.doubts]


def test_a_scan_is_read_by_ocr_with_its_words_in_points() -> None:
    fake = saying(*READ)
    found = converted(pdf(scan(), scan()), fake)
    (layer,) = found.layers
    assert layer.kind is LayerKind.OCR
    assert layer.text == "\n".join(READ) + "\n\n" + "\n".join(READ)
    assert layer.tool.endswith("+ allegata.ocr@1 fake 1 eng")
    assert [(one.page, one.width, one.height, one.dpi) for one in fake.seen] == [
        (1, 2500, 3334, 300),
        (2, 2500, 3334, 300),
    ]
    first = layer.regions[0]
    assert (first.page, first.confidence) == (1, 0.95)
    assert first.box is not None
    assert first.box.x0 == pytest.approx(200 * 72 / 300, abs=0.1)
    assert codes(found) == ["convert.ocr"]


def test_picture_pages_among_typed_ones_go_into_the_one_text() -> None:
    found = converted(pdf(typed(), scan(), typed()), saying(*READ))
    (layer,) = found.layers
    assert layer.kind is LayerKind.NATIVE
    by_page = {n: [r for r in layer.regions if r.page == n] for n in (1, 2, 3)}
    assert {r.confidence for r in by_page[2]} == {0.95}
    assert {r.confidence for r in by_page[1] + by_page[3]} == {None}
    (doubt,) = found.doubts
    assert doubt.code == "convert.ocr"
    assert doubt.message.endswith(": 2.")


def test_a_picture_under_a_running_head_is_read_and_the_head_kept_once() -> None:
    fake = saying(*READ, "and more words than a map has.")
    found = converted(pdf(typed(), headed(scan(high=700), "S/2031/5", "Annex I")), fake)
    text = found.layers[0].text
    assert text.count("S/2031/5") == text.count("Annex I") == 1
    assert text.index("Annex I") < text.index("Two people were hurt\n")
    page = fake.seen[0]
    top = Image.frombytes("L", (page.width, page.height), page.pixels).crop((300, 40, 700, 120))
    assert top.getextrema() == (255, 255)  # what stands in letters is wiped out


def test_the_words_of_a_map_are_kept_apart() -> None:
    fake = saying("Dorval", "Dar Salam", "Map 4", "10 km")
    found = converted(pdf(typed(), headed(scan(high=700), "Annex I")), fake)
    text = found.layers[0].text
    kinds = {text[b.start : b.end]: b.kind for b in found.blocks}
    assert kinds["Dorval\nDar Salam\nMap 4\n10 km"] == "furniture"
    assert "convert.ocr.scattered" in codes(found)


def test_a_good_text_over_a_scan_is_kept() -> None:
    fake = saying(*READ)
    found = converted(pdf(scan(GOOD), scan(GOOD)), fake)
    assert fake.seen == []
    (layer,) = found.layers
    assert layer.kind is LayerKind.OCR
    assert layer.text.startswith(GOOD[0])
    assert codes(found) == ["convert.ocr.embedded"]


def test_a_bad_text_over_a_scan_gives_way_to_a_better_one_and_is_kept_beside_it() -> None:
    found = converted(pdf(scan(BAD), scan(GOOD)), saying(*GOOD))
    fresh, old = found.layers
    assert (fresh.id, fresh.kind, old.id, old.kind) == ("t0", LayerKind.OCR, "t1", LayerKind.OCR)
    assert fresh.text.startswith(GOOD[0])
    assert old.text.startswith(BAD[0])
    assert {block.layer for block in found.blocks} == {"t0", "t1"}
    assert codes(found) == ["convert.ocr.embedded_poor", "convert.ocr"]


def test_a_fresh_reading_that_is_worse_is_not_taken() -> None:
    worse = [line.replace("Dorval", "dOrVal ~9 h&o") for line in BAD]
    found = converted(pdf(scan(BAD)), saying(*worse))
    (layer,) = found.layers
    assert layer.text.startswith(BAD[0])
    assert codes(found) == ["convert.ocr.embedded", "convert.ocr.embedded_poor"]


def test_without_an_engine_a_bad_text_is_kept_and_said() -> None:
    found = converted(pdf(scan(BAD)))
    assert found.layers[0].text.startswith(BAD[0])
    assert codes(found) == ["convert.ocr.embedded", "convert.ocr.embedded_poor"]


def test_hidden_text_on_one_page_of_many_does_not_make_a_scan() -> None:
    def ghost(page: canvas.Canvas) -> None:
        typed()(page)
        text = page.beginText(72, 300)
        text.setTextRenderMode(3)
        text.textLines(BAD[:2])
        page.drawText(text)

    fake = saying(*READ)
    found = converted(pdf(typed(), typed(), ghost), fake)
    assert fake.seen == []
    assert found.layers[0].kind is LayerKind.NATIVE
    assert codes(found) == ["convert.pdf.hidden_text"]


def shifted() -> Draw:
    lines = ["".join(c if c == " " else chr(max(ord(c) - 29, 33)) for c in line) for line in GOOD]
    return typed(lines)


def test_a_shifted_alphabet_is_read_from_the_picture() -> None:
    found = converted(pdf(shifted(), typed()), saying(*READ))
    assert found.layers[0].text.startswith(READ[0])
    doubts = {doubt.code: doubt.message for doubt in found.doubts}
    assert doubts["convert.pdf.shifted_font"] == (
        "Pages that tell other letters than they show and were read by OCR: 1."
    )


def test_a_shifted_alphabet_is_never_read_as_text() -> None:
    assert refused(pdf(shifted()), None).code == "convert.pdf.shifted_font"
    found = converted(pdf(shifted(), typed()), failing("time"))
    assert found.layers[0].text.startswith(GOOD[0])
    assert "convert.pdf.shifted_font" in codes(found)
    assert "convert.ocr.pages_not_read" in codes(found)


@pytest.mark.parametrize(
    ("fake", "code", "hint"),
    [
        (None, "convert.pdf.no_text_layer", "apt install tesseract-ocr"),
        (
            failing("language", "tesseract-ocr-ara"),
            "convert.pdf.no_text_layer",
            "tesseract-ocr-ara",
        ),
        (failing("crash"), "convert.ocr.failed", "Split"),
        (Fake(lambda _: PictureText()), "convert.pdf.no_text_layer", "handwriting"),
    ],
)
def test_a_scan_that_is_not_read_is_refused_with_what_to_do(
    fake: Fake | None, code: str, hint: str
) -> None:
    found = refused(pdf(scan(), scan()), fake)
    assert found.code == code
    assert hint in found.hint
    assert "2 pages" in found.message


def test_a_blank_page_is_no_doubt_and_a_photograph_is_one() -> None:
    answers = {2: PictureText(blank=True), 3: PictureText()}
    fake = Fake(lambda one: answers[one.page])
    found = converted(pdf(typed(), lambda _: None, scan()), fake)
    (doubt,) = found.doubts
    assert doubt.code == "convert.pdf.pages_without_text"
    assert doubt.message.endswith(": 3.")


def test_pages_are_drawn_one_by_one() -> None:
    alive: list[int] = []

    def answer(one: Picture) -> PictureText:
        alive.append(len(one.pixels))
        return PictureText(words_of(READ), ("eng",))

    converted(pdf(*[scan()] * 5), Fake(answer))
    assert len(alive) == 5


def test_a_page_without_measure_is_drawn_within_it() -> None:
    target = io.BytesIO()
    page = canvas.Canvas(target, pagesize=(14_000, 14_000))
    page.rect(0, 0, 9000, 9000, fill=1)
    page.save()
    fake = saying(*READ)
    converted(target.getvalue(), fake)
    (given,) = fake.seen
    assert given.width * given.height <= 25_100_000
    assert given.dpi == 26


def test_a_turned_scan_keeps_its_boxes_on_the_page() -> None:
    drawn, target = io.BytesIO(pdf(scan())), io.BytesIO()
    with pypdfium2.PdfDocument(drawn) as document:
        document[0].set_rotation(90)
        document.save(target)
    fake = Fake(lambda _: PictureText(words_of(READ), ("eng",), turned=90))
    found = converted(target.getvalue(), fake)
    assert (fake.seen[0].width, fake.seen[0].height) == (3334, 2500)
    for region in found.layers[0].regions:
        assert region.box is not None
        assert 0 <= region.box.x0 < region.box.x1 <= 800
        assert 0 <= region.box.y0 < region.box.y1 <= 600
