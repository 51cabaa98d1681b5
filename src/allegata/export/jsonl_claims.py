"""JSON Lines: one object for each claim, with its document, its state and what was decided."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from allegata.export.atomic import write_whole
from allegata.model.wire import Json

JsonObject = dict[str, Json]


def write_jsonl(
    path: Path, records: Iterable[JsonObject], about_path: Path, about: Callable[[], JsonObject]
) -> str:
    """Write the records and what is said of them; return the SHA-256 (hex) of the records' file."""
    sha256 = write_whole(path, (line(record) + "\n" for record in records))
    write_about(about_path, about())
    return sha256


def write_about(path: Path, about: JsonObject) -> None:
    """Write the companion of an export, which says what was left out."""
    write_whole(path, [json.dumps(about, ensure_ascii=False, indent=2) + "\n"])


def line(record: JsonObject) -> str:
    """Return one line of JSON.

    >>> line({"claim": None})
    '{"claim": null}'
    """
    return json.dumps(record, ensure_ascii=False)
