"""Places are found by what the gazetteer knows and by the type words around a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.gazetteers.embedded import open_embedded
from allegata.places.phrases import FoundPlace, find_places
from allegata.places.words import load_place_words


def places(text: str) -> tuple[FoundPlace, ...]:
    return find_places(text, open_embedded(), load_place_words("en"))


def told(text: str) -> list[tuple[str, str, str]]:
    return [(place.raw, place.name, place.kind) for place in places(text)]


@pytest.mark.parametrize(
    ("text", "raw", "name", "kind"),
    [
        ("homes in Raqqah city were hit", "Raqqah city", "Raqqah", "settlement"),
        ("homes in the city of Raqqah", "Raqqah", "Raqqah", "settlement"),
        ("all over Hasakah governorate", "Hasakah governorate", "Hasakah", "admin"),
        ("the governorate of Hasakah", "Hasakah", "Hasakah", "admin"),
        ("Hasakah Governorate was calm", "Hasakah Governorate", "Hasakah", "admin"),
        ("south of Dayr al-Zawr, a truck", "Dayr al-Zawr", "Dayr al-Zawr", "settlement"),
        ("in the eastern Aleppo countryside", "Aleppo countryside", "Aleppo", "region"),
        ("in Aleppo's northern countryside", "Aleppo's northern countryside", "Aleppo", "region"),
        ("in Tall al-Zuhur village", "Tall al-Zuhur village", "Tall al-Zuhur", "settlement"),
        ("Raqqah national hospital fell", "Raqqah national hospital", "Raqqah", "facility"),
        ("Raqqah National Hospital fell", "Raqqah National Hospital", "Raqqah", "facility"),
        ("in the Kurdish-held north of Syria", "Syria", "Syria", "country"),
        ("fighting spread in Nineveh.", "Nineveh", "Nineveh", "admin"),
    ],
)
def test_a_place_is_found_with_its_name_and_kind(text: str, raw: str, name: str, kind: str) -> None:
    assert told(text) == [(raw, name, kind)]


def test_a_list_gives_each_of_its_places_and_no_nationality() -> None:
    text = "crimes in Raqqah, Hasakah, Aleppo, Dayr al-Zawr and other Syrian cities"
    assert [place.raw for place in places(text)] == ["Raqqah", "Hasakah", "Aleppo", "Dayr al-Zawr"]
    assert {place.kind for place in places(text)} == {"settlement"}


@pytest.mark.parametrize(
    "text",
    [
        "On Friday, 4 August, and again in March and May",
        "The Security Council and the Secretary-General of the United Nations",
        "Syrian, American and Russian forces",
        "Mr. Nabil Aleppo and Colonel Homs were there",
        "Hassan and Ahmad were killed",
        "Jordan Avila reported it, and Chad Avila filmed it",
        "Most of the dead were children. Nice words. Same as before.",
        "the Aleppo Media Centre and the Idlib Health Directorate",
        "killed us all, and the car burnt",
    ],
)
def test_what_is_no_place_is_not_found(text: str) -> None:
    assert told(text) == []


def test_an_unknown_name_is_a_place_where_a_preposition_once_led_to_it() -> None:
    text = "Qasr al-Zuhur burnt. Shells fell in Qasr al-Zuhur. He quoted Nabil al-Zuhur."
    assert told(text) == [("Qasr al-Zuhur", "Qasr al-Zuhur", "unknown")] * 2


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        ("ten kilometres south of Tell Zuhur, at dawn", "Tell Zuhur"),
        ("shells fell on the outskirts of Bir Zuhur.", "Bir Zuhur"),
        ("in Dayr az Zawr yesterday", "Dayr az Zawr"),
        ("in Al Mayadin and nowhere else", "Al Mayadin"),
        ("men shot at Raqqah from afar", "Raqqah"),
        ("Raqqah was hit at noon.", "Raqqah"),
    ],
)
def test_words_before_a_name_lead_to_the_whole_of_it(text: str, raw: str) -> None:
    assert [place.raw for place in places(text)] == [raw]


@pytest.mark.parametrize(
    "text",
    [
        "her son Homs, her neighbour Nawa and the reporter Aleppo",
        "Among them were Nawa, 9, and Homs, 41, both of one family",
        "resolution RES and the MENA desk",
        "Nawa Zarifa spoke. Later on Nawa spoke again.",
    ],
)
def test_people_and_initials_are_no_places(text: str) -> None:
    assert told(text) == []


def test_a_surname_is_a_place_where_a_preposition_shows_it() -> None:
    assert told("Nawa Zarifa spoke of the shells that fell in Nawa") == [
        ("Nawa", "Nawa", "settlement")
    ]


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("in Kabul's Dar-e-Zuhur neighbourhood", ["Kabul", "Dar-e-Zuhur neighbourhood"]),
        ("in Cox's Bazar and Ra's al-Ayn", ["Cox's Bazar", "Ra's al-Ayn"]),
        ("in Port Sudan, New Mexico and El Salvador", ["Port Sudan", "New Mexico", "El Salvador"]),
        ("in Mexico City and in San Salvador", ["Mexico City", "San Salvador"]),
        ("in La Paz, The Hague and Rio de Janeiro", ["La Paz", "The Hague", "Rio de Janeiro"]),
        ("in Northern Aleppo and Western Zuhur", ["Aleppo"]),
        ("in the Old City of Aleppo", ["Aleppo"]),
        ("across the West Bank, said the World Zuhur Bank", ["West Bank"]),
        ("in Şanlıurfa, then in Ḩalab", ["Şanlıurfa", "Ḩalab"]),
    ],
)
def test_a_name_is_found_whole_and_alone(text: str, raws: list[str]) -> None:
    assert [place.raw for place in places(text)] == raws


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in Abu Kamal", [("Abu Kamal", "Abu Kamal", "settlement")]),
        ("in Umm al-Zuhur village", [("Umm al-Zuhur village", "Umm al-Zuhur", "settlement")]),
        ("Shaykh Zuhur district", [("Shaykh Zuhur district", "Shaykh Zuhur", "admin")]),
        ("Abu Zuhur fled Sheikh Zuhur's village", []),
    ],
)
def test_a_title_begins_a_place_where_the_gazetteer_or_a_type_word_says_so(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert told(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the al-Zuhur hospital", [("al-Zuhur hospital", "al-Zuhur", "facility")]),
        ("at Amal Zuhur Hospital", [("Amal Zuhur Hospital", "Amal Zuhur", "facility")]),
        ("the Zarifa hospital", []),
        ("fled Raqqah\n\nHospital staff", [("Raqqah", "Raqqah", "settlement")]),
        ("fled Raqqah\nhospital at", [("Raqqah\nhospital", "Raqqah", "facility")]),
    ],
)
def test_a_facility_of_unknown_name_needs_a_capital_or_an_article(
    text: str, found: list[tuple[str, str, str]]
) -> None:
    assert told(text) == found


def test_initials_beside_a_name_are_a_persons() -> None:
    assert (
        told("wrote J. Nawa to Nawa T. Zarifa of Nawa, in Nawa")
        == [("Nawa", "Nawa", "settlement")] * 2
    )


def test_a_country_inside_a_longer_name_is_not_the_country() -> None:
    assert told("Iraq Body Watch wrote from Iraq") == [("Iraq", "Iraq", "country")]


SCRAPS = st.lists(
    st.sampled_from(
        ["Raqqah", "city", "of", "the", "Syria", "Dayr", "al-Zawr", "Friday", "in", ",", ". ", "’s",
         "hospital", "national", "United", "States", "(", ")", "\n", "é", "Ali", "X"]
    )
)  # fmt: skip


@given(SCRAPS.map(" ".join) | st.text())
def test_found_places_are_slices_in_order_without_overlap(text: str) -> None:
    reached = 0
    for place in places(text):
        assert reached <= place.start < place.end <= len(text)
        assert place.raw == text[place.start : place.end]
        assert place.name in place.raw
        reached = place.end


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("A mine went off in Bir Nuwayla.", ["Bir Nuwayla"]),
        ("In Corun, a third man died.", ["Corun"]),
        ("Corun fell. The post at Corun burnt.", ["Corun", "Corun"]),
        ("They shelled the covered market of Corun Tal.", ["Corun Tal"]),
        ("the square of Saint-Corun was empty", ["Saint-Corun"]),
        ("boats off Cape Corun", ["Cape Corun"]),
        ("the road between Corun and the river", ["Corun"]),
    ],
)
def test_a_place_that_no_gazetteer_knows_is_found_where_a_preposition_leads_to_it(
    text: str, raws: list[str]
) -> None:
    assert [place.raw for place in places(text)] == raws


@pytest.mark.parametrize(
    "text",
    [
        "Corun spoke and Corun wept.",
        "They shot at Corun and had no confidence in Corun.",
        "a cousin of the man in WARKO, and one at Corun Trust",
        "in the Corun family home, said a post on Facebook and one in Aug",
        "In Corunist-held parts, in April, at Easter and in Market",
        "in Nabil Corun's hands, at Hassan Corun and in Ahmad",
    ],
)
def test_a_name_that_nothing_shows_to_be_a_place_is_none(text: str) -> None:
    assert told(text) == []


def test_a_word_in_capitals_is_no_village_of_that_name() -> None:
    assert told("EIGHT CLERKS DROWNED IN PAPER, ONE SAID.") == []


def test_a_word_that_is_written_small_needs_words_that_show_a_place() -> None:
    assert told("Still, the doctors stayed.") == []
    assert told("The bill passed the House and nobody spoke.") == []


@pytest.mark.parametrize("unit", ["N.D.", "Calif.", "Ga.", "TX"])
def test_the_short_form_of_a_unit_behind_a_comma_is_a_place(unit: str) -> None:
    assert unit in [raw for raw, *_ in told(f"in Fargo, {unit}, on Friday")]


@pytest.mark.parametrize(
    "text", ["She is a nurse, MD.", "He has it, OK.", "in Fargo, Etc., on Friday"]
)
def test_other_short_forms_are_none(text: str) -> None:
    assert [raw for raw, *_ in told(text) if raw.rstrip(".") in ("MD", "OK", "Etc")] == []


def test_a_unit_in_short_is_meant_rather_than_a_town_of_that_name() -> None:
    text = "in Jefferson County, Colo. It rained."
    found = find_places(text, open_embedded(), load_place_words("en"))
    assert [(place.raw, place.kind) for place in found] == [
        ("Jefferson County", "admin"),
        ("Colo.", "admin"),
    ]
