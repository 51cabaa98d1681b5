"""The queue of doubtful pairs through the server."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.app.test_linking import filled
from tests.web.routes.test_incidents import get, post

from allegata.app.case import Case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A linked case file: see the tests of linking."""
    with filled(tmp_path / "case") as opened:
        yield opened


def test_a_pair_has_two_sides_with_their_words_and_no_score(page: TestClient) -> None:
    told = get(page, "/api/pairs")
    (pair,) = told["pairs"]
    assert told["total"] == 1
    assert pair["reasons"] == {"for": ["no town is named"], "against": [], "compared": []}
    words = [
        "".join(text for text, _ in pair[side]["claims"][0]["quotes"][0]) for side in ("a", "b")
    ]
    assert sorted(words) == ["35 people were killed", "36 people were killed"]
    assert "score" not in pair


def test_a_decision_empties_the_queue_and_its_undo_fills_it(page: TestClient) -> None:
    (pair,) = get(page, "/api/pairs")["pairs"]
    body = {
        "a": pair["a"]["ref"],
        "b": pair["b"]["ref"],
        "outcome": "different",
        "why": "two streets",
        "pair": pair["id"],
    }
    told = post(page, "/api/pairs", body, "decide-01")
    assert (told["pairs"], told["total"], told["pair"]) == ([], 0, pair["id"])
    back = post(page, "/api/pairs/undo", {"decision": told["decision"]}, "undo-pair-1")
    assert [each["id"] for each in back["pairs"]] == [pair["id"]]


def test_an_outcome_that_is_none_is_refused(page: TestClient) -> None:
    (pair,) = get(page, "/api/pairs")["pairs"]
    body = {"a": pair["a"]["ref"], "b": pair["b"]["ref"], "outcome": "perhaps"}
    answer = page.post("/api/pairs", json=body, headers={"Idempotency-Key": "decide-02"})
    assert (answer.status_code, answer.json()["code"]) == (422, "web.bad_request")
