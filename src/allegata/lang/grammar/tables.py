"""Tables of incidents: which column counts the dead, and what each row counts.

In: the cells of a table as ranges of a text, row by row. Out: each row that counts people, with
its counts. A table whose head names no such column counts nobody, and a row that only adds up the
others adds nothing.

>>> from allegata.lang.pack import load_pack
>>> text = "| Place | Killed |\\n| Elmet | 2 |"
>>> (row,) = read_table(text, pipe_tables(text)[0], load_pack("en"))
>>> [(text[slice(*one.cell)], one.outcome.value, one.best) for one in row.counts], row.place
([('2', 'killed', 2)], (21, 26))
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from allegata.lang.grammar.phrases import fold
from allegata.lang.pack import LanguagePack, Table, load_pack, rows, words
from allegata.lang.tokens import tokenize
from allegata.model.vocabularies import Age, Outcome, Sex

Range = tuple[int, int]
Cells = Sequence[Sequence[Range]]
_NUMBER = re.compile(r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d{1,7}")
_LINE = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"[\s|:-]+")


@dataclass(frozen=True, slots=True)
class CellCount:
    """People counted in one cell; ``part``: of those of the count before."""

    cell: Range
    best: int
    outcome: Outcome
    part: bool
    age: Age = Age.UNKNOWN
    sex: Sex = Sex.UNKNOWN


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row at ``start..end`` with its counts; ``district``: its place is an area.

    ``event`` is the kind of event that a cell of its own tells.
    """

    start: int
    end: int
    counts: tuple[CellCount, ...]
    place: Range | None
    district: bool
    event: str | None = None


def pipe_tables(text: str) -> list[list[list[Range]]]:
    """Return the cells of tables drawn with "|", in plain text and in Markdown."""
    tables: list[list[list[Range]]] = []
    last = -2
    for match in _LINE.finditer(text):
        if _RULE.fullmatch(match.group()):
            last = match.end()
            continue
        if match.start() != last + 1:
            tables.append([])
        tables[-1].append(_cells(text, match.start(), match.end()))
        last = match.end()
    return [table for table in tables if len(table) > 1]


def _cells(text: str, start: int, end: int) -> list[Range]:
    bars = [at for at in range(start, end) if text[at] == "|"]
    return [trimmed(text, first + 1, second) for first, second in pairwise(bars)]


def trimmed(text: str, start: int, end: int) -> Range:
    """Return the range without the blanks around it."""
    inner = text[start:end]
    left = len(inner) - len(inner.lstrip())
    return start + left, max(start + left, start + len(inner.rstrip()))


def read_table(text: str, cells: Cells, pack: LanguagePack) -> tuple[TableRow, ...]:
    """Return the rows of a table that count people, in order."""
    table = _words(pack.language)
    head = [table.columns.get(fold(text[slice(*cell)])) for cell in cells[0]]
    if not any(column and column.get("outcome") for column in head):
        return ()
    found = []
    for row in cells[1:]:
        counts = _counts(text, row, head)
        first = fold(text[slice(*row[0])]) if row else ""
        if counts and first not in table.total:
            place = _place(row, head)
            district = any(c is not None and c.get("role") == "district" for c in head)
            event = _event(text, row, pack)
            found.append(TableRow(row[0][0], row[-1][1], counts, place, district, event))
    return tuple(found)


def _counts(text: str, row: Sequence[Range], head: Sequence[Table | None]) -> tuple[CellCount, ...]:
    counts: list[CellCount] = []
    for cell, column in zip(row, head, strict=False):
        words_said = text[slice(*cell)]
        if column is None or _NUMBER.fullmatch(words_said) is None:
            continue
        best = int(re.sub(r"\D", "", words_said))
        if column.get("outcome"):
            outcome = Outcome(str(column["outcome"]))
            counts.append(CellCount(cell, best, outcome, part=False))
        elif column.get("part") and counts:
            age, sex = Age(str(column["age"])), Sex(str(column.get("sex", "unknown")))
            counts.append(CellCount(cell, best, counts[-1].outcome, True, age, sex))  # noqa: FBT003
    return tuple(counts)


def _event(text: str, row: Sequence[Range], pack: LanguagePack) -> str | None:
    """Return the kind of event of a cell that holds one word for it and nothing else."""
    for cell in row:
        tokens = tokenize(text[slice(*cell)]).folded
        length, entries = pack.lexicon.at(tokens, 0) if tokens else (0, [])
        events = [entry.text("event") for entry in entries if length == len(tokens)]
        told = next((event for event in events if event not in ("", "unknown")), None)
        if told is not None:
            return told
    return None


def _place(row: Sequence[Range], head: Sequence[Table | None]) -> Range | None:
    for cell, column in zip(row, head, strict=False):
        if column is not None and column.get("role") and cell[1] > cell[0]:
            return cell
    return None


@dataclass(frozen=True, slots=True)
class _Words:
    columns: Mapping[str, Table]
    total: frozenset[str]


@cache
def _words(language: str) -> _Words:
    table = load_pack(language).table("tables")
    columns = {fold(form): row for row in rows(table, "column") for form in words(row)}
    total = table.get("total")
    return _Words(columns, frozenset(words(total)) if isinstance(total, dict) else frozenset())
