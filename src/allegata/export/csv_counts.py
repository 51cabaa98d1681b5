"""CSV: one row for each count, with its quote and who says it.

A cell that a spreadsheet would take for a formula gets an apostrophe before it; the JSON Lines
export is the lossless twin. Claims without counts have no row here.

>>> cell("=1+1"), cell(-3.5), cell(None)
("'=1+1", '-3.5', '')
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from allegata.export.atomic import write_whole
from allegata.export.jsonl_claims import JsonObject, write_about
from allegata.model.wire import Json

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NOTE = "Claims without counts have no row in this table; the JSON Lines export has them."


def write_csv(
    path: Path, records: Iterable[JsonObject], about_path: Path, about: Callable[[], JsonObject]
) -> str:
    """Write the counts and what is said of them; return the SHA-256 (hex) of the table."""
    sha256 = write_whole(path, _lines(records))
    told = about()
    notes = told.get("notes")
    write_about(about_path, told | {"notes": [*(notes if isinstance(notes, list) else []), _NOTE]})
    return sha256


def cell(value: Json) -> str:
    """Return a cell's text: numbers as they are, texts never a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return "'" + value if value.startswith(_FORMULA) else value
    return str(value)


def _lines(records: Iterable[JsonObject]) -> Iterator[str]:
    yield _line(_COLUMNS)
    for record in records:
        for count in _list(_at(record, "claim", "counts")):
            yield _line(cell(_COLUMNS[name](record, count)) for name in _COLUMNS)


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()


def _at(value: Json, *path: str | int) -> Json:
    """Return what stands at ``path`` in nested JSON, None where it ends."""
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _joined(value: Json, *path: str | int) -> str:
    """Return what stands at ``path`` in each item of a list, joined."""
    found = (_at(item, *path) for item in _list(value))
    return "; ".join(str(item) for item in found if item is not None)


def _chain(record: JsonObject) -> str:
    """Return the voices from who vouches to who is quoted."""
    chain = _list(_at(record, "claim", "attribution", "chain"))
    return " > ".join(str(_at(voice, "source")) for voice in chain)


Column = Callable[[JsonObject, Json], Json]


def _of_record(*path: str | int) -> Column:
    return lambda record, _count: _at(record, *path)


def _of_count(*path: str | int) -> Column:
    return lambda _record, count: _at(count, *path)


def _all_of(name: str, *path: str | int) -> Column:
    return lambda record, _count: _joined(_at(record, "claim", name), *path)


_COLUMNS: dict[str, Column] = {
    "document": _of_record("document", "id"),
    "symbol": _of_record("document", "symbol"),
    "published": _of_record("document", "published"),
    "publisher": _of_record("document", "publisher"),
    "claim": _of_record("claim", "id"),
    "state": _of_record("state"),
    "match": _of_record("match"),
    "decided_at": _of_record("decision", "at"),
    "scope": _of_record("claim", "scope"),
    "event": _of_record("claim", "event"),
    "when": _of_record("claim", "when", "edtf"),
    "where": _all_of("where", "raw"),
    "place": _of_record("claim", "where", 0, "place", "id"),
    "country": _of_record("claim", "where", 0, "place", "country"),
    "lat": _of_record("claim", "where", 0, "place", "lat"),
    "lon": _of_record("claim", "where", 0, "place", "lon"),
    "attribution": lambda record, _count: _chain(record),
    "stance": _of_record("claim", "attribution", "stance"),
    "modality": _of_record("claim", "attribution", "modality"),
    "actors": _all_of("actors", "name"),
    "means": _all_of("means", "raw"),
    "targets": _all_of("targets", "raw"),
    "count": _of_count("id"),
    "outcome": _of_count("outcome"),
    "low": _of_count("low"),
    "best": _of_count("best"),
    "high": _of_count("high"),
    "qualifier": _of_count("qualifier"),
    "raw": _of_count("raw"),
    "basis": _of_count("basis"),
    "derivation": _of_count("derivation"),
    "part_of": _of_count("part_of"),
    "group": _of_count("group", "raw"),
    "status": _of_count("group", "status"),
    "status_basis": _of_count("group", "status_basis"),
    "sex": _of_count("group", "sex"),
    "age": _of_count("group", "age"),
    "quote": lambda record, _count: _joined(_at(record, "claim", "evidence"), "quote"),
    "page": _of_record("claim", "evidence", 0, "page"),
    "layer": _of_record("claim", "evidence", 0, "layer"),
    "start": _of_record("claim", "evidence", 0, "start"),
    "end": _of_record("claim", "evidence", 0, "end"),
    "doubts": _all_of("doubts", "message"),
    "redacted": _of_record("redacted"),
}
