"""Rows of several sources become one place where they are one, and stay apart where in doubt."""

from hypothesis import given
from hypothesis import strategies as st

from allegata.gazetteers.merging import merged
from allegata.gazetteers.sources.rows import SourceRow
from allegata.model.places import GazetteerName

ROWS = st.builds(
    SourceRow,
    id=st.integers(1, 40).map("w:{}".format),
    source=st.sampled_from(["w", "g"]),
    feature=st.sampled_from(["settlement", "adm1"]),
    name=st.sampled_from(["Tarnel", "Corun", "Al Corun"]),
    names=st.just(()),
    lat=st.none() | st.integers(0, 300).map(lambda n: n / 100),
    lon=st.just(39.0),
    same_as=st.lists(st.integers(1, 5).map("geonames:{}".format), max_size=1).map(tuple),
)


def row(
    own: str,
    name: str,
    lat: float | None,
    *same_as: str,
    feature: str = "settlement",
    code: str = "",
) -> SourceRow:
    return SourceRow(
        own, own.split(":", maxsplit=1)[0], feature, name, (), lat, 39.0, same_as=same_as, code=code
    )


def ids(*rows: SourceRow) -> list[list[str]]:
    return [[one.id for one in group] for group in merged(rows)]


@given(st.lists(ROWS, unique_by=lambda one: one.id), st.randoms())
def test_the_order_of_rows_makes_no_difference(rows: list[SourceRow], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    assert merged(shuffled) == merged(rows)


@given(st.lists(ROWS, unique_by=lambda one: one.id))
def test_every_row_is_in_one_group_and_geonames_never_holds_two_of_it(
    rows: list[SourceRow],
) -> None:
    groups = merged(rows)
    assert sorted(one.id for group in groups for one in group) == sorted(one.id for one in rows)
    for group in groups:
        assert len({one.feature for one in group}) == 1


def test_an_id_in_common_joins_however_far_apart() -> None:
    assert ids(
        row("a:1", "Tarnel", 35.0, "geonames:7"), row("b:1", "Tornal", 36.0, "geonames:7")
    ) == [["a:1", "b:1"]]


def test_a_name_in_common_joins_only_nearby() -> None:
    assert ids(row("a:1", "Al Corun", 35.0), row("b:1", "Corun", 35.01)) == [["a:1", "b:1"]]
    assert ids(row("a:1", "Al Corun", 35.0), row("b:1", "Corun", 35.1)) == [["a:1"], ["b:1"]]


def test_what_geonames_holds_apart_stays_apart() -> None:
    rows = (row("a:1", "Corun", 35.0, "geonames:1"), row("b:1", "Corun", 35.0, "geonames:2"))
    assert ids(*rows) == [["a:1"], ["b:1"]]


def test_a_town_and_its_district_are_two() -> None:
    assert ids(row("a:1", "Corun", 35.0), row("b:1", "Corun", 35.0, feature="adm2")) == [
        ["a:1"],
        ["b:1"],
    ]


def test_a_unit_meets_its_name_without_the_type_word_and_in_other_vowels() -> None:
    rows = (
        row("a:1", "Tarnel Governorate", 35.0, feature="adm1"),
        row("b:1", "Tarnil", 35.5, feature="adm1"),
    )
    assert ids(*rows) == [["a:1", "b:1"]]


def test_two_units_with_a_code_each_in_one_list_stay_two() -> None:
    rows = (
        row("a:1", "Corun", 35.0, feature="adm2", code="ZZ01"),
        row("a:2", "Corun", 35.1, feature="adm2", code="ZZ02"),
        row("b:1", "Corun", 35.0, feature="adm2"),
    )
    assert ids(*rows) == [["a:1", "b:1"], ["a:2"]]


def test_a_row_without_a_point_joins_the_one_of_its_name_and_none_of_several() -> None:
    bare = row("p:1", "Corun", None, feature="adm2")
    near = row("a:1", "Corun", 35.0, feature="adm2")
    far = row("b:1", "Corun", 37.0, feature="adm2")
    assert ids(bare, near) == [["a:1", "p:1"]]
    assert ids(bare, near, far) == [["a:1"], ["b:1"], ["p:1"]]


def test_coarse_points_of_one_source_are_one_place_within_ten_kilometres() -> None:
    assert ids(row("a:1", "Corun", 35.0), row("a:2", "Corun", 35.05)) == [["a:1", "a:2"]]
    assert ids(row("a:1", "Corun", 35.0, "geonames:1"), row("a:2", "Corun", 35.05)) == [
        ["a:1"],
        ["a:2"],
    ]


def test_names_in_another_script_join_as_well() -> None:
    arabic = GazetteerName("كورن", "ar")
    rows = [
        SourceRow("a:1", "a", "settlement", "Corun", (arabic,), 35.0, 39.0),
        SourceRow("b:1", "b", "settlement", "Koron", (arabic,), 35.0, 39.0),
    ]
    assert ids(*rows) == [["a:1", "b:1"]]
