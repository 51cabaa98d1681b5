"""Mapping files: what they may say, and the tables that are known by name."""

import pytest
from tests.app.ownkit import mapping

from allegata.app.mapping import known_mapping, known_tables, parse_mapping
from allegata.model.errors import ConfigError
from allegata.model.importing import TableKind
from allegata.model.vocabularies import Outcome


def test_a_mapping_names_columns_values_and_figures() -> None:
    found = mapping()
    assert found.kind is TableKind.INCIDENTS
    assert found.columns["place"] == ("town",)
    assert found.values["event"] == {"shells": "shelling"}
    assert [(each.outcome, each.group, dict(each.columns)) for each in found.figures] == [
        (Outcome.KILLED, "", {"low": ("least",), "high": ("most",)}),
        (Outcome.INJURED, "", {"best": ("hurt",)}),
    ]


@pytest.mark.parametrize("name", known_tables())
def test_every_known_table_has_ids_dates_places_and_figures(name: str) -> None:
    found = known_mapping(name)
    assert {"id", "date", "place", "lat", "lon", "country"} <= set(found.columns)
    assert any(each.outcome is Outcome.KILLED for each in found.figures)


def test_a_table_that_is_not_known_is_told_with_those_that_are() -> None:
    with pytest.raises(ConfigError, match="acled, airwars, ucdp-ged"):
        known_mapping("mine")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("of = ", "is no TOML"),
        ('of = "persons"', "of = 'persons'"),
        ("colums = {}", "colums among its keys"),
        ('[columns]\ndat = "day"', "dat among its columns"),
        ('[values.event]\nshells = "rain"', "rain as a value of event"),
        ('[[figures]]\noutcome = "killed"', "without a column low, best or high"),
        ('[[figures]]\noutcome = "slain"\nbest = "n"', "a figure of slain"),
        ("[columns]\nid = 3", "3 where a name or a list"),
    ],
)
def test_a_mistake_in_a_mapping_is_told(text: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told) as raised:
        parse_mapping(text, "mine.toml")
    assert raised.value.code == "import.mapping"
