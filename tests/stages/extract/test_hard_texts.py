"""Texts as they come: in capitals, without marks, misread, cut off, endless, about anything."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from bench.perturb import capitals, cut_off, misread, unpunctuated
from bench.sets.noise import ACCOUNTS
from bench.sets.speed import PARAGRAPH, PROSE
from hypothesis import given, settings
from hypothesis import strategies as st

from allegata.model.document import SourceFile
from allegata.model.ids import content_id
from allegata.model.reading import Reading
from allegata.wiring import read

Key = tuple[str, int | None, int | None, int | None]


def reading_of(text: str) -> Reading:
    content = text.encode("utf-8", "surrogatepass")
    source = SourceFile(content_id(content), "text", content, "text/plain", "utf-8", language="en")
    found = read(source)
    assert isinstance(found, Reading)
    return found


def counts_of(text: str) -> list[Key]:
    return [
        (count.outcome.value, count.low, count.best, count.high)
        for claim in reading_of(text).claims
        for count in claim.counts
    ]


@pytest.mark.parametrize("text", ACCOUNTS)
def test_capitals_and_small_letters_tell_the_same_counts(text: str) -> None:
    assert counts_of(capitals(text)) == counts_of(text)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The she11ing wounded c1vilians and 1eft 2O dead.", []),
        ("Air strike kills 4... read more", []),
        ("The toll has risen to 31 four of the wounded died", None),
        ("The council met for 14 hours to discuss the repair of 31 bridges.", []),
        ("Our team killed it: 3 goals, 2 assists, and 12 shots on target!", []),
        ("The homes of three farmers were hit.", []),
        ("Shares of the 3 largest miners were hit; 40 people lost their jobs.", []),
    ],
)
def test_no_count_is_made_of_what_is_no_number_or_no_violence(
    text: str, counts: list[Key] | None
) -> None:
    found = counts_of(text)
    assert found == counts if counts is not None else not any(35 in one for one in found)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(ACCOUNTS), min_size=1, max_size=4),
    st.sampled_from([capitals, unpunctuated, misread, cut_off, str.lower]),
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30),
)
def test_every_quote_is_its_slice_whatever_comes(
    accounts: list[str], noise: Callable[[str], str], more: str
) -> None:
    found = reading_of(noise(f"{more} ".join(accounts)))
    layer = found.document.layers[0].text
    for claim in found.claims:
        for evidence in claim.evidence:
            assert layer[evidence.start : evidence.end] == evidence.quote
        for count in claim.counts:
            assert layer[count.span.start : count.span.end] == count.raw


def lines_run(text: str) -> int:
    """Count the lines of Python that a reading runs, each turn of a loop anew: a clock that holds.

    What C does alone is not counted.
    """
    count = 0

    def on_line(_: FrameType, event: str, __: object) -> Callable[..., Any] | None:
        nonlocal count
        count += event == "line"
        return on_line

    before = sys.gettrace()
    sys.settrace(on_line)
    try:
        reading_of(text)
    finally:
        sys.settrace(before)
    return count


def paragraphs(times: int) -> list[str]:
    return [
        (PARAGRAPH if at % 2 else PROSE[at // 2 % len(PROSE)])
        .format(number=at + 1, day=1 + at % 28, killed=3 + at % 40, injured=5 + at)
        .replace("\n", " ")
        for at in range(times)
    ]


@pytest.mark.parametrize(
    "shape",
    [
        lambda times: " ".join(paragraphs(times)),
        lambda times: "\n\n".join(paragraphs(times)),
        lambda times: unpunctuated(" ".join(paragraphs(times))),
        lambda times: capitals(" ".join(paragraphs(times))),
        lambda times: "killed " * (25 * times),
        lambda times: "two men, three women, " * (15 * times),
        lambda times: "resolutions " + ", ".join(f"{1 + at} (2031)" for at in range(10 * times)),
        lambda times: "\n".join(f"In Dar Salam {at % 9} men were killed." for at in range(times)),
        lambda times: "(" * (300 * times),
    ],
    ids=[
        "line",
        "prose",
        "unpunctuated",
        "capitals",
        "verbs",
        "list",
        "citations",
        "rows",
        "brackets",
    ],
)
def test_cost_is_linear_in_length(shape: Callable[[int], str]) -> None:
    reading_of(shape(2))
    short, long = shape(40), shape(160)
    assert lines_run(long) / len(long) < 1.3 * lines_run(short) / len(short)
