"""Alternatives in one expression fit exactly what the words are, the longest first."""

import re

from hypothesis import given
from hypothesis import strategies as st

from allegata.lang.alternation import alternation, fold_text

WORDS = st.lists(st.text("ab c.-'", min_size=1, max_size=6).filter(str.strip), min_size=1)


@given(WORDS, st.text("ab c.-'", max_size=12))
def test_it_fits_where_the_words_one_by_one_would(words: list[str], text: str) -> None:
    spaced = sorted((r"\s+".join(map(re.escape, word.split())) for word in words), key=len)
    one_by_one = [match.end() for word in spaced if (match := re.match(word, text))]
    found = re.match(alternation(words), text)
    assert (found.end() if found else None) == max(one_by_one, default=None)


def test_no_words_fit_nowhere() -> None:
    assert re.search(alternation([]), "anything") is None


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold_text(text)) == len(text)
