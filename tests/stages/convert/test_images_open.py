import pytest
from PIL import Image
from tests.ocrkit import saved

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.stages.convert import images_open
from allegata.stages.convert.images_open import open_image


def source(content: bytes, media_type: str = "image/png") -> SourceFile:
    return SourceFile("x", "scan", content, media_type)


def test_a_page_may_be_had_in_colour() -> None:
    image = Image.new("RGB", (60, 50), (200, 10, 10))
    with open_image(source(saved(image, "PNG"))) as pages:
        assert pages.page(1, mode="RGB").getpixel((5, 5)) == (200, 10, 10)
        assert pages.page(1).mode == "L"


def test_what_is_named_one_format_and_is_another_is_not_decoded() -> None:
    with (
        pytest.raises(InputError) as refused,
        open_image(source(saved(Image.new("L", (9, 9)), "GIF"))),
    ):
        pass
    assert refused.value.code == "convert.image.damaged"


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images_open, "MOST_PAGES", 2)
    more = [Image.new("1", (9, 9)) for _ in range(3)]
    content = saved(Image.new("1", (9, 9)), "TIFF", save_all=True, append_images=more)
    with pytest.raises(InputError) as refused, open_image(source(content, "image/tiff")):
        pass
    assert refused.value.code == "convert.image.too_many_pages"


def test_a_page_beyond_measure_is_refused_by_its_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(images_open, "MOST_PIXELS", 100)
    content = saved(Image.new("L", (60, 50)), "PNG")
    with open_image(source(content)) as pages, pytest.raises(InputError) as refused:
        pages.page(1)
    assert refused.value.code == "convert.image.too_large"
    assert "60 by 50" in refused.value.message
