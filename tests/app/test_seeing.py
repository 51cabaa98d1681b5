"""A person sees numbers: the ledger keeps it, and counts wait for it."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.app.ocrkit import SCAN, read_as
from tests.store.casekit import new_case, open_case, source_of
from tests.store.test_killed import words_anywhere

from allegata.app.case import Case
from allegata.app.exporting import ExportOptions
from allegata.model.claim import Claim
from allegata.model.decision import Action
from allegata.model.errors import InputError
from allegata.model.span import Span
from allegata.model.vocabularies import Derivation

FIRST = Span("t0", SCAN.index("43"), SCAN.index("43") + 2)
SECOND = Span("t0", SCAN.index("12"), SCAN.index("12") + 2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed case file with one scan."""
    folder = tmp_path / "case"
    with new_case(folder, reader=read_as()) as case:
        case.add([source_of("scan.pdf", SCAN)], reviewer="r1")
    return folder


def opened(folder: Path, text: str | None = None, tool: str = "ocr@1") -> Case:
    return open_case(folder, reader=read_as(text, tool=tool))


def the_scan(case: Case) -> str:
    return case.documents()[0].id


def told(case: Case) -> list[tuple[str, str | None]]:
    numbers = [number for number in case.numbers(the_scan(case)) if number.in_force]
    return [(number.raw, number.seen.value if number.seen else None) for number in numbers]


def refused(case: Case, action: Action, **more: object) -> str:
    with pytest.raises(InputError) as caught:
        case.decide(the_scan(case), action=action, reviewer="r1", **more)  # type: ignore[arg-type]
    return caught.value.code


def revalued(claim: Claim, number: int) -> Claim:
    count = replace(claim.counts[0], low=number, best=number, high=number)
    return replace(claim, counts=(replace(count, derivation=Derivation.INFERRED),))


def export(case: Case, folder: Path, form: str) -> tuple[str, dict[str, object]]:
    path = folder / f"claims.{form}"
    options = ExportOptions(everything=True, overwrite=True)
    report = case.export(path, form=form, options=options, reviewer="r1")
    return path.read_text("utf-8"), json.loads(Path(report.about).read_text("utf-8"))


def test_numbers_are_seen_seen_again_and_taken_back(folder: Path) -> None:
    with opened(folder) as case:
        scan = the_scan(case)
        assert case.documents()[0].unseen_numbers == 2
        assert told(case) == [("43", None), ("12", None)]
        case.see_number(scan, FIRST, " ٤٣ ", reviewer="r2")
        assert told(case) == [("43", "٤٣"), ("12", None)]
        (first, _) = case.numbers(scan)
        assert first.seen is not None
        assert (first.seen.reviewer, first.seen.at[:10]) == ("r2", "2031-04-09")
        assert case.documents()[0].unseen_numbers == 1
        case.see_number(scan, FIRST, "48", reviewer="r1")
        case.see_number(scan, SECOND, "", reviewer="r1")
        assert told(case) == [("43", "48"), ("12", "")]
        assert case.documents()[0].unseen_numbers == 0
        case.see_number(scan, FIRST, None, reviewer="r1")
        entries = case.info().entries
        case.see_number(scan, FIRST, None, reviewer="r1")  # nothing to take back
        assert case.info().entries == entries
        assert told(case) == [("43", None), ("12", "")]
        assert case.verify().problems == ()


@pytest.mark.parametrize("value", ["about 40", "-3", "4.5", "٤x"])
def test_what_is_no_number_is_refused(folder: Path, value: str) -> None:
    with opened(folder) as case:
        with pytest.raises(InputError) as caught:
            case.see_number(the_scan(case), FIRST, value, reviewer="r1")
        assert caught.value.code == "number.unreadable"
        assert case.info().entries == 2


def test_only_numbers_that_wait_can_be_seen(folder: Path) -> None:
    with opened(folder) as case:
        english = Span("t0", SCAN.index("8 people"), SCAN.index("8 people") + 1)
        for span in (english, Span("t0", FIRST.start, FIRST.start + 1), Span("t9", 0, 2)):
            with pytest.raises(InputError) as caught:
                case.see_number(the_scan(case), span, "4", reviewer="r1")
            assert caught.value.code == "number.not_there"


def test_no_decision_rests_on_an_unseen_number(folder: Path) -> None:
    with opened(folder) as case:
        scan = the_scan(case)
        first, second, english = case.document(scan).claims
        assert [doubt.code for doubt in first.current.doubts] == ["count.number_unseen"]
        edited, added = revalued(first.current, 44), replace(first.current, id="")
        assert refused(case, Action.ACCEPT, proposal_id=first.id) == "review.number_unseen"
        told = refused(case, Action.EDIT, proposal_id=first.id, claim=edited)
        assert told == "review.number_unseen"
        assert refused(case, Action.ADD, claim=added) == "review.number_unseen"
        case.decide(scan, action=Action.REJECT, proposal_id=second.id, reviewer="r1")
        case.decide(scan, action=Action.ACCEPT, proposal_id=english.id, reviewer="r1")

        case.see_number(scan, FIRST, "48", reviewer="r1")
        assert refused(case, Action.ACCEPT, proposal_id=first.id) == "review.number_differs"
        assert refused(case, Action.ADD, claim=added) == "review.number_differs"
        told = refused(case, Action.EDIT, proposal_id=first.id, claim=first.current)
        assert told == "review.number_differs"
        case.decide(
            scan,
            action=Action.EDIT,
            proposal_id=first.id,
            claim=revalued(first.current, 48),
            reviewer="r1",
        )
        case.undo(scan, reviewer="r1")

        case.see_number(scan, FIRST, "43", reviewer="r1")
        decision = case.decide(scan, action=Action.ACCEPT, proposal_id=first.id, reviewer="r1")
        assert decision.claim.doubts == ()
        assert case.document(scan).claims[0].match.value == "kept"
        assert case.verify().problems == ()


def test_what_was_seen_survives_another_reading(folder: Path) -> None:
    with opened(folder) as case:
        case.see_number(the_scan(case), FIRST, "43", reviewer="r1")
        case.reread(reviewer="r1")
        assert told(case) == [("43", "43"), ("12", None)]
    better = f"رأس الصفحة\n{SCAN}"
    with opened(folder, better, "ocr@2") as case:
        case.reread(reviewer="r1")
        assert case.numbers(the_scan(case))[0].span.layer == "t1"
        assert told(case) == [("43", "43"), ("12", None)]
        assert case.documents()[0].unseen_numbers == 1
        assert case.verify().problems == ()
        case.see_number(the_scan(case), case.numbers(the_scan(case))[0].span, "44", reviewer="r1")
        assert told(case) == [("43", "44"), ("12", None)]
    with opened(folder, SCAN.replace("43", "48"), "ocr@3") as case:
        case.reread(reviewer="r1")
        assert told(case) == [("48", None), ("12", None)]
        assert case.documents()[0].unseen_numbers == 2


def test_a_count_that_cites_a_replaced_layer_waits_all_the_same(folder: Path) -> None:
    with opened(folder) as case:
        old = case.document(the_scan(case)).claims[0].current
    with opened(folder, f"{SCAN}\n\nخاتمة", "ocr@2") as case:
        case.reread(reviewer="r1")
        added = replace(old, id="")
        assert refused(case, Action.ADD, claim=added) == "review.number_unseen"
        current = case.numbers(the_scan(case))[0]
        assert (current.span.layer, current.raw) == ("t1", "43")
        case.see_number(the_scan(case), current.span, "43", reviewer="r1")
        case.decide(the_scan(case), action=Action.ADD, claim=added, reviewer="r1")
        assert case.verify().problems == ()


def test_only_seen_numbers_leave_the_case(folder: Path, tmp_path: Path) -> None:
    with opened(folder) as case:
        scan = the_scan(case)
        text, about = export(case, tmp_path, "csv")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert [(row["low"], row["best"], row["high"], row["raw"]) for row in rows] == [
            ("", "", "", "[left out]"),
            ("", "", "", "[left out]"),
            ("8", "8", "8", "8"),
        ]
        assert "nobody has looked" in rows[0]["doubts"]
        left_out = about["left_out"]
        assert isinstance(left_out, dict)
        assert left_out["numbers read by OCR and seen by nobody"] == 2
        assert "confirmed by a person" in str(about["notes"])

        case.see_number(scan, FIRST, "43", reviewer="r1")
        case.see_number(scan, SECOND, "17", reviewer="r1")
        lines = [json.loads(line) for line in export(case, tmp_path, "jsonl")[0].splitlines()]
        counts = [line["claim"]["counts"][0] for line in lines]
        assert [count["best"] for count in counts] == [43, None, 8]
        left_out = export(case, tmp_path, "jsonl")[1]["left_out"]
        assert isinstance(left_out, dict)
        assert left_out["numbers that are not what was seen in the picture"] == 1

        second = case.document(scan).claims[1]
        case.decide(
            scan,
            action=Action.EDIT,
            proposal_id=second.id,
            claim=revalued(second.current, 13),
            reviewer="r1",
        )
        text, about = export(case, tmp_path, "csv")
        assert [row["best"] for row in csv.DictReader(io.StringIO(text))] == ["43", "13", "8"]
        assert "confirmed by a person" not in str(about["notes"])


def test_forgetting_takes_what_was_seen_with_it(folder: Path) -> None:
    with opened(folder) as case:
        case.see_number(the_scan(case), FIRST, "71077345", reviewer="r1")
        assert words_anywhere(folder, "71077345")
        case.forget(the_scan(case), why="no consent", reviewer="r1")
        assert case.documents()[0].unseen_numbers == 0
        assert case.verify().problems == ()
    assert words_anywhere(folder, "71077345") == []


def test_a_seen_number_that_was_changed_from_outside_is_told(folder: Path) -> None:
    with opened(folder) as case:
        case.see_number(the_scan(case), FIRST, "43", reviewer="r1")
        engine = case._store._engine  # type: ignore[attr-defined]
        with engine.begin() as connection:
            connection.exec_driver_sql(
                """UPDATE ledger_bodies SET body = replace(body, '"quote":"43"', '"quote":"44"')"""
            )
            connection.exec_driver_sql("UPDATE documents SET unseen_numbers = 7")
        codes = [problem.code for problem in case.verify().problems]
    assert codes == ["ledger.body_changed", "number.seen_differs", "case.record_differs"]
