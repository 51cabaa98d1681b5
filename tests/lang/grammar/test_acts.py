"""Acts: who did what to which object, with what."""

import pytest

from allegata.lang.grammar.actors import ActorPhrase, PlatformPhrase
from allegata.lang.grammar.acts import find_acts
from allegata.lang.grammar.lexing import Chunk, lex
from allegata.lang.grammar.rows import counted_row, harm_row, phrase_row
from allegata.lang.pack import load_pack


def test_the_weapon_that_was_fired_and_what_it_was_fired_at() -> None:
    text = "The criminal coalition launched missiles at homes and schools."
    (act,) = find_acts(harm_row(text))
    assert isinstance(act.agent, ActorPhrase)
    assert (act.agent.name, act.agent.framing) == ("coalition", ("criminal",))
    assert [text[one.start : one.end] for one in act.means] == ["missiles"]
    assert [text[one.start : one.end] for one in act.targets] == ["homes and schools"]


def test_verbs_in_a_row_share_their_subject_and_their_tense() -> None:
    text = "The army has targeted homes, destroyed the hospital and systematically used napalm."
    acts = find_acts(harm_row(text))
    assert [(act.rule, act.perfect, act.systematic) for act in acts] == [
        ("act.active", True, False),
        ("act.active", True, False),
        ("act.used", True, True),
    ]
    assert {act.agent.name for act in acts if isinstance(act.agent, ActorPhrase)} == {"army"}


def test_kinds_of_objects_are_told_from_one_object() -> None:
    general, single = find_acts(harm_row("They shelled homes and destroyed the mosque."))
    assert [target.general for target in general.targets] == [True]
    assert [target.general for target in single.targets] == [False]


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("The covered market of Aleppo was hit.", "covered market"),
        ("A school in Aleppo was shelled.", "school"),
        ("They shelled the crowded market.", "crowded market"),
    ],
)
def test_an_object_is_found_past_where_it_stands_and_what_it_is_like(text: str, hit: str) -> None:
    pack = load_pack("en")
    at = text.find("Aleppo")
    place = [Chunk(at, at + 6, "PLACE", None)] if at >= 0 else []
    row, _ = counted_row(phrase_row(lex(text, [(0, len(text))], pack.lexicon, place)))
    (act,) = find_acts(row)
    assert [text[one.start : one.end] for one in act.targets] == [hit]


def test_a_passive_takes_its_agent_from_by() -> None:
    (act,) = find_acts(harm_row("A school was hit by warplanes of the coalition."))
    assert isinstance(act.agent, PlatformPhrase)
    assert act.agent.owner is not None
    assert act.agent.owner.name == "coalition"


def test_its_warplanes_have_an_owner_told_before() -> None:
    (act,) = find_acts(harm_row("Its warplanes bombarded the market."))
    assert isinstance(act.agent, PlatformPhrase)
    assert act.agent.pronoun
    assert act.agent.owner is None


@pytest.mark.parametrize("text", ["They did not bomb the school.", "The target was met."])
def test_what_was_not_done_is_no_act(text: str) -> None:
    assert find_acts(harm_row(text)) == ()


def test_a_noun_after_with_tells_what_was_done() -> None:
    acts = find_acts(harm_row("The force engaged the men with two precision air strikes."))
    assert [(act.rule, act.entry.text("event")) for act in acts] == [("act.with", "air_strike")]


def test_no_strike_is_no_act() -> None:
    assert find_acts(harm_row("There were no precision air strikes that night.")) == ()
