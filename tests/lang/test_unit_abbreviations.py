"""Each short form stands for a unit that the gazetteer knows."""

import tomllib
from importlib import resources

from allegata.gazetteers.embedded import open_embedded
from allegata.lang.unit_abbreviations import units_abbreviated

SOURCE = resources.files("allegata.lang") / "packs" / "_shared" / "unit_abbreviations.toml"


def test_every_unit_is_one_of_its_country() -> None:
    table = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    missing = [
        (country, name)
        for country, units in table.items()
        for name in units
        if not any(
            found.entry.feature == "adm1" for found in open_embedded().find(name, country=country)
        )
    ]
    assert missing == []


def test_every_form_leads_to_its_unit_with_and_without_the_last_stop() -> None:
    table = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    for country, units in table.items():
        for name, forms in units.items():
            for form in forms:
                assert (country, name) in units_abbreviated(form)
                assert (country, name) in units_abbreviated(form.rstrip("."))


def test_small_letters_are_no_abbreviation() -> None:
    assert units_abbreviated("ill.") == units_abbreviated("me") == ()
