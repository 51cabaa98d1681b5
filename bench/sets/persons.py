"""The set ``persons``: invented lists of people in which every tenth stands twice, with a slip.

Output is the format of the scorer: each entry with the group that it is proposed to belong to.
"""

import csv
import tempfile
from collections.abc import Iterator
from pathlib import Path

from allegata.model.victims import ListedPerson
from allegata.people.matching import groups, propose
from bench.figures import Figure
from bench.files import DataMissingError, write_predictions
from bench.scorer import SHARED, score

DATA = SHARED / "data" / "linkage"
WANTED = ("pairwise_precision", "pairwise_recall", "pairwise_f1", "pairwise_f1.RLdata10000")


def measure() -> list[Figure]:
    """Return the figures of the set."""
    if not DATA.is_dir():
        raise DataMissingError(f"{DATA} is not there")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "P.jsonl"
        write_predictions(predict(DATA), path)
        scored = {one.name: one.value for one in score("persons", DATA, path)}
    return [Figure(name, scored[name] or 0.0, "%") for name in WANTED]


def predict(data: Path) -> Iterator[dict[str, object]]:
    """Yield a prediction for each entry of the lists at ``data``."""
    for path in sorted([*data.glob("persons/*.csv"), *data.glob("RLdata*.csv")]):
        entries = list(people(path))
        for number, ids in enumerate(groups(entries, propose(entries)), 1):
            for own in ids:
                yield {"id": own, "entity": f"{path.stem}-{number}"}


def people(path: Path) -> Iterator[ListedPerson]:
    """Yield the entries of a list; parts that it lacks are "NA"."""
    with path.open(encoding="utf-8") as file:
        for at, row in enumerate(csv.DictReader(file), 1):
            told = {name: value for name, value in row.items() if value != "NA"}
            given = "-".join(told[name] for name in ("fname_c1", "fname_c2") if name in told)
            family = "-".join(told[name] for name in ("lname_c1", "lname_c2") if name in told)
            born = "-".join(told.get(name, "").zfill(2) for name in ("by", "bm", "bd"))
            yield ListedPerson(
                f"{path.stem}/{row['rec_id']}", f"{given} {family}", born=born, row=at
            )
