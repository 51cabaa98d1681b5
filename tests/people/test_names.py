"""Names taken apart, in several scripts. All names are invented or common."""

import tomllib
from importlib import resources

import pytest

from allegata.people.names import read_name

WORDS = tomllib.loads(
    resources.files("allegata.people").joinpath("name_words.toml").read_text("utf-8")
)


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Ahmad Corun", ("Ahmad", "Corun")),
        ("Dr. Ahmad bin Salim al-Corun", ("Ahmad", "Salim", "al-Corun")),
        ("Abd al-Salam Zuhur", ("Abd al-Salam", "Zuhur")),
        ("Ahmad Abu Zuhur", ("Ahmad", "Abu Zuhur")),
        ("Corun, Ahmad Salim", ("Ahmad", "Salim", "Corun")),
        ("الشهيد أحمد بن سالم كورن", ("أحمد", "سالم", "كورن")),
        ("عبد السلام زهور", ("عبد السلام", "زهور")),
        ("Полковник Иван Петрович Корун", ("Иван", "Петрович", "Корун")),
        ("Ahmad", ("Ahmad",)),
        ("", ()),
    ],
)
def test_a_name_has_its_parts_in_order(written: str, parts: tuple[str, ...]) -> None:
    assert read_name(written).parts == parts


def test_a_name_by_a_child_tells_no_given_name() -> None:
    name = read_name("Abu Zuhur")
    assert (name.given, name.kunya) == ("", "Abu Zuhur")


def test_a_name_by_a_child_may_stand_before_the_whole_name() -> None:
    name = read_name("Abu Zuhur Ahmad Corun")
    assert (name.kunya, name.parts) == ("Abu Zuhur", ("Ahmad", "Corun"))


@pytest.mark.parametrize("kind", ["descent", "servant"])
def test_the_examples_of_words_hold(kind: str) -> None:
    assert list(read_name(WORDS[kind]["example"]).parts) == WORDS[kind]["parts"]


def test_a_title_is_no_part_of_a_name() -> None:
    assert read_name(WORDS["titles"]["example"]) == read_name(WORDS["titles"]["name"])
