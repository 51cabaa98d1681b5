"""The files read with the product, as a user of ``allegata read`` would.

In: gold documents and the folder of the data. Out: for each, whether it was read, and what of it.
A table is taken in whole, and every ``EVERY``-th row of it is read to the end.
"""

from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from allegata.app.pipeline import Failure, read_each
from allegata.model.document import SourceFile
from allegata.model.reading import Reading, Refusal
from allegata.runners.inputs import Input, InputOptions, iter_inputs
from allegata.stages.acquire.columns import TableFields
from allegata.wiring import engines
from bench.undocs.gold import GoldDocument

EVERY = 20
WORKERS = 2  # each file is converted in a process of its own


@dataclass(frozen=True, slots=True)
class Observed:
    """``outcome``: read, refused (``codes``), failed (a bug; ``told`` is its traceback)."""

    file: str
    outcome: str
    codes: tuple[str, ...] = ()
    told: str = ""
    rows: int | None = None
    source: SourceFile | None = None
    reading: Reading | None = None


def observe(golds: Sequence[GoldDocument], folder: Path) -> tuple[Observed, ...]:
    """Read every file, in order."""
    engines()  # built once, before the threads ask for it
    with ThreadPoolExecutor(WORKERS) as pool:
        return tuple(pool.map(lambda gold: _observe(gold, folder / gold.file), golds))


def is_right(gold: GoldDocument, seen: Observed) -> bool:
    """Say whether the file was read as it should be, or refused for the right reason."""
    if gold.outcome == "refused":
        return seen.outcome == "refused" and bool(seen.codes) and set(seen.codes) <= set(gold.codes)
    return seen.outcome == "read" and (gold.rows is None or gold.rows == seen.rows)


def _observe(gold: GoldDocument, path: Path) -> Observed:
    fields = TableFields(text=gold.text_field, id=gold.id_field)
    inputs = list(iter_inputs([str(path)], InputOptions(fields=fields)))
    if len(inputs) != 1:
        return _observe_rows(gold.file, inputs)
    result = next(iter(read_each(inputs, engines())))
    if isinstance(result, Reading):
        source = inputs[0] if isinstance(inputs[0], SourceFile) else None
        return Observed(gold.file, "read", rows=1, source=source, reading=result)
    return _not_read(gold.file, [result])


def _observe_rows(file: str, inputs: Sequence[Input]) -> Observed:
    refused = [item for item in inputs if isinstance(item, Refusal)]
    if refused:
        return _not_read(file, refused)
    results = list(read_each(inputs[::EVERY], engines()))
    wrong = [result for result in results if not isinstance(result, Reading)]
    return _not_read(file, wrong) if wrong else Observed(file, "read", rows=len(inputs))


def _not_read(file: str, results: Iterable[Refusal | Failure | Reading]) -> Observed:
    codes: dict[str, None] = {}
    for result in results:
        if isinstance(result, Failure):
            return Observed(file, "failed", told=result.traceback)
        if isinstance(result, Refusal):
            codes[result.code] = None
    return Observed(file, "refused", codes=tuple(codes))
