"""Names become places where the document says enough, and stay names where it does not."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.gazetteers.embedded import open_embedded
from allegata.gazetteers.packed import PackedGazetteer
from allegata.gazetteers.packing import Keyed, keys_of, pack
from allegata.model.places import (
    AdminUnit,
    GazetteerEntry,
    Place,
    PlaceMention,
    PrecisionCodes,
)
from allegata.model.span import Span
from allegata.model.vocabularies import PlacePrecision
from allegata.stages.normalize.places import resolve_places


def mention(raw: str, kind: str = "settlement", name: str | None = None) -> PlaceMention:
    return PlaceMention(raw, kind, Span("t0", 0, len(raw)), None, name or raw)


def resolved(
    *mentions: PlaceMention, country: str | None = "SY", text: str = ""
) -> list[Place | None]:
    return [one.place for one in resolve_places(mentions, text, open_embedded(), country=country)]


def place_of(one: PlaceMention, country: str | None = "SY") -> Place:
    (place,) = resolved(one, country=country)
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("name", "city", "governorate"),
    [
        ("Raqqah", "geonames:172955", "geonames-adm1:SY.04"),
        ("Hasakah", "geonames:173811", "geonames-adm1:SY.01"),
        ("Aleppo", "geonames:170063", "geonames-adm1:SY.09"),
        ("Dayr al-Zawr", "geonames:170794", "geonames-adm1:SY.07"),
    ],
)
def test_a_bare_name_is_the_settlement_with_its_governorate_as_alternative(
    name: str, city: str, governorate: str
) -> None:
    place = place_of(mention(name))
    assert (place.id, place.precision) == (city, PlacePrecision.SETTLEMENT)
    (other,) = [one for one in place.alternatives if one.id == governorate]
    assert other.score < place.score


def test_raqqah_city_is_told_in_full() -> None:
    place = place_of(mention("Raqqah city", name="Raqqah"))
    assert dataclasses.replace(place, alternatives=(), score=0.0, reasons=()) == Place(
        id="geonames:172955",
        same_as=(),
        name="Ar Raqqah",
        country="SY",
        admin1=AdminUnit("SY.04", "Raqqa"),
        admin2=None,
        lat=35.95283,
        lon=39.00788,
        precision=PlacePrecision.SETTLEMENT,
        radius_km=5.0,
        score=0.0,
        method="exact",
        codes=PrecisionCodes("City", 1, 1, None),
    )
    assert place.score > 0.9
    assert place.reasons[:2] == ("same spelling", "the kind of place that the words say")


def test_a_governorate_is_never_the_city_nor_the_city_the_governorate() -> None:
    place = place_of(mention("Hasakah governorate", "admin", "Hasakah"))
    assert (place.id, place.precision) == ("geonames-adm1:SY.01", PlacePrecision.ADM1)
    assert place.radius_km > 50
    assert "geonames:173811" in {other.id for other in place.alternatives}


def test_a_district_is_itself_with_the_governorate_that_holds_it() -> None:
    place = place_of(mention("Manbij district", "admin", "Manbij"))
    assert (place.id, place.precision) == ("geonames-adm2:SY.09.167355", PlacePrecision.ADM2)
    assert place.admin1 == AdminUnit("SY.09", "Aleppo")
    assert place.radius_km >= 25.0


def test_a_district_that_is_not_known_is_the_governorate_that_holds_it() -> None:
    place = place_of(mention("Tadif district", "admin", "Tadif"))
    assert (place.id, place.precision) == ("geonames-adm1:SY.09", PlacePrecision.ADM1)


def test_a_district_is_no_town_of_another_country() -> None:
    assert resolved(mention("Ghaziabad subdistrict", "admin", "Ghaziabad"), country="SY") == [None]


def in_a_row(text: str, *mentions: tuple[str, str, str]) -> tuple[PlaceMention, ...]:
    """Return mentions (words, kind, name) where they stand in a text."""
    return tuple(
        PlaceMention(raw, kind, Span("t0", text.index(raw), text.index(raw) + len(raw)), None, name)
        for raw, kind, name in mentions
    )


@pytest.mark.parametrize("joint", [", ", " of ", " in "])
@pytest.mark.parametrize(
    ("district", "province", "code"),
    [
        ("Dowlatabad", "Balkh", "AF.30"),
        ("Dowlatabad", "Faryab", "AF.07"),
        ("Ghaziabad", "Kunar", "AF.34"),
        ("Nowhere", "Wardak", "AF.27"),
    ],
)
def test_a_district_lies_in_the_province_named_right_behind_it(
    district: str, province: str, code: str, joint: str
) -> None:
    text = f"{district} district{joint}{province} province"
    row = in_a_row(
        text,
        (f"{district} district", "admin", district),
        (f"{province} province", "admin", province),
    )
    found = [
        place and place.admin1 and place.admin1.code
        for place in resolved(*row, country="AF", text=text)
    ]
    assert found == [code, code]


def test_a_place_told_again_is_where_it_was_told_to_be() -> None:
    text = "Dowlatabad district, Faryab province and later Dowlatabad district"
    row = in_a_row(
        text,
        ("Dowlatabad district", "admin", "Dowlatabad"),
        ("Faryab province", "admin", "Faryab"),
    )
    again = mention("Dowlatabad district", "admin", "Dowlatabad")
    units = [
        one and one.admin1 and one.admin1.code
        for one in resolved(*row, again, country="AF", text=text)
    ]
    assert units == ["AF.07", "AF.07", "AF.07"]


def test_a_city_before_another_unit_is_one_of_a_list() -> None:
    text = "Aleppo, Raqqah governorate"
    row = in_a_row(
        text,
        ("Aleppo", "settlement", "Aleppo"),
        ("Raqqah governorate", "admin", "Raqqah"),
    )
    units = [one and one.admin1 and one.admin1.code for one in resolved(*row, text=text)]
    assert units == ["SY.09", "SY.04"]


def test_a_facility_lies_somewhere_in_its_settlement() -> None:
    place = place_of(mention("Raqqah national hospital", "facility", "Raqqah"))
    assert (place.id, place.precision) == ("geonames:172955", PlacePrecision.SETTLEMENT)
    assert place.radius_km == 5.0


def test_outskirts_are_around_the_settlement_and_no_point_in_it() -> None:
    place = place_of(mention("Aleppo outskirts", "region", "Aleppo"))
    assert (place.precision, place.radius_km) == (PlacePrecision.NEAR_SETTLEMENT, 25.0)


def test_countryside_reaches_as_far_as_the_unit_of_the_name() -> None:
    place = place_of(mention("Aleppo countryside", "region", "Aleppo"))
    assert (place.id, place.precision) == ("geonames-adm1:SY.09", PlacePrecision.ADM1)


def test_a_country_is_itself_whatever_the_document_is_about() -> None:
    place = place_of(mention("Russian Federation", "country"))
    assert (place.id, place.country) == ("geonames:2017370", "RU")
    assert place.precision == PlacePrecision.COUNTRY


def test_the_country_of_the_document_decides_between_homonyms() -> None:
    assert place_of(mention("Homs"), country="SY").country == "SY"
    assert place_of(mention("Tripoli"), country="LB").country == "LB"
    assert place_of(mention("Tripoli"), country="LY").country == "LY"


def test_without_a_country_told_the_one_most_named_counts() -> None:
    lebanon = resolved(mention("Lebanon", "country"), mention("Tripoli"), country=None)[1]
    libya = resolved(mention("Libya", "country"), mention("Tripoli"), country=None)[1]
    assert lebanon is not None
    assert libya is not None
    assert (lebanon.country, libya.country) == ("LB", "LY")


def test_without_any_country_the_most_populous_is_meant_and_the_others_are_kept() -> None:
    place = place_of(mention("London"), country=None)
    assert place.country == "GB"
    assert "CA" in {
        entry.country
        for other in place.alternatives
        if (entry := open_embedded().entry(other.id)) is not None
    }


def test_without_any_country_namesakes_of_like_size_in_two_countries_are_not_guessed() -> None:
    here, there = village(1, NORTH, 600_000), village(2, NORTH, 400_000)
    gazetteer = small(here, dataclasses.replace(there, country="IQ"))
    assert [
        one.place for one in resolve_places([mention("Tall Zuhur")], "", gazetteer, country=None)
    ] == [None]
    (one,) = resolve_places([mention("Tall Zuhur")], "", gazetteer, country="IQ")
    assert one.place is not None
    assert one.place.id == "x:2"


def test_a_great_city_abroad_is_found_and_a_small_one_is_not_guessed() -> None:
    assert place_of(mention("Geneva"), country="SY").country == "CH"
    assert resolved(mention("Springfield")) == [None]
    assert resolved(mention("Avila"), country="SY") == [None]


@pytest.mark.parametrize("kind", ["settlement", "admin", "facility", "region", "unknown"])
def test_an_unknown_name_has_no_place(kind: str) -> None:
    assert resolved(mention("Qasr al-Zuhur", kind)) == [None]


def test_a_neighbourhood_is_not_the_town_of_its_name() -> None:
    assert resolved(mention("Raqqah neighbourhood", "neighbourhood", "Raqqah")) == [None]


def test_consonants_alone_are_not_enough_for_a_place() -> None:
    assert place_of(mention("Jarabulus")).name == "Jarābulus"
    for country in ("SY", None):
        assert resolved(mention("Jirabilus"), country=country) == [None]


def small(*entries: GazetteerEntry) -> PackedGazetteer:
    keyed = [Keyed(one, keys_of([one.name], romanised=True)) for one in entries]
    return PackedGazetteer(pack(keyed, {"name": "small"}))


def village(number: int, unit: AdminUnit, people: int | None = None) -> GazetteerEntry:
    lat = 30.0 + number
    return GazetteerEntry(
        f"x:{number}", "Tall Zuhur", "SY", "settlement", lat, 38.0, people, unit, None
    )


NORTH, SOUTH = AdminUnit("SY.N", "North"), AdminUnit("SY.S", "South")
NORTH_ENTRY = GazetteerEntry("x:9", "North", "SY", "adm1", 36.0, 38.0, None, NORTH, None, 60.0)


def test_level_homonyms_are_the_unit_that_holds_both() -> None:
    gazetteer = small(village(1, NORTH), village(2, NORTH), NORTH_ENTRY)
    (one,) = resolve_places([mention("Tall Zuhur")], "", gazetteer, country="SY")
    assert one.place is not None
    assert (one.place.id, one.place.precision) == ("x:9", PlacePrecision.ADM1)
    assert {other.id for other in one.place.alternatives} == {"x:1", "x:2"}


def test_level_homonyms_in_two_units_have_no_place() -> None:
    gazetteer = small(village(1, NORTH), village(2, SOUTH), NORTH_ENTRY)
    (one,) = resolve_places([mention("Tall Zuhur")], "", gazetteer, country="SY")
    assert one.place is None


def test_of_two_homonyms_at_home_the_more_populous_is_meant() -> None:
    gazetteer = small(village(1, NORTH, 900), village(2, SOUTH, 90_000))
    (one,) = resolve_places([mention("Tall Zuhur")], "", gazetteer, country="SY")
    assert one.place is not None
    assert one.place.id == "x:2"
    assert [other.id for other in one.place.alternatives] == ["x:1"]


NAMES = st.sampled_from(["Raqqah", "Tripoli", "London", "Syria", "Springfield", "Nowhere", "Homs"])
KINDS = st.sampled_from(["settlement", "admin", "country", "facility", "region", "unknown"])
MENTIONS = st.lists(st.builds(mention, NAMES, KINDS), max_size=6)


@given(MENTIONS, st.sampled_from([None, "SY", "LY"]))
def test_words_stay_scores_are_shares_and_one_name_is_one_place(
    mentions: list[PlaceMention], country: str | None
) -> None:
    found = resolve_places(mentions, "", open_embedded(), country=country)
    assert [dataclasses.replace(one, place=None) for one in found] == mentions
    for one in found:
        if one.place is not None:
            assert 0 < one.place.score <= 1
            assert all(0 <= other.score <= 1 for other in one.place.alternatives)
            assert one.place.radius_km > 0
    same = {(one.name, one.kind): one.place for one in found}
    assert [same[one.name, one.kind] for one in found] == [one.place for one in found]
