"""Lists of victims read: what is there is kept, what cannot be read is unknown and told."""

import pytest

from allegata.app.table_columns import Table
from allegata.app.victims import read_list
from allegata.model.errors import InputError
from allegata.model.vocabularies import Sex

HEADS = ("Name", "name_ar", "ID", "Age", "Gender", "dob")


def entries(*rows: tuple[str, ...]):  # type: ignore[no-untyped-def]
    table = Table("list", HEADS, [dict(zip(HEADS, row, strict=True)) for row in rows])
    return read_list(table, columns={})


def test_a_row_becomes_an_entry() -> None:
    (one,) = entries(("Ahmad Corun", "أحمد كورن", "7", "12", "Male", "2019-05-04")).entries
    assert (one.name, one.other_names, one.number) == ("Ahmad Corun", ("أحمد كورن",), "7")
    assert (one.age, one.sex, one.born, one.row) == (12, Sex.MALE, "2019-05-04", 1)


def test_an_infant_is_nought_years_old() -> None:
    (one,) = entries(("Ahmad Corun", "", "7", "0", "", "")).entries
    assert one.age == 0


@pytest.mark.parametrize(
    "cells",
    [("about 30", "", ""), ("", "boy?", ""), ("", "", "04/05/19"), ("200", "", "")],
)
def test_a_cell_that_cannot_be_read_is_unknown_and_told(cells: tuple[str, str, str]) -> None:
    found = entries(("Ahmad Corun", "", "7", *cells))
    (one,) = found.entries
    assert (one.age, one.sex, one.born) == (None, Sex.UNKNOWN, "")
    assert [problem.code for problem in found.problems] == ["victims.unread_cell"]


def test_a_row_without_a_name_is_left_out_and_told() -> None:
    found = entries(("unknown", "", "7", "", "", ""))
    assert found.entries == ()
    assert [problem.code for problem in found.problems] == ["victims.no_name"]


def test_a_list_without_names_is_refused() -> None:
    with pytest.raises(InputError) as caught:
        read_list(Table("list", ("age",), []), columns={})
    assert caught.value.code == "table.no_column"
