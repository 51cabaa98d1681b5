"""What every gazetteer promises, whatever it is made of."""

from collections.abc import Callable, Iterable

import pytest

from allegata.gazetteers.embedded import open_embedded
from allegata.gazetteers.packed import PackedGazetteer
from allegata.gazetteers.packing import Keyed, keys_of, pack
from allegata.model.places import AdminUnit, FoundEntry, GazetteerEntry, NameMatch
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
                    keys_of([name, name.split()[0]], romanised=True),
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


def ids(found: Iterable[FoundEntry], *features: str) -> list[str]:
    """Return the ids of what was found, of some features where they are told."""
    return [one.entry.id for one in found if not features or one.entry.feature in features]


def test_a_name_leads_to_its_place_in_any_romanisation(gazetteer: Gazetteer) -> None:
    for name in ("Raqqah", "Ar Raqqah", "al-Raqqa", "RAQQA"):
        found = gazetteer.find(name, country="SY")
        assert ids(found, "settlement")[0] == "geonames:172955"


def test_a_governorate_and_its_district_are_found_beside_its_capital(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("Raqqa", country="SY")
    assert ids(found, "adm1") == ["geonames-adm1:SY.04"]
    assert len(ids(found, "adm2")) == 1


def test_nearest_spellings_first_then_most_people(gazetteer: Gazetteer) -> None:
    found = gazetteer.find("Raqqah")
    order = [(list(NameMatch).index(one.match), -(one.entry.population or 0)) for one in found]
    assert order == sorted(order)
    (raqqa,) = [one for one in found if one.entry.id == "geonames:172955"]
    assert raqqa.entry.population == 531952


def test_a_match_says_how_far_the_spelling_had_to_reach(gazetteer: Gazetteer) -> None:
    def match(name: str) -> NameMatch:
        found = gazetteer.find(name, country="SY")
        return next(one.match for one in found if one.entry.id == "geonames:172955")

    assert match("ar-Raqqah") is NameMatch.EXACT
    assert match("El Raqqah") is NameMatch.ROMANISED


def test_a_country_keeps_the_others_out(gazetteer: Gazetteer) -> None:
    assert {one.entry.country for one in gazetteer.find("Raqqah", country="SY")} == {"SY"}
    assert ids(gazetteer.find("Raqqah", country="NZ")) == []


@pytest.mark.parametrize("name", ["", " ", "-", "Qwxyzzy", "'", "\x00", "a" * 10_000])
def test_what_is_no_place_finds_nothing(gazetteer: Gazetteer, name: str) -> None:
    assert ids(gazetteer.find(name)) == []


def test_a_mark_of_the_index_is_no_name(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.find("\x02")) == []


def test_an_entry_is_found_again_by_its_id(gazetteer: Gazetteer) -> None:
    for one in gazetteer.find("Raqqa"):
        assert gazetteer.entry(one.entry.id) == one.entry
    raqqa = gazetteer.entry("geonames:172955")
    assert raqqa is not None
    assert (raqqa.name, raqqa.country, raqqa.feature) == ("Ar Raqqah", "SY", "settlement")
    assert (round(raqqa.lat, 3), round(raqqa.lon, 3)) == (35.953, 39.008)
    assert raqqa.admin1 == AdminUnit("SY.04", "Raqqa")


@pytest.mark.parametrize("entry_id", ["", "geonames:0", "zzz", "geonames-adm1:SY.99"])
def test_an_unknown_id_is_none_and_has_no_names(gazetteer: Gazetteer, entry_id: str) -> None:
    assert gazetteer.entry(entry_id) is None
    assert gazetteer.shape(entry_id) is None
    assert gazetteer.names(entry_id) == ()


def test_a_name_comes_with_its_entry(gazetteer: Gazetteer) -> None:
    assert gazetteer.names("geonames:172955")[0].text == "Ar Raqqah"


def test_a_country_is_found_by_name(gazetteer: Gazetteer) -> None:
    assert ids(gazetteer.find("Syria"), "country") == ["geonames:163843"]


def test_the_label_names_the_gazetteer_and_its_bytes(gazetteer: Gazetteer) -> None:
    name, _, digest = gazetteer.label.partition("@")
    assert name in {"small", "embedded"}
    assert len(digest) == 12
    assert int(digest, 16) >= 0
