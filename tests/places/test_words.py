"""Every entry of the place words does what its example says, and nothing on its counter-example."""

import pytest

from allegata.gazetteers.embedded import open_embedded
from allegata.places.phrases import FoundPlace, find_places
from allegata.places.words import Entry, load_place_words, place_entries

ENTRIES = [(label, entry) for label, rows in place_entries("en").items() for entry in rows]


def places(text: str) -> tuple[FoundPlace, ...]:
    return find_places(text, open_embedded(), load_place_words("en"))


@pytest.mark.parametrize(("label", "entry"), ENTRIES, ids=[row[1]["example"] for row in ENTRIES])
def test_an_example_gives_its_place_and_a_counter_example_none(label: str, entry: Entry) -> None:
    (found,) = places(entry["example"])
    assert places(entry["counter"]) == ()
    if "kind" in entry:
        assert found.kind == entry["kind"], label


def test_no_form_stands_twice_in_a_class() -> None:
    for label, rows in place_entries("en").items():
        forms = [form for entry in rows for form in entry["forms"]]
        assert sorted(forms) == sorted(set(forms)), label


def test_a_language_without_words_still_finds_what_the_gazetteer_knows() -> None:
    words = load_place_words("xx")
    assert words.kinds == {}
    (found,) = find_places("ville de Raqqa", open_embedded(), words)
    assert (found.raw, found.kind) == ("Raqqa", "settlement")
