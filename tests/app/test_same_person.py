"""Decisions on who is one person: they bind, outlive a new reading, and are undone as made."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.app import victimkit
from tests.app.test_case_victims import floors, named, pairs
from tests.app.victimkit import filled
from tests.store import casekit

from allegata.app.case import Case
from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.model.reading import Reading, Refusal
from allegata.model.span import Span
from allegata.model.victims import Sameness


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with filled(tmp_path / "case") as opened:
        yield opened


def state(case: Case) -> tuple[object, ...]:
    return case.victims(), pairs(case), floors(case)


def test_a_decision_says_who_and_why(case: Case) -> None:
    one, other = named(case, "Salim Dalun"), named(case, "Abu Zuhur")
    made = case.decide_same_person(
        one.id[:6], other.id, Sameness.SAME, reviewer="r2", why=" one son "
    )
    assert (made.a, made.b, made.why, made.reviewer) == (one.ref, other.ref, "one son", "r2")
    assert case.same_people() == (made,)


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_undoing_restores_what_was(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder, filled(Path(folder) / "case") as case:
        ids = sorted(each.id for each in case.victims())
        for _ in range(data.draw(st.integers(1, 3))):
            one, other = data.draw(st.permutations(ids))[:2]
            outcome = data.draw(st.sampled_from(Sameness))
            before = state(case)
            with suppress(InputError):  # what cannot be with what was decided before
                made = case.decide_same_person(one, other, outcome, reviewer="r2")
            if state(case) == before:
                continue
            if data.draw(st.booleans()):
                case.undo_link(made.id, reviewer="r3")
                assert state(case) == before


def test_the_last_decision_on_two_holds(case: Case) -> None:
    one, other = named(case, "Ahmad Corun", "a.txt"), named(case, "Ahmed Corun")
    case.decide_same_person(one.id, other.id, Sameness.SAME, reviewer="r2")
    last = case.decide_same_person(other.id, one.id, Sameness.DIFFERENT, reviewer="r2")
    assert floors(case) == [3, 1]
    case.undo_link(last.id, reviewer="r2")
    assert floors(case) == [2, 1]
    assert [each.outcome for each in case.same_people()] == [Sameness.SAME]


def test_what_cannot_be_with_what_was_decided_is_refused(case: Case) -> None:
    ids = [named(case, "Ahmad Corun", "a.txt").id, named(case, "Ahmed Corun").id]
    third = named(case, "Ilan Dorrow").id
    case.decide_same_person(ids[0], ids[1], Sameness.SAME, reviewer="r2")
    case.decide_same_person(ids[1], third, Sameness.SAME, reviewer="r2")
    with pytest.raises(InputError, match="are one person") as caught:
        case.decide_same_person(ids[0], third, Sameness.DIFFERENT, reviewer="r2")
    assert caught.value.code == "victims.contradiction"


@pytest.mark.parametrize(("wanted", "told"), [("zz", "no entry"), ("", "no entry")])
def test_an_unknown_entry_is_refused(case: Case, wanted: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        case.decide_same_person(wanted, wanted, Sameness.SAME, reviewer="r2")
    assert caught.value.code == "victims.no_entry"


def test_an_entry_is_not_compared_with_itself(case: Case) -> None:
    own = named(case, "Salim Dalun").id
    with pytest.raises(InputError) as caught:
        case.decide_same_person(own, own, Sameness.SAME, reviewer="r2")
    assert caught.value.code == "victims.one_entry"


def test_a_decision_survives_a_reading_that_moves_a_name(tmp_path: Path) -> None:
    with filled(tmp_path / "case") as case:
        one, other = named(case, "Ahmad Corun", "a.txt"), named(case, "Ahmed Corun")
        case.decide_same_person(one.id, other.id, Sameness.DIFFERENT, reviewer="r2")
    case = victimkit.victim_case(tmp_path / "case")
    case._read = shorter  # a newer version of the program
    case.reread(reviewer="r1")
    assert {each.listed.name for each in case.victims()} >= {"Corun", "Dalun"}
    assert floors(case) == [3, 1]
    case.close()


def test_forgetting_a_document_destroys_the_decisions_on_its_people(case: Case) -> None:
    one, other = named(case, "Ahmad Corun", "a.txt"), named(case, "Ahmed Corun")
    case.decide_same_person(one.id, other.id, Sameness.SAME, reviewer="r2")
    case.forget(one.ref.document, why="asked for", reviewer="r2")
    assert case.same_people() == ()
    assert case.verify(read_again=False).problems == ()


def shorter(source: SourceFile) -> Reading | Refusal:
    """Read names as families alone."""
    reading = victimkit.read(source)
    if isinstance(reading, Refusal):
        return reading
    people = tuple(
        replace(
            each,
            name=(each.name or "").split()[-1],
            span=Span("t0", each.span.end - len((each.name or "").split()[-1]), each.span.end),
        )
        for each in reading.mentions.people
    )
    return replace(reading, mentions=replace(reading.mentions, people=people), run=casekit.RUN)
