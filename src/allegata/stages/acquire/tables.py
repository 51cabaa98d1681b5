"""A table of texts, JSON Lines or CSV, to source files row by row, in flat memory.

Each row is a document of its own. A bad row is refused with its number and reason, and the rest go
on. Columns go by the names that the person gives, or by the usual ones.

>>> rows = read_jsonl(iter(['{"id": "a7", "text": "Two were hurt."}']), "posts.jsonl")
>>> [(row.row_id, row.content) for row in rows if isinstance(row, SourceFile)]
[('a7', b'Two were hurt.')]
"""

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from allegata.model.document import SourceFile
from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.model.ids import content_id
from allegata.model.reading import Refusal
from allegata.model.source import Provenance
from allegata.stages.acquire.csv_records import BadRecord, records
from allegata.stages.acquire.sniff import markdown_or_plain

Row = SourceFile | Refusal

_USUAL = {
    "text": ("text", "body", "content"),
    "id": ("id", "row_id", "doc_id"),
    "published": ("published", "date", "published_at", "created_at"),
    "language": ("language", "lang"),
    "country": ("country",),
}
_PROVENANCE = ("url", "archive_url", "publisher", "author", "platform", "posted", "collected")
LONGEST_LINE = 20_000_000  # characters; whoever streams lines in cuts longer ones here
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_NEXT = "Correct the row, or leave it out; the other rows were read."


@dataclass(frozen=True, slots=True)
class TableFields:
    """Which column holds what; None looks for the usual names (text, id, published or date, …)."""

    text: str | None = None
    id: str | None = None
    published: str | None = None
    language: str | None = None
    country: str | None = None


USUAL_FIELDS = TableFields()


def read_jsonl(
    lines: Iterable[str], name: str, fields: TableFields = USUAL_FIELDS
) -> Iterator[Row]:
    """Yield one source file or refusal for each line that is not blank."""
    columns = _Columns(fields)
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _jsonl_row(line, name, number, columns)


def read_csv(lines: Iterable[str], name: str, fields: TableFields = USUAL_FIELDS) -> Iterator[Row]:
    """Yield one source file or refusal for each row below the header.

    Raises:
        InputError: ``acquire.table.no_text_column`` or ``acquire.empty``.
    """
    found = records(iter(lines))
    header = next(found, None)
    if header is None or isinstance(header, BadRecord):
        raise InputError(
            "acquire.empty", f"{name} has no header row.", "Name the columns in the first row."
        )
    names = [cell.strip().lstrip("\ufeff") for cell in header]
    columns = _Columns(fields)
    if columns.pick("text", dict.fromkeys(names, "")) is None:
        raise InputError(
            "acquire.table.no_text_column",
            f"{name} has no column {columns.wanted('text')}; it has {', '.join(names)}.",
            "Name the column with --text-field.",
        )
    for number, record in enumerate(found, 1):
        if isinstance(record, BadRecord):
            message = f"Row {number} of {name} ({record.where}) is no CSV: {record.reason}."
            yield Refusal(name, str(number), "acquire.table.row_broken", message, _NEXT)
        elif len(record) != len(names):
            message = f"Row {number} of {name} has {len(record)} cells, the header {len(names)}."
            yield Refusal(name, str(number), "acquire.table.row_broken", message, _NEXT)
        else:
            yield _row(dict(zip(names, record, strict=True)), name, number, columns)


def _jsonl_row(line: str, name: str, number: int, columns: "_Columns") -> Row:
    if len(line) >= LONGEST_LINE:
        message = f"Row {number} of {name} is longer than {LONGEST_LINE:,} characters."
        return Refusal(name, str(number), "acquire.table.row_too_long", message, _NEXT)
    try:
        found = json.loads(line.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "it is nested too deep or holds a number too long")
        message = f"Row {number} of {name} is no JSON: {reason}."
        return Refusal(name, str(number), "acquire.table.row_broken", message, _NEXT)
    if not isinstance(found, dict):
        message = f"Row {number} of {name} is no JSON object."
        return Refusal(name, str(number), "acquire.table.row_broken", message, _NEXT)
    return _row(found, name, number, columns)


class _Columns:
    """Finds a field in a row, by the name given or by the usual names."""

    def __init__(self, fields: TableFields) -> None:
        self._names = {
            key: (told,) if (told := getattr(fields, key)) is not None else usual
            for key, usual in _USUAL.items()
        }

    def wanted(self, key: str) -> str:
        """Return the names looked for, for a message."""
        return " or ".join(repr(name) for name in self._names[key])

    def pick(self, key: str, row: Mapping[str, object]) -> object:
        """Return the value of the first name that the row has, else None."""
        return next((row[name] for name in self._names[key] if name in row), None)

    def pick_text(self, key: str, row: Mapping[str, object]) -> str | None:
        """Return the value as stripped text, or None where it is missing or blank."""
        value = self.pick(key, row)
        return (
            None if value is None or isinstance(value, dict | list) else str(value).strip() or None
        )


def _row(row: Mapping[str, object], name: str, number: int, columns: _Columns) -> Row:
    row_id = columns.pick_text("id", row) or str(number)
    text = columns.pick("text", row)
    if not isinstance(text, str):
        message = f"Row {number} of {name} has no text in {columns.wanted('text')}."
        return Refusal(name, row_id, "acquire.table.no_text", message, "Name it with --text-field.")
    if not text.strip():
        message = f"Row {number} of {name} has an empty text."
        return Refusal(name, row_id, "acquire.empty", message, _NEXT)
    doubts: list[Doubt] = []
    if _HALF_PAIR.search(text):
        text = _HALF_PAIR.sub("\ufffd", text)  # a post cut in the middle of an emoji
    content = text.encode()
    return SourceFile(
        id=content_id(content),
        name=name,
        content=content,
        media_type=markdown_or_plain(text),
        encoding="utf-8",
        row_id=row_id,
        language=_language(columns.pick_text("language", row), doubts),
        published=_published(columns.pick_text("published", row), doubts),
        country=_country(columns.pick_text("country", row), doubts),
        provenance=_provenance(row),
        doubts=tuple(doubts),
    )


def _published(value: str | None, doubts: list[Doubt]) -> str | None:
    """Return an ISO date from a date or a date and time; ``03/04/2019`` is not guessed at."""
    if value is None:
        return None
    try:
        return dt.date.fromisoformat(re.split(r"[T ]", value, maxsplit=1)[0]).isoformat()
    except ValueError:
        message = f"The published date {value[:40]!r} is no ISO date (YYYY-MM-DD) and was left out."
        doubts.append(Doubt("acquire.table.published_unreadable", message))
        return None


def _language(value: str | None, doubts: list[Doubt]) -> str | None:
    if value is None or re.fullmatch(r"[A-Za-z]{2,3}(?:[-_]\w+)*", value):
        return value and re.split("[-_]", value)[0].lower()
    message = f"The language {value[:40]!r} is no language code such as 'ar' and was left out."
    doubts.append(Doubt("acquire.table.language_unreadable", message))
    return None


def _country(value: str | None, doubts: list[Doubt]) -> str | None:
    if value is None or re.fullmatch("[A-Za-z]{2}", value):
        return value and value.upper()
    message = f"The country {value[:40]!r} is no two-letter code such as 'SY' and was left out."
    doubts.append(Doubt("acquire.table.country_unreadable", message))
    return None


def _provenance(row: Mapping[str, object]) -> Provenance:
    found = {key: row.get(key) for key in _PROVENANCE}
    return Provenance(
        **{k: v.strip() for k, v in found.items() if isinstance(v, str) and v.strip()}
    )


_READERS = {"application/jsonl": read_jsonl, "text/csv": read_csv}


def read_table(
    lines: Iterable[str], name: str, media_type: str, fields: TableFields = USUAL_FIELDS
) -> Iterator[Row]:
    """Yield the rows of a table of that media type (``application/jsonl`` or ``text/csv``)."""
    return _READERS[media_type](lines, name, fields)
