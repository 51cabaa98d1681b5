"""Fixtures that every test may use. Development data stands beside the repository, never in it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests.store import casekit

from allegata.app.case import Case
from allegata.gazetteers.installed import VARIABLE

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("ALLEGATA_SHARED", REPOSITORY.parent / "shared"))
# How long an example takes says how busy the computer is: speed is measured in ``bench/``.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
IN_CI = os.environ.get("CI", "").lower() == "true"


def unavailable(reason: str) -> None:
    """Skip the test with its reason; under ``CI=true`` a skip is a failure."""
    if IN_CI:
        pytest.fail(f"{reason} (a skip is a failure with CI=true)")
    pytest.skip(reason)


@pytest.fixture(scope="session", autouse=True)
def _no_gazetteers_of_this_computer(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what a person has installed out of the tests."""
    os.environ[VARIABLE] = str(tmp_path_factory.mktemp("gazetteers"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of development data; the test is skipped where it is absent."""
    if not SHARED.is_dir():
        unavailable(f"needs the development data at {SHARED}")
    return SHARED


@pytest.fixture(scope="session")
def seed_letter(shared: Path) -> Path:
    """The letter of 6 August 2017 with which the project started."""
    found = sorted((shared / "seeds").glob("000_*.txt"))
    assert found, "the shared folder has no seed letter"
    return found[0]


@pytest.fixture(scope="session")
def examples() -> Path:
    """The bundled SPECIMEN documents."""
    return REPOSITORY / "examples"


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
