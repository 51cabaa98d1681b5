"""Tables as recorders have them: columns found, rows that cannot be placed told and left out."""

import pytest

from allegata.app.matching import MatchReport, Taxonomy, by_sources, match
from allegata.app.table_columns import Table
from allegata.model.errors import InputError
from allegata.model.matching import Window

HEADS = ("event_date", "latitude", "longitude", "event_id_cnty", "kind")


def table(name: str, *rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> Table:
    return Table(name, heads, [dict(zip(heads, row, strict=True)) for row in rows])


def matched(*tables: Table, **columns: str) -> MatchReport:
    kinds = Taxonomy("kind", {("a", "raid"): ("armed",), ("b", "attack"): ("armed",)})
    return match(tables, Window(1, 3.0), columns=columns, taxonomies=[kinds])


def test_columns_are_found_by_their_usual_names_and_rows_matched() -> None:
    report = matched(
        table("a", ("2031-03-04", "9.0", "8.0", "A1", "raid")),
        table("b", ("2031-03-05", "9.01", "8.0", "B1", "attack")),
    )
    assert [[row.id for row in event] for event in report.found.events] == [["A1", "B1"]]
    assert report.problems == ()
    assert list(by_sources(report.found)) == [(2, 1)]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("yesterday", "9.0", "8.0", "A1", "raid"), "match.bad_date"),
        (("2031-03-04", "", "8.0", "A1", "raid"), "match.bad_point"),
        (("2031-03-04", "99", "8.0", "A1", "raid"), "match.bad_point"),
        (("2031-03-04", "nan", "8.0", "A1", "raid"), "match.bad_point"),
    ],
)
def test_a_row_that_cannot_be_placed_is_told_and_left_out(row: tuple[str, ...], code: str) -> None:
    report = matched(table("a", row, ("2031-03-04", "9.0", "8.0", "A2", "raid")))
    assert [(one.row, one.code) for one in report.problems] == [(1, code)]
    assert [[row.id for row in event] for event in report.found.events] == [["A2"]]
    assert report.rows == {"a": 2}


def test_a_code_that_no_taxonomy_knows_is_told_and_the_row_stays_alone() -> None:
    report = matched(
        table("a", ("2031-03-04", "9.0", "8.0", "A1", "raid")),
        table("b", ("2031-03-04", "9.0", "8.0", "B1", "picnic")),
    )
    assert [one.code for one in report.problems] == ["match.unknown_code"]
    assert len(report.found.events) == 2


def test_a_column_that_is_not_there_is_refused_with_those_that_are() -> None:
    with pytest.raises(InputError) as caught:
        matched(table("a", ("1",), heads=("when",)))
    assert caught.value.code == "table.no_column"
    assert "when" in str(caught.value)


def test_a_column_of_an_unusual_name_is_told() -> None:
    heads = ("tag", "breite", "laenge", "kind")
    report = matched(
        table("a", ("2031-03-04", "9.0", "8.0", "raid"), heads=heads),
        date="tag",
        lat="breite",
        lon="laenge",
    )
    assert [row.id for event in report.found.events for row in event] == ["1"]


def test_two_tables_of_one_name_are_refused() -> None:
    with pytest.raises(InputError) as caught:
        matched(table("a"), table("a"))
    assert caught.value.code == "match.same_name"
