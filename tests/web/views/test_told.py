"""Claims of a record as the page gets them: covered names, no confidence, who says it."""

import json

from tests.web import records

from allegata.web.views.told import Sight, actors_view, claim_view


def shown(key: str, *, names: bool = False) -> dict[str, object]:
    sight = Sight(records.documents(), names=names)
    return dict(claim_view(records.ref(key), records.SAID[key], sight))


def test_who_says_it_comes_before_the_words() -> None:
    view = shown("a")
    assert view["said_by"] == "The Syrian Arab Republic states:"
    assert view["quotes"] == [[["43", "count"], [" people were killed in Tarnel city.", ""]]]


def test_a_name_is_covered_in_words_and_doubts_until_it_is_asked_for() -> None:
    covered = shown("d")
    assert records.VICTIM not in json.dumps(covered)
    assert ["", "name"] in covered["quotes"][0]  # type: ignore[index]
    assert covered["doubts"] == ["Is [name] one of them?"]
    asked = shown("d", names=True)
    assert [records.VICTIM, "name"] in asked["quotes"][0]  # type: ignore[index]
    assert asked["doubts"] == [f"Is {records.VICTIM} one of them?"]


def test_how_sure_the_machine_is_is_not_sent() -> None:
    text = json.dumps(shown("a"))
    assert "confidence" not in text
    assert "score" not in text
    assert "plain number" not in text


def test_a_proposal_is_told_from_what_a_person_accepted() -> None:
    assert (shown("a")["state"], shown("b")["state"]) == ("accepted", "proposed")


def test_words_are_covered_whole_where_only_those_beside_them_have_the_name() -> None:
    sight = Sight(records.documents())
    quote, arabic = f"{records.VICTIM} was killed.", "قُتل إيلان دورو"
    assert sight.beside(arabic, quote, ()) == [["", "name"]]
    assert sight.beside(quote, arabic, ()) == [["", "name"], [" was killed.", ""]]
    assert sight.beside("قُتل شخص", "One was killed.", ()) == [["قُتل شخص", ""]]
    assert sight.beside(arabic, None, ()) == [[arabic, ""]]
    asked = Sight(records.documents(), names=True)
    assert asked.beside(arabic, quote, ()) == [[arabic, ""]]


def test_an_actor_named_twice_is_shown_once_with_its_framing_apart() -> None:
    assert actors_view((records.BLAMED, records.BLAMED)) == [
        {
            "name": "Northern Coalition",
            "role": "attributed_to",
            "certainty": "alleged",
            "framing": ["so-called"],
        }
    ]
