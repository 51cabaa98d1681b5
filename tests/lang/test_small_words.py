"""Words that a language writes small tell names in texts all in capitals."""

import pytest

from allegata.lang.grammar.lexing import class_name, lex
from allegata.lang.grammar.rows import harm_row
from allegata.lang.pack import load_pack
from allegata.lang.small_words import SmallWords


@pytest.mark.parametrize("word", ["bomb", "bombs", "bombing", "guerrillas", "hand-grenade"])
def test_every_form_of_a_common_word_is_listed(word: str) -> None:
    small = load_pack("en").lexicon.small
    assert small is not None
    assert small.has(word)


def test_a_compound_is_small_where_all_its_parts_are() -> None:
    small = SmallWords("attack bomb")
    assert small.has("bomb-attack")
    assert not small.has("bomb-harazi")


def test_in_capitals_only_words_that_are_never_small_are_names() -> None:
    text = "THE EXPLOSION SHOOK HARAZI STREET"
    units = lex(text, [(0, len(text))], load_pack("en").lexicon)
    names = [units.words(i, i + 1) for i, c in enumerate(units.classes) if class_name(c) == "CAP"]
    assert names == ["HARAZI"]


def test_a_person_is_told_by_title_and_name_in_capitals() -> None:
    row = harm_row("SENATOR NASSER HARAZI WAS MURDERED.")
    (whole,) = [value.whole for value in row.values if hasattr(value, "whole")]
    assert (whole.named, whole.role, whole.quantity and whole.quantity.best) == (
        True,
        "public_official",
        1,
    )
