"""Actors of claims that name none themselves, and the claims of each person."""

from tests.stages.extract.test_extract import reading


def test_people_who_did_it_act_in_the_claim_of_it() -> None:
    (claim,) = reading("Four hooded men killed the teacher Nasser Harazi.").claims
    assert [(actor.name, actor.kind) for actor in claim.actors] == [("Four hooded men", "people")]


def test_fighters_and_their_organisation_are_two_actors() -> None:
    (claim,) = reading("Rebels of the Harazi Liberation Front (HLF) killed two farmers.").claims
    assert {(actor.name, actor.kind) for actor in claim.actors} >= {
        ("Harazi Liberation Front", "armed_group")
    }


def test_a_person_leads_to_the_claims_of_what_happened() -> None:
    told = reading("Four hooded men killed the teacher Nasser Harazi.")
    (person,) = told.mentions.people
    assert person.claims == (told.claims[0].id,)


def test_who_is_only_pointed_to_is_no_actor() -> None:
    for text in ("They killed two farmers.", "No one killed the farmers.", "Someone killed two."):
        assert all(not claim.actors for claim in reading(text).claims)


def test_an_army_is_no_armed_group() -> None:
    (claim,) = reading("Troops of the Harazi Army killed two farmers.").claims
    assert ("Harazi Army", "armed_forces") in [(one.name, one.kind) for one in claim.actors]


def named(text: str) -> list[list[str]]:
    return [[actor.name for actor in claim.actors] for claim in reading(text).claims]


def test_who_attacked_acts_in_the_claim_of_whom_it_killed() -> None:
    told = "On 3 May gunmen of the Harazi Front opened fire on a bus. Two passengers were killed."
    assert any("Harazi Front" in name for name in named(told)[0])
    assert named("Hooded men raided a shop at noon, killing 12 people.") == [["Hooded men"]]


def test_warplanes_stand_for_whose_they_are() -> None:
    text = (
        "Warplanes of the Northern Coalition fired at the market of Bir Harazi, killing 12 people."
    )
    assert named(text) == [["Northern Coalition"]]


def test_nobody_is_taken_for_the_killer_of_people_called_as_he_is() -> None:
    assert named("Rebels raided a post on 3 May. Three rebels were killed.") == [[]]
