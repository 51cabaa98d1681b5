"""How far to look from a place: to the ends of its sentence."""

import pytest

from allegata.un.sentences import LONGEST_SENTENCE, sentence_end, sentence_start


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("One. The X here. Two.", "The X here"),
        ("One (see para. 3) X, no. 5. Two", "One (see para. 3) X, no. 5. Two"),
        ("am 2. Mai X kam", "am 2. Mai X kam"),
        ("One\n\nX\n\nTwo", "X"),
        ("一。X在。二", "X在"),
        ("It was so in 2031. X came. It", "X came"),
    ],
)
def test_the_sentence_around_a_place(text: str, sentence: str) -> None:
    at = text.index("X")
    assert text[sentence_start(text, at) : sentence_end(text, at, len(text))] == sentence


def test_no_further_than_the_longest_sentence() -> None:
    text = "a" * 2000
    assert sentence_start(text, 1500) == 1500 - LONGEST_SENTENCE
    assert sentence_end(text, 1500, 1600) == 1600
