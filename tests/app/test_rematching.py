"""Decisions survive every later reading."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.casekit import LETTER, claims_of, reading_of, source_of

from allegata.app.rematching import anchor_of, in_force, review, values_digest
from allegata.model.claim import Claim
from allegata.model.decision import Action, Decision, Match
from allegata.model.document import Document
from allegata.model.reading import Reading
from allegata.model.span import Span

TEXT = "SPECIMEN. " + " ".join(
    f"On day {n}, {n + 3} people were killed in Tarnel." for n in range(8)
)


def decided(reading: Reading, index: int, action: Action = Action.ACCEPT) -> Decision:
    claim = reading.claims[index]
    return Decision(
        id=f"d{index}",
        action=action,
        claim=claim,
        anchor=anchor_of(reading.document, claim),
        reviewer="r1",
        at="2031-04-09T10:00:00Z",
        proposed=values_digest(claim),
    )


def read_text(text: str) -> Reading:
    return reading_of(source_of("letter.txt", TEXT), text)


def revalued(claim: Claim) -> Claim:
    count = claim.counts[0]
    return replace(claim, counts=(replace(count, low=1, best=1, high=1),))


def test_the_same_proposal_keeps_its_decision() -> None:
    reading = read_text(LETTER)
    items = review(reading.claims, [decided(reading, 1)], reading.document)
    assert [(item.state, item.match) for item in items] == [
        ("proposed", Match.NEW),
        ("accepted", Match.KEPT),
        ("proposed", Match.NEW),
    ]


def test_a_proposal_with_another_number_is_shown_as_differing() -> None:
    reading = read_text(LETTER)
    proposals = [revalued(reading.claims[0])]
    (item,) = review(proposals, [decided(reading, 0)], reading.document)
    assert item.match is Match.DIFFERS
    assert item.current.counts[0].best == 43
    assert item.proposal == proposals[0]


def test_more_confidence_alone_is_no_difference() -> None:
    reading = read_text(LETTER)
    surer = replace(reading.claims[0], confidence=1.0, origin="other@2", reasons=("x",))
    (item,) = review([surer], [decided(reading, 0)], reading.document)
    assert item.match is Match.KEPT


def test_a_proposal_that_is_gone_leaves_its_decision() -> None:
    reading = read_text(LETTER)
    (item,) = review([], [decided(reading, 0)], reading.document)
    assert (item.match, item.proposal, item.id) == (
        Match.NOT_PROPOSED,
        None,
        reading.claims[0].id,
    )


def test_a_wider_trigger_is_matched_by_overlap() -> None:
    reading = read_text(LETTER)
    claim = reading.claims[0]
    wider = replace(
        claim, id="other", trigger=Span("t0", claim.trigger.start - 5, claim.trigger.end)
    )
    (item,) = review([wider], [decided(reading, 0)], reading.document)
    assert (item.match, item.proposal, item.id) == (Match.KEPT, wider, "other")


def test_another_outcome_at_the_same_place_is_another_claim() -> None:
    reading = read_text(LETTER.replace("43 civilians were killed", "43 civilians were injured"))
    before = read_text(LETTER)
    items = review(reading.claims[:1], [decided(before, 0)], reading.document)
    assert sorted(item.match for item in items) == [Match.NOT_PROPOSED, Match.NEW]


def test_the_quote_is_found_again_in_a_text_that_moved() -> None:
    before, after = read_text(TEXT), read_text("A new first line.\n" + TEXT)
    items = review(after.claims, [decided(before, 5)], after.document)
    (kept,) = [item for item in items if item.decision is not None]
    assert kept.match is Match.KEPT
    assert kept.proposal == after.claims[5]


def test_a_quote_that_may_be_either_of_two_is_matched_with_neither() -> None:
    text = "5 people were killed. " * 2
    before = read_text("Preface. 5 people were killed.")
    after = reading_of(source_of("letter.txt", text), "x" * 40 + text)
    lost = replace(decided(before, 0).anchor, before="", after="")
    decision = replace(decided(before, 0), anchor=lost)
    items = review(after.claims, [decision], after.document)
    assert [item.match for item in items if item.decision] == [Match.NOT_PROPOSED]


def test_a_claim_of_another_kind_of_id_in_another_layer_is_not_the_same() -> None:
    reading = read_text(LETTER)
    claim = reading.claims[0]
    moved = replace(claim, trigger=replace(claim.trigger, layer="t1"))
    document = Document(
        id=reading.document.id,
        name="letter.txt",
        media_type="text/plain",
        layers=(
            reading.document.layers[0],
            replace(reading.document.layers[0], id="t1", text="y" * 300),
        ),
    )
    items = review([moved], [decided(reading, 0)], document)
    assert sorted(item.match for item in items) == [Match.NOT_PROPOSED, Match.NEW]


def test_an_undone_decision_gives_way_to_the_one_before() -> None:
    reading = read_text(LETTER)
    first = decided(reading, 0)
    second = replace(first, id="e", action=Action.REJECT)
    undo = replace(second, id="u", action=Action.UNDO, undoes="e")
    assert in_force([first, second]) == (second,)
    assert in_force([first, second, undo]) == (first,)
    assert in_force([first, replace(undo, undoes=first.id)]) == ()


mutations = st.lists(
    st.tuples(st.sampled_from(["keep", "drop", "shift", "split", "revalue"]), st.integers(-9, 9)),
    min_size=8,
    max_size=8,
)


def mutated(claim: Claim, how: str, by: int) -> list[Claim]:
    trigger = claim.trigger
    if how == "drop":
        return []
    if how == "shift":
        return [
            replace(
                claim, id=claim.id + "s", trigger=Span("t0", trigger.start + by, trigger.end + by)
            )
        ]
    if how == "split":
        middle = trigger.start + 3
        return [
            replace(claim, id=claim.id + "a", trigger=Span("t0", trigger.start, middle)),
            replace(claim, id=claim.id + "b", trigger=Span("t0", middle, trigger.end)),
        ]
    return [revalued(claim)] if how == "revalue" else [claim]


@given(
    changes=mutations,
    chosen=st.sets(st.integers(0, 7)),
    actions=st.lists(
        st.sampled_from([Action.ACCEPT, Action.REJECT, Action.EDIT, Action.ADD]),
        min_size=8,
        max_size=8,
    ),
    preface=st.text(max_size=20),
)
def test_no_change_of_proposals_loses_a_decision(
    changes: list[tuple[str, int]], chosen: set[int], actions: list[Action], preface: str
) -> None:
    before = read_text(TEXT)
    decisions = [decided(before, index, actions[index]) for index in sorted(chosen)]
    after = read_text(preface + TEXT)
    proposals = [
        new
        for claim, (how, by) in zip(after.claims, changes, strict=True)
        for new in mutated(claim, how, by)
    ]
    items = review(proposals, decisions, after.document)
    found = [item.decision for item in items if item.decision is not None]
    assert sorted(found, key=lambda decision: decision.id) == decisions
    shown = [item.proposal for item in items if item.proposal is not None]
    assert sorted(claim.id for claim in shown) == sorted(claim.id for claim in proposals)
    assert len({item.id for item in items}) >= len(proposals)
    for item in items:
        assert (item.match is Match.NEW) == (item.decision is None)
        assert (item.match is Match.NOT_PROPOSED) <= (item.proposal is None)


@given(changes=mutations)
def test_proposals_that_stay_or_change_value_keep_their_own_decision(
    changes: list[tuple[str, int]],
) -> None:
    before = read_text(TEXT)
    decisions = [decided(before, index) for index in range(8)]
    proposals = [
        new
        for claim, (how, by) in zip(before.claims, changes, strict=True)
        for new in mutated(claim, how, by)
    ]
    items = review(proposals, decisions, before.document)
    by_claim = {item.decision.claim.id: item for item in items if item.decision is not None}
    for claim, (how, _) in zip(before.claims, changes, strict=True):
        item = by_claim[claim.id]
        expected = {"keep": Match.KEPT, "revalue": Match.DIFFERS, "split": Match.KEPT}
        if how in expected:
            assert item.match is expected[how]


def test_a_digest_tells_values_apart_and_nothing_else() -> None:
    first, second = list(claims_of("doc", LETTER))[:2]
    assert values_digest(first) != values_digest(second)
    assert values_digest(first) == values_digest(replace(first, id="x", incident="i9"))


def test_an_anchor_keeps_32_code_points_on_each_side() -> None:
    reading = read_text(LETTER)
    anchor = anchor_of(reading.document, reading.claims[1])
    assert (len(anchor.before), anchor.quote, len(anchor.after)) == (32, "killed", 32)
    assert anchor.before + anchor.quote + anchor.after in LETTER


@pytest.mark.parametrize("action", [Action.EDIT, Action.ADD])
def test_what_a_person_wrote_stays_current(action: Action) -> None:
    reading = read_text(LETTER)
    mine = replace(decided(reading, 0, action), claim=revalued(reading.claims[0]))
    (item,) = review(reading.claims[:1], [mine], reading.document)
    assert item.current.counts[0].best == 1
