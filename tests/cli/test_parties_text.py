"""Conceded against alleged on a terminal."""

from tests.app.test_parties import DENIAL, found, own

from allegata.cli.parties_text import party_lines, standing
from allegata.model.parties import PartyRecord


def test_a_party_is_told_with_its_figures_and_what_was_said_in_order() -> None:
    lines = list(party_lines(found(DENIAL)))
    assert lines[1:5] == [
        "conceded against alleged",
        "  Northern Coalition: alleged of it by 3 origins; it denies act since 2031-04-08",
        "    killed: alleged 38–45, conceded none; not conceded: 38–45",
        "    2031-04-06  The Syrian Arab Republic: alleges it: 43 killed",
    ]
    assert "    2031-04-08  Northern Coalition: denies act" in lines


def test_a_party_that_concedes_more_than_is_alleged_is_told_so() -> None:
    lines = list(party_lines(found(claims={"e": own("Our missiles killed 50 people.", "50")})))
    assert (
        "    killed: alleged 38–45, conceded 50; not conceded: "
        "it concedes up to 12 more than is alleged" in lines
    )


def test_nothing_is_told_where_there_is_no_party() -> None:
    assert list(party_lines([])) == []
    assert standing(PartyRecord("Army", ())) == (
        "alleged of it by nobody; it has taken no position"
    )
