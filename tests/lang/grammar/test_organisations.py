"""Organisations by name, by acronym, and by the words that their names are made of."""

import pytest

from allegata.lang.grammar.organisations import find_organisations
from allegata.lang.pack import load_pack


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[o.start : o.end], o.name) for o in find_organisations(text, load_pack("en"))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "THE HARAZI PEOPLE'S LIBERATION FRONT [HPLF] STRUCK. HPLF REBELS FLED.",
            [
                ("HARAZI PEOPLE'S LIBERATION FRONT [HPLF]", "HARAZI PEOPLE'S LIBERATION FRONT"),
                ("HPLF", "HARAZI PEOPLE'S LIBERATION FRONT"),
            ],
        ),
        (
            "the Popular Army of Haraz, PAH, struck; PAH men fled",
            [
                ("Popular Army of Haraz, PAH", "Popular Army of Haraz"),
                ("PAH", "Popular Army of Haraz"),
            ],
        ),
        (
            "THE ARMY OF NATIONAL LIBERATION FLED",
            [("ARMY OF NATIONAL LIBERATION", "National Liberation Army")],
        ),
        ("THE HARAZI CARTEL PAID", [("HARAZI CARTEL", "HARAZI CARTEL")]),
        ("THE SO-CALLED HARAZI CARTEL PAID", [("HARAZI CARTEL", "HARAZI CARTEL")]),
    ],
)
def test_a_name_and_its_acronym_stand_for_one_organisation(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert _found(text) == found


@pytest.mark.parametrize(
    "text", ["a popular movement began", "the police and the army", "THE FRONT OF THE TRUCK BURNED"]
)
def test_words_that_only_describe_name_nobody(text: str) -> None:
    assert _found(text) == []
