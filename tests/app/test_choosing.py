"""A person chooses the ground of a mention: kept, found again, offered for the next, undone."""

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.app.placekit import LETTER, OTHER, POINT, document, named, open_case, sources
from tests.store.casekit import source_of
from tests.store.test_killed import words_anywhere

from allegata.app.case import Case
from allegata.app.choosing import Answer
from allegata.app.exporting import ExportOptions
from allegata.model.choosing import Choosing
from allegata.model.decision import Action, Match
from allegata.model.errors import InputError
from allegata.model.span import Span


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with open_case(tmp_path / "case") as opened:
        opened.add(sources(), reviewer="r1")
        yield opened


def choose(case: Case, name: str = "letter.txt", at: int = 0, answer: Answer = POINT) -> str:
    mention = named(case, name, "Mayadin")[at].mention
    choice = case.choose_place(document(case, name), mention.span, answer, reviewer="r1")
    return choice.id


def test_a_choice_holds_for_its_mention_and_the_proposal_stays(case: Case) -> None:
    before = named(case, "letter.txt", "Mayadin")[0].mention
    choose(case)
    first, second = named(case, "letter.txt", "Mayadin")
    assert first.mention == before
    assert first.place is not None
    assert (first.place.lat, first.place.lon, first.place.method) == (34.9, 40.5, "chosen")
    assert second.choice is None
    assert second.place == second.mention.place


def test_the_claim_of_those_words_stands_at_the_chosen_place(case: Case) -> None:
    choose(case)
    item = case.document(document(case, "letter.txt")).claims[0]
    assert item.current.where[0].place is not None
    assert item.current.where[0].place.method == "chosen"
    assert item.proposal is not None
    assert item.proposal.where[0].place != item.current.where[0].place


def test_a_claim_that_a_person_moved_elsewhere_stays_there(case: Case) -> None:
    letter = document(case, "letter.txt")
    item = case.document(letter).claims[0]
    elsewhere = named(case, "letter.txt", "Raqqa")[0].mention.place
    assert elsewhere is not None
    mention = item.current.where[0]
    moved = replace(item.current, where=(replace(mention, place=elsewhere),))
    case.decide(letter, action=Action.EDIT, proposal_id=item.id, claim=moved, reviewer="r1")
    choose(case)
    assert case.document(letter).claims[0].current.where[0].place == elsewhere


def test_what_was_chosen_is_offered_for_the_next_same_mention_and_not_put_there(
    case: Case,
) -> None:
    choice = choose(case)
    (other,) = named(case, "other.txt", "Mayadin")
    assert other.choice is None
    assert other.place == other.mention.place
    (offered,) = other.offered
    assert (offered.times, offered.choice_id) == (1, choice)
    assert offered.place is not None
    assert offered.place.lat == 34.9
    choose(case, "other.txt", 0, Answer(as_before=choice))
    (other,) = named(case, "other.txt", "Mayadin")
    assert other.place == offered.place
    assert named(case, "letter.txt", "Mayadin")[1].offered[0].times == 2


def test_a_choice_is_taken_for_all_alike_in_the_document(case: Case) -> None:
    choice = choose(case)
    made = case.choose_alike(document(case, "letter.txt"), choice, reviewer="r1")
    assert [one.quote for one in made] == [named(case, "letter.txt", "Mayadin")[1].mention.raw]
    assert all(place.choice for place in named(case, "letter.txt", "Mayadin"))
    assert not any(place.choice for place in named(case, "letter.txt", "Raqqa"))
    assert case.choose_alike(document(case, "letter.txt"), choice, reviewer="r1") == ()


def test_none_of_the_places_leaves_the_ground_unknown(case: Case) -> None:
    choose(case, answer=Answer())
    first = named(case, "letter.txt", "Mayadin")[0]
    assert first.choice is not None
    assert (first.choice.how, first.place) == (Choosing.NONE, None)
    assert case.document(document(case, "letter.txt")).claims[0].current.where[0].place is None


def test_undo_brings_back_what_held_before(case: Case) -> None:
    letter = document(case, "letter.txt")
    first = choose(case)
    second = choose(case, answer=Answer())
    case.undo_place(letter, second, reviewer="r1")
    held = named(case, "letter.txt", "Mayadin")[0].choice
    assert held is not None
    assert held.id == first
    case.undo_place(letter, first, reviewer="r1")
    assert named(case, "letter.txt", "Mayadin")[0].choice is None
    with pytest.raises(InputError) as caught:
        case.undo_place(letter, first, reviewer="r1")
    assert caught.value.code == "choice.not_in_force"


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer(entry_id="nowhere:1"), "choice.unknown_entry"),
        (Answer(point=(99.0, 0.0)), "choice.coordinates"),
        (Answer(ring=[(0.0, 0.0)]), "choice.area"),
        (Answer(as_before="0000"), "choice.not_in_force"),
    ],
)
def test_an_answer_that_cannot_be_changes_nothing(case: Case, answer: Answer, code: str) -> None:
    head = case.info().head
    with pytest.raises(InputError) as caught:
        choose(case, answer=answer)
    assert caught.value.code == code
    assert case.info().head == head


def test_words_that_name_no_place_have_none_to_choose(case: Case) -> None:
    with pytest.raises(InputError) as caught:
        case.choose_place(document(case, "letter.txt"), Span("t0", 0, 8), POINT, reviewer="r1")
    assert caught.value.code == "choice.no_mention"


def test_a_reading_anew_loses_no_choice(case: Case) -> None:
    choice = choose(case)
    case.reread(reviewer="r1")
    first = named(case, "letter.txt", "Mayadin")[0]
    assert first.choice is not None
    assert (first.choice.id, first.match) == (choice, Match.KEPT)


def test_the_case_file_verifies_and_a_changed_choice_does_not(case: Case) -> None:
    choose(case)
    assert case.verify().ok


def test_exports_have_the_chosen_ground(case: Case, tmp_path: Path) -> None:
    choose(case)
    letter = document(case, "letter.txt")
    item = case.document(letter).claims[0]
    case.decide(letter, action=Action.ACCEPT, proposal_id=item.id, reviewer="r1")
    target = tmp_path / "claims.csv"
    options = ExportOptions(everything=True)
    case.export(target, form="csv", options=options, reviewer="r1")
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8-sig"))))
    assert any("34.9" in value for row in rows for value in row.values())


def test_forgetting_the_document_destroys_its_choices(case: Case, tmp_path: Path) -> None:
    choose(case, answer=Answer(point=(34.98765, 40.56789), radius_km=0.3))
    case.forget(document(case, "letter.txt"), why="asked", reviewer="r1")
    (other,) = named(case, "other.txt", "Mayadin")
    assert other.offered == ()
    case.close()
    assert not words_anywhere(tmp_path / "case", "34.98765")


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.booleans()), max_size=6))
def test_undoing_everything_restores_the_state(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[int, bool]]
) -> None:
    with open_case(tmp_path_factory.mktemp("undo") / "case") as case:
        case.add([source_of("a.txt", f"{LETTER} {OTHER}")], reviewer="r1")
        (row,) = case.documents()
        before = case.places(row.id)
        for number, is_none in steps:
            mention = before[number % len(before)].mention
            answer = Answer() if is_none else POINT
            case.choose_place(row.id, mention.span, answer, reviewer="r1")
        while held := [place.choice for place in case.places(row.id) if place.choice]:
            case.undo_place(row.id, held[0].id, reviewer="r1")
        assert case.places(row.id) == before
