"""The log of an import, and the figures without words, for a terminal and for tables."""

import csv
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO

from allegata.cli.search_text import harmless, isolated
from allegata.export.csv_counts import cell
from allegata.model.importing import (
    CellProblem,
    FigureCheck,
    ImportReport,
    OwnCheck,
    RowLog,
    RowState,
    Support,
    Words,
)
from allegata.model.wire import to_json

MOST_ROWS = 20  # of a log, that are told one by one
MOST_WORDS = 240
MOST_VOICES = 5  # of one figure
MEANINGS = {
    Support.SAID: "said, word for word",
    Support.SAID_OF_OTHERS: "said, but of people who may be more or others",
    Support.RECKONED: "said by nobody; follows from what is said, by the rule",
    Support.OTHERWISE: "the documents say another number",
    Support.SILENT: "the documents tell of the incident and give no such number",
    Support.UNHELD: "no document held tells of the incident",
}
UNSUPPORTED = (Support.UNHELD, Support.SILENT, Support.OTHERWISE)
_AS_BOUND: dict[tuple[str, ...], str] = {("low",): "at least ", ("high",): "at most "}
HEADS = (
    *("table", "id", "row", "when", "where", "incident", "outcome", "group", "bound", "number"),
    *("columns", "support", "meaning", "said_number", "said_words", "quote", "who", "document"),
    *("published", "page", "layer", "start", "end", "claim", "url", "sources_held"),
    *("sources_missing",),
)


def log_lines(report: ImportReport, *, listed: str) -> Iterator[str]:
    """Yield the log: how many rows were what, then rows with something to tell."""
    states = Counter(row.state for row in report.rows)
    told = ", ".join(f"{states[state]} {state.value}" for state in RowState)
    yield harmless(f"{report.table} ({report.kind.value}): {len(report.rows)} rows: {told}")
    worth = [row for row in report.rows if _is_worth(row)]
    shown = {"none": [], "some": worth[:MOST_ROWS], "all": list(report.rows)}[listed]
    for row in shown:
        yield from _row_lines(row)
    if listed == "some" and len(worth) > MOST_ROWS:
        yield f"  … and {len(worth) - MOST_ROWS} more rows; --log all tells every one"
    problems = Counter(each.code for row in report.rows for each in row.problems)
    for code, times in sorted(problems.items()):
        yield f"  {times} times {code}"
    if report.gone:
        yield f"  not in this table any more, and kept: {_some(report.gone)}"
    if report.decision:
        yield f"  `allegata undo CASE {report.decision}` takes it back"
    else:
        yield "  nothing was new: the case file is as it was"
    if report.entries:
        numbers = ", ".join(map(str, report.entries))
        yield f"  rows of this list stand in the ledger's entries {numbers}"


def check_lines(checks: Sequence[OwnCheck], *, are_all: bool) -> Iterator[str]:
    """Yield how well the figures stand, then each incident with figures that have no words."""
    figures = [each for check in checks for each in check.figures]
    states = Counter(each.support for each in figures)
    yield f"{_many(len(figures), 'figure')} of {_many(len(checks), 'incident')} in your lists:"
    for support, meaning in MEANINGS.items():
        if states[support]:
            yield f"  {states[support]:>6}  {meaning}"
    held = sum(len(check.held) for check in checks)
    missing = sum(len(check.missing) for check in checks)
    if held + missing:
        yield f"  of {held + missing} addresses of sources, documents are held from {held}"
    for check in checks:
        shown = [each for each in check.figures if are_all or each.support in UNSUPPORTED]
        if shown or (are_all and not check.figures):
            yield ""
            yield from _check_lines(check, shown)


def write_csv(out: TextIO, checks: Iterable[OwnCheck], *, are_all: bool) -> None:
    """Write a row for each figure and each voice on it; a figure without words has one row."""
    writer = csv.writer(out)
    writer.writerow(HEADS)
    for check in checks:
        for figure in check.figures:
            if are_all or figure.support in UNSUPPORTED:
                for words in figure.words or (None,):
                    writer.writerow(map(cell, _cells(check, figure, words)))


def write_jsonl(out: TextIO, checks: Iterable[OwnCheck]) -> None:
    """Write a line for each incident, with all its figures."""
    for check in checks:
        out.write(json.dumps(to_json(check), ensure_ascii=False) + "\n")


def _is_worth(row: RowLog) -> bool:
    return bool(row.problems or row.changes or row.state is RowState.REFUSED)


def _row_lines(row: RowLog) -> Iterator[str]:
    yield harmless(f"  row {row.row}  {row.id}  {row.state.value}")
    for change in row.changes:
        before, after = change.before or "(empty)", change.after or "(empty)"
        yield harmless(f"    {change.column}: {before} → {after}")
    for problem in row.problems:
        yield harmless(f"    {_where(problem)}{problem.message} [{problem.code}]")


def _where(problem: CellProblem) -> str:
    if not problem.column:
        return ""
    return (
        f"{problem.column} = {isolated(problem.value)}: "
        if problem.value
        else f"{problem.column}: "
    )


def _check_lines(check: OwnCheck, figures: Sequence[FigureCheck]) -> Iterator[str]:
    parts = [check.id, check.when or "undated", check.where or "no place", check.code or "unlinked"]
    yield harmless("  ".join(parts))
    for figure in figures:
        group = f" {figure.group}" if figure.group else ""
        bound = _AS_BOUND.get(figure.bounds, "")
        what = f"{bound}{figure.number}{group} {figure.outcome.value.replace('_', ' ')}"
        yield harmless(f"  {what}: {MEANINGS[figure.support]}{_of_zero(figure)}")
        for words in figure.words[:MOST_VOICES]:
            yield from _words_lines(words)
        if len(figure.words) > MOST_VOICES:
            yield f"    … and {len(figure.words) - MOST_VOICES} more"
    if check.missing:
        yield harmless(f"  its own sources that are not held: {_some(check.missing)}")
    for each in check.perhaps:
        code = f", in {each.code}" if each.code else ""
        yield harmless(f"  perhaps told in {isolated(each.name)}{code}: {'; '.join(each.reasons)}")
        yield harmless(f"    if so: allegata decide CASE same {check.id} {each.claim} --why …")


def _of_zero(figure: FigureCheck) -> str:
    """Ask of a zero without words whether it is one: many tables cannot tell none from unknown."""
    is_bare = figure.number == 0 and figure.support in UNSUPPORTED
    return " (a zero: is it none, or not known?)" if is_bare else ""


def _words_lines(words: Words) -> Iterator[str]:
    quote = harmless(words.quote)
    short = quote if len(quote) <= MOST_WORDS else quote[:MOST_WORDS] + "…"
    numbers = " to ".join(map(str, words.numbers))
    page = f", page {words.page}" if words.page is not None else ""
    who = words.who or "nobody named"
    name = f"{isolated(harmless(words.name))}{page}"
    yield f"    {numbers:>8}  {harmless(who)}, {words.published or 'undated'}, {name}"
    yield f"              {isolated(f'“{short}”')}"


def _cells(check: OwnCheck, figure: FigureCheck, words: Words | None) -> Iterator[str | int | None]:
    yield from (check.table, check.id, check.row, check.when, check.where, check.code)
    yield from (figure.outcome.value, figure.group or "all", "/".join(figure.bounds))
    yield from (figure.number, "; ".join(figure.columns), figure.support.value)
    yield MEANINGS[figure.support]
    if words is None:
        yield from [None] * 12
    else:
        yield from (" to ".join(map(str, words.numbers)), words.raw, words.quote, words.who)
        yield from (words.name, words.published, words.page, words.layer, words.start, words.end)
        yield from (words.claim, words.url)
    yield from (len(check.held), "; ".join(check.missing))


def _some(ids: Sequence[str], most: int = 8) -> str:
    more = f" and {len(ids) - most} more" if len(ids) > most else ""
    return ", ".join(ids[:most]) + more


def _many(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
