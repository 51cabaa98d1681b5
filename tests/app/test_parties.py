"""What is alleged of a party against what it has conceded itself."""

from dataclasses import replace

from tests.web import records

from allegata.app.linked import Linked, Settings
from allegata.app.parties import party_records
from allegata.app.told import ToldClaim, told_claims
from allegata.model.attribution import Attribution, Voice
from allegata.model.claim import Claim
from allegata.model.linking import ClaimRef, Partition
from allegata.model.parties import ConcededAgainst, PartyRecord, StepKind
from allegata.model.ranges import Range
from allegata.model.record import PartyPosition
from allegata.model.source import Source
from allegata.model.vocabularies import (
    Certainty,
    Outcome,
    PositionValue,
    SourceKind,
    Stance,
)

COALITION = records.COALITION


def told(claims: dict[str, Claim]) -> list[ToldClaim]:
    """Claims of the SPECIMEN documents, others in their places where they are given."""
    held = records.documents()
    for key, claim in claims.items():
        (item,) = held[key].claims
        held[key] = replace(
            held[key], claims=(replace(item, id=claim.id, proposal=claim, decision=None),)
        )
    refs = [ClaimRef(key, claim.id) for key, claim in (records.SAID | claims).items()]
    linked = Linked(held, {}, Partition((), (), ()), (), ())
    return told_claims(linked, [ref for ref in refs if ref.document != "f"], ())


def found(
    *positions: PartyPosition,
    sources: tuple[Source, ...] = (),
    claims: dict[str, Claim] | None = None,
) -> list[PartyRecord]:
    return list(party_records(told(claims or {}), positions, sources, Settings()))


def killed(party: PartyRecord) -> ConcededAgainst:
    (figure,) = [each for each in party.figures if each.outcome is Outcome.KILLED]
    return figure


def own(quote: str, number: str, *, names_itself: bool = True) -> Claim:
    """A claim of the coalition itself, in the place of its denial."""
    claim = records.claim("ce", COALITION, quote, number=number)
    return claim if names_itself else replace(claim, actors=())


DENIAL = records.record().positions[0]


def test_what_others_say_is_alleged_and_a_denial_concedes_nothing() -> None:
    (party,) = found(DENIAL)
    assert (party.party, party.origins, party.has_conceded) == ("Northern Coalition", 3, False)
    assert (party.holds, party.since) == (PositionValue.DENIES_ACT, "2031-04-08")
    figure = killed(party)
    assert figure.alleged is not None
    assert (figure.alleged.low, figure.alleged.high) == (38, 45)
    assert (figure.conceded, figure.open) == (None, Range(38, 45))


def test_what_the_party_says_itself_that_it_did_is_conceded() -> None:
    (party,) = found(claims={"e": own("Our missiles killed 12 people.", "12")})
    figure = killed(party)
    assert party.has_conceded
    assert figure.conceded is not None
    assert (figure.conceded.low, figure.conceded.high) == (12, 12)
    assert figure.open == Range(26, 33)
    steps = [(step.published, step.kind, step.tolls) for step in party.steps]
    assert steps[:3] == [
        ("2031-04-06", StepKind.ALLEGED, ((Outcome.KILLED, Range(43, 43)),)),
        ("2031-04-07", StepKind.ALLEGED, ((Outcome.KILLED, Range(43, 43)),)),
        ("2031-04-08", StepKind.CONCEDED, ((Outcome.KILLED, Range(12, 12)),)),
    ]


def test_a_toll_that_it_tells_without_saying_that_it_did_it_is_not_conceded() -> None:
    claim = own("30 people were killed by an explosion in a warehouse.", "30", names_itself=False)
    (party,) = found(DENIAL, claims={"e": claim})
    figure = killed(party)
    assert not party.has_conceded
    assert figure.conceded is None
    assert figure.told is not None
    assert (figure.told.low, figure.told.high) == (30, 30)


def test_the_position_taken_last_is_the_one_that_it_holds() -> None:
    later = replace(DENIAL, value=PositionValue.ACCEPTS_RESPONSIBILITY, published="2031-05-03")
    (party,) = found(later, DENIAL)
    assert (party.holds, party.since) == (PositionValue.ACCEPTS_RESPONSIBILITY, "2031-05-03")
    assert party.has_conceded


def test_a_word_that_is_taken_back_alleges_nothing() -> None:
    back = {
        key: replace(
            records.SAID[key],
            attribution=replace(records.SAID[key].attribution, stance=Stance.RETRACTS),
        )
        for key in "abcd"
    }
    (party,) = found(DENIAL, claims=back)
    assert (party.origins, party.figures) == (0, ())


def test_a_state_is_one_party_by_all_its_names_and_a_camp_by_its_organs() -> None:
    state = replace(records.BLAMED, name="Syria", certainty=Certainty.KNOWN)
    claim = replace(records.SAID["a"], actors=(state,))
    position = replace(DENIAL, party="SYR")
    (party,) = [each for each in found(position, claims={"a": claim}) if each.party == "SYR"]
    assert party.has_conceded  # the State says itself that its forces did it
    army = replace(records.BLAMED, name="Air Command")
    register = (Source("s1", "Air Command", SourceKind.STATE_ORGAN, camp="SYR"),)
    said = replace(records.SAID["a"], actors=(army,))
    parties = found(position, claims={"a": said}, sources=register)
    assert [each.party for each in parties if each.has_conceded] == ["SYR"]


def test_an_accusation_by_a_party_is_no_concession() -> None:
    rebels = replace(records.BLAMED, name="Red Brigades")
    claim = replace(own("12 people were killed.", "12"), actors=(rebels,))
    parties = {each.party: each for each in found(DENIAL, claims={"e": claim})}
    assert parties["Red Brigades"].origins == 1
    assert not parties["Northern Coalition"].has_conceded


def test_a_voice_that_nobody_names_alleges_as_one_origin() -> None:
    nobody = Voice("", SourceKind.UNNAMED, "unnamed author")
    claim = replace(records.SAID["c"], attribution=Attribution((nobody,)))
    (party,) = found(DENIAL, claims={"c": claim})
    assert party.origins == 3
    assert "" in {step.who for step in party.steps}
