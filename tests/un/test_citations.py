"""Resolutions by number: each member of a list with its own year."""

import pytest

from allegata.un.citations import find_citations


def symbols(text: str) -> list[str]:
    return [member.symbol for citation in find_citations(text) for member in citation.members]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("resolution 2253 (2015)", ["S/RES/2253 (2015)"]),
        (
            "resolutions 1267 (1999), 1989 (2011) and 2253 (2015)",
            ["S/RES/1267 (1999)", "S/RES/1989 (2011)", "S/RES/2253 (2015)"],
        ),
        ("Council resolution 1912 \n(2010)", ["S/RES/1912 (2010)"]),
        ("paragraph 9 of resolution 2231 (2015)", ["S/RES/2231 (2015)"]),
        ("General Assembly resolution 46/182", ["A/RES/46/182"]),
        ("resolutions 70/234 A and B", ["A/RES/70/234A", "A/RES/70/234B"]),
        ("resolution ES-11/1", ["A/RES/ES-11/1"]),
        ("resolution 217 A (III)", ["A/RES/217(III)A"]),
        ("resolution 377 (V)", ["A/RES/377(V)"]),
        ("decision 60/551", ["A/DEC/60/551"]),
        ("Human Rights Council resolution 22/23", ["A/HRC/RES/22/23"]),
        ("Economic and Social Council resolution 1996/31", ["E/RES/1996/31"]),
        ("Council resolution 2253 says", ["S/RES/2253"]),
        ("résolutions 2170 (2014) et 2178 (2014)", ["S/RES/2170 (2014)", "S/RES/2178 (2014)"]),
        ("resoluciones 2170 (2014) y 2178 (2014)", ["S/RES/2170 (2014)", "S/RES/2178 (2014)"]),
        ("резолюции 2253 (2015)", ["S/RES/2253 (2015)"]),
        ("resolution 2253 (2015), 43 people were hurt", ["S/RES/2253 (2015)"]),
        (
            "resolutions 1267, 1989 and 2253 (2015)",
            ["S/RES/1267", "S/RES/1989", "S/RES/2253 (2015)"],
        ),
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
        "high-resolution 1080 pictures",
    ],
)
def test_numbers_without_their_head_word_are_no_resolutions(text: str) -> None:
    assert symbols(text) == []


def test_a_day_after_a_number_is_that_resolutions_own() -> None:
    (citation,) = find_citations("resolutions 242 (1967) of 22 November 1967 and 338 (1973)")
    assert [(one.symbol, one.dated) for one in citation.members] == [
        ("S/RES/242 (1967)", "1967-11-22"),
        ("S/RES/338 (1973)", None),
    ]


def test_a_year_that_is_not_stated_is_told() -> None:
    (citation,) = find_citations("resolutions 1267 and 2253 (2015)")
    assert [one.has_year for one in citation.members] == [False, True]
