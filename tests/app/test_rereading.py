"""Originals are read again, and decisions stay."""

from dataclasses import replace
from pathlib import Path

from tests.store.casekit import (
    LETTER,
    open_case,
    read,
    reading_of,
)

from allegata.app.case import Case
from allegata.model.claim import Claim
from allegata.model.decision import Action, Match
from allegata.model.document import SourceFile
from allegata.model.reading import Reading, Refusal
from allegata.model.vocabularies import Derivation


def revalued(claim: Claim, number: int) -> Claim:
    count = replace(claim.counts[0], low=number, best=number, high=number)
    return replace(claim, counts=(replace(count, derivation=Derivation.INFERRED),))


def test_decisions_survive_a_reading_by_another_program(
    case: Case, letter: str, tmp_path: Path
) -> None:
    first, second, third = case.document(letter).claims
    case.decide(letter, action=Action.ACCEPT, proposal_id=first.id, reviewer="r1")
    case.decide(letter, action=Action.REJECT, proposal_id=second.id, reviewer="r1")
    mine = revalued(third.current, 11)
    case.decide(letter, action=Action.EDIT, proposal_id=third.id, claim=mine, reviewer="r1")
    case.close()

    def other(source: SourceFile) -> Reading | Refusal:
        if source.name != "letter.txt":
            return read(source)
        reading = reading_of(source, "Preface. " + LETTER)
        one, _, three = reading.claims
        return replace(reading, claims=(revalued(one, 42), three))

    with open_case(tmp_path / "case", reader=other) as again:
        report = again.reread([letter], reviewer="r1")
        assert report.matches == {
            "kept": 1,
            "kept_machine_now_differs": 1,
            "kept_no_longer_proposed": 1,
        }
        found = {
            (item.state, item.match, item.current.counts[0].best)
            for item in again.document(letter).claims
        }
        assert found == {
            ("accepted", Match.DIFFERS, 43),
            ("rejected", Match.NOT_PROPOSED, 8),
            ("edited", Match.KEPT, 11),
        }
        assert [layer.id for layer in again.documents()[0].layers] == ["t0", "t1"]
        document = again.document(letter).document
        assert document is not None
        assert [layer.id for layer in document.layers] == ["t1", "t0"]
        assert again.verify().problems == ()
        item = again.document(letter).claims[0]
        assert item.proposal is not None
        again.decide(letter, action=Action.ACCEPT, proposal_id=item.id, reviewer="r1")
        assert again.documents()[0].reviewed == 3
        assert again.document(letter).claims[0].current.counts[0].best == 42
