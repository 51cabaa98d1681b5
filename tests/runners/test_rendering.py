"""Pages as pictures: what is drawn, what is refused, and what a bad process may answer."""

import io
from collections.abc import Callable, Sequence

import pypdfium2
import pytest
from PIL import Image
from reportlab.pdfgen import canvas
from tests.ocrkit import LINES, picture, saved

from allegata.model.document import Box, SourceFile
from allegata.model.errors import InputError
from allegata.model.ports import Renderer
from allegata.runners import rendering
from allegata.runners.frames import Frame
from allegata.runners.rendering import render_page

RENDERER: Renderer = render_page


def pdf(*, turned: int = 0, crop: tuple[int, int, int, int] | None = None) -> SourceFile:
    """A page with a black square 100 points from the left and from the top of its media box."""
    drawn, target = io.BytesIO(), io.BytesIO()
    page = canvas.Canvas(drawn, pagesize=(600, 800))
    page.rect(100, 600, 100, 100, fill=1)
    page.showPage()
    page.drawString(72, 700, "Second")
    page.save()
    with pypdfium2.PdfDocument(drawn.getvalue()) as document:
        first = document[0]
        first.set_rotation(turned)
        if crop:
            first.set_cropbox(*crop)
        document.save(target)
    return SourceFile("x", "n.pdf", target.getvalue(), "application/pdf")


def shown(source: SourceFile, page: int = 1, **options: object) -> Image.Image:
    return Image.open(io.BytesIO(RENDERER(source, page, **options))).convert("L")  # type: ignore[arg-type]


def dark(image: Image.Image) -> tuple[int, ...]:
    """The box around what is dark."""
    box = image.point(lambda value: 255 if value < 128 else 0).getbbox()
    assert box is not None
    return box


def near(found: Sequence[float], wanted: Sequence[float]) -> bool:
    return all(abs(one - other) <= 2 for one, other in zip(found, wanted, strict=True))


def test_a_page_is_drawn_at_the_size_that_is_asked_for() -> None:
    image = shown(pdf(), dpi=72)
    assert image.size == (600, 800)
    assert near(dark(image), (100, 100, 200, 200))
    assert shown(pdf(), 2, dpi=144).size == (1200, 1600)


def test_a_part_of_a_page_is_drawn_where_its_box_says() -> None:
    image = shown(pdf(), box=Box(90, 95, 210, 205), dpi=144)
    assert image.size == (240, 220)
    assert near(dark(image), (20, 10, 220, 210))


@pytest.mark.parametrize(
    ("turned", "box"),
    [(90, (600, 100, 700, 200)), (180, (400, 600, 500, 700)), (270, (100, 400, 200, 500))],
)
def test_a_turned_page_is_shown_turned(turned: int, box: tuple[int, ...]) -> None:
    assert near(dark(shown(pdf(turned=turned), dpi=72)), box)
    part = Box(box[0] - 10.0, box[1] - 10.0, box[2] + 10.0, box[3] + 10.0)
    assert near(dark(shown(pdf(turned=turned), box=part, dpi=72)), (10, 10, 110, 110))


def test_a_cropped_page_counts_from_its_crop() -> None:
    image = shown(pdf(crop=(50, 0, 600, 750)), dpi=72)
    assert image.size == (550, 750)
    assert near(dark(image), (50, 50, 150, 150))


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("TIFF", "image/tiff")])
def test_pictures_are_shown_in_their_pixels(kind: str, media_type: str) -> None:
    page = Image.new("RGB", (1000, 1140), "white")
    page.paste((0, 0, 0), (100, 200, 300, 400))
    source = SourceFile("x", "n", saved(page, kind), media_type)
    whole = shown(source, dpi=100)
    assert whole.size == (1000, 1140)
    part = shown(source, box=Box(90, 190, 310, 410), dpi=400)
    assert part.size == (220, 220)
    assert near(dark(part), (10, 10, 210, 210))


@pytest.mark.parametrize(
    ("source", "page", "options", "code"),
    [
        (pdf(), 3, {}, "convert.show.no_page"),
        (pdf(), 0, {}, "convert.show.no_page"),
        (pdf(), 1, {"box": Box(700, 10, 800, 20)}, "convert.show.no_part"),
        (pdf(), 1, {"box": Box(10, 20, 10, 30)}, "convert.show.no_part"),
        (SourceFile("x", "n", b"Two", "text/plain"), 1, {}, "convert.show.unsupported"),
        (SourceFile("x", "n", b"%PDF-1.4 cut", "application/pdf"), 1, {}, "convert.pdf.damaged"),
        (SourceFile("x", "n", b"\x89PNG cut", "image/png"), 1, {}, "convert.image.damaged"),
    ],
)
def test_what_cannot_be_shown_is_refused(
    source: SourceFile, page: int, options: dict[str, Box], code: str
) -> None:
    with pytest.raises(InputError) as refused:
        render_page(source, page, **options)  # type: ignore[arg-type]
    assert refused.value.code == code


def test_a_page_without_end_is_drawn_smaller() -> None:
    target = io.BytesIO()
    page = canvas.Canvas(target, pagesize=(14_000, 14_000))
    page.drawString(72, 72, "Far")
    page.save()
    image = shown(SourceFile("x", "n.pdf", target.getvalue(), "application/pdf"), dpi=400)
    assert image.width * image.height <= 12_100_000


@pytest.mark.parametrize(
    "answer",
    [
        Frame({"kind": "pixels", "width": 2, "height": 2}, b"short"),
        Frame({"kind": "pixels", "width": -2, "height": -2}, bytes(12)),
        Frame({"kind": "pixels", "width": 1 << 20, "height": 0}, b""),
        Frame({"kind": "pixels"}, b""),
        Frame({"kind": "converted"}, b"{}"),
        Frame({"kind": "refused"}, b"{}"),
    ],
)
def test_what_are_no_pixels_counts_as_a_crash(
    answer: Frame, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: Callable[..., Frame] = lambda *_: answer  # noqa: E731
    monkeypatch.setattr(rendering, "ask", said)
    with pytest.raises(InputError) as refused:
        render_page(pdf(), 1)
    assert refused.value.code == "convert.crashed"


def test_the_same_page_gives_the_same_bytes() -> None:
    source = SourceFile("x", "n", saved(picture(LINES), "PNG"), "image/png")
    assert render_page(source, 1, dpi=60) == render_page(source, 1, dpi=60)
