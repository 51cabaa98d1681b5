"""Files of a set: which one of a folder is read, and how predictions are written."""

import json
from collections.abc import Iterable
from pathlib import Path


class DataMissingError(Exception):
    """The data of a set are not at hand. With ``CI=true`` that is a failure, else a skip."""


ORDER = ("heldout.jsonl", "test.jsonl", "dev.jsonl")  # as the scorer takes them


def data_file(folder: Path) -> Path:
    """Return the file of the folder that the scorer scores; without one, FileNotFoundError."""
    for name in ORDER:
        if (folder / name).is_file():
            return folder / name
    raise FileNotFoundError(f"{folder} holds none of {', '.join(ORDER)}")


def write_predictions(predictions: Iterable[dict[str, object]], path: Path) -> int:
    """Write one JSON object a line; return how many."""
    written = 0
    with path.open("w", encoding="utf-8") as out:
        for prediction in predictions:
            out.write(json.dumps(prediction, ensure_ascii=False) + "\n")
            written += 1
    return written
