"""The packed file is the same for the same entries, and refuses what it did not write."""

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.gazetteers.packed import PackedGazetteer
from allegata.gazetteers.packing import Keyed, keys_of, pack
from allegata.model.errors import ConfigError
from allegata.model.places import AdminUnit, GazetteerEntry, GazetteerName
from allegata.model.shape import Shape

UNITS = st.none() | st.builds(AdminUnit, st.sampled_from(["A.1", "A.2"]), st.just("Unit"))
NAMES = st.lists(st.builds(GazetteerName, st.text(min_size=1), st.just("ar")), max_size=3)
ENTRIES = st.builds(
    GazetteerEntry,
    id=st.integers(1, 10**9).map("x:{}".format) | st.text("AB0.", min_size=1).map("y:{}".format),
    name=st.text(alphabet="abc é", min_size=1),
    country=st.sampled_from(["SY", "IQ"]),
    feature=st.sampled_from(["settlement", "adm1", "country"]),
    lat=st.integers(-9_000_000, 9_000_000).map(lambda n: n / 100_000),
    lon=st.integers(-18_000_000, 18_000_000).map(lambda n: n / 100_000),
    population=st.none() | st.integers(1, 2**32 - 1),
    admin1=UNITS,
    admin2=UNITS,
    radius_km=st.none() | st.integers(1, 30_000).map(lambda n: n / 10),
    admin3=UNITS,
    kind=st.sampled_from(["", "village", "camp"]),
    same_as=st.lists(st.sampled_from(["wof:1", "pcode:SY01"])).map(tuple),
)


def packed(entries: list[GazetteerEntry]) -> bytes:
    return pack(
        [Keyed(entry, keys_of([entry.name], romanised=True)) for entry in entries], {"name": "t"}
    )


@given(st.lists(ENTRIES, unique_by=lambda entry: entry.id))
def test_what_is_packed_comes_back_whatever_the_order(entries: list[GazetteerEntry]) -> None:
    content = packed(entries)
    assert packed(entries[::-1]) == content
    gazetteer = PackedGazetteer(content)
    assert {entry.id: entry for entry in gazetteer.entries()} == {e.id: e for e in entries}
    assert all(gazetteer.entry(entry.id) == entry for entry in entries)


@given(st.lists(st.tuples(ENTRIES, NAMES), unique_by=lambda pair: pair[0].id))
def test_names_come_back_with_what_is_known_of_them(
    rows: list[tuple[GazetteerEntry, list[GazetteerName]]],
) -> None:
    keyed = [Keyed(entry, frozenset(), tuple(names)) for entry, names in rows]
    gazetteer = PackedGazetteer(pack(keyed, {"name": "t"}))
    named = any(names for _, names in rows)
    for entry, names in rows:
        usual = () if named else (GazetteerName(entry.name),)
        assert gazetteer.names(entry.id) == (tuple(names) or usual)


def test_outlines_tell_which_units_cover_a_point_the_largest_first() -> None:
    def square(side: float) -> Shape:
        return Shape((((0.0, 0.0), (side, 0.0), (side, side), (0.0, side)),))

    def unit(name: str, feature: str) -> GazetteerEntry:
        return GazetteerEntry(f"x:{name}", name, "SY", feature, 0.0, 0.0, None, None, None)

    units = [(unit("B", "adm2"), square(1.0)), (unit("A", "adm1"), square(2.5))]
    gazetteer = PackedGazetteer(
        pack([Keyed(entry, frozenset(), shape=shape) for entry, shape in units], {"name": "t"})
    )
    assert [one.name for one in gazetteer.units_at(0.5, 0.5)] == ["A", "B"]
    assert [one.name for one in gazetteer.units_at(2.0, 2.0)] == ["A"]
    assert gazetteer.units_at(3.0, 0.5) == []
    assert gazetteer.shape("x:A") == square(2.5)


def test_a_file_is_mapped_and_an_empty_one_refused(tmp_path: Path) -> None:
    path = tmp_path / "small.gaz"
    entry = GazetteerEntry("x:1", "Alpha", "SY", "settlement", 1.0, 2.0, 7, None, None)
    path.write_bytes(packed([entry]))
    assert [one.entry for one in PackedGazetteer.open(path).find("alpha")] == [entry]
    path.write_bytes(b"")
    with pytest.raises(ConfigError, match="no gazetteer file"):
        PackedGazetteer.open(path)


def test_one_byte_changes_the_label() -> None:
    entry = GazetteerEntry("x:1", "Alpha", "SY", "settlement", 1.0, 2.0, 7, None, None)
    other = dataclasses.replace(entry, population=8)
    labels = {PackedGazetteer(packed([one])).label for one in (entry, other)}
    assert len(labels) == 2


def test_another_file_is_refused_with_what_to_do() -> None:
    with pytest.raises(ConfigError, match=r"build_gazetteer") as caught:
        PackedGazetteer(b"PK\x03\x04")
    assert caught.value.code == "gazetteer.not_packed"
