"""A country's gazetteer out of the lists in a folder and the embedded gazetteer."""

from pathlib import Path

import pytest

from allegata.gazetteers.building import build_country
from allegata.gazetteers.embedded import open_embedded
from allegata.gazetteers.packed import PackedGazetteer
from allegata.model.errors import InputError
from allegata.model.places import NameMatch


@pytest.fixture(scope="module")
def syria(shared: Path) -> PackedGazetteer:
    folder = shared / "data" / "gazetteers"
    return PackedGazetteer(build_country("SY", folder, open_embedded(), made="2026-01-02"))


def features(gazetteer: PackedGazetteer) -> dict[str, int]:
    counted: dict[str, int] = {}
    for entry in gazetteer.entries():
        counted[entry.feature] = counted.get(entry.feature, 0) + 1
    return counted


@pytest.mark.shared
def test_syria_has_its_units_once_each(syria: PackedGazetteer) -> None:
    counted = features(syria)
    # fourteen governorates and the zone of the UN Disengagement Observer Force
    assert (counted["adm1"], counted["adm2"], counted["adm3"]) == (15, 62, 272)
    assert counted["settlement"] > 10_000


@pytest.mark.shared
def test_a_unit_is_known_by_all_its_ids_and_drawn(syria: PackedGazetteer) -> None:
    raqqa = syria.entry("geonames:172957")
    assert raqqa is not None
    assert {"wof:85678355", "pcode:SY11", "geonames-adm1:SY.04"} <= set(raqqa.same_as)
    outline = syria.shape(raqqa.id)
    assert outline is not None
    assert outline.covers(lat=35.95, lon=39.0)
    assert not outline.covers(lat=36.5, lon=40.75)


@pytest.mark.shared
def test_a_settlement_lies_in_the_units_that_the_sources_or_outlines_say(
    syria: PackedGazetteer,
) -> None:
    city = syria.entry("geonames:172955")
    assert city is not None
    assert city.admin1 is not None
    assert city.admin1.code == "SY.04"
    without = [e for e in syria.entries() if e.feature == "settlement" and e.admin1 is None]
    assert len(without) < 10


@pytest.mark.shared
def test_names_say_whose_they_are_and_lead_to_the_place(syria: PackedGazetteer) -> None:
    names = syria.names("geonames:172955")
    assert {name.source for name in names} >= {"geonames", "wof"}
    assert any(name.language == "ara" for name in names)
    for spelling in ("Raqqa", "الرقة", "Ракка"):
        assert "geonames:172955" in {one.entry.id for one in syria.find(spelling)}


@pytest.mark.shared
def test_villages_that_the_embedded_gazetteer_lacks_are_there(syria: PackedGazetteer) -> None:
    for name in ("Khuwaybirah", "Dashishah"):
        assert all(
            one.match is NameMatch.SKELETON for one in open_embedded().find(name, country="SY")
        )
        assert [one for one in syria.find(name) if one.match is not NameMatch.SKELETON]


@pytest.mark.shared
def test_a_point_is_told_its_units_the_largest_first(syria: PackedGazetteer) -> None:
    units = syria.units_at(35.95, 39.0)
    assert [unit.feature for unit in units if unit.feature == "adm1"] == ["adm1"]
    order = [unit.feature for unit in units]
    assert order == sorted(order, key=lambda feature: (feature != "country", feature))


@pytest.mark.shared
def test_the_same_files_give_the_same_bytes(shared: Path) -> None:
    folder = shared / "data" / "gazetteers"
    one, other = (build_country("LB", folder, open_embedded(), made="2026-01-02") for _ in range(2))
    assert one == other


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.parametrize("country", ["IQ", "YE", "PS", "SD", "AZ", "ET", "AF", "UA"])
def test_every_country_at_hand_can_be_built(shared: Path, country: str) -> None:
    folder = shared / "data" / "gazetteers"
    content = build_country(country, folder, open_embedded(), made="2026-01-02")
    gazetteer = PackedGazetteer(content)
    assert {entry.country for entry in gazetteer.entries()} == {country}
    assert features(gazetteer)["adm1"] > 2
    assert all("licence" in source for source in gazetteer.header["sources"])  # type: ignore[attr-defined]


def test_a_folder_without_a_list_of_the_country_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("SPECIMEN", encoding="utf-8")
    with pytest.raises(InputError, match="list of places of SY") as caught:
        build_country("SY", tmp_path, open_embedded(), made="2026-01-02")
    assert caught.value.code == "gazetteer.no_source"
