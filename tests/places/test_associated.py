"""Places inside other names and behind demonyms; people's names are neither."""

from itertools import pairwise

import pytest

from allegata.gazetteers.embedded import open_embedded
from allegata.places.associated import find_associated
from allegata.places.phrases import find_places
from allegata.places.words import load_place_words


def associated(text: str) -> list[tuple[str, str, str]]:
    words, gazetteer = load_place_words("en"), open_embedded()
    found = find_places(text, gazetteer, words)
    more = find_associated(text, found, gazetteer, words)
    spans = sorted((place.start, place.end) for place in (*found, *more))
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(text[place.start : place.end] == place.raw for place in more)
    return [(place.raw, place.name, place.kind) for place in more]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Nairobi Fire Department came.", [("Nairobi", "Nairobi", "settlement")]),
        ("the Nebraska Department of Roads", [("Nebraska", "Nebraska", "admin")]),
        (
            "a Kenyan officer and two Somalis",
            [("Kenyan", "Kenya", "country"), ("Somalis", "Somalia", "country")],
        ),
        (
            "the Kenyan-Somali border",
            [("Kenyan", "Kenya", "country"), ("Somali", "Somalia", "country")],
        ),
        ("a Nairobi-based group", [("Nairobi", "Nairobi", "settlement")]),
        (
            "the Lancaster County Fire Department",
            [("Lancaster County", "Lancaster", "admin")],
        ),
    ],
)
def test_a_place_in_a_name_and_a_people_are_found(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert associated(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Anna Nairobi Lindt spoke.",
        "Dr. Lancaster spoke.",
        "He read the Old Library List.",
        "She lives in Nairobi.",
    ],
)
def test_people_common_words_and_places_found_already_are_not(text: str) -> None:
    assert associated(text) == []


def test_a_small_place_counts_inside_a_name_where_the_text_names_it_elsewhere() -> None:
    small = "The Akuressa Police Station was hit."
    assert [
        raw for raw, _, _ in associated("They met in Akuressa. The Akuressa Fire Service came.")
    ] == ["Akuressa"]
    assert "Akuressa Fire" not in [raw for raw, _, _ in associated(small)]
