"""Merges, splits and decisions on pairs: they bind, codes follow, and undoing restores."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.app.linkkit import linking_case, town_of
from tests.store.casekit import source_of

from allegata.app.case import Case
from allegata.model.decision import Action
from allegata.model.errors import InputError
from allegata.model.linking import ClaimRef, LinkOutcome
from allegata.model.record import IncidentRecord

TEXTS = {  # which town a number is of says linkkit
    "a.txt": "SPECIMEN. 7 people were killed. Then 12 people were killed.",
    "b.txt": "SPECIMEN. 9 people were killed.",
    "c.txt": "SPECIMEN. 13 people were killed. Then 24 people were injured.",
    "d.txt": "SPECIMEN. 8 people were killed. Elsewhere 35 people were killed.",
    "e.txt": "SPECIMEN. 36 people were killed.",
}
TARNEL, BRISK = "Tarnel", "Brisk"


def filled(folder: Path) -> Case:
    case = linking_case(folder)
    case.add([source_of(name, text) for name, text in TEXTS.items()], reviewer="r1")
    case.link(reviewer="r1")
    return case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with filled(tmp_path / "case") as opened:
        yield opened


def state(case: Case) -> dict[str, frozenset[ClaimRef]]:
    """The codes in use, each with its claims."""
    return {each.code: frozenset(ref for ref, _ in each.claims) for each in case.incidents()}


def at(case: Case, town: str) -> IncidentRecord:
    """The incident of a town that has most claims of it."""

    def of_town(record: IncidentRecord) -> int:
        return sum(town_of(claim) == town for _, claim in record.claims)

    return max(case.incidents(), key=of_town)


def test_linking_gives_codes_once(case: Case) -> None:
    before, head = state(case), case.info().head
    report = case.link(reviewer="r1")
    assert (report.given, report.gone, state(case)) == ((), (), before)
    assert case.info().head == head
    assert sorted(before) == [f"AL-{serial:06d}" for serial in range(1, len(before) + 1)]


def test_a_new_document_joins_the_incident_that_it_tells_of(case: Case) -> None:
    tarnel = at(case, TARNEL)
    case.add([source_of("f.txt", "SPECIMEN. 4 people were killed.")], reviewer="r1")
    assert len(case.incident(tarnel.code).claims) == len(tarnel.claims)
    case.link(reviewer="r1")
    assert len(case.incident(tarnel.code).claims) == len(tarnel.claims) + 1


def test_a_merge_keeps_the_larger_ones_code_and_the_other_as_a_former_one(case: Case) -> None:
    one, two = at(case, TARNEL).code, at(case, BRISK).code
    claims = state(case)[one] | state(case)[two]
    assert case.merge(two, one, reviewer="r2", why="one attack") == one
    assert state(case)[one] == claims
    assert case.incident(two).code == one
    assert case.incident(one).formers == (two,)
    assert [line.text for line in case.incident(one).history if line.decision] == [
        "5 accounts were made one incident: one attack"
    ]


def test_a_split_gets_a_new_code_and_survives_linking_again(case: Case) -> None:
    whole = at(case, TARNEL)
    (first, *_rest) = [ref for ref, _ in whole.claims]
    made = case.split(whole.code, [first], reviewer="r2")
    assert made not in {whole.code, ""}
    assert [ref for ref, _ in case.incident(made).claims] == [first]
    case.link(reviewer="r1")
    assert state(case)[made] == frozenset([first])


def test_a_claim_moves_to_another_incident_and_back(case: Case) -> None:
    before = state(case)
    tarnel, brisk = at(case, TARNEL), at(case, BRISK)
    (first, *_rest) = [ref for ref, _ in tarnel.claims]
    assert case.move(first, brisk.code, reviewer="r2") == brisk.code
    assert first in state(case)[brisk.code]
    (line,) = [line for line in case.incident(brisk.code).history if line.decision]
    assert line.decision is not None
    case.undo_link(line.decision, reviewer="r2")
    assert state(case) == before


def test_a_merge_after_a_split_overrules_it(case: Case) -> None:
    before = state(case)
    whole = at(case, TARNEL)
    (first, *_rest) = [ref for ref, _ in whole.claims]
    made = case.split(whole.code, [first], reviewer="r2")
    assert case.merge(made, whole.code, reviewer="r2") == whole.code
    assert state(case) == before


def test_a_decided_pair_leaves_the_queue_and_comes_back_when_undone(case: Case) -> None:
    (pair,) = case.doubtful()
    a, b = pair.a.claims[0][0], pair.b.claims[0][0]
    decision = case.decide_link(a, b, LinkOutcome.SAME, reviewer="r2", why="same words")
    assert case.doubtful() == ()
    assert case.incident(pair.a.code or "").code == case.incident(pair.b.code or "").code
    case.undo_link(decision.id, reviewer="r2")
    assert len(case.doubtful()) == 1
    assert case.incident(pair.a.code or "").code != case.incident(pair.b.code or "").code


def test_each_claim_of_a_document_knows_its_incident(case: Case) -> None:
    record = at(case, TARNEL)
    ref, _ = record.claims[0]
    assert case.codes(ref.document)[ref.claim] == record.code
    assert case.codes("sha256:00") == {}


def test_what_cannot_be_is_refused_with_a_reason(case: Case) -> None:
    code = at(case, TARNEL).code
    claims = [ref for ref, _ in case.incident(code).claims]
    ghost = ClaimRef("sha256:00", "c1")
    refused: dict[str, Callable[[], object]] = {
        "case.no_incident": lambda: case.merge(code, "AL-999999", reviewer="r1"),
        "link.one_incident": lambda: case.merge(code, code, reviewer="r1"),
        "link.nothing_left": lambda: case.split(code, claims, reviewer="r1"),
        "link.not_of_it": lambda: case.split(code, [ghost], reviewer="r1"),
        "link.there": lambda: case.move(claims[0], code, reviewer="r1"),
        "link.one_claim": lambda: case.decide_link(
            claims[0], claims[0], LinkOutcome.SAME, reviewer="r1"
        ),
        "link.no_claim": lambda: case.decide_link(
            claims[0], ghost, LinkOutcome.SAME, reviewer="r1"
        ),
        "link.no_decision": lambda: case.undo_link("no such", reviewer="r1"),
    }
    head = case.info().head
    for expected, action in refused.items():
        with pytest.raises(InputError) as caught:
            action()
        assert caught.value.code == expected
    assert case.info().head == head


def test_a_rejected_claim_leaves_its_incident(case: Case) -> None:
    record = at(case, TARNEL)
    ref, _ = record.claims[0]
    case.decide(ref.document, action=Action.REJECT, proposal_id=ref.claim, reviewer="r2")
    assert ref not in dict(case.incident(record.code).claims)


def test_a_forgotten_document_leaves_incidents_and_its_decisions_are_destroyed(case: Case) -> None:
    (pair,) = case.doubtful()
    a, b = pair.a.claims[0][0], pair.b.claims[0][0]
    case.decide_link(a, b, LinkOutcome.SAME, reviewer="r2", why="the same street")
    before = case.incident(pair.a.code or "")
    case.forget(a.document, why="asked for", reviewer="r2")
    after = case.incident(pair.b.code or "")
    assert {ref.document for ref, _ in before.claims} == {a.document, b.document}
    assert {ref.document for ref, _ in after.claims} == {b.document}
    assert all("the same street" not in line.text for line in after.history)
    assert case.verify().problems == ()


def test_a_case_opened_again_holds_what_was_decided(tmp_path: Path) -> None:
    with filled(tmp_path / "again") as first:
        whole = at(first, TARNEL)
        first.split(whole.code, [whole.claims[0][0]], reviewer="r2")
        held = state(first)
    with linking_case(tmp_path / "again") as second:
        assert state(second) == held
        assert second.verify().problems == ()


STEPS = st.lists(st.tuples(st.booleans(), st.integers(0, 9), st.integers(0, 9)), max_size=6)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_any_merges_and_splits_undone_restore_the_state(
    steps: list[tuple[bool, int, int]],
) -> None:
    with TemporaryDirectory() as folder, filled(Path(folder) / "case") as case:
        before, acts = state(case), []
        for is_merge, one, other in steps:
            codes = sorted(state(case))
            known = {line.decision for each in case.incidents() for line in each.history}
            first, second = codes[one % len(codes)], codes[other % len(codes)]
            claims = sorted(state(case)[first], key=lambda ref: (ref.document, ref.claim))
            if is_merge and first != second:
                case.merge(first, second, reviewer="r2")
            elif len(claims) > 1:
                case.split(first, claims[: 1 + other % (len(claims) - 1)], reviewer="r2")
            else:
                continue
            now = {line.decision for each in case.incidents() for line in each.history}
            (act,) = now - known
            acts.append(act)
        for act in reversed(acts):
            assert act is not None
            case.undo_link(act, reviewer="r2")
        assert state(case) == before
