import pytest
from PIL import Image
from tests.ocrkit import saved

from allegata.model.document import Box, SourceFile
from allegata.model.errors import InputError
from allegata.stages.convert.images_showing import show, warm_up

PAGE = Image.new("RGB", (1000, 500), "white")


def source() -> SourceFile:
    return SourceFile("x", "n", saved(PAGE, "PNG"), "image/png")


def test_a_picture_is_never_shown_larger_than_it_is() -> None:
    assert show(source(), 1, None, 400)[:2] == (1000, 500)
    assert show(source(), 1, None, 44)[:2] == (502, 251)


def test_a_part_keeps_whole_pixels() -> None:
    width, height, pixels = show(source(), 1, Box(10.4, 20.6, 30.2, 40.1), 400)
    assert (width, height, len(pixels)) == (21, 21, 21 * 21 * 3)


def test_there_is_no_second_page() -> None:
    with pytest.raises(InputError) as refused:
        show(source(), 2, None, 100)
    assert refused.value.code == "convert.show.no_page"


def test_a_warm_up_needs_no_file() -> None:
    warm_up()
