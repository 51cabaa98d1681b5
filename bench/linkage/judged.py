"""How often the rule and the linker are right on pairs of rows that a reader judged.

In: verdicts of a reader, what each of the two holds. Out: precision and recall of each, of the
pairs that are the same or different; what is a part of something is left out.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from bench.figures import Figure
from bench.files import DataMissingError
from bench.linkage.sampling import CASES, Key, held
from bench.sets.meltt import DATA

PAIRS = Path(__file__).parents[1] / "data" / "linkage" / "pairs.csv"
PART, SAME = "part", "same"


def verdicts(path: Path = PAIRS) -> dict[Key, bool]:
    """Return for each pair that is no part whether it is one event."""
    with path.open(encoding="utf-8") as file:
        return {
            (row["case"], row["a"], row["b"]): row["reader_1"] == SAME
            for row in csv.DictReader(file)
            if row["reader_1"] != PART
        }


def measure() -> Iterator[Figure]:
    """Yield the figures of the rule and of the linker."""
    if not DATA.is_dir():
        raise DataMissingError(f"{DATA} is not there")
    rule: dict[Key, bool] = {}
    linker: dict[Key, bool] = {}
    for case in CASES:
        one, other = held(case)
        rule.update(one)
        linker.update(other)
    gold = verdicts()
    yield Figure("judged_pairs", len(gold), "pairs")
    for name, told in (("rule", rule), ("linked", linker)):
        precision, recall = right(gold, told)
        yield Figure(f"{name}_precision", precision, "%")
        yield Figure(f"{name}_recall", recall, "%")


def right(gold: Mapping[Key, bool], told: Mapping[Key, bool]) -> tuple[float, float]:
    """Return precision and recall of what was told, in per cent.

    >>> right({("c", "a", "b"): True, ("c", "a", "d"): False}, {("c", "a", "b"): True})
    (100.0, 100.0)
    """
    both = sum(same and told.get(key, False) for key, same in gold.items())
    claimed = sum(told.get(key, False) for key in gold)
    there = sum(gold.values())
    return (
        round(100 * both / claimed, 2) if claimed else 0.0,
        round(100 * both / there, 2) if there else 0.0,
    )
