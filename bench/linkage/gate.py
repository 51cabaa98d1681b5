"""The gate of the linking sets: predict, have it scored, and say what is asked.

``gva``: news of shootings to incidents, with what is said of each; its check part is drawn by
incident (``bench.gva_items``). ``persons``: invented lists of people. ``meltt``: candidate pairs of
rows of tables of conflict events, answered by the linker.
"""

import csv
import tempfile
from collections.abc import Iterator
from pathlib import Path

from allegata.stages.resolve.across import link
from bench.event_rows import account_of_row, read_rows
from bench.files import write_predictions
from bench.gva_items import copy_gva
from bench.scorer import SHARED, Scored, score
from bench.sets import gva, persons

FOLDER = "linkage"
GVA, PERSONS, MELTT = "gva", "persons", "meltt"
NAMES = (GVA, PERSONS, MELTT)
HEADLINE = {
    GVA: (
        *("pairwise_precision", "pairwise_recall", "pairwise_f1", "b3"),
        *("killed_exact", "killed_exact.nonzero", "killed_in_range", "killed_median_width"),
        *("injured_exact", "date"),
    ),
    PERSONS: ("pairwise_precision", "pairwise_recall", "pairwise_f1"),
    MELTT: ("nigeria_2011.silver_f1", "ssudan_2015.silver_f1"),
}


def predictions_of(name: str, data: Path) -> Iterator[dict[str, object]]:
    """Yield what is predicted for the set at ``data``, laid out as ``linkage`` is."""
    if name == GVA:
        return gva.predict(data)
    return persons.predict(data) if name == PERSONS else _pairs(data)


def measure(name: str, *, part: str) -> list[Scored]:
    """Predict and score a part of a set; lists of people and tables have no parts."""
    source = SHARED / "data" / FOLDER
    with tempfile.TemporaryDirectory() as folder:
        data = source
        if name == GVA:
            data = Path(folder)
            copy_gva(source, data, part=part)
        predictions = Path(folder) / "P.jsonl"
        write_predictions(predictions_of(name, data), predictions)
        return score(name, data, predictions)


def _pairs(data: Path) -> Iterator[dict[str, object]]:
    """Yield the candidate pairs that the linker holds to be one incident."""
    for path in sorted(data.glob("**/candidate_pairs.csv")):
        partition = link(map(account_of_row, read_rows(path.with_name("claims.csv"))))
        group = {own: at for at, ids in enumerate(partition.groups) for own in ids}
        with path.open(encoding="utf-8") as file:
            for pair in csv.DictReader(file):
                if group[pair["a"]] == group[pair["b"]]:
                    yield {"case": path.parent.name, "a": pair["a"], "b": pair["b"], "same": True}
