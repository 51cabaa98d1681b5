"""What stands in another text is found in runs of words, whatever their dress."""

from hypothesis import given
from hypothesis import strategies as st

from allegata.stages.resolve.repeats import Repeat, repeated, runs

WORDS = st.lists(
    st.sampled_from(["market", "night", "tower", "river", "seven", "nine", "harbour", "bell"])
)
AGENCY = "Missiles hit the grain market of Tarnel on Friday night and 43 people were killed."
REPRINT = f"(Our reader) {AGENCY} A fire burned until noon."


def test_a_reprint_has_the_whole_of_its_text() -> None:
    found = repeated(AGENCY, REPRINT)
    assert (found.share, found.words) == (1.0, 15)
    assert AGENCY[slice(*found.taken)] == REPRINT[slice(*found.given)] == AGENCY.rstrip(".")


def test_what_is_added_is_not_taken() -> None:
    found = repeated(REPRINT, AGENCY)
    assert (found.share, found.words, found.longest) == (0.714, 21, 15)


def test_other_words_repeat_nothing() -> None:
    other = "A monitoring group counted between 38 and 41 dead after a strike."
    assert repeated(other, AGENCY) == Repeat(0.0, 10)
    assert repeated("too short", AGENCY) == Repeat(0.0, 2)
    assert not runs(other) & runs(AGENCY)


@given(WORDS, WORDS, WORDS)
def test_a_text_stands_wholly_in_one_that_holds_it(
    before: list[str], own: list[str], after: list[str]
) -> None:
    text = " ".join(own)
    found = repeated(text, " ".join([*before, *own, *after]))
    assert found.share == (1.0 if len(own) > 3 else 0.0)


@given(WORDS, WORDS)
def test_the_longest_run_is_the_same_words_in_both(one: list[str], other: list[str]) -> None:
    left, right = " ".join(one), " ".join(other)
    found = repeated(left, right)
    assert left[slice(*found.taken)] == right[slice(*found.given)]
    assert 0.0 <= found.share <= 1.0
