import pytest

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.stages.convert.pdf_sample import SAMPLE
from allegata.stages.convert.showing import check_shown, load_warm


@pytest.mark.parametrize("media_type", ["application/pdf", "image/png", "image/jpeg", "image/tiff"])
def test_what_has_pages_to_look_at_is_shown(media_type: str) -> None:
    check_shown(SourceFile("x", "n", b"", media_type))
    assert callable(load_warm(media_type))


def test_what_has_none_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        check_shown(SourceFile("x", "n", b"Two", "text/html"))
    assert refused.value.code == "convert.show.unsupported"
    assert refused.value.hint


def test_what_is_loaded_draws() -> None:
    show = load_warm("application/pdf")
    source = SourceFile("", "sample.pdf", SAMPLE, "application/pdf")
    width, height, pixels = show(source, 1, None, 72)
    assert (width, height, len(pixels)) == (99, 99, 99 * 99 * 3)
    assert min(pixels) < 100  # the words
