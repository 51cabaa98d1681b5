"""Runs of capitalised words, and an article with its name."""

import pytest

from allegata.places.runs import find_runs, pieces_of


def runs(text: str) -> list[str]:
    return [text[start:end] for start, end in find_runs(text)]


def pieces(text: str) -> list[str]:
    ((start, end),) = find_runs(text)
    return [text[first:last] for first, last in pieces_of(text, start, end)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("men shot at Zuhur from afar", ["Zuhur"]),
        ("from Qasr al-Zuhur to ar-Rabwah", ["Qasr al-Zuhur", "ar-Rabwah"]),
        ("between Şahin, Ḩamra’ and Île-Zuhur", ["Şahin", "Ḩamra’", "Île-Zuhur"]),
        ("in Rio de Oro and nowhere", ["Rio de Oro"]),
        ("an Northern man, at Tall Zuhur", ["Northern", "Tall Zuhur"]),
        ("lower case alone, non-Syrian too", []),
        ("Zuhur\nRabwah", ["Zuhur", "Rabwah"]),
    ],
)
def test_a_run_has_capitals_and_the_small_words_between(text: str, found: list[str]) -> None:
    assert runs(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in Dayr az Zawr today", ["Dayr", "az Zawr"]),
        ("in Al Mayadin today", ["Al Mayadin"]),
        ("in As Suwayda today", ["As Suwayda"]),
        ("At Tabqa, men fell", ["At", "Tabqa"]),
        ("city of Rio de Oro", ["Rio", "de", "Oro"]),
    ],
)
def test_an_article_apart_goes_with_its_name(text: str, found: list[str]) -> None:
    assert pieces(text) == found
