"""Offsets in code points and in UTF-16 units name the same letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.model.document import TextLayer
from allegata.model.errors import InputError
from allegata.model.span import Span
from allegata.model.vocabularies import LayerKind
from allegata.model.wire import Json
from allegata.web.offsets import Utf16, maps_of, to_browser, to_span

RARE = "😀👩‍👩‍👧🇸🇾𞤀𠮷𝔸ﷺé́مدني43"
TEXTS = st.text(st.one_of(st.characters(), st.sampled_from(RARE)), max_size=60)


def units(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


@given(TEXTS, st.data())
def test_a_position_in_units_cuts_the_text_where_the_code_point_does(
    text: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(text)))
    unit = Utf16(text).of(at)
    assert units(text)[: unit * 2] == units(text[:at])


@given(TEXTS, st.data())
def test_there_and_back_is_the_same_position(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert Utf16(text).code_point(Utf16(text).of(at)) == at


@given(TEXTS, st.data())
def test_every_unit_is_a_position_or_is_refused(text: str, data: st.DataObject) -> None:
    total = len(units(text)) // 2
    unit = data.draw(st.integers(0, total))
    starts = {Utf16(text).of(at) for at in range(len(text) + 1)}
    if unit in starts:
        assert Utf16(text).of(Utf16(text).code_point(unit)) == unit
    else:
        with pytest.raises(InputError, match="no place between two letters"):
            Utf16(text).code_point(unit)


def test_the_middle_of_an_emoji_is_no_position() -> None:
    with pytest.raises(InputError) as refused:
        Utf16("a😀b").code_point(2)
    assert refused.value.code == "web.offset"


@pytest.mark.parametrize("unit", [-1, 5])
def test_a_position_outside_the_text_is_refused(unit: int) -> None:
    with pytest.raises(InputError):
        Utf16("a😀b").code_point(unit)


LAYER = TextLayer("t0", LayerKind.NATIVE, "plain@1", "😀 Two 😀 were hurt.")


def test_every_span_of_a_value_is_told_in_units_however_deep_it_lies() -> None:
    value: Json = {"a": [{"span": {"layer": "t0", "start": 2, "end": 5}}], "layer": "t0", "n": 2}
    assert to_browser(value, maps_of([LAYER])) == {
        "a": [{"span": {"layer": "t0", "start": 3, "end": 6}}],
        "layer": "t0",
        "n": 2,
    }


def test_words_marked_in_the_page_become_a_span_of_code_points() -> None:
    span = to_span({"layer": "t0", "start": 3, "end": 9}, maps_of([LAYER]))
    assert span == Span("t0", 2, 7)
    assert LAYER.slice(span) == "Two 😀"


@pytest.mark.parametrize(
    "value",
    [
        {"layer": "t9", "start": 0, "end": 1},
        {"layer": "t0", "start": 4, "end": 4},
        {"layer": "t0", "start": 6, "end": 4},
        {"layer": "t0", "start": "0", "end": 1},
        {"start": 0, "end": 1},
        None,
    ],
)
def test_what_is_no_stretch_of_the_document_is_refused(value: None) -> None:
    with pytest.raises(InputError):
        to_span(value, maps_of([LAYER]))
