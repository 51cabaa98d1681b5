"""Entries by the sound of any of their names."""

from allegata.gazetteers.by_sound import by_sound
from allegata.model.places import GazetteerEntry
from allegata.places.sounds import sound_key


def town(own: str, name: str, people: int, feature: str = "settlement") -> GazetteerEntry:
    return GazetteerEntry(own, name, "YE", feature, 14.8, 42.9, people, None, None)


def test_the_most_people_come_first_and_every_name_counts() -> None:
    small, large = town("x:1", "Al Ḩudaydah", 900), town("x:2", "Hodeida Port", 400_000)
    found = by_sound([(small, [small.name]), (large, [large.name, "Hodeidah"])])
    assert [entry.id for entry in found[sound_key("荷台达")]] == ["x:2", "x:1"]


def test_a_country_is_not_among_them() -> None:
    yemen = town("x:3", "Hodeidah", 1, feature="country")
    assert by_sound([(yemen, [yemen.name])]) == {}


def test_names_that_are_chinese_already_are_left_to_the_usual_keys() -> None:
    place = town("x:4", "荷台达", 5)
    assert by_sound([(place, ["荷台达"])]) == {}
