"""Tables and what a person says of their columns, for commands that take tables of rows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from allegata.app.table_columns import RowProblem, Table
from allegata.model.errors import ConfigError
from allegata.runners.spreadsheets import read_sheet

MOST_TOLD = 20  # problems of rows that are told one by one


def read_table(path: Path) -> Table:
    """Return the table in a file, CSV or XLSX; a row that is no row has no cells.

    Raises:
        InputError: there is no such file, or it holds no table.
    """
    sheet = read_sheet(path)
    rows = [{} if isinstance(row, str) else row for row in sheet.rows]
    return Table(sheet.name, sheet.heads, rows)


def columns_told(told: str, known: Iterable[str]) -> Mapping[str, str]:
    """Return what ``--columns`` says: WHAT=NAME, several between commas.

    Raises:
        ConfigError: it names something that is not known.
    """
    names = tuple(known)
    pairs = [part.partition("=") for part in told.split(",") if part.strip()]
    wrong = [what for what, _, name in pairs if what.strip() not in names or not name.strip()]
    if wrong:
        raise ConfigError(
            "table.columns",
            f"--columns does not know {', '.join(wrong)}.",
            f"Write WHAT=NAME, WHAT of {', '.join(names)}.",
        )
    return {what.strip(): name.strip() for what, _, name in pairs}


def problem_lines(problems: Sequence[RowProblem]) -> Iterator[str]:
    """Yield a line for each problem of a row, and how many more there are."""
    for problem in problems[:MOST_TOLD]:
        yield f"{problem.table}, row {problem.row}: {problem.message} [{problem.code}]"
    if len(problems) > MOST_TOLD:
        yield f"… and {len(problems) - MOST_TOLD} more"
