"""Names of units in lists lose the words that say what they are, in every language of the words."""

import pytest

from allegata.gazetteers.unit_words import bare_name
from allegata.places.type_words import units

BARE = {
    "en": "Tarnel",
    "ar": "ترنيل",
    "ar-Latn": "Tarnel",
    "fr": "Tarnel",
    "es": "Tarnel",
    "ru": "Тарнельская",
    "fa": "ترنل",
}


@pytest.mark.parametrize("unit", units(), ids=lambda unit: unit["language"])
def test_the_example_of_each_language_loses_its_word_and_the_counter_nothing(
    unit: dict[str, str],
) -> None:
    assert bare_name(unit["example"]) == BARE[unit["language"]]
    assert bare_name(unit["counter"]) == unit["counter"]


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Republic of Tarnel", "Tarnel"),
        ("Gouvernorat du Tarnel", "Tarnel"),
        ("Provincia de Tarnel", "Tarnel"),
        ("Tarnel wilaya", "Tarnel"),
        ("منطقه ترنيل", "ترنيل"),
        ("Governorate", "Governorate"),
        ("Statesville", "Statesville"),
    ],
)
def test_words_behind_before_and_joined_are_taken_off(name: str, bare: str) -> None:
    assert bare_name(name) == bare
