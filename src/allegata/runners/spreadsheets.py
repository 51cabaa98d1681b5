"""A recorder's table, CSV or XLSX, to its heads and rows; every cell is text as it is written.

The door to openpyxl, which is imported when first used. A workbook is judged by what it declares
before anything of it is inflated. Its dates become ISO days, its whole numbers have no fraction,
and of a formula the value is taken that was saved with it.
"""

import datetime as dt
import hashlib
import io
from collections.abc import Iterator, Mapping
from pathlib import Path

from allegata.app.importing import Sheet
from allegata.containers.zips import CrowdedZipError, DamagedZipError, is_bomb, open_zip
from allegata.model.errors import InputError
from allegata.stages.acquire.csv_records import BadRecord, records
from allegata.text.encoding import detect_encoding

MOST_BYTES = 200_000_000
_ZIP = b"PK\x03\x04"


def read_sheet(path: Path, *, sheet: str = "") -> Sheet:
    """Return the table in a file; of a workbook its first sheet, or the one that is named.

    Raises:
        InputError: there is no such file, or it holds no table.
    """
    content = _content(path)
    is_workbook = content.startswith(_ZIP)
    lines = list(_workbook(content, path, sheet) if is_workbook else _csv(content, path.name))
    if not lines or isinstance(lines[0], str) or not any(lines[0]):
        raise InputError(
            "table.no_heads",
            f"{path.name} has no row of heads.",
            "Name the columns in the first row.",
        )
    heads = tuple(_heads(lines[0]))
    rows = tuple(_row(heads, line) for line in lines[1:])
    return Sheet(path.stem, hashlib.sha256(content).hexdigest(), heads, rows)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(
                "table.too_large", f"{path} is above {MOST_BYTES:,} bytes.", "Split the table."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("table.missing", f"There is no file {path}.", "Check the path.") from error
    except OSError as error:
        raise InputError(
            "table.unreadable",
            f"{path} cannot be read: {error.strerror or error}.",
            "Check that it is a file, and its permissions.",
        ) from error


def _heads(cells: list[str]) -> Iterator[str]:
    """Yield the heads; one that is empty or there already gets its place in the row."""
    seen: set[str] = set()
    for place, cell in enumerate(cells, 1):
        head = cell.strip().lstrip("\ufeff")
        name = head if head and head not in seen else f"{head or 'column'} ({place})"
        seen.add(name)
        yield name


def _row(heads: tuple[str, ...], line: list[str] | str) -> Mapping[str, str] | str:
    if isinstance(line, str):
        return line
    if len(line) > len(heads) and any(cell.strip() for cell in line[len(heads) :]):
        return f"it has {len(line)} cells, and the heads are {len(heads)}"
    return dict(zip(heads, [*line, *[""] * (len(heads) - len(line))], strict=False))


def _csv(content: bytes, name: str) -> Iterator[list[str] | str]:
    text = content.decode(detect_encoding(content, name).name)
    for record in records(iter(text.splitlines(keepends=True))):
        yield (
            f"{record.where} is no CSV: {record.reason}"
            if isinstance(record, BadRecord)
            else record
        )


def _workbook(content: bytes, path: Path, sheet: str) -> Iterator[list[str]]:
    try:
        archive = open_zip(content)
    except (CrowdedZipError, DamagedZipError) as error:
        raise _damaged(path) from error
    if any(is_bomb(entry) for entry in archive.infolist()):
        raise _damaged(path)
    from openpyxl import load_workbook  # noqa: PLC0415  # heavy
    from openpyxl.utils.exceptions import InvalidFileException  # noqa: PLC0415

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, KeyError, ValueError, OSError) as error:
        raise _damaged(path) from error
    if sheet and sheet not in book.sheetnames:
        raise InputError(
            "table.no_sheet",
            f"{path.name} has no sheet {sheet}.",
            f"It has {', '.join(book.sheetnames)}.",
        )
    page = book[sheet] if sheet else book.worksheets[0]
    for row in page.iter_rows(values_only=True):
        cells = [_written(value) for value in row]
        if any(cells):
            yield cells


def _damaged(path: Path) -> InputError:
    return InputError(
        "table.damaged",
        f"{path.name} is no whole workbook.",
        "Open it in a spreadsheet program and save it as XLSX or CSV.",
    )


def _written(value: object) -> str:
    """Return a cell of a workbook as text.

    >>> _written(12.0), _written(dt.datetime(2031, 4, 5)), _written(None)
    ('12', '2031-04-05', '')
    """
    if value is None:
        return ""
    if isinstance(value, dt.datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if midnight else value.isoformat()
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
