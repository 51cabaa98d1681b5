"""Summaries of strikes: what they tell of civilians, and where they tell nothing."""

import pytest
from bench.reading import read_text

from bench.sets import dronestream


@pytest.mark.parametrize(
    ("summary", "civilians"),
    [
        ("Six alleged rebels died as a house was hit.", [0, 0]),
        ("Six people killed in a strike on a house.", None),
        ("Three civilians, a child among them, died.", [3, 3]),
        ("Nine civilians including six children among 17-21 killed in a strike.", [9, 9]),
        ("Five civilians reportedly among nine killed.", [5, 5]),
        ("Strike with unknown casualty figures.", None),
    ],
)
def test_civilians_are_counted_only_where_the_text_tells_of_them(
    summary: str, civilians: list[int] | None
) -> None:
    answer = dronestream.answer(read_text("x", summary, published="2031-03-10"))
    assert answer.get("civilians_killed") == civilians
