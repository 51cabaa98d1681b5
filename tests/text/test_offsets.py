"""Offsets survive cleaning and back."""

from hypothesis import given
from hypothesis import strategies as st

from allegata.text.cleaning import reading_view
from allegata.text.offsets import OffsetMap, keep

TEXTS = st.text(alphabet=st.sampled_from([*"ab \n*_\\[]()#-.\u00ad", "é", "ق", "😀"]))


@given(TEXTS, st.booleans())
def test_every_kept_character_is_the_one_in_the_source(text: str, markdown: bool) -> None:
    clean, offsets = reading_view(text, markdown=markdown)
    assert offsets.clean_length == len(clean)
    assert offsets.source_length == len(text)
    for clean_start, source_start, length in offsets.pieces:
        for step in range(length):
            kept, source = clean[clean_start + step], text[source_start + step]
            assert kept == source or (kept == " " and source.isspace())


@given(TEXTS, st.data())
def test_a_span_of_the_view_comes_back_from_the_source(text: str, data: st.DataObject) -> None:
    clean, offsets = reading_view(text, markdown=True)
    start = data.draw(st.integers(0, len(clean)))
    end = data.draw(st.integers(start, len(clean)))
    first, last = offsets.to_source(start, end)
    assert 0 <= first <= last <= len(text)
    if start < end:
        assert offsets.to_clean(first, last) == (start, end)


@given(st.lists(st.tuples(st.text(max_size=4), st.booleans()), max_size=12))
def test_composed_maps_reach_the_first_text(parts: list[tuple[str, bool]]) -> None:
    source = "".join(text for text, _ in parts)
    pieces: list[tuple[str, int | None]] = []
    at = 0
    for text, kept in parts:
        if kept:
            pieces.append((text, at))
        at += len(text)
    clean, inner = keep(pieces, len(source))
    again = OffsetMap.identity(len(clean)).compose(inner)
    assert again.pieces == inner.pieces


def test_marks_of_an_export_are_not_read() -> None:
    text = "# Title\n\nsee [S/2017/1](#), **bold** 9 \\(2015\\)"
    assert reading_view(text, markdown=True)[0] == "Title\n\nsee S/2017/1, bold 9 (2015)"


def test_broken_lines_are_joined_and_short_ones_are_not() -> None:
    text = (
        "The warplanes bombarded the residential neigh-\nbourhoods of the town and the hospi-\n"
        "tal.\nAmbassador\nMission"
    )
    assert reading_view(text, markdown=False)[0] == (
        "The warplanes bombarded the residential neighbourhoods of the town and the hospital."
        "\nAmbassador\nMission"
    )
