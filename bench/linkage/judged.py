"""How often the rule and the linker are right on pairs of rows that two readers judged.

In: the verdicts of two independent readers, and what each method holds. Out: how far the readers
agree, and precision and recall of each method on the pairs that both hold to be the same, or both
different; what is a part of something, and what they do not agree on, is left out. Half of the
pairs is learned from (``train.coded``); the other half is told apart too.
"""

import csv
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.figures import Figure
from bench.files import DataMissingError
from bench.linkage.sampling import CASES, Key, held
from bench.parts import hash_of
from bench.sets.meltt import DATA

PAIRS = Path(__file__).parents[1] / "data" / "linkage" / "pairs.csv"
PART, SAME = "part", "same"
_LEARNED = "7"  # the last first digit of the half that is learned from


def judged(path: Path = PAIRS) -> list[dict[str, str]]:
    """Return the rows of the file: the pair, the verdict of each reader, and where they agree."""
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def verdicts(path: Path = PAIRS) -> dict[Key, bool]:
    """Return for each pair that both readers hold the same or different whether it is one event."""
    return {
        key_of(row): row["gold"] == SAME for row in judged(path) if row["gold"] not in {"", PART}
    }


def key_of(row: Mapping[str, str]) -> Key:
    """Return which pair a row is of."""
    return row["case"], row["a"], row["b"]


def is_learned(key: Key) -> bool:
    """Say whether a pair is of the half that is learned from."""
    return hash_of(" ".join(key))[0] <= _LEARNED


def measure() -> Iterator[Figure]:
    """Yield the readers' agreement, and the figures of the rule and of the linker."""
    if not DATA.is_dir():
        raise DataMissingError(f"{DATA} is not there")
    rule: dict[Key, bool] = {}
    linker: dict[Key, bool] = {}
    for case in CASES:
        one, other = held(case)
        rule.update(one)
        linker.update(other)
    rows = judged()
    yield Figure("read_by_two", len(rows), "pairs")
    share, kappa = agreement([(row["reader_1"], row["reader_2"]) for row in rows])
    yield Figure("agreement", share, "%")
    yield Figure("agreement_kappa", kappa, "of 1")
    gold = verdicts()
    unseen = {key: same for key, same in gold.items() if not is_learned(key)}
    for which, pairs in (("", gold), ("unseen_", unseen)):
        yield Figure(f"{which}pairs", len(pairs), "pairs")
        for name, told in (("rule", rule), ("linked", linker)):
            precision, recall = right(pairs, told)
            yield Figure(f"{which}{name}_precision", precision, "%")
            yield Figure(f"{which}{name}_recall", recall, "%")
    yield from _above(gold, rule, linker)


def _above(
    gold: Mapping[Key, bool], rule: Mapping[Key, bool], linker: Mapping[Key, bool]
) -> Iterator[Figure]:
    """Yield by how many points the linker is above the rule."""
    of_rule, of_linker = right(gold, rule), right(gold, linker)
    for name, one, other in zip(("precision", "recall"), of_rule, of_linker, strict=True):
        yield Figure(f"{name}_above_rule", round(other - one, 2), "points")


def agreement(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Return the share of pairs with one verdict, in per cent, and Cohen's kappa.

    >>> agreement([("same", "same"), ("same", "part"), ("part", "part"), ("same", "same")])
    (75.0, 0.5)
    """
    observed = sum(one == other for one, other in pairs) / len(pairs)
    first, second = (Counter(side) for side in zip(*pairs, strict=True))
    expected = sum(first[word] * second[word] for word in first) / len(pairs) ** 2
    kappa = (observed - expected) / (1 - expected) if expected < 1 else 1.0
    return round(100 * observed, 1), round(kappa, 2)


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
