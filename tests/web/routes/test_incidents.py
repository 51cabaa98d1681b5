"""Incidents through the server: the list, a record, and what people decide of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient
from tests.app.test_linking import filled

from allegata.app.case import Case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A linked case file: see the tests of linking."""
    with filled(tmp_path / "case") as opened:
        yield opened


def get(page: TestClient, path: str) -> Any:  # JSON
    answer = page.get(path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def post(page: TestClient, path: str, body: dict[str, Any], key: str) -> Any:  # JSON
    answer = page.post(path, json=body, headers={"Idempotency-Key": key})
    assert answer.status_code == 200, answer.text
    return answer.json()


def largest(page: TestClient) -> dict[str, Any]:
    rows = get(page, "/api/incidents")["incidents"]
    record = max(
        (get(page, f"/api/incidents/{row['code']}") for row in rows),
        key=lambda each: len(each["claims"]),
    )
    assert isinstance(record, dict)
    return record


def test_the_list_says_how_many_pairs_wait(page: TestClient) -> None:
    told = get(page, "/api/incidents")
    assert told["doubtful"] == 1
    assert {row["killed"]["low"] for row in told["incidents"] if row["killed"]} >= {7, 12}


def test_a_record_comes_with_the_grades_that_may_be_given(page: TestClient) -> None:
    record = largest(page)
    assert {each["value"] for each in record["grades"]} >= {"fair", "weak", "confirmed"}
    assert record["proposed_grade"]["value"] == "weak"
    assert record["rules"][0]["rule"] == "added@1"


def test_an_unknown_code_is_not_found(page: TestClient) -> None:
    answer = page.get("/api/incidents/AL-999999")
    assert (answer.status_code, answer.json()["code"]) == (404, "case.no_incident")


def test_a_grade_without_a_reason_is_refused(page: TestClient) -> None:
    code = largest(page)["code"]
    answer = page.post(
        f"/api/incidents/{code}/grade",
        json={"value": "fair", "why": " "},
        headers={"Idempotency-Key": "grade-without"},
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "grade.no_reason")


def test_grade_split_merge_and_undo_answer_with_the_code_that_holds(page: TestClient) -> None:
    before = largest(page)
    path = f"/api/incidents/{before['code']}"
    post(page, f"{path}/grade", {"value": "fair", "why": "two voices"}, "grade-01")
    assert get(page, path)["grade"]["why"] == "two voices"
    first = before["claims"][0]
    ref = {"document": first["document"], "claim": first["claim"]}
    told = post(page, f"{path}/split", {"claims": [ref], "why": ""}, "split-01")
    assert told["code"] == before["code"]
    made = told["notice"].split()[-2]
    assert len(get(page, f"/api/incidents/{made}")["claims"]) == 1
    merged = post(page, f"/api/incidents/{made}/merge", {"code": before["code"]}, "merge-01")
    assert merged["code"] == before["code"]
    assert get(page, path)["formers"] == [made]
    for place in range(2):
        last = [line for line in get(page, path)["history"] if line["decision"]][-1]
        post(page, f"{path}/undo", {"decision": last["decision"]}, f"undo-link-{place}")
    after = get(page, path)
    assert len(after["claims"]) == len(before["claims"])
    assert after["grade"]["value"] == "fair"


def test_an_action_sent_twice_is_done_once(page: TestClient) -> None:
    code = largest(page)["code"]
    for _ in range(2):
        post(page, f"/api/incidents/{code}/grade", {"value": "weak", "why": "one"}, "grade-twice")
    texts = [line["text"] for line in get(page, f"/api/incidents/{code}")["history"]]
    assert texts.count("graded weak: one") == 1


def test_linking_again_says_what_there_is(page: TestClient) -> None:
    told = post(page, "/api/link", {}, "link-again")
    assert told["notice"] == "8 accounts tell of 5 incidents; 1 pair is in doubt"


def test_a_stranger_gets_nothing(stranger: TestClient) -> None:
    assert stranger.get("/api/incidents").status_code in {401, 403}


def test_the_running_totals_of_a_case_without_any_are_none(page: TestClient) -> None:
    assert get(page, "/api/sums") == {"sums": []}


def test_a_range_is_settled_with_a_reason_and_taken_back(page: TestClient) -> None:
    path = f"/api/incidents/{largest(page)['code']}"
    body = {"outcome": "killed", "low": 8, "best": None, "high": 9, "why": "two lists"}
    answer = page.post(
        f"{path}/range", json=body | {"why": ""}, headers={"Idempotency-Key": "range-without"}
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "range.no_reason")
    assert post(page, f"{path}/range", body, "range-01")["notice"] == "Settled: killed."
    (settled,) = get(page, path)["settled"]
    assert (settled["low"], settled["high"], settled["why"]) == (8, 9, "two lists")
    row = next(
        each for each in get(page, "/api/incidents")["incidents"] if path.endswith(each["code"])
    )
    assert row["killed"] == {"low": 8, "best": None, "high": 9}
    assert row["settled"] == ["killed"]
    post(page, f"{path}/undo", {"decision": settled["decision"]}, "range-02")
    assert get(page, path)["settled"] == []
