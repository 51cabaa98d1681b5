"""Destruction, fire, looting and denial are told as conduct, with or without anybody harmed."""

import pytest
from tests.stages.extract.test_extract import reading

from allegata.model.vocabularies import ClaimKind, Event, Stage


@pytest.mark.parametrize(
    ("text", "event", "effect", "category"),
    [
        ("Eleven shops were burned to the ground.", "arson", "destroyed", "market"),
        ("Gunmen set fire to eleven houses.", "arson", "burned", "residential"),
        ("Soldiers tore down 28 homes.", "demolition", "destroyed", "residential"),
        ("Militiamen looted the hospital.", "robbery", "looted", "health"),
        ("The hospital was put out of service.", "destruction", "put_out_of_service", "health"),
        ("The aid convoy was turned back.", "siege_or_denial", "turned_back", "humanitarian"),
    ],
)
def test_an_act_against_things_is_conduct(
    text: str, event: str, effect: str, category: str
) -> None:
    (claim,) = reading(text).claims
    assert (claim.kind, claim.event) == (ClaimKind.CONDUCT, Event(event))
    assert [(target.category, target.effect) for target in claim.targets] == [(category, effect)]


@pytest.mark.parametrize(
    "text", ["They turned back at dawn.", "He blew up at the school.", "Many burned candles."]
)
def test_other_senses_of_the_words_are_none(text: str) -> None:
    assert reading(text).claims == ()


def test_destruction_beside_harm_is_a_claim_of_its_own_about_one_incident() -> None:
    told = reading("On 3 May gunmen set fire to eleven houses and abducted two shepherds.").claims
    assert [claim.kind for claim in told] == [ClaimKind.CONDUCT, ClaimKind.HARM]
    assert len({claim.incident for claim in told}) == 1


def test_who_foiled_a_plot_is_not_who_made_it() -> None:
    text = "The ministry said that its forces had foiled a plot to blow up the railway bridge."
    (claim,) = reading(text).claims
    assert (claim.stage, claim.actors) == (Stage.FOILED, ())
