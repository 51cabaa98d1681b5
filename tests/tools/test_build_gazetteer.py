"""The builder makes one gazetteer of its sources, the same bytes every time."""

from tools.build_gazetteer import City, Sources, build

from allegata.gazetteers.packed import PackedGazetteer
from allegata.model.places import AdminUnit, GazetteerEntry, NameMatch

ZUHUR: City = {
    "geonameid": 7,
    "name": "Ar Zuhur",
    "latitude": 35.0,
    "longitude": 39.0,
    "countrycode": "SY",
    "population": 5000,
    "admin1code": "77",
    "alternatenames": ["الزهور", "ZHR", "zhwr", "Ζούχουρ", "Zouhour"],
}


def built(middles: dict[str, tuple[float, float]] | None = None) -> bytes:
    return build(
        Sources(
            cities=[ZUHUR],
            countries=[{"geonameid": 1, "iso": "SY", "areakm2": 100.0, "population": 9}],
            points=[
                {"lat": "35.0", "lng": "39.0", "country": "SY", "admin1": "77", "admin2": "01"},
                {"lat": "35.2", "lng": "39.0", "country": "SY", "admin1": "77", "admin2": ""},
            ],
            admin1={"SY.77": AdminUnit("SY.77", "Zuhur Governorate")},
            admin2={"SY.77.01": AdminUnit("SY.77.01", "Zuhur District")},
            continents=[{"geonameId": 2, "name": "Asia", "lat": "29.8", "lng": "89.3"}],
            middles=middles or {},
        )
    )


def found(name: str, content: bytes | None = None) -> dict[str, GazetteerEntry]:
    gazetteer = PackedGazetteer(content or built())
    near = [one for one in gazetteer.find(name) if one.match is not NameMatch.SKELETON]
    return {one.entry.feature: one.entry for one in near}


def test_the_same_sources_give_the_same_bytes() -> None:
    assert built() == built()


def test_a_settlement_has_its_units_and_they_share_its_names() -> None:
    for name in ("Ar Zuhur", "al-Zuhur", "Zouhour", "الزهور"):
        entries = found(name)
        city, governorate, district = (entries[one] for one in ("settlement", "adm1", "adm2"))
        assert city.id == "geonames:7"
        assert city.admin1 == AdminUnit("SY.77", "Zuhur Governorate")
        assert city.admin2 == AdminUnit("SY.77.01", "Zuhur District")
        assert governorate.id == "geonames-adm1:SY.77"
        assert (governorate.lat, governorate.lon) == (35.1, 39.0)
        assert district.id == "geonames-adm2:SY.77.01"
        assert district.admin1 == AdminUnit("SY.77", "Zuhur Governorate")
        assert (district.lat, district.lon, district.radius_km) == (35.0, 39.0, 25.0)


def test_codes_and_other_scripts_are_left_out() -> None:
    assert [found(name) for name in ("ZHR", "zhwr", "Ζούχουρ")] == [{}, {}, {}]


def test_a_country_lies_at_its_middle_or_amid_its_units() -> None:
    syria = found("Syrian Arab Republic")["country"]
    assert (syria.id, syria.lat, syria.radius_km) == ("geonames:1", 35.1, 5.6)
    syria = found("Syrian Arab Republic", built({"SY": (35.0, 38.0)}))["country"]
    assert (syria.lat, syria.lon) == (35.0, 38.0)


def test_a_continent_is_in_no_country() -> None:
    asia = found("Asia")["continent"]
    assert (asia.id, asia.country, asia.lat) == ("geonames:2", "", 29.8)
