"""CSV files and what a person says of their columns, for commands that take tables of rows."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from allegata.app.table_columns import RowProblem, Table
from allegata.model.errors import ConfigError, InputError

MOST_TOLD = 20  # problems of rows that are told one by one


def read_table(path: Path) -> Table:
    """Return the table in a CSV file.

    Raises:
        InputError: there is no such file, or it is not in UTF-8.
    """
    reader = csv.DictReader(lines_of(path))
    heads = tuple(reader.fieldnames or ())
    return Table(path.stem, heads, [{k: v or "" for k, v in row.items() if k} for row in reader])


def lines_of(path: Path) -> Iterable[str]:
    """Return the lines of a text file in UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise InputError("table.missing", f"There is no file {path}.", "Check the path.") from error
    except UnicodeDecodeError as error:
        raise InputError(
            "table.encoding", f"{path} is not in UTF-8.", "Save it as CSV in UTF-8."
        ) from error


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
