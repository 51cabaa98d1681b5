"""Events that words tell of: who, to whom, with what, and how far it went."""

import pytest

from allegata.lang.grammar.happenings import Happening, Role, find_happenings, is_of_speech
from allegata.lang.grammar.rows import harm_row


def read(text: str) -> list[tuple[Happening, dict[str, list[str]]]]:
    def said(found: tuple[Role, ...]) -> list[str]:
        return [text[role.start : role.end] for role in found]

    return [
        (one, {"agents": said(one.agents), "objects": said(one.objects), "means": said(one.means)})
        for one in find_happenings(harm_row(text))
    ]


@pytest.mark.parametrize(
    ("text", "event", "agents", "objects"),
    [
        ("Rebels dynamited two pylons.", "bombing", ["Rebels"], ["two pylons"]),
        ("The consul was kidnapped by rebels.", "kidnapping", ["rebels"], ["The consul"]),
        (
            "The consul, who was kidnapped on 3 May by armed men, is alive.",
            "kidnapping",
            ["armed men"],
            ["The consul"],
        ),
        ("The murder of six clerks was condemned.", "unknown", [], ["six clerks"]),
        ("The rebels carried out an attack on a bus.", "unknown", ["The rebels"], ["a bus"]),
        ("Four men set fire to a bus.", "arson", ["Four men"], ["a bus"]),
        ("Four men fired at a bus.", "shooting", ["Four men"], ["a bus"]),
        ("Armed men robbed a bank.", "robbery", ["Armed men"], ["a bank"]),
        ("The massacre of the priests shocked all.", "massacre", [], ["the priests"]),
        ('Rebels bombed the "Rivera" hotel.', "bombing", ["Rebels"], ['the "Rivera" hotel']),
        (
            "Engineer Karim Omar, kidnapped by rebels, lives in Haraz.",
            "kidnapping",
            ["rebels"],
            ["Engineer Karim Omar"],
        ),
        (
            "Police in Haraz, Omar Town, said that Senator Omar, a leader, was kidnapped by men.",
            "kidnapping",
            ["men"],
            ["Senator Omar"],
        ),
    ],
)
def test_a_word_of_an_event_has_its_roles(
    text: str, event: str, agents: list[str], objects: list[str]
) -> None:
    ((found, roles),) = read(text)
    assert (found.event, roles["agents"], roles["objects"]) == (event, agents, objects)


def test_roles_are_read_in_capitals_too() -> None:
    ((_, roles),) = read("ARMED MEN ATTACKED THE HEAD OF THE DOCK WORKERS.")
    assert roles["agents"] == ["ARMED MEN"]
    assert roles["objects"] == ["THE HEAD OF THE DOCK WORKERS"]


def test_a_bomb_that_explodes_is_the_weapon_of_what_stands_there() -> None:
    ((found, roles),) = read("A car bomb exploded in front of the ministry.")
    assert found.event == "bombing"
    assert roles == {"agents": [], "objects": ["the ministry"], "means": ["car bomb"]}


def test_placing_something_is_an_attack_only_with_a_weapon() -> None:
    ((found, roles),) = read("Two men placed a bomb under the car.")
    assert (found.event, roles["objects"]) == ("bombing", ["the car"])
    assert read("Two men placed a wreath under the car.") == []


def test_a_verb_without_a_subject_takes_the_one_before() -> None:
    _, (_, roles) = read("Four men killed the consul and wounded his driver.")
    assert roles == {"agents": ["Four men"], "objects": ["his driver"], "means": []}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("They attacked the consul.", "accomplished"),
        ("They tried to kill the consul.", "attempted"),
        ("They threatened to kill the consul.", "threatened"),
        ("A bomb was placed at the bank and was deactivated.", "attempted"),
        ("The consul has received death threats.", "threatened"),
        ("We will burn the buses.", "threatened"),
        ("They will investigate the murder of the consul.", "accomplished"),
    ],
)
def test_how_far_it_went_is_told_by_the_words_around(text: str, stage: str) -> None:
    assert read(text)[0][0].stage == stage


def test_what_did_not_happen_is_no_event() -> None:
    assert read("They did not attack the consul.") == []


def test_attacks_in_general_are_marked() -> None:
    assert [
        found.general for found, _ in read("Attacks went on; the attack on a bus shocked.")
    ] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "agents", "objects"),
    [
        ("Commandos detonated a bomb near a pylon.", ["Commandos"], ["a pylon"]),
        ("The army bombed and strafed the villagers.", ["The army"], ["the villagers"]),
        ("The man, 65, was killed along with two guards.", [], ["The man", "two guards"]),
        ("The student was brutally and openly shot.", [], ["The student"]),
        ("Ten members killed last week were buried.", [], ["Ten members"]),
    ],
)
def test_roles_are_found_past_what_stands_between(
    text: str, agents: list[str], objects: list[str]
) -> None:
    _, roles = read(text)[0]
    assert (roles["agents"], roles["objects"]) == (agents, objects)


def test_those_who_were_shot_are_the_men_and_not_their_death() -> None:
    _, (_, roles) = read("They deplored the death of two men who were shot by soldiers.")
    assert (roles["agents"], roles["objects"]) == (["soldiers"], ["two men"])


def test_verbs_in_a_row_have_one_subject() -> None:
    ((_, roles),) = read("Armed men broke into a farm, and killed a watchman.")
    assert roles["agents"] == ["Armed men"]


def test_the_day_of_a_report_is_not_the_day_of_the_event() -> None:
    text = "The police reported today that a bomb exploded on Monday."
    at = text.index("today"), text.index("Monday")
    assert is_of_speech(text, at[0], at[0] + 5)
    assert not is_of_speech(text, at[1], at[1] + 6)
