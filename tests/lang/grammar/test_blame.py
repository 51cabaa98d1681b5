"""Who is blamed, who claims responsibility, and who only bears arms."""

import pytest

from allegata.lang.grammar.blame import armed_in, find_blame
from allegata.lang.grammar.rows import harm_row


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[b.who.start : b.who.end], b.standing) for b in find_blame(harm_row(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The rebels claimed responsibility.", [("The rebels", "claims_responsibility")]),
        ("The attack was claimed by the rebels.", [("the rebels", "claims_responsibility")]),
        ("The mayor blamed the rebels for it.", [("the rebels", "suspected")]),
        ("It was attributed to two gunmen.", [("two gunmen", "suspected")]),
        ("It was perpetrated by four armed men.", [("four armed men", "attributed_to")]),
        ("The rebels are responsible for the crime.", [("The rebels", "suspected")]),
    ],
)
def test_who_is_held_to_have_done_it(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text) == found


@pytest.mark.parametrize(
    "text", ["No group claimed responsibility.", "The rebels are not responsible for the crime."]
)
def test_nobody_is_blamed_where_it_is_denied(text: str) -> None:
    assert _found(text) == []


def test_the_armed_are_told_apart_from_others() -> None:
    text = "Guerrillas stood among farmers."
    assert [text[one.start : one.end] for one in armed_in(harm_row(text))] == ["Guerrillas"]
