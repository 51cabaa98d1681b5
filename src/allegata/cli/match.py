"""The command ``match``: which rows of several tables of events are one event."""

import csv
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from allegata.cli.plain_errors import REFUSED, plain_errors, say
from allegata.cli.table_files import columns_told, problem_lines, read_table
from allegata.model.errors import InputError

if TYPE_CHECKING:
    from allegata.app.matching import MatchReport, Taxonomy
    from allegata.model.matching import EventRow, TableMatch

FORMATS = ("text", "csv", "jsonl")
_FEWEST_HEADS = 3  # of a taxonomy: table, code, and a class at least


def register(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(
        "match",
        epilog="Example: allegata match acled.csv ged.csv --days 1 --km 3 "
        "--taxonomy event_type=events.csv",
    )(match)


def match(
    tables: Annotated[
        list[Path], typer.Argument(metavar="TABLE...", help="CSV or XLSX files, in order.")
    ],
    days: Annotated[int, typer.Option(min=0, help="Days that rows of one event may be apart.")] = 1,
    km: Annotated[float, typer.Option(min=0, help="Kilometres that they may be apart.")] = 3.0,
    columns: Annotated[
        str, typer.Option(help="Where columns have unusual names: date=…,end=…,lat=…,lon=…,id=…")
    ] = "",
    taxonomy: Annotated[
        list[str] | None,
        typer.Option(
            metavar="COLUMN=FILE",
            help="Classes of a column's codes: rows of table, code, classes from fine to coarse.",
        ),
    ] = None,
    form: Annotated[str, typer.Option("--format", help="text, csv or jsonl")] = "text",
) -> None:
    """Match tables of events that several recorders made, by the rule of MELTT.

    Rows within the window whose codes agree at some level of every taxonomy are one event; the best
    pairs are taken first, each row once. Nothing is changed in any table.
    """
    from allegata.app.matching import USUAL
    from allegata.app.matching import match as matched
    from allegata.model.matching import Window

    with plain_errors():
        if form not in FORMATS:
            known = ", ".join(FORMATS)
            raise typer.BadParameter(f"{form} is none of {known}.", param_hint="--format")
        report = matched(
            [read_table(path) for path in tables],
            Window(days, km),
            columns=columns_told(columns, USUAL),
            taxonomies=[_taxonomy(told) for told in taxonomy or ()],
        )
        {"text": _print_text, "csv": _print_csv, "jsonl": _print_jsonl}[form](report)
        for line in problem_lines(report.problems):
            say(line)
        left_out = any(problem.code != "match.unknown_code" for problem in report.problems)
    if left_out:
        raise typer.Exit(REFUSED)


def _taxonomy(told: str) -> "Taxonomy":
    from allegata.app.matching import Taxonomy

    column, _, name = told.partition("=")
    table = read_table(Path(name)) if column and name else None
    if table is None or len(table.heads) < _FEWEST_HEADS:
        raise InputError(
            "match.taxonomy",
            f"{told} is no taxonomy.",
            "Write COLUMN=FILE; the file is a CSV of table, code, and classes from fine to coarse.",
        )
    rows = [list(row.values()) for row in table.rows if row]
    classes = {(row[0].strip(), row[1].strip()): tuple(row[2:]) for row in rows}
    return Taxonomy(column, classes)


def _print_text(report: "MatchReport") -> None:
    from allegata.app.matching import by_sources

    for event in report.found.events:
        if len(event) > 1:
            print(" = ".join(f"{row.table} {row.id} (row {row.row})" for row in event))
    many = sum(report.rows.values())
    print(f"{many} rows, {len(report.found.events)} events, {len(report.found.matches)} matches")
    for sources, events in by_sources(report.found):
        print(f"  {events} told by {sources} {'table' if sources == 1 else 'tables'}")
    if report.found.flagged:
        print(f"  {len(report.found.flagged)} pairs of an event and a longer episode: look at them")


def _print_csv(report: "MatchReport") -> None:
    from allegata.export.csv_counts import cell

    heads = ("event", "table", "row", "id", "matched_row", "days", "km", "score", "levels")
    writer = csv.writer(sys.stdout)
    writer.writerow(heads)
    by_row = {_key(found.b): found for found in report.found.matches}
    for number, event in enumerate(report.found.events, 1):
        for row in event:
            writer.writerow(map(cell, [number, *_cells(row, by_row.get(_key(row)))]))


def _print_jsonl(report: "MatchReport") -> None:
    by_row = {_key(found.b): found for found in report.found.matches}
    heads = ("table", "row", "id", "matched_row", "days", "km", "score", "levels")
    for number, event in enumerate(report.found.events, 1):
        rows = [dict(zip(heads, _cells(row, by_row.get(_key(row))), strict=True)) for row in event]
        print(json.dumps({"event": number, "rows": rows}, ensure_ascii=False))


def _key(row: "EventRow") -> tuple[str, int]:
    return row.table, row.row


def _cells(row: "EventRow", found: "TableMatch | None") -> list[str | int | float | None]:
    told: list[str | int | float | None] = [row.table, row.row, row.id]
    if found is None:
        return [*told, None, None, None, None, None]
    levels = " ".join(map(str, found.levels))
    return [*told, f"{found.a.table}:{found.a.row}", found.days, found.km, found.score, levels]
