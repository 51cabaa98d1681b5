"""Gazetteers are there whole or not at all, and a broken one is never taken for a good one."""

from pathlib import Path

import pytest

from allegata.gazetteers.embedded import open_embedded
from allegata.gazetteers.installed import (
    countries_in,
    describe,
    install,
    open_all,
    remove,
    usual_folder,
)
from allegata.gazetteers.packing import Keyed, keys_of, pack
from allegata.gazetteers.several import SeveralGazetteers
from allegata.model.errors import ConfigError, InputError
from allegata.model.places import GazetteerEntry, GazetteerName

CITY = GazetteerEntry("geonames:172955", "Tarnel", "SY", "settlement", 35.9, 39.0, 7, None, None)


def content(entry: GazetteerEntry = CITY) -> bytes:
    names = (GazetteerName(entry.name, "en", source="t"), GazetteerName("ترنيل", "ar", source="t"))
    keyed = Keyed(entry, keys_of([name.text for name in names], romanised=True), names)
    sources = [{"label": "t", "title": "Test", "licence": "CC0", "url": "", "files": {}}]
    return pack([keyed], {"name": "SY", "made": "2026-01-02", "sources": sources})


def test_what_is_installed_is_told_and_found(tmp_path: Path) -> None:
    install(tmp_path / "new", "SY", content())
    told = describe(tmp_path / "new", "SY")
    assert (told.country, told.made, told.entries, told.names) == ("SY", "2026-01-02", 1, 2)
    assert told.features == {"settlement": 1}
    assert countries_in(tmp_path / "new") == ("SY",)
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == ["SY.gaz", "SY.sha256"]


def test_another_takes_its_place_at_once_and_a_refused_one_does_not(tmp_path: Path) -> None:
    install(tmp_path, "SY", content())
    before = describe(tmp_path, "SY").digest
    with pytest.raises(ConfigError):
        install(tmp_path, "SY", b"no gazetteer")
    assert describe(tmp_path, "SY").digest == before


def test_a_changed_byte_is_found_out(tmp_path: Path) -> None:
    install(tmp_path, "SY", content())
    path = tmp_path / "SY.gaz"
    path.write_bytes(path.read_bytes()[:-1] + b"\0\1")
    with pytest.raises(ConfigError, match="broken") as caught:
        describe(tmp_path, "SY")
    assert caught.value.code == "gazetteer.broken"


@pytest.mark.parametrize("left", [0, 5, 40, -1])
def test_a_file_cut_off_is_refused_when_it_is_opened(tmp_path: Path, left: int) -> None:
    (tmp_path / "SY.gaz").write_bytes(content()[:left])
    with pytest.raises(ConfigError) as caught:
        open_all(tmp_path)
    assert caught.value.code == "gazetteer.broken"


def test_removing_leaves_nothing_and_removing_nothing_is_refused(tmp_path: Path) -> None:
    install(tmp_path, "SY", content())
    remove(tmp_path, "SY")
    assert list(tmp_path.iterdir()) == []
    for act in (remove, describe):
        with pytest.raises(InputError) as caught:
            act(tmp_path, "SY")
        assert caught.value.code == "gazetteer.not_installed"


def test_the_folder_is_the_one_named_or_the_users(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ALLEGATA_GAZETTEERS", str(tmp_path))
    assert usual_folder() == tmp_path
    monkeypatch.delenv("ALLEGATA_GAZETTEERS")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert usual_folder() == Path("/data/allegata/gazetteers")


def test_a_countrys_own_gazetteer_stands_before_the_embedded_one(tmp_path: Path) -> None:
    install(tmp_path, "SY", content())
    several = SeveralGazetteers(open_embedded(), open_all(tmp_path))
    assert [one.entry.id for one in several.find("ترنيل", country="SY")] == [CITY.id]
    assert several.find("Raqqa", country="SY") == ()
    assert "SY" not in {one.entry.country for one in several.find("Raqqa")}
    assert several.entry("geonames:172955") == CITY
    assert [name.text for name in several.names("geonames:172955")] == ["Tarnel", "ترنيل"]
    assert several.find("Nairobi")[0].entry.country == "KE"
    assert len(several.labels) == 2
    assert several.labels[1].startswith("SY@")
