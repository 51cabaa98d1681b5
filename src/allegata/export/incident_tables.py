"""Incidents as tables: CSV, XLSX, and tables like those of UCDP, Airwars and ACLED.

In: incidents (``allegata/incidents/1``). Out: a file, and its companion, which names what the table
cannot say. A cell that a spreadsheet would take for a formula has an apostrophe before it in CSV,
and is text in XLSX.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from allegata.export.atomic import write_whole
from allegata.export.csv_counts import cell
from allegata.export.incident_cells import (
    Column,
    all_of,
    at,
    bound,
    contested,
    items,
    latitude,
    longitude,
    of,
    of_place,
    of_status,
)
from allegata.export.jsonl_claims import JsonObject, write_about
from allegata.export.losses import losses_of
from allegata.export.workbook import workbook
from allegata.model.wire import Json

OUTCOMES = ("killed", "injured", "died_later", "missing", "abducted", "detained", "displaced")
STATUSES = ("civilian", "combatant", "unknown")
LOSSES = losses_of("table")
COLUMNS: dict[str, Column] = {
    "code": of("code"),
    "former_codes": lambda record: "; ".join(map(str, items(record.get("formers")))),
    "own_codes": lambda record: "; ".join(map(str, items(record.get("own_codes")))),
    "event": of("event"),
    "stage": of("stage"),
    "when": of("when", "edtf"),
    "first_day": of("first_day"),
    "last_day": of("last_day"),
    "date_precision": of("when", "precision"),
    "where": all_of("where", "raw"),
    "place": of_place("name"),
    "place_id": of_place("id"),
    "admin1": of_place("admin1", "name"),
    "admin2": of_place("admin2", "name"),
    "country": of_place("country"),
    "lat": latitude,
    "lon": longitude,
    "place_precision": of_place("precision"),
    "radius_km": of_place("radius_km"),
    **{
        f"{outcome}_{which}": bound(outcome, which)
        for outcome in OUTCOMES
        for which in ("low", "best", "high")
    },
    **{
        f"{status}_{outcome}_{which}": of_status(outcome, status, which)
        for status in STATUSES
        for outcome in ("killed", "injured")
        for which in ("low", "high")
    },
    "status_contested": contested,
    "rule": of("tallies", 0, "rule"),
    "named_dead": of("named_dead"),
    "actors": all_of("actors", "name"),
    "causes": all_of("means", "cause"),
    "targets": all_of("targets", "category"),
    "origins": lambda record: len(items(record.get("origins"))),
    "documents": lambda record: len(items(record.get("documents"))),
    "sources": all_of("origins", "name"),
    "urls": all_of("documents", "url"),
    "grade": of("grade", "value"),
    "proposed_grade": of("proposed_grade", "value"),
    "part_of": of("whole"),
    "related": lambda record: "; ".join(map(str, items(record.get("related")))),
    "redacted": of("redacted"),
}
SAYINGS = (
    *("code", "origin", "kind", "camp", "outcome", "group", "low", "best", "high", "qualifier"),
    *("basis", "used", "reason", "published", "document", "quote"),
)


def write_table(
    columns: Mapping[str, Column],
    losses: Sequence[str],
    path: Path,
    records: Iterable[JsonObject],
    about_path: Path,
    about: Callable[[], JsonObject],
) -> str:
    """Write a CSV of these columns and its companion; return the SHA-256 (hex) of the table."""
    sha256 = write_whole(path, _lines(columns, records))
    write_about(about_path, with_losses(about(), losses))
    return sha256


def write_csv(
    path: Path, records: Iterable[JsonObject], about_path: Path, about: Callable[[], JsonObject]
) -> str:
    """Write a row for each incident."""
    return write_table(COLUMNS, LOSSES, path, records, about_path, about)


def write_xlsx(
    path: Path, records: Iterable[JsonObject], about_path: Path, about: Callable[[], JsonObject]
) -> str:
    """Write a workbook: a sheet of incidents, and one of what each origin says of them."""
    incidents: list[list[Json]] = [[*COLUMNS]]
    sayings: list[list[Json]] = [[*SAYINGS]]
    for record in records:
        incidents.append([column(record) for column in COLUMNS.values()])
        sayings += _sayings(record)
    content = workbook({"incidents": incidents, "what is said": sayings})
    sha256 = write_whole(path, [content])
    write_about(about_path, with_losses(about(), LOSSES))
    return sha256


def with_losses(about: JsonObject, losses: Sequence[str]) -> JsonObject:
    """Return the companion with what the format cannot say."""
    return about | {"this_format_loses": [*losses]}


def _lines(columns: Mapping[str, Column], records: Iterable[JsonObject]) -> Iterator[str]:
    yield _line(columns)
    for record in records:
        yield _line(cell(column(record)) for column in columns.values())


def _line(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()


def _sayings(record: JsonObject) -> Iterator[list[Json]]:
    for origin in items(record.get("origins")):
        for count in items(at(origin, "counts")):
            head = [record.get("code"), at(origin, "name"), at(origin, "kind"), at(origin, "camp")]
            yield [*head, *(at(count, name) for name in SAYINGS[len(head) :])]
