"""What every gazetteer promises, whatever it is made of."""

from collections.abc import Callable, Iterable

import pytest

from allegata.gazetteers.embedded import open_embedded
from allegata.gazetteers.packed import Keyed, PackedGazetteer, keys_of, pack
from allegata.model.places import AdminUnit, GazetteerEntry
from allegata.model.ports import Gazetteer

Opened = Callable[[], Gazetteer]


def small() -> PackedGazetteer:
    """A gazetteer of a few places, made in memory."""
    unit = AdminUnit("SY.04", "Raqqa")
    rows = [
        ("geonames:172955", "Ar Raqqah", "SY", "settlement", 35.95283, 39.00788, 531952, unit),
        ("geonames-adm1:SY.04", "Raqqa", "SY", "adm1", 35.9, 38.9, None, unit),
        ("x:9", "Raqqah", "IQ", "settlement", 33.0, 44.0, None, None),
        ("x:adm2", "Raqqa District", "SY", "adm2", 35.9, 38.9, None, unit),
        ("geonames:163843", "Syria", "SY", "country", 35.0, 38.0, 16906283, None),
    ]
    return PackedGazetteer(
        pack(
            [
                Keyed(
                    GazetteerEntry(
                        entry_id, name, country, feature, lat, lon, people, admin1, None, None
                    ),
                    keys_of([name, name.split()[0]], romanised=True, apart=feature == "adm2"),
                )
                for entry_id, name, country, feature, lat, lon, people, admin1 in rows
            ],
            {"name": "small"},
        )
    )


@pytest.fixture(params=[small, open_embedded], ids=["packed", "embedded"])
def gazetteer(request: pytest.FixtureRequest) -> Gazetteer:
    opened: Opened = request.param
    return opened()


def ids(entries: Iterable[GazetteerEntry]) -> list[str]:
    return [entry.id for entry in entries]


def test_a_name_leads_to_its_place_in_any_romanisation(gazetteer: Gazetteer) -> None:
    for name in ("Raqqah", "Ar Raqqah", "al-Raqqa", "RAQQA"):
        assert gazetteer.lookup(name, country="SY")[0].id == "geonames:172955"


def test_the_governorate_is_found_beside_its_capital(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.lookup("Raqqa", country="SY")) == [
        "geonames:172955",
        "geonames-adm1:SY.04",
    ]


def test_a_unit_of_the_second_level_is_found_only_where_it_is_asked_for(
    gazetteer: Gazetteer,
) -> None:
    assert "adm2" not in {entry.feature for entry in gazetteer.lookup("Raqqa")}
    assert [one.feature for one in gazetteer.lookup("Raqqa", country="SY", districts=True)] == [
        "adm2"
    ]


def test_most_populous_first_and_unknown_population_last(gazetteer: Gazetteer) -> None:
    people = [entry.population or 0 for entry in gazetteer.lookup("Raqqah")]
    assert people == sorted(people, reverse=True)
    assert people[0] == 531952


def test_a_country_keeps_the_others_out(gazetteer: Gazetteer) -> None:
    assert {entry.country for entry in gazetteer.lookup("Raqqah", country="SY")} == {"SY"}
    assert ids(gazetteer.lookup("Raqqah", country="NZ")) == []


@pytest.mark.parametrize("name", ["", " ", "-", "Qwxyzzy", "'", "\x00", "\x01raka", "a" * 10_000])
@pytest.mark.parametrize("loose", [False, True])
def test_what_is_no_place_finds_nothing(gazetteer: Gazetteer, name: str, loose: bool) -> None:
    if not name.startswith("\x01"):
        assert ids(gazetteer.lookup(name, loose=loose)) == []
    else:
        assert isinstance(gazetteer.lookup(name, loose=loose), list)


def test_an_entry_is_found_again_by_its_id(gazetteer: Gazetteer) -> None:
    for entry in gazetteer.lookup("Raqqa"):
        assert gazetteer.entry(entry.id) == entry
    raqqa = gazetteer.entry("geonames:172955")
    assert raqqa is not None
    assert (raqqa.name, raqqa.country, raqqa.feature) == ("Ar Raqqah", "SY", "settlement")
    assert (round(raqqa.lat, 3), round(raqqa.lon, 3)) == (35.953, 39.008)
    assert raqqa.admin1 == AdminUnit("SY.04", "Raqqa")


@pytest.mark.parametrize("entry_id", ["", "geonames:0", "zzz", "geonames-adm1:SY.99"])
def test_an_unknown_id_is_none(gazetteer: Gazetteer, entry_id: str) -> None:
    assert gazetteer.entry(entry_id) is None


def test_a_country_is_found_by_name(gazetteer: Gazetteer) -> None:
    (syria,) = gazetteer.lookup("Syria")
    assert (syria.id, syria.feature, syria.country) == ("geonames:163843", "country", "SY")


def test_the_label_names_the_gazetteer_and_its_bytes(gazetteer: Gazetteer) -> None:
    name, _, digest = gazetteer.label.partition("@")
    assert name in {"small", "embedded"}
    assert len(digest) == 12
    assert int(digest, 16) >= 0
