"""A workbench on a case file of SPECIMEN documents, asked as its own page asks it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web import specimen

from allegata.app.case import Case
from allegata.web.application import create_app
from allegata.web.guard import Gate

PORT = 8765
ORIGIN = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case file with one letter and one refused file."""
    with specimen.open_specimen_case(tmp_path / "case") as opened:
        sources = [
            specimen.source_of("letter.txt", specimen.LETTER),
            specimen.source_of("locked.pdf", "%PDF-1.7 locked"),
        ]
        opened.add(sources, reviewer="r1")
        yield opened


@pytest.fixture
def gate() -> Gate:
    """The secrets of one run."""
    return Gate(PORT)


@pytest.fixture
def stranger(case: Case, gate: Gate) -> TestClient:
    """A browser that has not been let in."""
    app = create_app(case, gate=gate, reviewer="r1", find_place=specimen.find_place)
    return TestClient(app, base_url=ORIGIN, raise_server_exceptions=False)


@pytest.fixture
def page(stranger: TestClient, gate: Gate) -> TestClient:
    """The workbench's own page, let in, with the headers that its browser adds."""
    stranger.get("/", params={"token": gate.token})
    stranger.headers.update({"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"})
    return stranger


@pytest.fixture
def letter(case: Case) -> str:
    """The letter's document id."""
    return next(row.id for row in case.documents() if row.name == "letter.txt")
