"""The slots of MUC-4, from texts of our own."""

from bench.muc4.incidents import told_in
from bench.muc4.kinds import kind, nation, number
from bench.muc4.roles import roles
from bench.reading import read_text


def _slots(text: str) -> dict[str, object]:
    found = read_text("DEV-MUC3-9999", text)
    (told,) = told_in(found)
    return {slot: fillers for slot, fillers in roles(found, told).items() if fillers}


def test_victims_and_perpetrators_by_name_and_by_description() -> None:
    slots = _slots(
        "   LIMA, 3 JAN 90 -- [TEXT] REBELS OF THE HARAZI LIBERATION FRONT [HLF] MURDERED "
        "SENATOR NASSER HARAZI AND TWO BODYGUARDS."
    )
    assert slots["perp-org-id"] == ["HARAZI LIBERATION FRONT"]
    assert slots["hum-tgt-name"] == ["NASSER HARAZI"]
    assert slots["hum-tgt-effect"] == [
        {"value": "DEATH", "ref": "NASSER HARAZI"},
        {"value": "DEATH", "ref": "BODYGUARDS"},
    ]
    assert slots["hum-tgt-num"] == [
        {"value": "1", "ref": "NASSER HARAZI"},
        {"value": "2", "ref": "BODYGUARDS"},
    ]


def test_words_have_the_sets_types_and_numbers() -> None:
    assert kind("weapon", "FOUR STICKS OF DYNAMITE") == "DYNAMITE"
    assert kind("thing", "PURPLE") is None
    assert (number("AT LEAST FIVE MEN"), number("THE BUS")) == ("5-", "1")
    assert nation("U.S. TEACHERS", at="PERU") == "UNITED STATES"
    assert nation("PERUVIAN TEACHERS", at="PERU") is None


def test_only_things_and_people_of_the_set_are_filled_in() -> None:
    slots = _slots(
        "   LIMA, 3 JAN 90 -- [TEXT] A BOMB DAMAGED A BEER TRUCK, A TRUCK AND AN ARMY GARRISON."
    )
    assert slots["phys-tgt-id"] == ["BEER TRUCK"]
    assert slots["inc-instr-type"] == [{"value": "BOMB", "ref": "BOMB"}]


def test_a_weapon_that_no_word_names_is_told_by_the_kind_of_event() -> None:
    slots = _slots("   LIMA, 3 JAN 90 -- [TEXT] TWO MEN SHOT JUDGE NASSER HARAZI.")
    assert slots["inc-instr-type"] == [{"value": "GUN", "ref": "-"}]


def test_people_in_general_stand_beside_those_in_particular() -> None:
    slots = _slots(
        "TANEL, 4 JAN 90 -- [TEXT] A BOMB EXPLODED IN TANEL TODAY. TWO JUDGES WERE KILLED. "
        "SEVERAL PEOPLE WERE WOUNDED IN THE ATTACK.\n"
    )
    assert slots["hum-tgt-desc"] == ["JUDGES", "PEOPLE"]


def test_an_incident_that_nobody_is_blamed_for_counts_as_terrorist() -> None:
    slots = _slots("TANEL, 4 JAN 90 -- [TEXT] TWO JUDGES WERE KILLED IN TANEL TODAY.\n")
    assert "perp-ind-id" not in slots
    assert slots["perp-inc-cat"] == ["TERRORIST ACT"]
