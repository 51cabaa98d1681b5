"""Where sentences end, and what looks like an end and is none."""

from allegata.text.sentences import split_sentences


def test_in_capitals_initials_end_no_sentence() -> None:
    text = "A BOMB LAY NEAR THE U.S. CONSULATE. JOHN F. HARAZI FOUND IT."
    assert [text[start:end] for start, end in split_sentences(text, "en")] == [
        "A BOMB LAY NEAR THE U.S. CONSULATE.",
        "JOHN F. HARAZI FOUND IT.",
    ]
