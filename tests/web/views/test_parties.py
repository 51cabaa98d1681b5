"""Parties as the room gets them."""

from tests.app.test_parties import DENIAL, found
from tests.web import records

from allegata.web.views.parties import party_view
from allegata.web.views.told import Sight


def test_a_party_comes_with_its_figures_and_its_steps() -> None:
    (party,) = found(DENIAL)
    view = party_view(party, Sight(records.documents()))
    assert (view["party"], view["holds"], view["origins"]) == (
        "Northern Coalition",
        "denies_act",
        3,
    )
    assert view["figures"] == [
        {
            "outcome": "killed",
            "alleged": {"low": 38, "best": None, "high": 45},
            "conceded": None,
            "told": None,
            "open": {"low": 38, "best": None, "high": 45},
        }
    ]
    assert isinstance(view["steps"], list)
    kinds = [step["kind"] for step in view["steps"] if isinstance(step, dict)]
    assert kinds == ["alleged", "alleged", "denied", "alleged", "alleged"]


def test_names_in_the_words_are_covered() -> None:
    (party,) = found(DENIAL)
    assert records.VICTIM not in str(party_view(party, Sight(records.documents())))
