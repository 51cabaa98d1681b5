"""People decide on claims, and take decisions back."""

from dataclasses import replace

import pytest
from tests.store.casekit import (
    LETTER,
)

from allegata.app.case import Case
from allegata.model.claim import Claim
from allegata.model.decision import Action, Match
from allegata.model.errors import InputError
from allegata.model.vocabularies import Derivation


def states(case: Case, document_id: str) -> list[tuple[str, int | None]]:
    """Each claim's state and number."""
    claims = case.document(document_id).claims
    return [(item.state, item.current.counts[0].best) for item in claims]


def revalued(claim: Claim, number: int) -> Claim:
    count = replace(claim.counts[0], low=number, best=number, high=number)
    return replace(claim, counts=(replace(count, derivation=Derivation.INFERRED),))


def test_decisions_are_shown_beside_proposals_and_can_be_taken_back(
    case: Case, letter: str
) -> None:
    first, second, third = case.document(letter).claims
    case.decide(letter, action=Action.ACCEPT, proposal_id=first.id, reviewer="r1")
    case.decide(letter, action=Action.REJECT, proposal_id=second.id, reviewer="r1", why="twice")
    edited = revalued(third.current, 11)
    case.decide(letter, action=Action.EDIT, proposal_id=third.id, claim=edited, reviewer="r1")
    assert states(case, letter) == [("accepted", 43), ("rejected", 8), ("edited", 11)]
    assert case.document(letter).claims[2].proposal == third.proposal
    assert case.documents()[0].reviewed == 3
    assert case.info().decided == 3
    undone = case.undo(letter, reviewer="r1")
    assert undone is not None
    assert (undone.action, undone.claim) == (Action.UNDO, edited)
    assert states(case, letter) == [("accepted", 43), ("rejected", 8), ("proposed", 12)]
    case.undo(letter, reviewer="r1")
    case.undo(letter, reviewer="r1")
    assert case.undo(letter, reviewer="r1") is None
    assert states(case, letter) == [("proposed", 43), ("proposed", 8), ("proposed", 12)]
    assert case.documents()[0].reviewed == 0
    assert case.verify().problems == ()


def test_a_later_decision_on_a_claim_replaces_the_earlier_and_undo_brings_it_back(
    case: Case, letter: str
) -> None:
    item = case.document(letter).claims[0]
    accepted = case.decide(letter, action=Action.ACCEPT, proposal_id=item.id, reviewer="r1")
    rejected = case.decide(letter, action=Action.REJECT, proposal_id=item.id, reviewer="r2")
    assert case.document(letter).claims[0].decision == rejected
    assert case.documents()[0].reviewed == 1
    case.undo(letter, reviewer="r1", decision_id=rejected.id)
    assert case.document(letter).claims[0].decision == accepted
    with pytest.raises(InputError) as caught:
        case.undo(letter, reviewer="r1", decision_id=rejected.id)
    assert caught.value.code == "review.no_decision"


def test_a_claim_can_be_added_and_rejected_again(case: Case, letter: str) -> None:
    template = case.document(letter).claims[0].current
    start = LETTER.index("8 people")
    quote = LETTER[start : start + 8]
    evidence = replace(template.evidence[0], start=start, end=start + 8, quote=quote)
    trigger = replace(template.trigger, start=start, end=start + 1)
    mine = replace(revalued(template, 8), id="", evidence=(evidence,), trigger=trigger)
    added = case.decide(letter, action=Action.ADD, claim=mine, reviewer="r1")
    shown = {item.id: item for item in case.document(letter).claims}
    assert shown[added.claim.id].state == "added"
    assert shown[added.claim.id].match is Match.KEPT
    assert case.documents()[0].claims == 4
    case.decide(letter, action=Action.REJECT, proposal_id=added.claim.id, reviewer="r1")
    (item,) = [x for x in case.document(letter).claims if x.id == added.claim.id]
    assert item.state == "rejected"


def test_evidence_that_the_layer_does_not_say_is_refused(case: Case, letter: str) -> None:
    item = case.document(letter).claims[0]
    claim = item.current
    for wrong, code in (
        (replace(claim.evidence[0], quote="44 civilians were killed"), "review.quote_differs"),
        (replace(claim.evidence[0], end=9999), "review.span"),
        (replace(claim.evidence[0], layer="t7"), "review.span"),
    ):
        with pytest.raises(InputError) as caught:
            case.decide(
                letter,
                action=Action.EDIT,
                proposal_id=item.id,
                claim=replace(claim, evidence=(wrong,)),
                reviewer="r1",
            )
        assert caught.value.code == code
    beyond = replace(claim, trigger=replace(claim.trigger, end=9999))
    with pytest.raises(InputError) as caught:
        case.decide(letter, action=Action.EDIT, proposal_id=item.id, claim=beyond, reviewer="r1")
    assert caught.value.code == "review.span"
    assert case.document(letter).claims[0].decision is None


@pytest.mark.parametrize(
    ("action", "proposal", "with_claim", "code"),
    [
        (Action.UNDO, True, False, "review.undo"),
        (Action.ACCEPT, True, True, "review.claim"),
        (Action.EDIT, True, False, "review.claim"),
        (Action.ADD, True, True, "review.claim"),
        (Action.ACCEPT, False, False, "review.no_claim"),
    ],
)
def test_decisions_that_make_no_sense_are_refused(
    case: Case, letter: str, action: Action, proposal: bool, with_claim: bool, code: str
) -> None:
    item = case.document(letter).claims[0]
    with pytest.raises(InputError) as caught:
        case.decide(
            letter,
            action=action,
            proposal_id=item.id if proposal else "nothing",
            claim=item.current if with_claim else None,
            reviewer="r1",
        )
    assert caught.value.code == code


def test_nothing_can_be_decided_on_a_refused_or_unknown_document(case: Case) -> None:
    locked = case.documents()[2].id
    for document_id, code in ((locked, "review.not_read"), ("sha256:00", "case.no_document")):
        with pytest.raises(InputError) as caught:
            case.decide(document_id, action=Action.ACCEPT, proposal_id="x", reviewer="r1")
        assert caught.value.code == code
