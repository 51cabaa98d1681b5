"""The artefact in the package is the one that its record names, and holds what it should."""

import hashlib
import tomllib
from importlib import resources

import pytest

from allegata.gazetteers.embedded import open_embedded
from allegata.model.places import NameMatch

DATA = resources.files("allegata.gazetteers") / "data"


def test_the_artefact_has_the_recorded_digest_and_the_label_carries_it() -> None:
    recorded = tomllib.loads((DATA / "embedded.toml").read_text(encoding="utf-8"))
    content = (DATA / "embedded.gaz").read_bytes()
    assert hashlib.sha256(content).hexdigest() == recorded["sha256"]
    assert len(content) == recorded["bytes"]
    assert open_embedded().label == f"embedded@{recorded['sha256'][:12]}"


def test_the_artefact_carries_its_licence_and_credit() -> None:
    header = open_embedded().header
    assert "CC BY 4.0" in str(header["licence"])
    assert "GeoNames" in str(header["credit"])


@pytest.mark.parametrize(
    ("name", "country", "found"),
    [
        ("Hasakah", "SY", ["geonames:173811", "geonames-adm1:SY.01"]),
        ("Aleppo", "SY", ["geonames:170063", "geonames-adm1:SY.09"]),
        ("Halab", "SY", ["geonames:170063", "geonames-adm1:SY.09"]),
        ("Dayr al-Zawr", "SY", ["geonames:170794", "geonames-adm1:SY.07"]),
        ("دير الزور", "SY", ["geonames:170794", "geonames-adm1:SY.07"]),
        ("Ракка", "SY", ["geonames:172955", "geonames-adm1:SY.04"]),
        ("阿勒颇", "SY", ["geonames:170063", "geonames-adm1:SY.09"]),
        ("Khan Younis", "PS", ["geonames:281124"]),
        ("Al-Fasher", "SD", ["geonames:379555"]),
    ],
)
def test_places_are_found_in_four_scripts(name: str, country: str, found: list[str]) -> None:
    near = [one for one in open_embedded().find(name, country=country) if one.match != "skeleton"]
    assert [one.entry.id for one in near if one.entry.feature in ("settlement", "adm1")] == found


def test_consonants_alone_are_told_apart() -> None:
    found = open_embedded().find("Jirabilus", country="SY")
    assert {(one.entry.name, one.match) for one in found if one.entry.feature == "settlement"} == {
        ("Jarābulus", NameMatch.SKELETON)
    }


def test_every_entry_lies_on_the_globe_and_areas_know_their_reach() -> None:
    wrong = [
        entry.id
        for entry in open_embedded().entries()
        if not (-90 <= entry.lat <= 90 and -180 <= entry.lon <= 180)
        or len(entry.country) != (0 if entry.feature == "continent" else 2)
        or not entry.name
        or (entry.radius_km is None) != (entry.feature == "settlement")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "feature", "lat", "lon"),
    [
        ("Washington County", "adm2", 45.5, -123.0),
        ("Nebraska", "adm1", 41.5, -99.75),
        ("Kenya", "country", 0.5, 37.5),
        ("Africa", "continent", 7.2, 21.1),
    ],
)
def test_the_world_has_its_units(name: str, feature: str, lat: float, lon: float) -> None:
    points = [
        (one.entry.lat, one.entry.lon)
        for one in open_embedded().find(name)
        if one.entry.feature == feature
    ]
    assert any(abs(lat - y) < 1.0 and abs(lon - x) < 1.5 for y, x in points)


def test_it_is_small_enough_to_travel() -> None:
    assert len((DATA / "embedded.gaz").read_bytes()) < 10_000_000


def test_airport_codes_are_no_names() -> None:
    assert [one.entry.name for one in open_embedded().find("LAX")] == []
