"""Decisions through the server: saved at once, apart from what is proposed, and undone."""

from typing import Any  # answers are JSON, whose shape is what these tests are about

import pytest
from starlette.testclient import TestClient
from tests.web import specimen

from allegata.app.case import Case


class Reader:
    """One open document, asked as the page asks."""

    def __init__(self, page: TestClient, document_id: str) -> None:
        self.page = page
        self.path = f"/api/documents/{document_id}"
        self.actions = 0

    def claims(self) -> list[dict[str, Any]]:
        claims: list[dict[str, Any]] = self.page.get(self.path).json()["claims"]
        return claims

    def send(self, route: str, body: object, status: int = 200) -> Any:  # JSON
        self.actions += 1
        headers = {"Idempotency-Key": f"action-{self.actions}"}
        answer = self.page.post(f"{self.path}/{route}", json=body, headers=headers)
        assert answer.status_code == status, answer.text
        return answer.json()

    def decide(self, action: str, claim: dict[str, Any], status: int = 200, **more: object) -> Any:
        body = {"action": action, "proposal_id": claim["id"], **more}
        return self.send("decisions", body, status)


@pytest.fixture
def reader(page: TestClient, letter: str) -> Reader:
    return Reader(page, letter)


def changed_counts(claim: dict[str, Any], **numbers: object) -> dict[str, Any]:
    kept = ("id", "low", "best", "high", "qualifier", "outcome")
    counts = [
        {name: count[name] for name in kept} | {"status": count["group"]["status"]}
        for count in claim["claim"]["counts"]
    ]
    counts[0] |= numbers
    return {"counts": counts}


def keys_of(value: object) -> set[str]:
    if isinstance(value, dict):
        return set(value).union(*(keys_of(item) for item in value.values()))
    if isinstance(value, list):
        return set().union(*(keys_of(item) for item in value))
    return set()


def test_no_confidence_is_sent_before_a_person_has_decided(reader: Reader) -> None:
    first, second = reader.claims()[:2]
    assert not keys_of(first) & {"confidence", "score"}
    assert first["claim"]["reasons"] == ["the words say so"]  # none that tells how sure it is
    after, other = reader.decide("accept", first)["claims"][:2]
    assert after["claim"]["confidence"] == 0.91
    assert after["claim"]["reasons"] == ["the words say so", "for: a plain number"]
    assert after["claim"]["counts"][0]["confidence"] == 0.87
    assert other["id"] == second["id"]
    assert not keys_of(other) & {"confidence", "score"}


def test_a_decision_is_answered_with_the_claims_as_they_stand(reader: Reader, case: Case) -> None:
    saved = reader.decide("accept", reader.claims()[0], why="two more sources")
    states = [claim["state"] for claim in saved["claims"]]
    assert states == ["accepted", "proposed", "proposed", "proposed", "proposed"]
    decision = saved["claims"][0]["decision"]
    assert (decision["reviewer"], decision["at"]) == ("r1", specimen.CLOCK)
    assert decision["why"] == "two more sources"
    assert saved["saved_at"].endswith("Z")
    assert case.info().decided == 1


def test_an_edit_stands_beside_what_the_machine_said(reader: Reader) -> None:
    claim = reader.claims()[0]
    changes = changed_counts(claim, low=40, best=41, qualifier="at_least")
    changes |= {"when": "2031-04-04/2031-04-05", "actors": ["Northern Alliance"]}
    edited = reader.decide("edit", claim, changes=changes)["claims"][0]
    now, was = edited["claim"], edited["machine"]
    assert edited["state"] == "edited"
    assert [now["counts"][0][name] for name in ("low", "best", "high")] == [40, 41, 43]
    assert (now["counts"][0]["qualifier"], now["counts"][0]["derivation"]) == (
        "at_least",
        "inferred",
    )
    assert now["counts"][1] == was["counts"][1]
    assert (now["when"]["edtf"], now["when"]["precision"]) == ("2031-04-04/2031-04-05", "days_2_6")
    assert (now["when"]["raw"], now["when"]["basis"]) == ("5 April 2031", "reviewer")
    assert now["actors"][0]["name"] == "Northern Alliance"
    assert [was["counts"][0][name] for name in ("low", "best", "high")] == [43, 43, 43]
    assert (was["when"]["edtf"], was["actors"][0]["name"]) == ("2031-04-05", "Northern Coalition")


@pytest.mark.parametrize(
    ("place_id", "found"),
    [
        ("geonames:2", ("Oster", "adm1")),
        ("geonames:1", ("Tarnel", "settlement")),
        (None, None),
    ],
)
def test_a_place_is_corrected_by_its_id(
    reader: Reader, place_id: str | None, found: tuple[str, str] | None
) -> None:
    claim = reader.claims()[0]
    changes = {"where": [{"raw": "Tarnel city", "id": place_id}]}
    edited = reader.decide("edit", claim, changes=changes)["claims"][0]["claim"]
    place = edited["where"][0]["place"]
    assert (place and (place["name"], place["precision"])) == found


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"when": "5 April"}, "web.date"),
        ({"when": "2031-02-30"}, "web.date"),
        ({"when": "2031-04-05/2031-04-01"}, "web.date"),
        ({"where": [{"raw": "Tarnel", "id": "geonames:999"}]}, "web.unknown_place"),
        ({"where": []}, "web.no_place"),
        ({"actors": []}, "web.no_actor"),
        ({"actors": [" "]}, "web.actor_nameless"),
        ({"counts": []}, "web.no_count"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_saved(
    reader: Reader, case: Case, changes: dict[str, object], code: str
) -> None:
    answer = reader.decide("edit", reader.claims()[0], 400, changes=changes)
    assert answer["code"] == code
    assert case.info().decided == 0


def test_numbers_out_of_order_are_refused(reader: Reader) -> None:
    claim = reader.claims()[0]
    answer = reader.decide("edit", claim, 400, changes=changed_counts(claim, low=50))
    assert answer["code"] == "web.bounds"


def test_an_edit_without_changes_is_refused(reader: Reader) -> None:
    assert reader.decide("edit", reader.claims()[0], 400)["code"] == "web.no_changes"


def test_undo_takes_the_last_decision_back_and_shows_the_one_before(reader: Reader) -> None:
    claim = reader.claims()[0]
    reader.decide("accept", claim)
    reader.decide("reject", claim)
    states = [reader.send("undo", {})["claims"][0]["state"] for _ in range(3)]
    assert states == ["accepted", "proposed", "proposed"]


def test_a_claim_that_is_not_there_cannot_be_judged(reader: Reader) -> None:
    answer = reader.decide("accept", {"id": "no"}, 404)
    assert answer["code"] == "review.no_claim"


def test_an_action_that_is_none_is_refused(reader: Reader) -> None:
    reader.decide("undo", reader.claims()[0], 422)


def test_a_person_adds_what_the_machine_missed(reader: Reader, case: Case, letter: str) -> None:
    start = specimen.LETTER.index("The hospital of Tarnel was destroyed")
    body = {
        "span": {"layer": "t0", "start": start, "end": start + 36},
        "kind": "harm",
        "event": "demolition",
        "harm": {"outcome": "injured", "status": "unknown", "number": None},
    }
    saved = reader.send("claims", body)
    (added,) = (claim for claim in saved["claims"] if claim["state"] == "added")
    assert added["claim"]["evidence"][0]["quote"] == "The hospital of Tarnel was destroyed"
    assert added["claim"]["counts"][0]["qualifier"] == "presence"
    assert added["said_by"] == "Vessaria states:"
    assert "confidence" not in added["claim"]
    undone = reader.send("undo", {})["claims"]
    assert [claim["state"] for claim in undone] == ["proposed"] * 5


@pytest.mark.parametrize("end", [0, 99_999])
def test_words_that_are_not_there_cannot_be_evidence(reader: Reader, end: int) -> None:
    body = {
        "span": {"layer": "t0", "start": 0, "end": end},
        "kind": "conduct",
        "event": "arson",
    }
    reader.send("claims", body, 400)


def test_a_harm_says_what_befell_people(reader: Reader) -> None:
    body = {"span": {"layer": "t0", "start": 0, "end": 8}, "kind": "harm", "event": "arson"}
    assert reader.send("claims", body, 400)["code"] == "web.harm"
