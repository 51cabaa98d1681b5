"""Countries answer to every name that letters and reports use for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.lang.countries import (
    countries,
    country_named,
    country_of_code,
    fold_country_name,
    is_abbreviation,
)


@pytest.mark.parametrize(
    ("name", "alpha3"),
    [
        ("Syrian Arab Republic", "SYR"),
        ("the Syrian Arab Republic", "SYR"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Islamic Republic of Iran", "IRN"),
        ("United States of America", "USA"),
        ("United States", "USA"),
        ("US", "USA"),
        ("U.S.", "USA"),
        ("UK", "GBR"),
        ("United Kingdom of Great Britain and Northern Ireland", "GBR"),
        ("Russian Federation", "RUS"),
        ("State of Palestine", "PSE"),
        ("Republic of Korea", "KOR"),
        ("DPRK", "PRK"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Democratic People’s Republic of Korea", "PRK"),
        ("DRC", "COD"),
        ("UAE", "ARE"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("TURKEY", "TUR"),
        ("Cote d’Ivoire", "CIV"),
        ("Viet Nam", "VNM"),
        ("Venezuela (Bolivarian Republic of)", "VEN"),
        ("République arabe syrienne", "SYR"),
        ("Сирийская Арабская Республика", "SYR"),
        ("Россия", "RUS"),
        ("США", "USA"),
        ("الجمهورية العربية السورية", "SYR"),
        ("اليمن", "YEM"),
        ("叙利亚", "SYR"),
        ("俄罗斯联邦", "RUS"),
        ("Syrian", "SYR"),
        ("Syrians", "SYR"),
        ("American", "USA"),
        ("Russian", "RUS"),
        ("Israeli", "ISR"),
        ("British", "GBR"),
        ("Frenchmen", "FRA"),
        ("Germans", "DEU"),
    ],
)
def test_a_name_means_its_country(name: str, alpha3: str) -> None:
    found = country_named(name)
    assert found is not None
    assert found.alpha3 == alpha3


@pytest.mark.parametrize(
    "name", ["us", "Us", "car", "Kurdish", "Islamic State", "Aleppo", "", "the", "Korean", "NATO"]
)
def test_other_words_are_no_country(name: str) -> None:
    assert country_named(name) is None


def test_the_two_congos_and_the_two_guineas_stay_apart() -> None:
    named = {
        name: country.alpha2
        for name in ("Congo", "DR Congo", "Guinea", "Guinea-Bissau", "Niger", "Nigeria")
        if (country := country_named(name)) is not None
    }
    assert named == {
        "Congo": "CG",
        "DR Congo": "CD",
        "Guinea": "GN",
        "Guinea-Bissau": "GW",
        "Niger": "NE",
        "Nigeria": "NG",
    }


def test_a_demonym_is_no_place() -> None:
    assert country_named("Yemeni", demonyms=False) is None
    yemen = country_named("Yemen", demonyms=False)
    assert yemen is not None
    assert yemen.alpha2 == "YE"


def test_codes_are_unique_and_lead_back_to_their_country() -> None:
    known = countries()
    assert len({c.alpha2 for c in known}) == len({c.alpha3 for c in known}) == len(known) == 250
    for country in known:
        assert country_of_code(country.alpha2) == country_of_code(country.alpha3) == country


def test_every_state_answers_to_each_of_its_own_names() -> None:
    lost = [
        (country.alpha2, name)
        for country in countries()
        for name in country.names
        if country_named(name) != country
    ]
    assert lost == []


def test_united_nations_members_have_their_official_name() -> None:
    syria = country_of_code("SY")
    assert syria is not None
    assert (syria.name, syria.official) == ("Syria", "Syrian Arab Republic")
    assert sum(1 for c in countries() if c.demonyms) >= 193


@given(st.text())
def test_folding_is_idempotent_and_blind_to_case(name: str) -> None:
    folded = fold_country_name(name)
    assert fold_country_name(folded) == folded
    assert fold_country_name(name.casefold()) == folded


@given(st.text(alphabet="abcXYZ. "))
def test_an_abbreviation_has_no_small_letter(name: str) -> None:
    if is_abbreviation(name):
        assert name.upper() == name
