"""Names become places where the text says enough, the smallest sure unit, or nothing."""

import re

import pytest

from allegata.gazetteers.embedded import open_embedded
from allegata.gazetteers.packed import PackedGazetteer
from allegata.gazetteers.packing import Keyed, keys_of, pack
from allegata.model.places import AdminUnit, GazetteerEntry, Place
from allegata.model.vocabularies import PlacePrecision
from allegata.places.asking import Ask
from allegata.places.resolver import Resolved, choice_key, place_of, resolve

NORTH, SOUTH = AdminUnit("SY.N", "North"), AdminUnit("SY.S", "South")


def told(text: str, *names: str, country: str | None = None) -> list[Resolved]:
    """Resolve bare names where each first stands in a text."""
    asks = [Ask(at := text.index(name), at + len(name), (name,)) for name in names]
    return resolve(text, asks, open_embedded(), country=country)


def unit_of(one: Resolved) -> str | None:
    return one.place.admin1.code if one.place and one.place.admin1 else None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("in Paris, Texas", "US.TX"),
        ("in Paris, Tex., today", "US.TX"),
        ("in Springfield, Ill., today", "US.IL"),
        ("in Springfield (Oregon)", "US.OR"),
        ("in Columbia, SC", "US.SC"),
    ],
)
def test_a_town_lies_in_the_unit_named_right_behind_it(text: str, code: str) -> None:
    town, unit = re.findall(r"[A-Z][A-Za-z]+\.?", text)
    assert [unit_of(one) for one in told(text, town, unit)] == [code, code]


def test_an_abbreviation_holds_only_as_it_is_written() -> None:
    (capital,) = told("in Ill.", "Ill.")
    assert capital.place is not None
    assert capital.place.name == "Illinois"
    (small,) = told("taken ill", "ill")
    assert small.place is None


def test_the_home_of_local_news_emerges_from_its_other_names() -> None:
    text = (
        "Crowds met in Athens. Those from Decatur, Huntsville and Madison came by bus to Alabama."
    )
    names = ("Athens", "Decatur", "Huntsville", "Madison", "Alabama")
    assert {unit_of(one) for one in told(text, *names)} == {"US.AL"}
    assert unit_of(told("Crowds met in Athens. Those from Patras came by bus.", "Athens")[0]) != (
        "US.AL"
    )


def test_a_demonym_is_its_country() -> None:
    (one,) = told("a Syrian officer", "Syrian")
    assert one.place is not None
    assert (one.place.country, one.place.precision) == ("SY", PlacePrecision.COUNTRY)


def test_the_reasons_say_what_decided() -> None:
    paris = told("in Paris, Texas", "Paris", "Texas")[0].place
    assert paris is not None
    assert "same spelling" in paris.reasons
    assert "in Texas, named right behind it" in paris.reasons
    assert paris.method == "exact"


def small(*entries: GazetteerEntry) -> PackedGazetteer:
    keyed = [Keyed(one, keys_of([one.name], romanised=True)) for one in entries]
    return PackedGazetteer(pack(keyed, {"name": "small"}))


def village(number: int, unit: AdminUnit, lat: float, name: str = "Tall Zuhur") -> GazetteerEntry:
    return GazetteerEntry(f"x:{number}", name, "SY", "settlement", lat, 38.0, None, unit, None)


NORTH_ENTRY = GazetteerEntry("x:9", "North", "SY", "adm1", 36.0, 38.0, None, NORTH, None, 60.0)
SOUTH_ENTRY = GazetteerEntry("x:8", "South", "SY", "adm1", 33.0, 38.0, None, SOUTH, None, 60.0)


def one_of(gazetteer: PackedGazetteer, text: str, *asks: Ask) -> Place | None:
    return resolve(text, asks, gazetteer, country="SY")[0].place


def test_namesakes_that_stand_near_each_other_are_one_area() -> None:
    gazetteer = small(village(1, NORTH, 36.0), village(2, NORTH, 36.1), NORTH_ENTRY)
    place = one_of(gazetteer, "Tall Zuhur", Ask(0, 10, ("Tall Zuhur",)))
    assert place is not None
    assert place.precision is PlacePrecision.NEAR_SETTLEMENT
    assert 11.0 < place.radius_km < 25.0  # both lie in it


def test_a_framed_name_unknown_in_the_unit_behind_it_is_that_unit_and_no_namesake() -> None:
    gazetteer = small(village(1, NORTH, 36.0), NORTH_ENTRY, SOUTH_ENTRY)
    text = "Tall Zuhur village, South"
    asks = Ask(0, 18, ("Tall Zuhur",), "settlement", True), Ask(20, 25, ("South",))
    resolved = resolve(text, asks, gazetteer, country="SY")
    assert resolved[0].place is not None
    assert (resolved[0].place.id, resolved[0].place.method) == ("x:8", "parent")
    assert [one.id for one in resolved[0].candidates] == ["x:8", "x:1"]


def test_a_wholly_unknown_name_is_the_unit_named_behind_it() -> None:
    place = one_of(
        small(NORTH_ENTRY), "Corun, North", Ask(0, 5, ("Corun",)), Ask(7, 12, ("North",))
    )
    assert place is not None
    assert (place.id, place.method) == ("x:9", "parent")


def test_one_name_that_fails_leaves_the_others() -> None:
    gazetteer = small(village(1, NORTH, 36.0), NORTH_ENTRY)
    text = "Corun and Tall Zuhur"
    asks = Ask(0, 5, ("Corun",)), Ask(10, 20, ("Tall Zuhur",))
    assert [one.place and one.place.id for one in resolve(text, asks, gazetteer)] == [None, "x:1"]


def test_what_a_person_has_chosen_wins_for_every_spelling_of_the_name() -> None:
    first, second = village(1, NORTH, 36.0), village(2, SOUTH, 33.0)
    chosen = {choice_key("tall  zuhur"): place_of(second)}
    asks = [Ask(0, 10, ("Tall Zuhur",))]
    (one,) = resolve("Tall Zuhur", asks, small(first, second), country="SY", chosen=chosen)
    assert one.place is not None
    assert (one.place.id, one.place.method, one.place.score) == ("x:2", "chosen", 1.0)


def test_a_name_in_two_scripts_takes_what_both_say() -> None:
    entries = [village(1, NORTH, 36.0, "Zuhur"), village(2, SOUTH, 33.0, "زهور")]
    both = GazetteerEntry("x:3", "Zuhur", "SY", "settlement", 34.0, 38.0, None, SOUTH, None)
    keyed = [Keyed(one, keys_of([one.name], romanised=True)) for one in entries]
    keyed.append(Keyed(both, keys_of(["Zuhur", "زهور"], romanised=True)))
    gazetteer = PackedGazetteer(pack(keyed, {"name": "small"}))
    place = one_of(gazetteer, "Zuhur", Ask(0, 5, ("Zuhur", "زهور")))
    assert place is not None
    assert place.id == "x:3"
    assert "named so in both scripts" in place.reasons


HASAKAH = AdminUnit("SY.01", "Hasakah")
HASAKAH_ENTRIES = (
    GazetteerEntry("x:20", "Hasakah", "SY", "adm1", 36.5, 40.8, None, HASAKAH, None, 90.0),
    GazetteerEntry("x:21", "Hasakah", "SY", "settlement", 36.5, 40.75, 200_000, HASAKAH, None),
)


def far(number: int, lat: float, lon: float) -> GazetteerEntry:
    return GazetteerEntry(
        f"x:{number}", "Tall Shayir", "SY", "settlement", lat, lon, None, HASAKAH, None
    )


SIDED = "the village of Tall Shayir in the south-eastern Hasakah countryside"
SIDED_ASKS = (
    Ask(15, 26, ("Tall Shayir",), "settlement", True),
    Ask(48, 67, ("Hasakah",), "countryside", True),
)


def test_a_village_on_the_wrong_side_is_never_the_one_meant() -> None:
    gazetteer = small(far(1, 37.05, 41.44), far(2, 37.0, 41.3), *HASAKAH_ENTRIES)
    place = one_of(gazetteer, SIDED, *SIDED_ASKS)
    assert place is not None
    assert (place.id, place.precision) == ("x:20", PlacePrecision.ADM1)
    assert place.geometry is not None
    assert (place.lat < 36.5, place.lon > 40.8) == (True, True)


def test_of_namesakes_the_one_on_the_side_told_is_meant() -> None:
    gazetteer = small(far(1, 37.05, 41.44), far(2, 36.05, 41.2), *HASAKAH_ENTRIES)
    place = one_of(gazetteer, SIDED, *SIDED_ASKS)
    assert place is not None
    assert (place.id, place.precision) == ("x:2", PlacePrecision.SETTLEMENT)


def test_the_next_village_of_a_list_does_not_hold_what_stands_before_it() -> None:
    gazetteer = small(village(1, NORTH, 36.0), *HASAKAH_ENTRIES)
    text = "in the Hasakah countryside, Tall Zuhur"
    asks = Ask(7, 26, ("Hasakah",), "countryside", True), Ask(28, 38, ("Tall Zuhur",))
    resolved = resolve(text, asks, gazetteer, country="SY")
    assert [one.place and one.place.id for one in resolved] == ["x:20", "x:1"]


def test_in_an_address_a_town_holds_what_stands_before_it() -> None:
    gazetteer = small(*HASAKAH_ENTRIES)
    text = "Corun, Hasakah"
    asks = Ask(0, 5, ("Corun",)), Ask(7, 14, ("Hasakah",), "settlement", True)
    (told, _) = resolve(text, asks, gazetteer, country="SY", is_address=True)
    assert told.place is not None
    assert (told.place.id, told.place.precision) == ("x:21", PlacePrecision.NEAR_SETTLEMENT)
    assert resolve(text, asks, gazetteer, country="SY")[0].place is None


def test_consonants_in_common_never_beat_the_spelling_itself() -> None:
    def village(number: int, name: str, lat: float, lon: float, people: int | None) -> Keyed:
        unit = NORTH if lat > 36 else SOUTH
        entry = GazetteerEntry(
            f"x:{number}", name, "SY", "settlement", lat, lon, people, unit, None
        )
        return Keyed(entry, keys_of([name], romanised=True))

    rows = [
        village(1, "Zuhur", 36.5, 40.7, 90_000),
        village(2, "Mayadin", 35.0, 40.4, 40_000),
        *(village(3 + n, "Al Madinah", 36.4 + n / 10, 40.8, None) for n in range(5)),
    ]
    gazetteer = PackedGazetteer(pack(rows, {"name": "t"}))
    text = "in Zuhur, far north of Mayadin"
    asks = [Ask(3, 8, ("Zuhur",)), Ask(23, 30, ("Mayadin",))]
    _, mayadin = resolve(text, asks, gazetteer, country="SY")
    assert mayadin.place is not None
    assert mayadin.place.id == "x:2"


@pytest.mark.parametrize("name", ["Эль-Маядин", "迈亚丁", "الميادين"])
def test_a_name_in_another_script_is_found_where_no_list_has_it(name: str) -> None:
    town = GazetteerEntry(
        "x:1", "Al Mayādīn", "SY", "settlement", 35.02, 40.45, 44_000, NORTH, None
    )
    content = pack(
        [Keyed(town, keys_of([town.name], romanised=True))],
        {"name": "specimen", "licence": "none"},
    )
    (one,) = resolve(name, [Ask(0, len(name), (name,))], PackedGazetteer(content), country="SY")
    assert [candidate.id for candidate in one.candidates] == ["x:1"]


def test_a_name_in_chinese_is_not_sought_by_sound_without_its_country() -> None:
    (one,) = told("在迈亚丁附近", "迈亚丁")
    assert one.candidates == ()
