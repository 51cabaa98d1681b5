"""Letters that mean the same, made one without moving an offset."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.un.folding import FOLDS, folded, replaced, stretched


@given(st.text(max_size=60))
def test_no_offset_moves(text: str) -> None:
    assert len(text.translate(FOLDS)) == len(text)
    assert replaced(text, FOLDS) == text.translate(FOLDS)


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    once = text.translate(FOLDS)
    assert once.translate(FOLDS) == once


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("الأمم المتحدة", "الأمــم المتحـدة"),
        ("الأمم المتحدة", "ﺍﻷﻣﻢ ﺍﻟﻤﺘﺤﺪﺓ"),
        ("مجلس الأمن", "مجلــــس الأمـــن"),
        ("بناء على", "بناءً على"),
        ("السابعة?", "السابع"),
        ("sécurité", "SECURITE"),
        ("Объединённых", "Объединенных"),
        ("(2031)", "（２０３１）"),
    ],
)
def test_a_pattern_fits_every_way_of_writing(pattern: str, text: str) -> None:
    shape = stretched(pattern.replace("(2031)", r"\(2031\)"))
    assert re.fullmatch(shape, text.translate(FOLDS), re.IGNORECASE)


def test_a_pattern_that_is_not_stretched_still_fits_the_ligature() -> None:
    assert re.fullmatch(folded("الأمين"), "ﺍﻷﻣﻴﻦ".translate(FOLDS))
    assert re.fullmatch(folded("الأمين"), "الأمــين".translate(FOLDS)) is None


def test_classes_and_escapes_in_a_pattern_stay_whole() -> None:
    assert re.fullmatch(stretched(r"[اأ]\d{2}"), "ا12")
