"""Clock times of a sentence."""

import pytest

from allegata.lang.grammar.clock import find_clock_times
from allegata.lang.pack import load_pack


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("At 0415 hours local time on 17 July the post was shelled.", "04:15"),
        ("at 0230Z on 24 March", "02:30Z"),
        ("at 6.40 a.m. GMT", "06:40Z"),
        ("at around 11:30, warplanes came", "11:30"),
        ("at 12.05 a.m.", "00:05"),
        ("at 9 p.m. on August 21", "21:00"),
    ],
)
def test_a_time_as_written(text: str, time: str) -> None:
    assert [found for _, _, found in find_clock_times(text, load_pack("en"))] == [time]


@pytest.mark.parametrize(
    "text",
    ["a price of 3.30 francs", "about 25 men", "at 1944 the", "resolution 2253 (2015)", "at 99:99"],
)
def test_other_numbers_are_no_times(text: str) -> None:
    assert find_clock_times(text, load_pack("en")) == ()
