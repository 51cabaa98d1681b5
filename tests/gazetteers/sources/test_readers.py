"""Each source is read into the same rows, from files as they are published. SPECIMEN places."""

import gzip
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from allegata.gazetteers.sources import geoboundaries, geonames, ocha, open_syria, wof
from allegata.model.errors import InputError
from allegata.model.places import GazetteerName

SQUARE = {"type": "Polygon", "coordinates": [[[38, 35], [38, 36], [39, 36], [39, 35], [38, 35]]]}


def packed(path: Path, content: str) -> Path:
    path.write_bytes(gzip.compress(content.encode()))
    return path


def collection(*features: dict[str, Any]) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def test_whos_on_first_has_names_by_language_and_the_units_above(tmp_path: Path) -> None:
    columns = [
        *("wof_id", "geonames_id", "placetype", "feature_code", "name", "lat", "lon", "population"),
        *("is_current", "country", "region_id", "county_id", "parent_id", "names"),
    ]
    rows = [
        ["1", "11", "region", "", "Tarnel", "35.5", "38.5", "0", "1", "ZZ", "1", "", "", ""],
        [
            *("2", "", "locality", "PPLF", "Corun", "35.1", "38.1", "70", "1", "ZZ", "1", "", "1"),
            "ara:p:كورن|und:v:Koron",
        ],
        ["3", "", "locality", "", "Gone", "1", "1", "", "0", "ZZ", "", "", "", ""],
        ["4", "", "venue", "", "Shop", "1", "1", "", "1", "ZZ", "", "", "", ""],
    ]
    table = packed(
        tmp_path / "wof_zz.tsv.gz", "\n".join("\t".join(row) for row in [columns, *rows]) + "\n"
    )
    outlines = packed(
        tmp_path / "wof_zz_admin.geojson.gz",
        collection({"properties": {"wof_id": 1}, "geometry": SQUARE}),
    )
    region, village = wof.read_places(table, wof.read_outlines(outlines))
    assert (region.id, region.feature, region.same_as, region.population) == (
        "wof:1",
        "adm1",
        ("geonames:11",),
        None,
    )
    assert region.shape is not None
    assert region.shape.covers(lat=35.5, lon=38.5)
    assert (village.feature, village.kind, village.within) == ("settlement", "village", ("wof:1",))
    assert village.names == (
        GazetteerName("Corun", source="wof"),
        GazetteerName("كورن", "ara", source="wof"),
        GazetteerName("Koron", "", source="wof"),
    )


def test_a_repository_of_whos_on_first_is_read_from_its_zip(tmp_path: Path) -> None:
    def place(own: int, placetype: str, **told: object) -> tuple[str, str]:
        properties = {
            "wof:id": own,
            "wof:name": "Corun",
            "wof:placetype": placetype,
            "geom:latitude": 35.1,
            "geom:longitude": 38.1,
            "wof:concordances": {"gn:id": 12, "wd:id": "Q1"},
            "wof:hierarchy": [{"region_id": 1, "county_id": -1}],
            **told,
        }
        return f"{own}.geojson", json.dumps({"properties": properties, "geometry": SQUARE})

    path = tmp_path / "whosonfirst-data-admin-zz.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in (
            place(2, "locality", **{"name:ara_x_preferred": ["كورن"], "wof:population": 70}),
            place(3, "locality", **{"mz:is_current": 0}),
            place(4, "venue"),
        ):
            archive.writestr(f"whosonfirst-data-admin-zz-master/data/1/{name}", text)
        archive.writestr("whosonfirst-data-admin-zz-master/data/1/2-alt-x.geojson", "{}")
    (row,) = wof.read_repository(path)
    assert (row.id, row.same_as, row.within) == (
        "wof:2",
        ("geonames:12", "wikidata:Q1"),
        ("wof:1",),
    )
    assert (row.lat, row.population, row.shape) == (35.1, 70, None)
    assert row.names[1] == GazetteerName("كورن", "ara", source="wof")


def test_open_syria_has_ids_of_other_lists_and_official_names(tmp_path: Path) -> None:
    path = tmp_path / "districts.json"
    place = {
        "id": "zz-tarnel",
        "governorateId": "zz",
        "name": {"en": "Tarnel", "ar": "ترنيل"},
        "aliases": [{"value": "Tarnel District", "language": "en", "type": "formal"}],
        "centroid": {"latitude": 35.5, "longitude": 38.5},
        "externalIds": {"geonames": "11", "ochaPcode": "ZZ01"},
    }
    path.write_text(json.dumps([place]), encoding="utf-8")
    (row,) = open_syria.read_file(path)
    assert (row.feature, row.code, row.within) == ("adm2", "ZZ01", ("open-syria:zz",))
    assert row.same_as == ("geonames:11", "pcode:ZZ01")
    assert [(name.text, name.language, name.kind) for name in row.names] == [
        ("Tarnel", "en", "official"),
        ("ترنيل", "ar", "official"),
        ("Tarnel District", "en", "official"),
    ]


def test_p_codes_come_without_a_point_and_of_one_country(tmp_path: Path) -> None:
    path = tmp_path / "global_pcodes_adm_1_2.csv"
    path.write_text(
        "Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\n"
        "SYR,1,SY99,Tarnel,SYR,2020-12-17\nSYR,2,SY9901,Corun,SY99,2020-12-17\n"
        "IRQ,1,IQ99,Oster,IRQ,2020-12-17\n",
        encoding="utf-8",
    )
    governorate, district = ocha.read_pcodes(path, "SY")
    assert (governorate.id, governorate.feature, governorate.within) == ("pcode:SY99", "adm1", ())
    assert (district.lat, district.within, district.code) == (None, ("pcode:SY99",), "SY9901")


def test_centroids_have_names_in_two_languages_since_a_day(tmp_path: Path) -> None:
    path = tmp_path / "zzz_admbndp_adm2_xx.geojson"
    told = {
        "ADM1_PCODE": "ZZ1",
        "ADM2_EN": "Corun",
        "ADM2_AR": "كورن",
        "ADM2_PCODE": "ZZ101",
        "ADM2REF_EN": "Corun",
        "ADM2ALT1EN": "Koron",
        "ADM2ALT2EN": "",
        "validOn": "2019-10-02",
    }
    point = {"type": "Point", "coordinates": [44.0, 14.0]}
    path.write_text(collection({"properties": told, "geometry": point}), encoding="utf-8")
    assert ocha.level_of(path) == 2
    (row,) = ocha.read_centroids(path, 2)
    assert (row.id, row.lat, row.lon, row.within) == ("pcode:ZZ101", 14.0, 44.0, ("pcode:ZZ1",))
    assert [(one.text, one.language, one.kind, one.since) for one in row.names] == [
        ("Corun", "en", "official", "2019-10-02"),
        ("كورن", "ar", "official", "2019-10-02"),
        ("Corun", "en", "usual", "2019-10-02"),
        ("Koron", "en", "usual", "2019-10-02"),
    ]


def test_geoboundaries_have_an_outline_and_a_point_in_it(tmp_path: Path) -> None:
    told = {"shapeName": "Tarnel", "shapeISO": "ZZ-TA", "shapeID": "ZZZ-ADM1-B1"}
    path = packed(
        tmp_path / "geoboundaries_SYR_ADM1.geojson.gz",
        collection(
            {"properties": told, "geometry": SQUARE},
            {"properties": told, "geometry": {"type": "Point", "coordinates": [0, 0]}},
        ),
    )
    (row,) = geoboundaries.read_outlines(path, 1)
    assert (row.id, row.same_as, row.lat, row.lon) == (
        "geoboundaries:ZZZ-ADM1-B1",
        ("iso:ZZ-TA",),
        35.5,
        38.5,
    )
    assert geoboundaries.country_and_level(tmp_path / "other.geojson") is None


def dump_row(own: int, name: str, code: str, admin: tuple[str, str], others: str = "") -> str:
    row = [str(own), name, name, others, "35.5", "38.5", code[0], code, "ZZ", "", *admin, "", ""]
    return "\t".join([*row, "120", "", "", "Asia/Damascus", "2020-01-01"])


def test_a_dump_of_geonames_has_units_settlements_and_sites(tmp_path: Path) -> None:
    lines = [
        dump_row(11, "Tarnel", "ADM1", ("04", "")),
        dump_row(12, "Corun", "PPL", ("04", "0401"), "Koron,Kurun"),
        dump_row(13, "Corun Camp", "CMPRF", ("04", "")),
        dump_row(14, "Old Corun", "PPLH", ("04", "")),
        dump_row(15, "A hill", "HLL", ("04", "")),
    ]
    path = tmp_path / "ZZ.txt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    unit, village, camp = geonames.read_dump(path, None)
    assert (unit.feature, unit.same_as, unit.within) == ("adm1", ("geonames-adm1:ZZ.04",), ())
    assert village.within == ("geonames-adm2:ZZ.04.0401", "geonames-adm1:ZZ.04")
    assert [name.text for name in village.names] == ["Corun", "Koron", "Kurun"]
    assert (camp.feature, camp.kind) == ("site", "camp")


def test_alternate_names_have_languages_and_days_and_links_are_none(tmp_path: Path) -> None:
    folder = tmp_path / "alternatenames"
    folder.mkdir()
    with zipfile.ZipFile(tmp_path / "ZZ.zip", "w") as archive:
        archive.writestr("ZZ.txt", dump_row(12, "Corun", "PPL", ("04", "")) + "\n")
    (folder / "ZZ.txt").write_text(
        "1\t12\tar\tكورن\t1\t\t\t\t\t\n2\t12\tru\tКорун\t\t\t\t1\t1930\t1991\n"
        "3\t12\tlink\thttps://example.org\t\t\t\t\t\t\n4\t12\ticao\tOSXX\t\t\t\t\t\t\n",
        encoding="utf-8",
    )
    (row,) = geonames.read_dump(tmp_path / "ZZ.zip", folder / "ZZ.txt")
    assert row.names[1:] == (
        GazetteerName("كورن", "ar", "official", "geonames"),
        GazetteerName("Корун", "ru", "former", "geonames", "1930", "1991"),
    )


def test_a_dump_with_other_columns_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "ZZ.txt"
    path.write_text("1\t2\t3\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"Line 1 of ZZ\.txt has 3 columns, not 19") as caught:
        list(geonames.read_dump(path, None))
    assert caught.value.code == "gazetteer.geonames_columns"


def test_a_zip_without_the_countrys_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "ZZ.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("readme.txt", "nothing")
    with pytest.raises(InputError) as caught:
        list(geonames.read_dump(path, None))
    assert caught.value.code == "gazetteer.geonames_zip"
