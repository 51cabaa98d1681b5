"""Whose words a claim is."""

from allegata.model.attribution import Attribution, Voice
from allegata.model.record import Origin
from allegata.model.source import Source
from allegata.model.vocabularies import SourceKind, Stance
from allegata.stages.resolve.speakers import Speaker, by_name, speaker

NOBODY = Origin("d", "Tarnel News", "media")
STATE = Voice("SYR", SourceKind.STATE, "my Government")
SIGNER = Voice("A. Person", SourceKind.OFFICIAL, "Permanent Representative")
MINISTRY = Voice("Ministry of Health", SourceKind.STATE_ORGAN, "the ministry", "said")
NEWS = Voice("Tarnel News", SourceKind.MEDIA, "Tarnel News")
RESIDENTS = Voice("residents", SourceKind.UNNAMED, "residents", "say")


def who(*chain: Voice, register: tuple[Source, ...] = ()) -> Speaker:
    attribution = Attribution(chain, Stance.ASSERTS)
    return speaker(attribution, nobody=NOBODY, register=by_name(register))


def test_the_last_named_voice_is_the_origin() -> None:
    said = who(NEWS, STATE, MINISTRY)
    assert (said.origin.name, said.origin.camp, said.at_first_hand) == (
        "Ministry of Health",
        "SYR",
        False,
    )


def test_an_official_who_signs_speaks_for_the_state() -> None:
    said = who(STATE, SIGNER)
    assert (said.origin.name, said.at_first_hand) == ("SYR", True)


def test_people_without_a_name_leave_it_to_who_vouches_for_them() -> None:
    assert who(NEWS, RESIDENTS).origin.name == "Tarnel News"
    assert who(RESIDENTS).origin == NOBODY
    assert who().origin == NOBODY


def test_the_register_says_which_camp_a_source_is_of() -> None:
    army = Source("s1", "Ministry of Health", camp="government")
    assert who(MINISTRY).origin.camp == ""
    assert who(MINISTRY, register=(army,)).origin.camp == "government"


def test_news_passes_on_wherever_it_stands_in_the_chain() -> None:
    for chain in ((NEWS, MINISTRY), (MINISTRY, NEWS)):
        said = who(*chain)
        assert (said.origin.name, said.at_first_hand) == ("Ministry of Health", False)
    assert who(NEWS).at_first_hand
