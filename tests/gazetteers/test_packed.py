"""The packed file is the same for the same entries, and refuses what it did not write."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.gazetteers.packed import Keyed, PackedGazetteer, keys_of, pack
from allegata.model.errors import ConfigError
from allegata.model.places import AdminUnit, GazetteerEntry

UNITS = st.none() | st.builds(AdminUnit, st.sampled_from(["A.1", "A.2"]), st.just("Unit"))
ENTRIES = st.builds(
    GazetteerEntry,
    id=st.integers(1, 10**9).map("x:{}".format),
    name=st.text(alphabet="abc é", min_size=1),
    country=st.sampled_from(["SY", "IQ"]),
    feature=st.sampled_from(["settlement", "adm1", "country"]),
    lat=st.integers(-9_000_000, 9_000_000).map(lambda n: n / 100_000),
    lon=st.integers(-18_000_000, 18_000_000).map(lambda n: n / 100_000),
    population=st.none() | st.integers(1, 2**32 - 1),
    admin1=UNITS,
    admin2=UNITS,
    radius_km=st.none() | st.integers(1, 30_000).map(lambda n: n / 10),
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


def test_one_byte_changes_the_label() -> None:
    entry = GazetteerEntry("x:1", "Alpha", "SY", "settlement", 1.0, 2.0, 7, None, None)
    other = dataclasses.replace(entry, population=8)
    labels = {PackedGazetteer(packed([one])).label for one in (entry, other)}
    assert len(labels) == 2


def test_another_file_is_refused_with_what_to_do() -> None:
    with pytest.raises(ConfigError, match=r"build_gazetteer") as caught:
        PackedGazetteer(b"PK\x03\x04")
    assert caught.value.code == "gazetteer.not_packed"
