"""A recorder's own tables come into the case file, and newer versions of them update it by id.

In: a table and its mapping. Out: a log that says of each row whether it was new, changed (cell by
cell), unchanged or refused. What was new or changed is one entry of the ledger, so that it is taken
back like every other decision; a second import of the same table adds nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from allegata.app.linking import Act
from allegata.app.mapping import TableMapping
from allegata.app.own_lists import imports_in_force, key_of, rows_in_force
from allegata.app.understanding import columns_of, understood
from allegata.model.ids import short_id
from allegata.model.importing import (
    CellChange,
    CellProblem,
    ImportedRow,
    ImportReport,
    RowLog,
    RowState,
    TableImport,
    TableKind,
)
from allegata.model.ledger import EntryKind
from allegata.model.store_port import CaseReader, CaseStore, CaseWriter
from allegata.model.wire import to_json


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as a file has it: name, SHA-256 of the bytes, heads, and its rows in order.

    A row that is none of the table is a string that says why.
    """

    name: str
    sha256: str
    heads: tuple[str, ...]
    rows: tuple[Mapping[str, str] | str, ...]


def import_table(store: CaseStore, sheet: Sheet, mapping: TableMapping, act: Act) -> ImportReport:
    """Take in what is new or changed in a table, and return the log of all its rows.

    Raises:
        InputError: the table lacks the column of ids.
    """
    columns = columns_of(sheet.heads, mapping, sheet.name)
    broken = {number for number, row in enumerate(sheet.rows, 1) if isinstance(row, str)}
    cells = ({} if isinstance(row, str) else row for row in sheet.rows)
    with store.write() as writer:
        held = rows_in_force(writer.imports())
        lines: list[RowLog] = []
        taken: list[ImportedRow] = []
        for number, row in understood(cells, columns):
            if number in broken:
                why = str(sheet.rows[number - 1])
                row = CellProblem("", "", "import.row_broken", why)  # noqa: PLW2901
            if isinstance(row, CellProblem):
                lines.append(RowLog(number, "", RowState.REFUSED, problems=(row,)))
                continue
            line = _line(row, held.get(key_of(row)))
            lines.append(line)
            if line.state is not RowState.UNCHANGED:
                taken.append(row)
        decision = _keep(writer, sheet, columns.table, mapping, taken, act) if taken else ""
        entries = _entries(writer, columns.table, mapping.kind)
    there = {line.id for line in lines}
    gone = sorted(
        row.id
        for row in held.values()
        if (row.table, row.kind) == (columns.table, mapping.kind) and row.id not in there
    )
    return ImportReport(columns.table, mapping.kind, decision, tuple(lines), tuple(gone), entries)


def undo_import(store: CaseStore, decision_id: str, act: Act) -> bool:
    """Take an import back, and say whether there was one of that id in force."""
    with store.write() as writer:
        standing = {each.id: each for each in imports_in_force(writer.imports())}
        if decision_id not in standing:
            return False
        made = standing[decision_id]
        back = replace(
            made, id=_next_id(writer), rows=(), undoes=made.id, reviewer=act.reviewer, at=act.at
        )
        _append(writer, back)
    return True


def _line(row: ImportedRow, before: ImportedRow | None) -> RowLog:
    if before is None:
        return RowLog(row.row, row.id, RowState.NEW, problems=row.problems)
    changes = tuple(_changes(before, row))
    same = (before.told, before.sources, before.victim) == (row.told, row.sources, row.victim)
    state = RowState.UNCHANGED if same and not changes else RowState.CHANGED
    return RowLog(row.row, row.id, state, changes, row.problems)


def _changes(before: ImportedRow, after: ImportedRow) -> Iterable[CellChange]:
    was = {cell.column: cell.value for cell in before.cells}
    now = {cell.column: cell.value for cell in after.cells}
    for column in dict.fromkeys((*now, *was)):
        if was.get(column, "") != now.get(column, ""):
            yield CellChange(column, was.get(column, ""), now.get(column, ""))


def _keep(
    writer: CaseWriter,
    sheet: Sheet,
    table: str,
    mapping: TableMapping,
    rows: Sequence[ImportedRow],
    act: Act,
) -> str:
    made = TableImport(
        _next_id(writer),
        table,
        mapping.kind,
        sheet.sha256,
        mapping.label,
        tuple(rows),
        act.reviewer,
        act.at,
    )
    _append(writer, made)
    return made.id


def _entries(reader: CaseReader, table: str, kind: TableKind) -> tuple[int, ...]:
    """Return the entries of the ledger that hold rows of a table, those taken back among them."""
    return tuple(
        entry.seq
        for entry in reader.entries()
        if entry.kind == EntryKind.IMPORTED
        and entry.body is not None
        and (entry.body.get("table"), entry.body.get("kind")) == (table, kind.value)
        and entry.body.get("rows")
    )


def _append(writer: CaseWriter, made: TableImport) -> None:
    body = to_json(made)
    if not isinstance(body, dict):
        raise TypeError("an import is an object")
    writer.append(EntryKind.IMPORTED, body, at=made.at, reviewer=made.reviewer)


def _next_id(reader: CaseReader) -> str:
    """Return an id that no other ledger shares."""
    head = reader.head()
    return short_id("import", head.hash, head.seq + 1)
