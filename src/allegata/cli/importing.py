"""``allegata import`` and ``allegata unsupported``: a recorder's own tables, and their figures."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegata.cli.case_options import DEFAULT_REVIEWER, CasePath, Reviewer, opened
from allegata.cli.plain_errors import REFUSED, plain_errors, say
from allegata.model.errors import InputError

if TYPE_CHECKING:
    from allegata.app.case import Case
    from allegata.app.mapping import TableMapping
    from allegata.model.importing import ImportReport, OwnCheck

FORMATS = ("text", "csv", "jsonl")
LISTED = ("none", "some", "all")


def register(app: typer.Typer) -> None:
    """Add the commands to the program."""
    app.command("import", epilog="Example: allegata import road.case mine.csv --like airwars")(
        import_
    )
    app.command(
        "unsupported", epilog="Example: allegata unsupported road.case --format csv > gaps.csv"
    )(unsupported)


def import_(
    case: CasePath,
    tables: Annotated[list[Path], typer.Argument(metavar="TABLE...", help="CSV or XLSX files.")],
    mapping: Annotated[
        Path | None, typer.Option(help="A TOML file: which column holds what.")
    ] = None,
    like: Annotated[
        str | None, typer.Option(metavar="NAME", help="Known tables: airwars, ucdp-ged, acled.")
    ] = None,
    sheet: Annotated[str, typer.Option(help="The sheet of a workbook; the first without it.")] = "",
    check: Annotated[
        bool, typer.Option("--check", help="Then say which figures have no words in the documents.")
    ] = False,
    log: Annotated[
        str, typer.Option("--log", help="Rows that are told one by one: none, some or all.")
    ] = "some",
    reviewer: Reviewer = DEFAULT_REVIEWER,
) -> None:
    """Bring in incidents, sources or victims that you have recorded already, as your own records.

    Nothing in them is altered. A newer version of a table updates it row by row, by id, and the log
    tells each cell that changed. Exit code 1 if a row was refused.
    """
    from allegata.cli.importing_text import check_lines, log_lines
    from allegata.runners.spreadsheets import read_sheet

    if log not in LISTED:
        raise typer.BadParameter(f"Give --log {', '.join(LISTED)}.")
    with plain_errors():
        wanted = _mapping(mapping, like)
        sheets = [read_sheet(table, sheet=sheet) for table in tables]
    reports: list[ImportReport] = []
    with opened(case) as file:
        for each in sheets:
            report = file.import_table(each, wanted, reviewer=reviewer)
            reports.append(report)
            for line in log_lines(report, listed=log):
                print(line)
        if check:
            file.link(reviewer=reviewer)
            print()
            for line in check_lines(_covered(file, file.unsupported()), are_all=False):
                print(line)
    if any(row.state == "refused" for report in reports for row in report.rows):
        raise typer.Exit(REFUSED)


def unsupported(
    case: CasePath,
    table: Annotated[str, typer.Option(help="Only the incidents of this list.")] = "",
    every: Annotated[
        bool, typer.Option("--every", help="Show the figures that have words too.")
    ] = False,
    form: Annotated[str, typer.Option("--format", help="text, csv or jsonl")] = "text",
    names: Annotated[
        bool, typer.Option("--names", help="Show the names of people; they are covered without it.")
    ] = False,
) -> None:
    """Say which figures of your own lists have no supporting words in the documents held.

    For each number: whether a document linked to its incident says it, says another, or says
    nothing, with the words, whose they are and where they stand.
    """
    from allegata.cli.importing_text import write_csv, write_jsonl

    if form not in FORMATS:
        raise typer.BadParameter(f"Give --format {', '.join(FORMATS)}.")
    with opened(case, read_only=True) as file:
        found = tuple(each for each in file.unsupported() if table in ("", each.table))
        found = found if names else _covered(file, found)
    if not found:
        say("There are no imported incidents to check. `allegata import` brings them in.")
    elif form == "csv":
        write_csv(sys.stdout, found, are_all=every)
    elif form == "jsonl":
        write_jsonl(sys.stdout, found)
    else:
        _print(found, every=every)


def _covered(file: "Case", checks: "tuple[OwnCheck, ...]") -> "tuple[OwnCheck, ...]":
    """Return the checks with the names of people in their quotes covered."""
    from allegata.app.covering import covered_json, names_in
    from allegata.model.importing import OwnCheck
    from allegata.model.wire import from_json, to_json

    names = {id_: names_in([file.document(id_)]) for each in checks for id_ in each.documents}
    return tuple(
        from_json(
            OwnCheck, covered_json(to_json(each), sum((names[id_] for id_ in each.documents), ()))
        )
        for each in checks
    )


def _print(found: "tuple[OwnCheck, ...]", *, every: bool) -> None:
    from allegata.cli.importing_text import check_lines

    for line in check_lines(found, are_all=every):
        print(line)


def _mapping(path: Path | None, like: str | None) -> "TableMapping":
    from allegata.app.mapping import known_mapping, parse_mapping

    if (path is None) == (like is None):
        raise typer.BadParameter("Give one of --mapping FILE and --like NAME.")
    if like is not None:
        return known_mapping(like)
    found = path or Path()
    try:
        return parse_mapping(found.read_text(encoding="utf-8"), found.name)
    except FileNotFoundError as error:
        raise InputError(
            "table.missing", f"There is no file {found}.", "Check the path."
        ) from error
