"""Type words say kinds in six languages, behind a name and before it."""

import pytest

from allegata.places.type_words import kind_before, kind_said


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
