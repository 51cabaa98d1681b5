"""Case files of SPECIMEN texts; see ``tests/store/casekit.py``."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.store import casekit

from allegata.app.case import Case


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Case]:
    """A new case file without documents, at ``case``."""
    with casekit.new_case(tmp_path / "case") as opened:
        yield opened


@pytest.fixture
def case(empty: Case) -> Case:
    """A case file with a letter (three claims), a clinic's note (one) and a refused file."""
    sources = [
        casekit.source_of("letter.txt", casekit.LETTER),
        casekit.source_of("clinic.txt", casekit.OTHER),
        casekit.source_of("locked.pdf", "LOCKED"),
    ]
    empty.add(sources, reviewer="r1")
    return empty


@pytest.fixture
def letter(case: Case) -> str:
    """The letter's document id."""
    return next(row.id for row in case.documents() if row.name == "letter.txt")
