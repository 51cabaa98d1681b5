import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.model.document import Box
from allegata.model.errors import InputError
from allegata.stages.convert.showing_parts import MOST_PIXELS, no_such_page, scale_for

SIDES = st.floats(1, 50_000)


@given(SIDES, SIDES, st.floats(0.01, 100))
def test_what_is_shown_is_never_beyond_measure(width: float, height: float, scale: float) -> None:
    part, found = scale_for("n", (width, height), None, scale)
    assert part == Box(0.0, 0.0, width, height)
    assert width * height * found**2 <= MOST_PIXELS * 1.001
    assert found <= scale


@pytest.mark.parametrize(
    "box",
    [
        Box(9, 9, 9, 20),
        Box(20, 9, 9, 20),
        Box(-9, -9, -1, -1),
        Box(700, 0, 800, 9),
        Box(0, 0, math.nan, 9),
    ],
)
def test_nothing_is_no_part(box: Box) -> None:
    with pytest.raises(InputError) as refused:
        scale_for("n", (600.0, 800.0), box, 1.0)
    assert refused.value.code == "convert.show.no_part"


def test_a_page_that_is_not_there_is_named() -> None:
    assert "has 2 pages, and no page 7" in no_such_page("n", 7, 2).message
