from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from allegata.model.document import Box
from allegata.stages.convert.page_blocks import lay_out
from allegata.stages.convert.printed import PrintedLine


def line(
    text: str, top: float, *, page: int = 1, left: float = 70, size: float = 10
) -> PrintedLine:
    return PrintedLine(page, text, Box(left, top, left + 6 * len(text), top + 12), size)


def blocks_of(*lines: PrintedLine) -> list[tuple[str, str]]:
    text, _, blocks = lay_out(lines, {1: 800.0, 2: 800.0})
    return [(block.kind, text[block.start : block.end]) for block in blocks]


def test_a_wide_gap_ends_a_paragraph() -> None:
    assert blocks_of(line("Two were", 200), line("hurt.", 214), line("Later", 240)) == [
        ("paragraph", "Two were\nhurt."),
        ("paragraph", "Later"),
    ]


def test_a_double_spaced_page_keeps_its_paragraphs() -> None:
    full = "a line that runs all the way to the margin"
    assert blocks_of(line(full, 200), line(full, 226), line("short.", 252), line(full, 278)) == [
        ("paragraph", f"{full}\n{full}\nshort."),
        ("paragraph", full),
    ]


def test_numbered_paragraphs_stand_alone() -> None:
    assert blocks_of(line("1. Two were", 200), line("hurt.", 214), line("2. Later", 228)) == [
        ("list_item", "1. Two were\nhurt."),
        ("list_item", "2. Later"),
    ]


def test_an_indented_line_starts_a_paragraph() -> None:
    lines = (line("Two", 200, left=90), line("were", 214), line("hurt.", 228))
    assert blocks_of(*lines, line("Later", 242, left=90)) == [
        ("paragraph", "Two\nwere\nhurt."),
        ("paragraph", "Later"),
    ]


def test_the_continued_mark_is_furniture() -> None:
    assert blocks_of(line("Two were hurt.", 200), line("/...", 780))[1] == ("furniture", "/...")


def test_what_is_repeated_in_the_middle_of_pages_is_text() -> None:
    lines = (line("Two were hurt.", 400), line("Two were hurt.", 400, page=2))
    assert [kind for kind, _ in blocks_of(*lines)] == ["paragraph", "paragraph"]


@given(
    st.lists(st.tuples(st.text("abc 1.", min_size=1).map(str.strip), st.floats(0, 780)), min_size=1)
)
def test_every_line_is_found_again_at_its_region(drawn: list[tuple[str, float]]) -> None:
    lines = [line(text or "x", top) for text, top in drawn]
    text, regions, blocks = lay_out(lines, {1: 800.0})
    found = [(text[r.start : r.end], r.box) for r in regions]
    assert Counter(found) == Counter((one.text, one.box) for one in lines)
    covered = [any(b.start <= r.start and r.end <= b.end for b in blocks) for r in regions]
    assert all(covered)
