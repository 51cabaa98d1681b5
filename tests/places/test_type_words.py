"""Type words say kinds in six languages, behind a name and before it."""

import pytest

from allegata.places.type_words import UNITS, kind_before, kind_said, unit_words, words_of


@pytest.mark.parametrize(
    ("beside", "kind"),
    [
        ("governorate", "adm1"),
        ("District", "district"),
        ("sub-district", "subdistrict"),
        ("national hospital", "facility"),
        ("countryside", "countryside"),
        ("محافظة", "adm1"),
        ("область", "adm1"),
        ("brigade", ""),
        ("", ""),
    ],
)
def test_the_last_word_beside_a_name_says_its_kind(beside: str, kind: str) -> None:
    assert kind_said(beside) == kind


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("in the village of ", "settlement"),
        ("the district of the ", "district"),
        ("le village de ", "settlement"),
        ("a village ", ""),
        ("people of ", ""),
        ("fertile villageof ", ""),
    ],
)
def test_a_type_word_leads_to_a_name_by_a_word_that_joins_them(lead: str, kind: str) -> None:
    assert kind_before(f"{lead}Zuhur", len(lead)) == kind


def test_words_of_units_are_those_that_say_their_kinds() -> None:
    words = words_of("en", UNITS)
    assert {"governorate", "district", "sub-district", "county"} <= words
    assert {kind_said(word) for word in words} == {*UNITS}
    assert words_of("en", ["no kind"]) == frozenset()


def test_words_of_units_stand_where_their_language_sets_them() -> None:
    before, behind = unit_words()
    assert {"district of", "gouvernorat de", "ناحية"} <= before
    assert {"district", "область", "regency"} <= behind
    assert not {"gouvernorat", "ناحية"} & behind
    assert not {"district", "область"} & before
