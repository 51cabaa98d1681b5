import pytest

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.stages.acquire.sniff import BOXES, MEDIA_TYPES, TABLES
from allegata.stages.convert.registry import CONVERTERS, converter_of


def test_every_format_that_is_sniffed_and_holds_one_document_has_a_converter() -> None:
    assert set(CONVERTERS) == set(MEDIA_TYPES) - set(TABLES) - set(BOXES)


def test_what_brings_a_parser_that_can_be_attacked_is_isolated() -> None:
    isolated = {kind for kind, converter in CONVERTERS.items() if converter.isolated}
    assert isolated == set(CONVERTERS) - {"text/plain", "text/markdown"}


@pytest.mark.parametrize("media_type", [k for k, c in CONVERTERS.items() if c.isolated])
def test_an_isolated_converter_warms_itself_up(media_type: str) -> None:
    assert callable(CONVERTERS[media_type].load_warm())


def test_a_format_without_a_converter_is_refused() -> None:
    with pytest.raises(InputError) as refused:
        converter_of(SourceFile("x", "a.bin", b"", "application/x-thing"))
    assert refused.value.code == "convert.unsupported"
