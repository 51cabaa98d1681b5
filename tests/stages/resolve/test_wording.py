"""Words of accounts as numbers."""

from hypothesis import given
from hypothesis import strategies as st

from allegata.stages.resolve.wording import MOST_TERMS, PERMUTATIONS, sketch, terms, weight_of


def test_a_name_tells_more_than_a_common_word() -> None:
    (name,) = terms("Nescioville")
    assert weight_of(name) == 255
    assert terms("the police said on") == ()


def test_copies_share_their_sketch_and_other_texts_do_not() -> None:
    text = "SPECIMEN. Four rockets fell on the market of Nescio while farmers sold their wheat."
    assert sketch(text) == sketch(text.upper())
    other = sketch("SPECIMEN. Nobody was hurt when a bridge over the river Lethe gave way at noon.")
    assert sum(a == b for a, b in zip(sketch(text), other, strict=True)) < PERMUTATIONS / 4


@given(st.text(max_size=400))
def test_terms_are_few_distinct_and_sorted(text: str) -> None:
    found = terms(text)
    assert list(found) == sorted(set(found))
    assert len(found) <= MOST_TERMS


@given(st.lists(st.sampled_from(["Ubi", "Nemo", "Quidam", "Lethe"]), max_size=6))
def test_the_order_of_words_changes_no_terms(words: list[str]) -> None:
    assert terms(" ".join(words)) == terms(" ".join(reversed(words)))
