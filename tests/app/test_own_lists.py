"""People's own lists as they stand now."""

from allegata.app.own_lists import imports_in_force, own_incidents
from allegata.model.importing import ImportedIncident, ImportedRow, TableImport, TableKind

AT = "2031-05-01T00:00:00Z"


def import_of(id_: str, *rows: tuple[str, int], undoes: str | None = None) -> TableImport:
    kind, told = TableKind.INCIDENTS, ImportedIncident()
    made = tuple(ImportedRow("mine", kind, name, row, name, (), told=told) for name, row in rows)
    return TableImport(id_, "mine", TableKind.INCIDENTS, "0", "m", made, "r1", AT, undoes)


def test_the_newest_version_of_a_row_holds_in_the_order_of_rows() -> None:
    found = own_incidents([import_of("i1", ("B", 2), ("A", 1)), import_of("i2", ("A", 9))])
    assert [(own.id, own.row) for own in found] == [("B", 2), ("A", 9)]


def test_what_was_taken_back_is_not_in_force() -> None:
    every = [import_of("i1", ("A", 1)), import_of("i2", ("A", 9)), import_of("i3", undoes="i2")]
    assert [each.id for each in imports_in_force(every)] == ["i1"]
    assert [own.row for own in own_incidents(every)] == [1]
