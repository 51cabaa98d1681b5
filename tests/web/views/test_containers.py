"""What held a document: a mail of the case, an archive by its name, or nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.web import series, specimen

from allegata.app.case import Case
from allegata.web.application import create_app
from allegata.web.guard import Gate
from allegata.web.views.containers import held_in

PORT = 8765
ORIGIN = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def page(tmp_path: Path) -> Iterator[TestClient]:
    """The workbench's own page on the case of the series."""
    with specimen.open_specimen_case(tmp_path / "case", reader=series.read) as opened:
        opened.add(series.sources(), reviewer="r1")
        yield own_page(opened)


def own_page(case: Case) -> TestClient:
    gate = Gate(PORT)
    app = create_app(case, gate=gate, reviewer="r1", find_place=specimen.find_place)
    client = TestClient(app, base_url=ORIGIN, raise_server_exceptions=False)
    client.get("/", params={"token": gate.token})
    return client


def test_a_row_names_what_held_its_document(page: TestClient) -> None:
    rows = {row["name"]: row for row in page.get("/api/documents").json()["documents"]}
    mail = rows["mail.eml"]
    assert mail["container"] is None
    assert rows["mail.eml/second-copy.txt"]["container"] == {
        "id": mail["id"],
        "name": "mail.eml",
        "document": True,
    }
    archive = rows["box.zip/notes.txt"]["container"]
    assert (archive["name"], archive["document"]) == ("box.zip", False)


def test_a_document_names_what_held_it(page: TestClient) -> None:
    rows = {row["name"]: row for row in page.get("/api/documents").json()["documents"]}
    for name in ("mail.eml/second-copy.txt", "box.zip/notes.txt"):
        view = page.get(f"/api/documents/{rows[name]['id']}").json()
        assert view["row"]["container"] == rows[name]["container"]


def test_the_rooms_are_one_page(page: TestClient) -> None:
    pages = {
        path: page.get(path).content
        for path in ("/", "/references", "/search?q=market", "/read/sha256:x")
    }
    assert len(set(pages.values())) == 1
    assert page.get("/elsewhere").status_code == 404


@pytest.mark.parametrize(
    ("name", "holder"),
    [
        ("letter.txt", None),
        ("box.zip/letter.txt", "box.zip"),
        ("box.zip/2031/april/letter.txt", "box.zip"),
        ("mails.mbox/3.eml/annex.pdf", "mails.mbox/3.eml"),
        ("folder/letter.txt", "folder"),
    ],
)
def test_the_name_of_a_file_tells_what_held_it(name: str, holder: str | None) -> None:
    assert held_in(name) == holder
