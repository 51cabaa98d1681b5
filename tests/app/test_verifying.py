"""What verify finds in a case whose ledger is sound."""

from dataclasses import replace
from pathlib import Path

from tests.store.casekit import RUN, open_case, parse_number, read, reading_of, source_of

from allegata.app.case import Case
from allegata.model.document import SourceFile
from allegata.model.reading import Reading, Refusal


def test_a_sound_case_says_what_was_checked_and_its_head(case: Case) -> None:
    report = case.verify()
    assert (report.ok, report.problems, report.head) == (True, (), case.info().head)
    assert report.checked == {
        "entries": 4,
        "documents": 3,
        "originals": 3,
        "layers": 2,
        "numbers seen": 0,
        "claims": 4,
        "decisions": 0,
        "quotes": 4,
        "counts": 4,
    }
    assert report.notes == ("derived again: 2",)


def test_numbers_that_their_words_do_not_give_are_named(empty: Case, tmp_path: Path) -> None:
    def miscounting(source: SourceFile) -> Reading | Refusal:
        reading = reading_of(source, source.content.decode())
        claim = reading.claims[0]
        count = replace(claim.counts[0], low=90, best=90, high=90)
        return replace(reading, claims=(replace(claim, counts=(count,)),))

    empty.close()
    with open_case(tmp_path / "case", reader=miscounting) as case:
        case.add([source_of("a.txt", "9 people were killed")], reviewer="r1")
        (problem,) = case.verify().problems
        assert problem.code == "number.differs"
        assert "says 90/90/90 where its words '9' give 9/9/9" in problem.message
    assert parse_number("9", None) is not None


def test_a_reading_that_the_same_program_does_not_give_again_is_named(
    case: Case, tmp_path: Path
) -> None:
    case.close()

    def forgetful(source: SourceFile) -> Reading | Refusal:
        reading = read(source)
        return reading if isinstance(reading, Refusal) else replace(reading, claims=())

    with open_case(tmp_path / "case", reader=forgetful) as changed:
        report = changed.verify()
        assert [problem.code for problem in report.problems] == ["reading.not_reproduced"] * 2
        assert changed.verify(read_again=False).ok


def test_another_version_is_said_and_is_no_fault(case: Case, tmp_path: Path) -> None:
    case.close()

    def newer(source: SourceFile) -> Reading | Refusal:
        text = source.content.decode()
        return reading_of(source, "Other. " + text, run=replace(RUN, allegata="0.2.0"))

    with open_case(tmp_path / "case", reader=newer) as changed:
        report = changed.verify()
        assert report.ok
        assert report.notes == (
            "read by another version or other word lists, and so not derived again: 2",
        )


def test_an_original_that_this_program_refuses_is_said(case: Case, tmp_path: Path) -> None:
    case.close()

    def wary(source: SourceFile) -> Reading | Refusal:
        return Refusal(source.name, None, "convert.too_large", "It is too large.")

    with open_case(tmp_path / "case", reader=wary) as changed:
        report = changed.verify()
        assert report.ok
        assert report.notes == (
            "refused by this program (convert.too_large), and so not derived again: 2",
        )


def test_a_field_taken_back_lets_the_next_reading_be_told_nothing(case: Case, letter: str) -> None:
    case.set_fields(letter, {"language": "fr"}, reviewer="r1")
    case.reread([letter], reviewer="r1")
    shown = case.document(letter).document
    assert shown is not None
    assert shown.language == "fr"
    case.set_fields(letter, {"language": None}, reviewer="r1")
    case.reread([letter], reviewer="r1")
    shown = case.document(letter).document
    assert shown is not None
    assert shown.language == "en"
    assert case.verify().problems == ()
