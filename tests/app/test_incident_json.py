"""What leaves of an incident, and what is left out of it."""

import json
from dataclasses import replace

from tests.app.statuskit import contested
from tests.app.test_parties import DENIAL, found
from tests.export.incidentkit import incident
from tests.web import records

from allegata.app.incident_json import incident_json
from allegata.app.redacting import LEFT_OUT, Redaction
from allegata.model.count import Bounds
from allegata.model.record import RangeDecision
from allegata.model.vocabularies import Outcome
from allegata.model.wire import Json


def test_an_incident_has_its_days_ranges_and_origins() -> None:
    told = incident()
    assert (told["code"], told["formers"]) == ("AL-000007", ["AL-000003"])
    assert (told["first_day"], told["last_day"]) == ("2031-04-05", "2031-04-06")
    tallies = told["tallies"]
    assert isinstance(tallies, list)
    first = tallies[0]
    assert isinstance(first, dict)
    assert (first["outcome"], first["low"], first["high"]) == ("killed", 38, 45)
    assert first["rule"] == "added@1"


def test_names_and_history_do_not_leave() -> None:
    text = json.dumps(incident())
    assert records.VICTIM not in text
    assert LEFT_OUT in text
    assert "history" not in incident()
    assert "links" not in incident()


def test_who_graded_and_why_leaves_only_when_asked() -> None:
    def decider(*include: str) -> Json:
        record = records.record()
        documents = list(records.documents().values())
        told = incident_json(record, documents, Redaction(), frozenset(include))["grade"]
        return told["decider"] if isinstance(told, dict) else None

    assert decider() is None
    graded = records.record().grade
    assert decider("reviewers") == (graded.decider if graded is not None else None)


def test_who_contests_a_status_stays_with_the_origins() -> None:
    told = incident(contested())
    assert told["by_status"] == [
        {
            "status": status,
            "contested": is_contested,
            "outcome": "killed",
            "low": low,
            "best": best,
            "high": high,
            "rule": "added@1",
            "vague_words": "none",
            "used": 2,
            "left_out": 3,
        }
        for status, is_contested, low, best, high in [
            ("civilian", True, 0, None, 45),
            ("combatant", True, 0, None, 12),
            ("unknown", False, 38, 38, 38),
        ]
    ]
    assert told["groups"] == [
        {"outcome": "killed", "group": "civilians", "low": 0, "high": 45},
        {"outcome": "killed", "group": "belligerents", "low": 0, "high": 12},
    ]


def test_a_settled_range_leaves_with_the_rules_own_beside_it_and_without_who_settled_it() -> None:
    decided = RangeDecision(
        "s1", "AL-000007", Outcome.KILLED, Bounds(40, None, 44), "two lists", "r2", "2031"
    )
    record = replace(records.record(), settled=(decided,))
    told = incident(record)
    tallies, others = told["tallies"], told["other_rules"]
    assert isinstance(tallies, list)
    assert isinstance(others, list)
    rules = [(each["rule"], each["low"]) for each in tallies if isinstance(each, dict)]
    assert rules == [("team@1", 40)]
    beside = [(each["rule"], each["low"]) for each in others if isinstance(each, dict)]
    assert beside[0] == ("added@1", 38)
    numbers = {"outcome": "killed", "low": 40, "best": None, "high": 44}
    assert told["settled"] == [numbers | {"decider": None, "why": None}]
    documents = list(records.documents().values())
    told = incident_json(record, documents, Redaction(), frozenset({"reviewers"}))
    assert told["settled"] == [numbers | {"decider": "r2", "why": "two lists"}]


def test_conceded_against_alleged_leaves_in_numbers_and_without_who_alleges_it() -> None:
    record = replace(records.record(), parties=tuple(found(DENIAL)))
    assert incident(record)["parties"] == [
        {
            "party": "Northern Coalition",
            "holds": "denies_act",
            "since": "2031-04-08",
            "alleged_by": 3,
            "figures": [
                {
                    "outcome": "killed",
                    "alleged_low": 38,
                    "alleged_high": 45,
                    "conceded_low": None,
                    "conceded_high": None,
                    "told_low": None,
                    "told_high": None,
                }
            ],
        }
    ]
