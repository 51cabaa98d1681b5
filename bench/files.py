"""Files of a set: which one of a folder is read, and how predictions are written."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any  # a decoded object of a foreign file


class DataMissingError(Exception):
    """The data of a set are not at hand. With ``CI=true`` that is a failure, else a skip."""


ORDER = tuple(  # as the scorer takes them
    f"{name}.{kind}" for name in ("heldout", "test", "dev") for kind in ("jsonl", "csv")
)


def data_file(folder: Path) -> Path:
    """Return the file of the folder that the scorer scores; without one, FileNotFoundError."""
    for name in ORDER:
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(f"{folder} holds none of {', '.join(ORDER)}")


def read_items(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of the folder's JSON Lines file; U+2028 in a text ends no line."""
    for line in data_file(folder).read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def write_predictions(predictions: Iterable[dict[str, object]], path: Path) -> int:
    """Write one JSON object a line; return how many."""
    written = 0
    with path.open("w", encoding="utf-8") as out:
        for prediction in predictions:
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
            written += 1
    return written
