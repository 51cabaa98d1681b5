"""A table of texts, JSON Lines or CSV, to source files row by row, in flat memory.

Each row is a document of its own. A bad row is refused with its number and reason, and the rest go
on. Columns go by the names that the person gives, or by the usual ones.

>>> rows = read_jsonl(iter(['{"id": "a7", "text": "Two were hurt."}']), "posts.jsonl")
>>> [(row.row_id, row.content) for row in rows if isinstance(row, SourceFile)]
[('a7', b'Two were hurt.')]
"""

import datetime as dt
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping

from allegata.lang.countries import country_named
from allegata.lang.languages import language_named
from allegata.model.document import SourceFile
from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.model.ids import content_id
from allegata.model.reading import Refusal
from allegata.model.source import Provenance
from allegata.stages.acquire.columns import USUAL_FIELDS, Columns, TableFields
from allegata.stages.acquire.csv_records import BadRecord, records
from allegata.stages.acquire.sniff import markdown_or_plain

Row = SourceFile | Refusal
Record = Mapping[str, object] | Refusal

_PROVENANCE = ("url", "archive_url", "publisher", "author", "platform", "posted", "collected")
LONGEST_LINE = 20_000_000  # characters; whoever streams lines in cuts longer ones here
MOST_WAITING = 1000  # rows without a text that are held until one shows where it is
_HALF_PAIR = re.compile("[\ud800-\udfff]")
_NEXT = "Correct the row, or leave it out; the other rows were read."


def read_jsonl(
    lines: Iterable[str], name: str, fields: TableFields = USUAL_FIELDS
) -> Iterator[Row]:
    """Yield one source file or refusal for each line that is not blank."""
    rows = ((n, _jsonl_row(line, name, n)) for n, line in enumerate(lines, 1) if line.strip())
    yield from _documents(rows, name, Columns(fields))


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
    rows = ((number, _csv_row(row, names, name, number)) for number, row in enumerate(found, 1))
    columns = Columns(fields)
    if not columns.has_text(dict.fromkeys(names, "")) and fields.text is not None:
        columns.settled([dict.fromkeys(names, "")], name)  # says that there is no such column
    yield from _documents(rows, name, columns)


def _documents(rows: Iterator[tuple[int, Record]], name: str, columns: Columns) -> Iterator[Row]:
    """Yield a document or refusal for each row, once a row has shown where its text is.

    Raises:
        InputError: ``acquire.table.no_text_column`` if none of the first rows has a text.
    """
    waiting: list[tuple[int, Record]] = []
    for number, record in rows:
        waiting.append((number, record))
        if not isinstance(record, Refusal) and columns.has_text(record):
            break
        if len(waiting) >= MOST_WAITING:
            break
    records = [record for _, record in waiting if not isinstance(record, Refusal)]
    if records and not any(map(columns.has_text, records)):
        columns = columns.settled(records, name)
    for number, record in itertools.chain(waiting, rows):
        if isinstance(record, Refusal):
            yield record
        else:
            yield _row(record, name, number, columns)


def _csv_row(record: list[str] | BadRecord, names: list[str], name: str, number: int) -> Record:
    if isinstance(record, BadRecord):
        message = f"Row {number} of {name} ({record.where}) is no CSV: {record.reason}."
        return Refusal(name, str(number), "acquire.table.row_broken", message, _NEXT)
    if len(record) != len(names):
        message = f"Row {number} of {name} has {len(record)} cells, the header {len(names)}."
        return Refusal(name, str(number), "acquire.table.row_broken", message, _NEXT)
    return dict(zip(names, record, strict=True))


def _jsonl_row(line: str, name: str, number: int) -> Record:
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
    return found


def _row(row: Mapping[str, object], name: str, number: int, columns: Columns) -> Row:
    row_id = columns.pick_text("id", row) or str(number)
    text = columns.pick("text", row)
    if not isinstance(text, str):
        message = f"Row {number} of {name} has no text in {columns.wanted('text')}."
        return Refusal(name, row_id, "acquire.table.no_text", message, "Name it with --text-field.")
    if not text.strip():
        message = f"Row {number} of {name} has an empty text."
        return Refusal(name, row_id, "acquire.empty", message, _NEXT)
    doubts = _chosen(columns)
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


def _chosen(columns: Columns) -> list[Doubt]:
    if columns.chosen is None:
        return []
    message = (
        f"No column is named as that of the text. The text was taken from {columns.chosen!r}, "
        "the only one that holds prose."
    )
    return [Doubt("acquire.table.column_chosen", message)]


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
    code = language_named(value) if value is not None else None
    if value is None or code is not None:
        return code
    message = (
        f"The language {value[:40]!r} is no language such as 'ar' or 'Arabic' and was left out."
    )
    doubts.append(Doubt("acquire.table.language_unreadable", message))
    return None


def _country(value: str | None, doubts: list[Doubt]) -> str | None:
    if value is None or re.fullmatch("[A-Za-z]{2}", value):
        return value and value.upper()
    country = country_named(value, demonyms=False)
    if country is not None:
        return country.alpha2
    message = f"The country {value[:40]!r} is no country such as 'SY' or 'Syria' and was left out."
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
