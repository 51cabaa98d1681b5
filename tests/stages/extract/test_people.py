"""One entry for each person of a document, however the text calls them."""

from tests.stages.extract.test_extract import reading

from allegata.model.vocabularies import ActorRole, Outcome, Sex


def test_a_later_family_name_is_the_same_person() -> None:
    people = reading(
        "Senator Nasser Omar Harazi was wounded by gunmen. Later they murdered Harazi."
    ).mentions.people
    assert [(p.id, p.name, p.description, p.outcome) for p in people] == [
        ("p1", "Nasser Omar Harazi", "Senator", Outcome.KILLED)
    ]


def test_roles_lead_to_the_person_and_the_organisation() -> None:
    told = reading(
        "Fighters of the Harazi Liberation Front (HLF) kidnapped the mayor, Karim Omar."
    ).mentions
    (event,) = [one for one in told.events if one.outcome is Outcome.ABDUCTED]
    assert [one.organisation for one in event.agents] == ["Harazi Liberation Front"]
    assert [one.person for one in event.objects] == ["p1"]
    assert [(p.name, p.description) for p in told.people] == [("Karim Omar", "mayor")]


def test_sex_and_age_are_those_that_the_words_tell() -> None:
    (person,) = reading("Gunmen killed Amal Harazi, 31, a woman, at home.").mentions.people
    assert (person.sex, person.age) == (Sex.FEMALE, 31)


def test_a_claim_of_responsibility_is_of_the_event_told_before() -> None:
    told = reading("Gunmen killed two farmers. The Harazi Liberation Front claimed responsibility.")
    (event,) = told.mentions.events
    assert [(one.raw, one.role) for one in event.agents] == [
        ("Gunmen", None),
        ("The Harazi Liberation Front", ActorRole.CLAIMS_RESPONSIBILITY),
    ]


def test_who_bears_arms_in_no_role_may_be_involved() -> None:
    told = reading("A bomb exploded at the hotel while rebels stood in the street.")
    assert [one.raw for one in told.mentions.events[0].involved] == ["rebels"]


def test_the_fullest_name_may_stand_in_a_sentence_of_no_violence() -> None:
    (person,) = reading(
        "Gunmen murdered Senator Harazi. Friends of Nasser Omar Harazi met in Aleppo."
    ).mentions.people
    assert person.name == "Nasser Omar Harazi"


def test_fighters_belong_to_the_only_armed_organisation_that_is_named() -> None:
    told = reading("The Harazi Liberation Front (HLF) met. Rebels killed two farmers.").mentions
    assert [one.organisation for one in told.events[0].agents] == ["Harazi Liberation Front"]
