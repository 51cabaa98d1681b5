"""Numbers of Arabic OCR through the server: listed, pictured, and seen by a person."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any  # answers are JSON, whose shape is what these tests are about

import pytest
from starlette.testclient import TestClient
from tests.app.ocrkit import SCAN, read_as
from tests.app.test_picturing import Camera
from tests.store.casekit import source_of
from tests.web import specimen

from allegata.app.case import Case
from allegata.store.case_store import create, open_store

TEXT = f"😀 {SCAN}"
AT = TEXT.index("43") + 1  # in UTF-16 units


@pytest.fixture
def camera() -> Camera:
    return Camera()


@pytest.fixture
def case(tmp_path: Path, camera: Camera) -> Iterator[Case]:
    """A case file with one scan, in the place of the one with a letter."""
    create(tmp_path / "case", at=specimen.CLOCK, reviewer="r1")
    store = open_store(tmp_path / "case", at=specimen.CLOCK)
    with Case(store, read=read_as(), clock=lambda: specimen.CLOCK, render=camera) as opened:
        opened.add([source_of("scan.pdf", TEXT)], reviewer="r1")
        yield opened


@pytest.fixture
def path(case: Case) -> str:
    return f"/api/documents/{case.documents()[0].id}"


def send(page: TestClient, path: str, body: object, status: int = 200, key: str = "key-1") -> Any:
    key = key.ljust(8, "-")
    answer = page.post(f"{path}/numbers", json=body, headers={"Idempotency-Key": key})
    assert answer.status_code == status, answer.text
    return answer.json()


def number(value: str | None, start: int = AT) -> dict[str, object]:
    return {"layer": "t0", "start": start, "end": start + 2, "value": value}


def test_numbers_have_the_agreed_shape(page: TestClient, path: str) -> None:
    first, second = page.get(f"{path}/numbers").json()["numbers"]
    assert first == {
        "id": f"t0-{AT}-{AT + 2}",
        "layer": "t0",
        "start": AT,
        "end": AT + 2,
        "raw": "43",
        "page": 1,
        "confidence": 0.9,
        "state": "unseen",
        "seen_as": None,
        "by": None,
        "at": None,
    }
    assert second["raw"] == "12"


def test_what_was_seen_is_answered_with_all_numbers(page: TestClient, path: str) -> None:
    answer = send(page, path, number("٤٣"))
    assert answer["saved_at"].endswith("Z")
    first, second = answer["numbers"]
    assert (first["state"], first["seen_as"], first["by"]) == ("seen", "٤٣", "r1")
    assert first["at"] == specimen.CLOCK
    assert second["state"] == "unseen"
    assert page.get(f"{path}/numbers").json()["numbers"] == answer["numbers"]
    again = send(page, path, number(None), key="key-2")["numbers"][0]
    assert (again["state"], again["seen_as"]) == ("unseen", None)


def test_the_same_action_is_done_once(page: TestClient, path: str, case: Case) -> None:
    assert send(page, path, number("43")) == send(page, path, number("43"))
    assert case.info().entries == 3
    answer = page.post(f"{path}/numbers", json=number("43"))
    assert answer.status_code == 422


def test_the_list_and_the_document_say_how_many_wait(page: TestClient, path: str) -> None:
    assert page.get("/api/documents").json()["documents"][0]["unseen_numbers"] == 2
    send(page, path, number("43"))
    assert page.get("/api/documents").json()["documents"][0]["unseen_numbers"] == 1
    assert page.get(path).json()["row"]["unseen_numbers"] == 1


def test_a_claim_waits_for_its_number(page: TestClient, path: str) -> None:
    claim = page.get(path).json()["claims"][0]
    assert [doubt["code"] for doubt in claim["claim"]["doubts"]] == ["count.number_unseen"]
    body = {"action": "accept", "proposal_id": claim["id"]}
    answer = page.post(f"{path}/decisions", json=body, headers={"Idempotency-Key": "accept-1"})
    assert (answer.status_code, answer.json()["code"]) == (400, "review.number_unseen")
    assert "type what stands there" in answer.json()["hint"]
    send(page, path, number("43"))
    answer = page.post(f"{path}/decisions", json=body, headers={"Idempotency-Key": "accept-2"})
    assert answer.json()["claims"][0]["state"] == "accepted"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (number("four"), 400, "number.unreadable"),
        (number("43", AT + 1), 404, "number.not_there"),
        (number("43", 1), 400, "web.offset"),
        (number("43", 10**7), 400, "web.offset"),
        (number("43") | {"layer": "t9"}, 400, "web.span"),
        (number("4" * 41), 422, "web.bad_request"),
        ({"layer": "t0", "start": AT, "end": AT + 2}, 422, "web.bad_request"),
        (number("43") | {"more": 1}, 422, "web.bad_request"),
    ],
)
def test_what_cannot_be_seen_says_why(
    page: TestClient, path: str, body: object, status: int, code: str
) -> None:
    assert send(page, path, body, status)["code"] == code


def test_pictures_are_png_that_nobody_keeps(page: TestClient, path: str, camera: Camera) -> None:
    place = {"layer": "t0", "start": AT, "end": AT + 2}
    for address, given in ((f"{path}/crop", place), (f"{path}/pages/2", {})):
        answer = page.get(address, params=given)
        assert (answer.status_code, answer.content) == (200, camera.answer)
        assert answer.headers["content-type"] == "image/png"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
    (_, page_of_crop, box, _), (_, whole_page, no_box, _) = camera.asked
    assert (page_of_crop, box is not None, whole_page, no_box) == (1, True, 2, None)


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("pages/3", 404, "case.no_picture"),
        ("pages/0", 422, "web.bad_request"),
        ("pages/x", 422, "web.bad_request"),
        ("pages/999999999999999999999", 422, "web.bad_request"),
        ("crop", 422, "web.bad_request"),
        ("crop?layer=t0&start=5&end=5", 400, "web.span"),
        ("crop?layer=t9&start=5&end=6", 400, "web.span"),
        ("crop?layer=t0&start=-1&end=6", 400, "web.offset"),
    ],
)
def test_what_has_no_picture_says_why(
    page: TestClient, path: str, address: str, status: int, code: str
) -> None:
    answer = page.get(f"{path}/{address}")
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize("address", ["numbers", "crop?layer=t0&start=1&end=2", "pages/1"])
def test_a_document_that_is_not_there_has_nothing(page: TestClient, address: str) -> None:
    answer = page.get(f"/api/documents/sha256:no/{address}")
    assert (answer.status_code, answer.json()["code"]) == (404, "case.no_document")
