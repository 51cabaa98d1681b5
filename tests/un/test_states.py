"""States as titles write them."""

import pytest

from allegata.lang.countries import countries, country_of_code
from allegata.un.states import state_at_end, state_named, states_named
from allegata.un.words import words_of

LISTED = """
AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB
BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA
ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI
HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA
LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM
NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN
SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO
TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE
"""
MEMBERS = LISTED.split()


def test_russian_knows_the_genitive_of_every_member_state() -> None:
    words = words_of("ru")
    known = {key.removeprefix("states.") for key in words.values if key.startswith("states.")}
    assert set(MEMBERS) <= known
    assert {"PSE", "VAT"} <= known


@pytest.mark.parametrize("alpha3", MEMBERS)
def test_every_member_state_is_known_by_its_official_name_after_an_office(alpha3: str) -> None:
    country = country_of_code(alpha3)
    assert country is not None
    assert states_named(f" of the {country.official}", words_of("en")) == (alpha3,)


@pytest.mark.parametrize("language", ["en", "fr", "es", "ru", "zh", "ar", "de"])
def test_no_name_of_a_file_means_two_states(language: str) -> None:
    words = words_of(language)
    for key, names in words.values.items():
        if key.startswith("states."):
            for name in names:
                assert state_named(name, words) == key.removeprefix("states."), name


@pytest.mark.parametrize("language", ["fr", "es", "zh", "ar"])
def test_every_member_state_has_a_name_in_each_language(language: str) -> None:
    own = {
        key.removeprefix("states.")
        for key in words_of(language).values
        if key.startswith("states.")
    }
    several = {one.alpha3 for one in countries() if len(one.names) > 2}
    assert set(MEMBERS) <= own | several


@pytest.mark.parametrize(
    ("language", "text", "states"),
    [
        ("en", " of Bosnia and Herzegovina, Chad and Mali", ("BIH", "TCD", "MLI")),
        ("en", " of Iran (Islamic Republic of)", ("IRN",)),
        ("en", " of the Union of Soviet Socialist Republics", ("SUN",)),
        ("fr", " de l’Iraq et de la République centrafricaine", ("IRQ", "CAF")),
        ("fr", " de Côte d’Ivoire", ("CIV",)),
        ("es", " del Chad y de la República Árabe Siria", ("TCD", "SYR")),
        ("ru", " Тринидада и Тобаго и Чада", ("TTO", "TCD")),
        ("zh", "特立尼达和多巴哥以及乍得", ("TTO", "TCD")),
        ("zh", "白俄罗斯、古巴和俄罗斯联邦", ("BLR", "CUB", "RUS")),
        ("ar", " للعراق ولجمهورية إيران الإسلامية", ("IRQ", "IRN")),
        ("ar", " للبنان والمملكة العربية السعودية", ("LBN", "SAU")),
        ("de", " der Arabischen Republik Syrien", ("SYR",)),
        ("en", " of", ()),
        ("en", " of Chad and Nowhere", ()),
    ],
)
def test_a_list_is_read_whole_or_not_at_all(
    language: str, text: str, states: tuple[str, ...]
) -> None:
    assert states_named(text, words_of(language)) == states


def test_a_state_may_end_a_longer_title() -> None:
    assert state_at_end(" for Foreign Affairs and Trade of Chad", words_of("en")) == "TCD"
    assert state_at_end("Министерства обороны Мали", words_of("ru")) == "MLI"
    assert state_at_end(" of the town", words_of("en")) is None
