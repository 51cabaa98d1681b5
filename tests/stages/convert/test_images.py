"""Pictures of text, honest and hostile, with a stand-in for the OCR engine."""

import io
import struct
import zlib

import pytest
from PIL import Image
from tests.ocrkit import Fake, failing, picture, saved, saying

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.model.pictures import Picture, PictureText
from allegata.model.vocabularies import LayerKind
from allegata.stages.convert.converted import Converted, check
from allegata.stages.convert.images import convert_image, warm_up

TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "TIFF": "image/tiff"}
LINES = ("Two people were hurt", "in Dorval on 3 May.")


def source(content: bytes, kind: str = "PNG") -> SourceFile:
    return SourceFile("sha256:0", "scan", content, TYPES[kind])


def converted(content: bytes, kind: str = "PNG", fake: Fake | None = None) -> Converted:
    found = convert_image(source(content, kind), recognizer=fake or saying(*LINES))
    check(found)
    return found


def refused(content: bytes, kind: str = "PNG", fake: Fake | None = None) -> InputError:
    with pytest.raises(InputError) as caught:
        convert_image(source(content, kind), recognizer=fake or saying(*LINES))
    assert caught.value.hint
    return caught.value


@pytest.mark.parametrize("kind", TYPES)
def test_the_words_of_a_picture_make_its_text(kind: str) -> None:
    found = converted(saved(picture(LINES), kind), kind)
    (layer,) = found.layers
    assert (layer.kind, layer.text) == (LayerKind.OCR, "\n".join(LINES))
    assert layer.tool == "allegata.ocr@1 fake 1 eng"
    words = [layer.text[r.start : r.end] for r in layer.regions]
    assert words == " ".join(LINES).split()
    assert {(r.page, r.confidence) for r in layer.regions} == {(1, 0.95)}
    assert [doubt.code for doubt in found.doubts] == ["convert.ocr"]
    assert "mean confidence 95%" in found.doubts[0].message


def test_a_small_picture_is_enlarged_and_its_boxes_are_its_own() -> None:
    fake = saying("Two")
    found = converted(saved(Image.new("L", (550, 800), "white"), "PNG"), fake=fake)
    (given,) = fake.seen
    assert given.width == pytest.approx(1650, abs=40)  # three times
    box = found.layers[0].regions[0].box
    assert box is not None
    assert box.x0 == pytest.approx(200 / 3, abs=2)
    assert box.x1 - box.x0 == pytest.approx(45 / 3, abs=1)


def test_a_fine_picture_is_read_as_it_is() -> None:
    fake = saying("Two")
    converted(saved(Image.new("1", (2480, 3508), 1), "TIFF"), "TIFF", fake)
    assert (fake.seen[0].width, fake.seen[0].height, fake.seen[0].dpi) == (2480, 3508, 308)


def test_a_tiff_has_pages() -> None:
    pages = [picture([f"{n}"], size=(900, 1200)) for n in (1, 2, 3)]
    content = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    found = converted(content, "TIFF")
    assert found.pages == 3
    assert [region.page for region in found.layers[0].regions] == [1] * 9 + [2] * 9 + [3] * 9


def test_a_page_that_is_cut_off_is_named_and_the_others_are_read() -> None:
    pages = [picture([f"{n}"], size=(900, 1200)) for n in (1, 2)]
    content = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    with Image.open(io.BytesIO(content)) as whole:
        whole.seek(1)
        pixels = whole.tag_v2[273][0]  # type: ignore[attr-defined]  # where the second page's begin
    found = converted(content[:pixels], "TIFF")
    assert {region.page for region in found.layers[0].regions} == {1}
    doubt = next(d for d in found.doubts if d.code == "convert.image.page_damaged")
    assert doubt.message.endswith(": 2.")


@pytest.mark.parametrize(
    ("mode", "kind", "colour"),
    [
        ("1", "TIFF", 1),
        ("L", "PNG", 255),
        ("LA", "PNG", (255, 255)),
        ("RGBA", "PNG", (0, 0, 0, 0)),  # all of it transparent: white
        ("P", "PNG", 0),
        ("CMYK", "JPEG", (0, 0, 0, 0)),
        ("CMYK", "TIFF", (0, 0, 0, 0)),
        ("RGB", "JPEG", (255, 255, 255)),
        ("I;16", "PNG", 65535),
        ("I;16", "TIFF", 65535),
        ("F", "TIFF", 1.0),
    ],
)
def test_every_depth_and_colour_becomes_grey(mode: str, kind: str, colour: object) -> None:
    image = Image.new(mode, (900, 1200), colour)  # type: ignore[arg-type]
    if mode == "P":
        image.putpalette([255, 255, 255] * 256)
    else:
        image.paste(
            0 if mode not in ("RGBA", "CMYK", "RGB", "LA") else _black(mode), (9, 9, 99, 99)
        )
    fake = saying("Two")
    converted(saved(image, kind), kind, fake)
    shown = Image.frombytes("L", (fake.seen[0].width, fake.seen[0].height), fake.seen[0].pixels)
    low, high = shown.getextrema()
    assert high == pytest.approx(255, abs=2)
    if mode != "P":
        assert low == pytest.approx(0, abs=30)


def _black(mode: str) -> tuple[int, ...]:
    return {"RGBA": (0, 0, 0, 255), "CMYK": (0, 0, 0, 255), "RGB": (0, 0, 0), "LA": (0, 255)}[mode]


def test_a_photograph_is_turned_as_its_camera_says() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned a quarter clockwise
    image = Image.new("RGB", (1600, 1200), "white")
    fake = saying("Two")
    converted(saved(image, "JPEG", exif=exif), "JPEG", fake)
    assert fake.seen[0].width < fake.seen[0].height


def test_a_moving_picture_is_read_by_its_first_frame_and_said() -> None:
    frames = [picture(["1"], size=(900, 1200)), picture(["2"], size=(900, 1200))]
    content = saved(frames[0], "PNG", save_all=True, append_images=frames[1:])
    found = converted(content)
    assert found.pages == 1
    assert "convert.image.moves" in [doubt.code for doubt in found.doubts]


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9])
def test_a_truncated_picture_is_refused(kind: str, share: float) -> None:
    content = saved(picture(LINES, size=(900, 1200)), kind)
    assert refused(content[: int(share * len(content))], kind).code == "convert.image.damaged"


@pytest.mark.parametrize("kind", TYPES)
def test_rubble_behind_a_right_beginning_is_refused(kind: str) -> None:
    start = {"PNG": b"\x89PNG\r\n\x1a\n", "JPEG": b"\xff\xd8\xff\xe0", "TIFF": b"II*\0"}[kind]
    for body in (b"", b"\0" * 99, b"\xff" * 999, bytes(range(256)) * 9):
        assert refused(start + body, kind).code == "convert.image.damaged"


def bomb(width: int, height: int) -> bytes:
    """Return a PNG that claims that size and holds next to nothing."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        whole = kind + body
        return struct.pack(">I", len(body)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(10_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(100_000, 100_000), (50_000, 10), (2_000_000_000, 1)])
def test_a_bomb_is_refused_before_it_is_decoded(size: tuple[int, int]) -> None:
    found = refused(bomb(*size))
    assert found.code in ("convert.image.too_large", "convert.image.damaged")


def test_a_tiff_of_endless_pages_is_refused() -> None:
    # One directory that names itself as the next.
    directory = struct.pack("<HHHIII", 1, 256, 4, 1, 10, 8)
    content = b"II*\0" + struct.pack("<I", 8) + directory
    assert refused(content, "TIFF").code == "convert.image.damaged"


@pytest.mark.parametrize(
    ("fake", "code", "hint"),
    [
        (failing("language", "tesseract-ocr-ara"), "convert.image.no_ocr", "tesseract-ocr-ara"),
        (failing("time"), "convert.ocr.failed", "Split"),
        (failing("crash"), "convert.ocr.failed", "Split"),
        (failing("limit"), "convert.ocr.failed", "Split"),
        (Fake(lambda _: PictureText()), "convert.image.no_ocr", "handwriting"),
        (Fake(lambda _: PictureText(), engine=None), "convert.image.no_ocr", "tesseract-ocr-eng"),
    ],
)
def test_a_picture_that_is_not_read_is_refused_with_what_to_do(
    fake: Fake, code: str, hint: str
) -> None:
    found = refused(saved(picture(LINES), "PNG"), fake=fake)
    assert found.code == code
    assert hint in found.hint
    assert "scan" in found.message


def test_without_a_recognizer_a_damaged_picture_is_damaged_still() -> None:
    with pytest.raises(InputError) as caught:
        convert_image(source(b"\x89PNG\r\n\x1a\nrubble"))
    assert caught.value.code == "convert.image.damaged"


def test_pages_that_could_not_be_read_are_named_beside_those_that_were() -> None:
    pages = [picture(["1"], size=(900, 1200)) for _ in range(4)]
    content = saved(pages[0], "TIFF", save_all=True, append_images=pages[1:])
    answers = {
        1: saying(*LINES).answer,
        2: failing("time").answer,
        3: Fake(lambda _: PictureText(blank=True)).answer,
        4: Fake(lambda _: PictureText()).answer,
    }
    fake = Fake(lambda one: answers[one.page](one))
    found = converted(content, "TIFF", fake)
    doubts = {doubt.code: doubt.message for doubt in found.doubts}
    assert doubts["convert.ocr.pages_not_read"].endswith("too long and were not read: 2.")
    assert doubts["convert.image.pages_without_text"].endswith(": 4.")
    assert doubts["convert.ocr"].endswith(": 1.")


def test_a_sliver_is_not_given_to_the_engine() -> None:
    fake = saying("Two")
    assert refused(saved(Image.new("L", (3000, 12), "white"), "PNG"), fake=fake).code == (
        "convert.image.no_ocr"
    )
    assert fake.seen == []


def test_a_warm_up_leaves_nothing_to_load() -> None:
    warm_up()
    assert isinstance(saying("x").answer(Picture(1, 1, 1, 300, b"\0")), PictureText)
