"""Places through the server: listed without scores, chosen, offered, undone."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any  # answers are JSON, whose shape is what these tests are about

import pytest
from starlette.testclient import TestClient
from tests.app.placekit import LETTER, document, open_case, sources
from tests.web.conftest import ORIGIN

from allegata.app.case import Case
from allegata.web.application import create_app
from allegata.web.guard import Gate
from allegata.wiring import gazetteers

AT = LETTER.index("Mayadin")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case file of two documents, read by the real reader."""
    with open_case(tmp_path / "case") as opened:
        opened.add(sources(), reviewer="r1")
        yield opened


@pytest.fixture
def stranger(case: Case, gate: Gate) -> TestClient:
    """A browser that has not been let in, at a desk with the real gazetteer."""
    app = create_app(case, gate=gate, reviewer="r1", find_place=gazetteers().entry)
    return TestClient(app, base_url=ORIGIN, raise_server_exceptions=False)


@pytest.fixture
def path(case: Case) -> str:
    return f"/api/documents/{document(case, 'letter.txt')}/places"


def send(page: TestClient, path: str, body: object, status: int = 200, key: str = "key-1") -> Any:
    answer = page.post(path, json=body, headers={"Idempotency-Key": key.ljust(8, "-")})
    assert answer.status_code == status, answer.text
    return answer.json()


def words(**more: object) -> dict[str, object]:
    return {"layer": "t0", "start": AT, "end": AT + 7, **more}


def test_places_have_the_agreed_shape(page: TestClient, path: str) -> None:
    first = page.get(path).json()["places"][0]
    assert (first["raw"], first["start"], first["choice"], first["note"]) == (
        "Mayadin",
        AT,
        None,
        "",
    )
    assert set(first["proposed"]) == {
        *("id", "name", "within", "country", "lat", "lon", "precision", "radius_km", "rings"),
        *("method", "reasons"),
    }
    assert first["proposed"]["country"] == "SY"


def test_how_likely_the_program_holds_a_place_is_not_sent(page: TestClient, path: str) -> None:
    assert "score" not in page.get(path).text


def test_a_point_is_set_and_claims_answer_with_it(page: TestClient, path: str) -> None:
    answer = send(page, path, words(point=[34.9, 40.5], radius_km=0.3, why="seen on the ground"))
    choice = answer["places"][0]["choice"]
    assert (choice["how"], choice["why"], choice["by"]) == ("moved", "seen on the ground", "r1")
    assert choice["place"]["precision"] == "site"
    assert answer["claims"][0]["claim"]["where"][0]["place"]["lat"] == 34.9


def test_an_area_is_drawn(page: TestClient, path: str) -> None:
    ring = [[40.4, 35.0], [40.5, 35.0], [40.5, 35.1]]
    place = send(page, path, words(ring=ring))["places"][0]["choice"]["place"]
    assert place["rings"] == [[*ring, ring[0]]]


def test_a_choice_is_offered_again_and_taken_for_all(page: TestClient, path: str) -> None:
    answer = send(page, path, words(point=[34.9, 40.5]))
    _, second = (one for one in answer["places"] if one["name"] == "Mayadin")
    assert [one["times"] for one in second["offered"]] == [1]
    body = {"choice_id": second["offered"][0]["choice_id"]}
    answer = send(page, f"{path}/alike", body, key="key-2")
    assert all(one["choice"] for one in answer["places"] if one["name"] == "Mayadin")


def test_a_choice_is_taken_back(page: TestClient, path: str) -> None:
    answer = send(page, path, words())
    choice = answer["places"][0]["choice"]
    assert (choice["how"], choice["place"]) == ("none", None)
    answer = send(page, f"{path}/undo", {"choice_id": choice["id"]}, key="key-2")
    assert answer["places"][0]["choice"] is None


def test_the_same_action_sent_twice_is_done_once(page: TestClient, path: str, case: Case) -> None:
    send(page, path, words())
    before = case.info().entries
    send(page, path, words())
    assert case.info().entries == before


def test_another_name_is_found_in_the_gazetteer(page: TestClient) -> None:
    found = page.get("/api/places", params={"name": "Raqqa", "country": "SY"}).json()["places"]
    assert found[0]["country"] == "SY"
    assert found[0]["lat"] == pytest.approx(35.95, abs=0.1)
    assert page.get("/api/places", params={"name": ""}).status_code == 422


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (words(entry_id="nowhere:1"), "choice.unknown_entry"),
        ({"layer": "t0", "start": 0, "end": 4}, "choice.no_mention"),
        (words(point=[99, 0]), "choice.coordinates"),
    ],
)
def test_what_cannot_be_is_refused(
    page: TestClient, path: str, body: dict[str, object], code: str
) -> None:
    assert send(page, path, body, status=400)["code"] == code
