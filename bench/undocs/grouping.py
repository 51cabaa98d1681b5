"""Works: whether expressions of one work stand together, and nothing else with them.

Every pair of files is a question: one work or two? A pair inside an ``unsure`` group is not asked.

>>> works = GoldWorks({"W": frozenset("ab")}, frozenset({"W"}), ())
>>> [one.files for one in wrong_pairs(works, {"a": "w1", "b": "w2", "c": "w1"})]
[('a', 'b'), ('a', 'c')]
"""

import itertools
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allegata.app.case import Case
from allegata.model.document import SourceFile
from allegata.model.reading import Reading, Refusal
from allegata.store.case_store import create, open_store
from allegata.wiring import now
from bench.undocs.gold import FOLDER, tables
from bench.undocs.reading import Observed

REVIEWER = "bench"


@dataclass(frozen=True, slots=True)
class GoldWorks:
    """Files of one work. ``asked`` ones must be right; pairs inside an ``unsure`` one are open."""

    works: Mapping[str, frozenset[str]]
    asked: frozenset[str]
    unsure: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class WrongPair:
    """Two files put together or apart wrongly; ``is_asked`` where one is of an asked group."""

    files: tuple[str, str]
    together: bool  # what the gold says
    is_asked: bool


def load_works(folder: Path = FOLDER) -> GoldWorks:
    """Return which files belong together."""
    path = folder / "works.toml"
    works = tables(path, "work")
    return GoldWorks(
        {work["name"]: frozenset(work["files"]) for work in works},
        frozenset(work["name"] for work in works if work.get("asked", False)),
        tuple(frozenset(group["files"]) for group in tables(path, "unsure")),
    )


def wrong_pairs(gold: GoldWorks, groups: Mapping[str, str]) -> tuple[WrongPair, ...]:
    """Compare ``groups`` (file to the work it was put in) with the gold, pair by pair."""
    work_of = {file: name for name, files in gold.works.items() for file in files}
    wrong = []
    for one, two in itertools.combinations(sorted(groups), 2):
        if any({one, two} <= group for group in gold.unsure):
            continue
        together = work_of.get(one, one) == work_of.get(two, two)
        if together != (groups[one] == groups[two]):
            asked = bool({work_of.get(one), work_of.get(two)} & gold.asked)
            wrong.append(WrongPair((one, two), together, asked))
    return tuple(wrong)


def groups_of(seen: Sequence[Observed]) -> dict[str, str] | None:
    """Return in which work a case file puts each file; None where it does not group yet.

    The case file is a new one that takes in the readings as they are: nothing is read twice. What
    was not read stands alone.
    """
    read = {one.source.id: one for one in seen if one.source is not None}
    with tempfile.TemporaryDirectory() as folder:
        case = _case(Path(folder) / "case", read)
        case.add([one.source for one in read.values() if one.source], reviewer=REVIEWER)
        references = getattr(case, "references", None)
        if references is None:
            return None
        found: Any = references()
        work_of = {
            expression.document: work.id for work in found.works for expression in work.expressions
        }
    return {one.file: work_of.get(one.source.id if one.source else "", one.file) for one in seen}


def _case(path: Path, read: Mapping[str, Observed]) -> Case:
    def known(source: SourceFile) -> Reading | Refusal:
        reading = read[source.id].reading
        assert reading is not None
        return reading

    create(path, at=now(), reviewer=REVIEWER)
    return Case(open_store(path, at=now(), read_only=False), read=known, clock=now)
