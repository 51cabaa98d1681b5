"""The set ``examples``: counts read from the bundled documents against a careful person's.

Gold is ``examples/expected.toml``, written by hand before the program read them. A count is right
when outcome, low, best, high and qualifier are; each expected count is matched once. Documents in
languages from which claims are not read yet are left out and counted apart.
"""

import tomllib
from collections import Counter
from pathlib import Path

from allegata.app.pipeline import read_each
from allegata.lang.pack import available_packs
from allegata.model.reading import Reading
from allegata.runners.inputs import iter_inputs
from allegata.wiring import engines
from bench.figures import Figure

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
Key = tuple[str, str, int | None, int | None, int | None]


def measure() -> list[Figure]:
    """Return recall and precision of counts over the documents that are read for claims."""
    expected = tomllib.loads((EXAMPLES / "expected.toml").read_text(encoding="utf-8"))
    right = wanted = given = unread = 0
    for gold in expected["document"]:
        if gold["language"] not in available_packs():
            unread += 1
            continue
        want = Counter(_wanted(claim) for claim in gold.get("claims", []))
        have = Counter(_read(EXAMPLES / "documents" / gold["file"], gold.get("row")))
        right += (want & have).total()
        wanted += want.total()
        given += have.total()
    return [
        Figure("counts_recall", round(100 * right / wanted, 1), "%"),
        Figure("counts_precision", round(100 * right / given, 1), "%"),
        Figure("counts_expected", wanted, "counts"),
        Figure("documents_not_read_for_claims", unread, "documents"),
    ]


def _wanted(claim: dict[str, object]) -> Key:
    numbers = [claim.get(name) for name in ("low", "best", "high")]
    low, best, high = (value if isinstance(value, int) else None for value in numbers)
    return (str(claim["outcome"]), str(claim["qualifier"]), low, best, high)


def _read(path: Path, row: str | None) -> list[Key]:
    found: list[Key] = []
    for result in read_each(iter_inputs([str(path)]), engines(), strict=True):
        if not isinstance(result, Reading):
            raise TypeError(f"{path.name} was not read: {result}")
        if row is None or result.document.row_id == row:
            found += [
                (count.outcome.value, count.qualifier.value, count.low, count.best, count.high)
                for claim in result.claims
                for count in claim.counts
            ]
    return found
