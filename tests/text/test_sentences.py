"""Where sentences end, and what looks like an end and is none."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from allegata.text.sentences import LONGEST, split_sentences


def test_in_capitals_initials_end_no_sentence() -> None:
    text = "A BOMB LAY NEAR THE U.S. CONSULATE. JOHN F. HARAZI FOUND IT."
    assert [text[start:end] for start, end in split_sentences(text, "en")] == [
        "A BOMB LAY NEAR THE U.S. CONSULATE.",
        "JOHN F. HARAZI FOUND IT.",
    ]


def test_words_without_a_full_stop_are_cut_at_a_comma() -> None:
    text = "two men fell, " * 500
    first, *rest = split_sentences(text, "en")
    assert text[slice(*first)].endswith("fell,")
    assert all(last - start <= LONGEST for start, last in [first, *rest])
    assert " ".join(text[slice(*one)] for one in [first, *rest]) == text.strip()


@given(st.text(alphabet="ab1, .\n", min_size=1, max_size=200), st.integers(1, 60))
def test_pieces_are_in_order_and_lose_only_blanks(text: str, times: int) -> None:
    whole = text * times
    ranges = split_sentences(whole, "en")
    kept = "".join("".join(whole[a:b].split()) for a, b in ranges)
    assert kept == "".join(whole.split())
    assert all(a < b for a, b in ranges)
    assert all(one[1] <= other[0] for one, other in pairwise(ranges))


def test_no_cut_is_made_inside_a_number() -> None:
    text = "12 " * 700 + "men and 1,200 women " * 300
    for start, end in split_sentences(text, "en"):
        assert not (text[end - 1].isdigit() and text[end : end + 1].isdigit())
        assert text[start : start + 1].strip()
