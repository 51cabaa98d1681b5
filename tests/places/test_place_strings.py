"""A place in a column: names, what kind each is, and the same name in another script."""

import pytest

from allegata.places.place_strings import asks_of


@pytest.mark.parametrize(
    ("strings", "names", "kinds"),
    [
        (["Corun"], [("Corun",)], ["unknown"]),
        (["Corun village, Zuhur district"], [("Corun",), ("Zuhur",)], ["settlement", "district"]),
        (["Corun", "قرية كورون"], [("Corun", "كورون")], ["settlement"]),
        (["Corun, Zuhur", "كورون، زهور"], [("Corun", "كورون"), ("Zuhur", "زهور")], ["unknown"] * 2),
        (["vicinity of Corun"], [("Corun",)], ["region"]),
        (["Corun south of Zuhur"], [("Corun",), ("Zuhur",)], ["unknown", "unknown"]),
        (["Corun or Corvel"], [("Corun", "Corvel")], ["unknown"]),
        (["Corun and Zuhur"], [("Corun",)], ["unknown"]),
        (["село Корун"], [("Корун",)], ["settlement"]),
        ([""], [], []),
    ],
)
def test_names_and_kinds(
    strings: list[str], names: list[tuple[str, ...]], kinds: list[str]
) -> None:
    text, asks = asks_of(strings)
    assert ([ask.names for ask in asks], [ask.kind for ask in asks]) == (names, kinds)
    assert [text[ask.start : ask.end] for ask in asks] == [own[0] for own in names]
