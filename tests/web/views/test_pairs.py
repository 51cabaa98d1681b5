"""Two accounts side by side, and nothing that sways whoever decides."""

import json

from tests.web import records

from allegata.model.linking import Link, LinkOutcome
from allegata.web.views.pairs import reasons_view, side_view
from allegata.web.views.told import Sight


def test_reasons_are_told_apart_by_what_they_speak_for() -> None:
    link = Link("a", "b", LinkOutcome.SAME, 0.4, ("for: same day", "against: 40 km", "two texts"))
    assert reasons_view(link) == {
        "for": ["same day"],
        "against": ["40 km"],
        "compared": ["two texts"],
    }


def test_neither_the_score_nor_what_the_machine_leans_to_is_sent() -> None:
    link = Link("a", "b", LinkOutcome.DIFFERENT, 0.4, ("for: same day",))
    text = json.dumps(reasons_view(link))
    assert "0.4" not in text
    assert "different" not in text


def test_a_side_has_its_days_ground_toll_and_words() -> None:
    sight = Sight(records.documents())
    view = side_view(
        records.account("d"), ((records.ref("d"), records.SAID["d"]),), sight, code=None
    )
    assert view["days"] == ["2031-04-05", "2031-04-06"]
    assert (view["name"], view["published"], view["named"]) == ("release.pdf", "2031-05-02", 1)
    assert view["tolls"] == [{"outcome": "killed", "bounds": {"low": 38, "best": None, "high": 41}}]
    assert records.VICTIM not in json.dumps(view)
    assert "ilan" not in json.dumps(view)
