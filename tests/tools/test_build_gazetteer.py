"""The builder makes one gazetteer of its sources, the same bytes every time."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from allegata.gazetteers.packed import PackedGazetteer
from allegata.model.places import AdminUnit

TOOL = Path(__file__).resolve().parents[2] / "tools" / "build_gazetteer.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_gazetteer", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its dataclasses look themselves up there
    spec.loader.exec_module(module)
    return module


def build(tool: ModuleType) -> bytes:
    city = {
        "geonameid": 7,
        "name": "Ar Zuhur",
        "latitude": 35.0,
        "longitude": 39.0,
        "countrycode": "SY",
        "population": 5000,
        "admin1code": "77",
        "alternatenames": ["الزهور", "ZHR", "zhwr", "Ζούχουρ", "Zouhour"],
    }
    content = tool.build(
        tool.Sources(
            cities=[city],
            countries=[{"geonameid": 1, "iso": "SY", "areakm2": 100.0, "population": 9}],
            points=[
                {"lat": "35.0", "lng": "39.0", "country": "SY", "admin1": "77", "admin2": "01"},
                {"lat": "35.2", "lng": "39.0", "country": "SY", "admin1": "77", "admin2": ""},
            ],
            admin1={"SY.77": AdminUnit("SY.77", "Zuhur Governorate")},
            admin2={"SY.77.01": AdminUnit("SY.77.01", "Zuhur District")},
        )
    )
    assert isinstance(content, bytes)
    return content


def test_the_same_sources_give_the_same_bytes(tool: ModuleType) -> None:
    assert build(tool) == build(tool)


def test_a_settlement_has_its_units_and_its_governorate_shares_its_names(tool: ModuleType) -> None:
    gazetteer = PackedGazetteer(build(tool))
    for name in ("Ar Zuhur", "al-Zuhur", "Zouhour", "الزهور"):
        city, governorate = gazetteer.lookup(name)
        assert city.id == "geonames:7"
        assert city.admin1 == AdminUnit("SY.77", "Zuhur Governorate")
        assert city.admin2 == AdminUnit("SY.77.01", "Zuhur District")
        assert (governorate.id, governorate.feature) == ("geonames-adm1:SY.77", "adm1")
        assert (governorate.lat, governorate.lon) == (35.1, 39.0)


def test_a_district_is_asked_for_by_itself_and_shares_the_names_of_its_town(
    tool: ModuleType,
) -> None:
    gazetteer = PackedGazetteer(build(tool))
    (district,) = gazetteer.lookup("Zouhour", country="SY", districts=True)
    assert (district.id, district.feature) == ("geonames-adm2:SY.77.01", "adm2")
    assert district.admin1 == AdminUnit("SY.77", "Zuhur Governorate")
    assert (district.lat, district.lon, district.radius_km) == (35.0, 39.0, 25.0)


def test_codes_and_other_scripts_are_left_out(tool: ModuleType) -> None:
    gazetteer = PackedGazetteer(build(tool))
    assert [gazetteer.lookup(name) for name in ("ZHR", "zhwr", "Ζούχουρ")] == [[], [], []]


def test_a_country_lies_amid_its_units(tool: ModuleType) -> None:
    (syria,) = PackedGazetteer(build(tool)).lookup("Syrian Arab Republic")
    assert (syria.id, syria.lat, syria.radius_km) == ("geonames:1", 35.1, 5.6)
