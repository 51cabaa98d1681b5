"""What counts for the set: attacks on people and things, not fights among armed forces."""

from bench.muc4.relevance import counted_in
from bench.reading import read_text

HEAD = "LIMA, 9 MAY 90 (EFE) -- [TEXT] "


def test_an_attack_on_an_official_counts() -> None:
    text = "THE INTERIOR MINISTER WAS MURDERED YESTERDAY MORNING BY FOUR INDIVIDUALS IN LIMA."
    assert [told.kind for told in counted_in(read_text("x", HEAD + text))] == ["ATTACK"]


def test_a_fight_among_forces_does_not() -> None:
    text = "DURING CLASHES WITH ARMY TROOPS THREE SOLDIERS OF A BATTALION WERE KILLED IN THE WAR."
    assert counted_in(read_text("x", HEAD + text)) == []
