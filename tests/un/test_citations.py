"""Resolutions by number: each member of a list with its own year. Phrasings: ``references/``."""

import pytest

from allegata.un.act_organs import Context
from allegata.un.citations import find_citations
from allegata.un.clearing import clear


def symbols(text: str, organ: str = "") -> list[str]:
    citations = find_citations(clear(text), Context(organ))
    return [member.symbol for citation in citations for member in citation.members]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "resolutions 1267 (1999), 1989 (2011) and 2253 (2015)",
            ["S/RES/1267 (1999)", "S/RES/1989 (2011)", "S/RES/2253 (2015)"],
        ),
        ("Council resolution 1912 \n(2010)", ["S/RES/1912 (2010)"]),
        ("resolution 2253 (2015), 43 people were hurt", ["S/RES/2253 (2015)"]),
        ("第2140(2014)和2216(2015)号决议", ["S/RES/2140 (2014)", "S/RES/2216 (2015)"]),
    ],
)
def test_each_number_gets_its_symbol(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "paragraph 9 (2017)",
        "killed 43 (2015)",
        "the resolution of 43 cases",
        "a resolution was adopted; 43 were hurt",
    ],
)
def test_numbers_without_their_head_word_are_no_resolutions(text: str) -> None:
    assert symbols(text) == []


def test_numbers_further_on_must_fit_their_year() -> None:
    assert symbols("resolution 242 (1967), which told of 43 (1967) and 338 (1973) things") == [
        "S/RES/242 (1967)",
        "S/RES/338 (1973)",
    ]
    assert symbols("resolution 242 (1967). Another sentence has 338 (1973)") == ["S/RES/242 (1967)"]


def test_a_day_after_a_number_is_that_resolutions_own() -> None:
    text = "resolutions 242 (1967) of 22 November 1967 and 338 (1973)"
    (citation,) = find_citations(clear(text))
    assert [(one.symbol, one.dated) for one in citation.members] == [
        ("S/RES/242 (1967)", "1967-11-22"),
        ("S/RES/338 (1973)", None),
    ]
    assert text[citation.start : citation.end] == text


def test_a_year_that_is_not_stated_is_told() -> None:
    (citation,) = find_citations(clear("resolutions 1267 and 2253 (2015)"))
    assert [one.has_year for one in citation.members] == [False, True]


def test_the_places_of_the_numbers_leave_out_what_stands_between_them() -> None:
    text = "resolution 242 (1967), with 43 dead, and 338 (1973) and 339 (1973)"
    (citation,) = find_citations(clear(text))
    assert [text[start:end] for start, end in citation.places] == [
        "resolution 242 (1967)",
        "338 (1973) and 339 (1973)",
    ]


def test_a_number_of_another_body_has_a_place_and_no_symbol() -> None:
    (citation,) = find_citations(clear("World Health Assembly resolution 69.2 of 2016"))
    assert (citation.members, citation.places) == ((), ((22, 37),))


def test_a_document_of_the_council_means_its_own_resolutions() -> None:
    assert symbols("resolutions 242 and 338", "S") == ["S/RES/242", "S/RES/338"]
    assert symbols("resolutions 242 and 338") == []
