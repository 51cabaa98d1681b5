from hypothesis import given
from hypothesis import strategies as st

from allegata.stages.convert.lines import lines_of, region_of


@given(st.text("ab\r\n\u2028\x0b", max_size=60))
def test_lines_are_slices_of_the_text_in_order(text: str) -> None:
    lines = list(lines_of(text))
    assert [text[line.start : line.end] for line in lines] == [line.text for line in lines]
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    breaks = text.replace("\r\n", "\n").replace("\r", "\n")
    assert "\n".join(line.text for line in lines) == breaks.removesuffix("\n")


def test_a_region_names_its_line() -> None:
    assert region_of(list(lines_of("a\nbc"))[1]).path == "line[2]"
