"""Columns found by their usual names, or as a person told."""

import pytest

from allegata.app.table_columns import Table, find_columns
from allegata.model.errors import InputError

USUAL = {"day": ("date", "when"), "age": ("age",)}
TABLE = Table("list", ("When ", "Alter"), ())


def test_usual_names_and_told_ones_are_found() -> None:
    found = find_columns(TABLE, USUAL, needed=("day",), told={"age": "alter"})
    assert found == {"day": "When ", "age": "Alter"}


def test_what_is_not_needed_may_be_missing() -> None:
    assert find_columns(TABLE, USUAL, needed=("day",), told={}) == {"day": "When "}


@pytest.mark.parametrize(("needed", "told"), [(("age",), {}), (("day",), {"age": "years"})])
def test_what_is_needed_or_told_may_not(needed: tuple[str, ...], told: dict[str, str]) -> None:
    with pytest.raises(InputError) as caught:
        find_columns(TABLE, USUAL, needed=needed, told=told)
    assert caught.value.code == "table.no_column"
