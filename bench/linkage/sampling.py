"""Pairs of rows for readers to judge: half of them where the rule and the linker disagree.

    python -m bench.linkage.sampling        # writes bench/out/pairs.sheet.jsonl

In: the candidate pairs of two countries and years, what the rule (MELTT) and the linker hold of
each. Out: a sheet without their verdicts, in an order that tells nothing. It holds texts of the
lists and is never committed; what readers decide is (``bench/data/linkage/pairs.csv``).
"""

import csv
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from allegata.stages.resolve.across import link
from bench.event_rows import account_of_row, read_rows
from bench.sets import meltt

CASES = {"nigeria_2011": 3.0, "ssudan_2015": 3.0}  # km of the rule's window
MANY = 500
SHEET = Path(__file__).parents[1] / "out" / "pairs.sheet.jsonl"
Key = tuple[str, str, str]  # case and two rows


def held(case: str) -> tuple[dict[Key, bool], dict[Key, bool]]:
    """Return what the rule and the linker hold of each candidate pair of a case."""
    report = meltt.case(case, CASES[case])
    by_rule = {
        f"{row.table}:{row.id}": at for at, event in enumerate(report.found.events) for row in event
    }
    partition = link(map(account_of_row, read_rows(meltt.DATA / "meltt" / case / "claims.csv")))
    by_linker = {own: at for at, ids in enumerate(partition.groups) for own in ids}
    keys = list(candidates(case))
    return (
        {key: by_rule[key[1]] == by_rule[key[2]] for key in keys},
        {key: by_linker[key[1]] == by_linker[key[2]] for key in keys},
    )


def candidates(case: str) -> Iterator[Key]:
    """Yield the candidate pairs of a case."""
    path = meltt.DATA / "meltt" / case / "candidate_pairs.csv"
    with path.open(encoding="utf-8") as file:
        for pair in csv.DictReader(file):
            yield case, pair["a"], pair["b"]


def drawn(rule: Mapping[Key, bool], linker: Mapping[Key, bool], many: int = MANY) -> list[Key]:
    """Return the pairs to judge: up to half where the two disagree, the rest where they agree."""
    apart = sorted((key for key in rule if rule[key] != linker[key]), key=_lot)[: many // 2]
    agreed = sorted((key for key in rule if rule[key] == linker[key]), key=_lot)
    return sorted([*apart, *agreed[: many - len(apart)]], key=_lot)


def _lot(key: Key) -> str:
    """Return a number that a pair draws: the same in every run, and telling nothing of it."""
    return hashlib.sha256("\t".join(key).encode()).hexdigest()


def sheet(keys: Sequence[Key]) -> Iterator[dict[str, object]]:
    """Yield what readers see of each pair."""
    rows = {}
    for case in CASES:
        path = meltt.DATA / "meltt" / case / "claims.csv"
        with path.open(encoding="utf-8") as file:
            rows.update({(case, f"{r['source']}:{r['row']}"): r for r in csv.DictReader(file)})
    for number, (case, a, b) in enumerate(keys, 1):
        yield {"number": number, "case": case, "a": rows[case, a], "b": rows[case, b]}


def main() -> int:
    """Write the sheet."""
    rule: dict[Key, bool] = {}
    linker: dict[Key, bool] = {}
    for case in CASES:
        one, other = held(case)
        rule.update(one)
        linker.update(other)
    keys = drawn(rule, linker)
    SHEET.parent.mkdir(exist_ok=True)
    lines = (json.dumps(line, ensure_ascii=False) for line in sheet(keys))
    SHEET.write_text("\n".join(lines) + "\n", encoding="utf-8")
    apart = sum(rule[key] != linker[key] for key in keys)
    print(f"{len(keys)} pairs, {apart} where rule and linker disagree: {SHEET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
