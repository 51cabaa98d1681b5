"""A case file from beginning to end, as the command line and the workbench use it."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.casekit import (
    LETTER,
    OTHER,
    new_case,
    open_case,
    read,
    reading_of,
    source_of,
)

from allegata.app.case import Case
from allegata.app.views import AddEvent
from allegata.model.claim import Claim
from allegata.model.decision import Action, Match
from allegata.model.document import SourceFile
from allegata.model.errors import InputError, StoreError
from allegata.model.reading import Reading, Refusal
from allegata.model.source import Provenance, Source
from allegata.model.vocabularies import Derivation, Sensitivity, SourceKind


def states(case: Case, document_id: str) -> list[tuple[str, int | None]]:
    """Each claim's state and number."""
    claims = case.document(document_id).claims
    return [(item.state, item.current.counts[0].best) for item in claims]


def revalued(claim: Claim, number: int) -> Claim:
    count = replace(claim.counts[0], low=number, best=number, high=number)
    return replace(claim, counts=(replace(count, derivation=Derivation.INFERRED),))


def test_documents_are_listed_with_what_was_read_and_what_was_refused(case: Case) -> None:
    letter, clinic, locked = case.documents()
    assert (letter.name, letter.status, letter.claims, letter.reviewed) == (
        "letter.txt",
        "read",
        3,
        0,
    )
    assert (letter.sensitivity, letter.may_publish) == (Sensitivity.RESTRICTED, False)
    assert clinic.claims == 1
    assert locked.status == "quarantined"
    assert locked.refusal is not None
    assert (locked.refusal.code, locked.refusal.hint) == ("convert.locked", "Unlock it.")
    assert case.original(locked.id) == b"LOCKED"
    assert case.document(locked.id).document is None


def test_adding_again_adds_nothing(case: Case) -> None:
    before = case.info()
    events: list[AddEvent] = []
    report = case.add(
        [source_of("copy.txt", LETTER), source_of("clinic.txt", OTHER)],
        reviewer="r2",
        on_progress=events.append,
    )
    assert (report.added, len(report.already)) == ((), 2)
    assert case.info() == before
    assert events[0].outcome == "already"
    assert events[0].message.endswith("as letter.txt")
    assert "already here since 2031-04-09T10:00:0" in events[0].message


def test_a_refused_document_is_tried_again_and_keeps_its_place(case: Case, tmp_path: Path) -> None:
    locked = case.documents()[2]
    case.close()

    def unlocked(source: SourceFile) -> Reading | Refusal:
        return reading_of(source, "3 people were killed")

    with open_case(tmp_path / "case", reader=unlocked) as again:
        report = again.add([source_of("locked.pdf", "LOCKED")], reviewer="r1")
        row = again.documents()[2]
        assert report.added == (locked.id,)
        assert (row.status, row.refusal, row.claims) == ("read", None, 1)
        assert row.added_at == locked.added_at
        assert again.verify(read_again=False).problems == ()


def test_an_input_without_bytes_stays_in_the_list_until_it_can_be_read(empty: Case) -> None:
    missing = Refusal("later.txt", None, "acquire.missing", "There is no file.", "Check the path.")
    empty.add([missing, missing], reviewer="r1")
    (row,) = empty.documents()
    assert (row.name, row.status, row.sha256) == ("later.txt", "quarantined", None)
    empty.add([source_of("later.txt", OTHER)], reviewer="r1")
    (row,) = empty.documents()
    assert row.status == "read"
    assert empty.verify().problems == ()


def test_rows_of_a_table_that_say_the_same_are_two_documents(empty: Case) -> None:
    rows = [source_of("t.csv", OTHER, row_id="1"), source_of("t.csv", OTHER, row_id="2")]
    assert len(empty.add(rows, reviewer="r1").added) == 2
    assert len(empty.add(rows, reviewer="r1").already) == 2
    assert [row.row_id for row in empty.documents()] == ["1", "2"]
    first, second = (empty.document(row.id).claims[0].id for row in empty.documents())
    assert first != second


def test_a_bug_on_one_document_leaves_the_others_read(tmp_path: Path) -> None:
    def fragile(source: SourceFile) -> Reading | Refusal:
        if source.name == "bad.txt":
            raise ZeroDivisionError("a bug")
        return read(source)

    with new_case(tmp_path / "case", reader=fragile) as case:
        sources = [source_of("bad.txt", "x"), source_of("good.txt", OTHER)]
        report = case.add(sources, reviewer="r1")
        assert [event.name for event in report.failed] == ["bad.txt"]
        assert report.failed[0].message == "ZeroDivisionError: a bug"
        assert [row.name for row in case.documents()] == ["good.txt"]


def test_a_reading_whose_quote_is_not_in_its_layer_is_not_kept(tmp_path: Path) -> None:
    def lying(source: SourceFile) -> Reading | Refusal:
        reading = reading_of(source, LETTER)
        claim = reading.claims[0]
        false = replace(claim.evidence[0], quote="nobody was hurt")
        return replace(reading, claims=(replace(claim, evidence=(false,)),))

    with new_case(tmp_path / "case", reader=lying) as case:
        report = case.add([source_of("letter.txt", LETTER)], reviewer="r1")
        assert report.failed[0].code == "case.quote_differs"
        assert case.documents() == ()


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


def test_a_post_is_kept_with_its_provenance_and_read(empty: Case) -> None:
    told = Provenance(url="https://example.org/p/1", author="@tarnel", platform="example")
    post = {"provenance": told, "language": "en", "published": "2031-04-05", "name": "post"}
    first = empty.add_post(OTHER, **post, reviewer="r1")  # type: ignore[arg-type]
    assert empty.add_post(OTHER, **post, reviewer="r1") == first  # type: ignore[arg-type]
    shown = empty.document(first)
    assert shown.document is not None
    assert shown.document.provenance == told
    assert (shown.row.published, len(shown.claims)) == ("2031-04-05", 1)
    assert empty.original(first) == OTHER.encode()
    other = post | {"provenance": replace(told, url="https://example.org/p/2")}
    assert empty.add_post(OTHER, **other, reviewer="r1") != first  # type: ignore[arg-type]


def test_a_post_that_cannot_be_read_says_why(empty: Case) -> None:
    with pytest.raises(InputError) as caught:
        empty.add_post(
            "LOCKED", provenance=Provenance(), language=None, published=None, name="p", reviewer="r"
        )
    assert caught.value.code == "convert.locked"


def test_a_translation_stands_beside_its_original_and_makes_no_claims(
    case: Case, letter: str
) -> None:
    layer_id = case.add_translation(
        letter,
        of_layer="t0",
        text="SPÉCIMEN. 43 people were killed.",
        language="fr",
        translator="t-1",
        reviewer="r1",
    )
    shown = case.document(letter)
    assert shown.document is not None
    layer = shown.document.layer(layer_id)
    assert (layer.kind.value, layer.of, layer.language) == ("translation", "t0", "fr")
    assert len(shown.claims) == 3
    case.reread([letter], reviewer="r1")
    assert [item.id for item in shown.row.layers] == ["t0", layer_id]
    assert case.verify().problems == ()
    claim = shown.claims[0].current
    foreign = replace(claim.evidence[0], layer=layer_id, start=0, end=8, quote="SPÉCIMEN")
    with pytest.raises(InputError) as caught:
        case.decide(
            letter,
            action=Action.EDIT,
            proposal_id=shown.claims[0].id,
            claim=replace(claim, evidence=(foreign,)),
            reviewer="r1",
        )
    assert caught.value.code == "review.translation"
    with pytest.raises(InputError) as caught:
        case.add_translation(
            letter, of_layer=layer_id, text="x", language="es", translator="t", reviewer="r"
        )
    assert caught.value.code == "case.no_layer"


def test_what_people_say_of_a_document_beats_what_was_read(case: Case, letter: str) -> None:
    case.set_fields(
        letter,
        {
            "symbol": "S/2031/12",
            "url": "https://example.org/a",
            "published": "2031-04-08",
            "sensitivity": "secret",
            "may_publish": True,
        },
        reviewer="r1",
    )
    shown = case.document(letter)
    assert shown.document is not None
    assert shown.document.un is not None
    assert (shown.document.un.symbol, shown.document.un.symbol_basis) == ("S/2031/12", "external")
    assert shown.document.provenance.url == "https://example.org/a"
    assert (shown.row.symbol, shown.row.published) == ("S/2031/12", "2031-04-08")
    assert (shown.row.sensitivity, shown.row.may_publish) == (Sensitivity.SECRET, True)
    case.set_fields(letter, {"symbol": "", "url": None}, reviewer="r1")
    again = case.document(letter).document
    assert again is not None
    assert (again.un, again.provenance.url) == (None, None)
    assert case.verify().problems == ()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("url", "javascript:alert(1)"),
        ("published", "5 April"),
        ("published", "2031-13-01"),
        ("language", "English"),
        ("symbol", "<b>"),
        ("sensitivity", "low"),
        ("may_publish", "perhaps"),
    ],
)
def test_a_value_that_a_field_cannot_hold_is_refused(
    case: Case, letter: str, field: str, value: str
) -> None:
    with pytest.raises(InputError) as caught:
        case.set_fields(letter, {field: value}, reviewer="r1")
    assert caught.value.code == "case.field_value"


@pytest.mark.parametrize("value", ["2031", "2031-04", "2031-04-08"])
def test_dates_may_be_as_coarse_as_they_are_known(case: Case, letter: str, value: str) -> None:
    case.set_fields(letter, {"published": value}, reviewer="r1")
    assert case.document(letter).row.published == value


def test_a_field_that_does_not_exist_is_refused(case: Case, letter: str) -> None:
    with pytest.raises(InputError) as caught:
        case.set_fields(letter, {"colour": "red"}, reviewer="r1")
    assert caught.value.code == "case.no_field"


def test_sources_are_registered_and_replaced(case: Case) -> None:
    watch = Source("watch", "The Watch", SourceKind.NGO, alias="Bluebird")
    case.add_source(watch, reviewer="r1")
    case.add_source(replace(watch, may_publish=True), reviewer="r1")
    assert case.sources() == (replace(watch, may_publish=True),)
    assert case.verify().problems == ()


def test_a_case_opened_for_reading_cannot_be_written_to(case: Case, tmp_path: Path) -> None:
    with open_case(tmp_path / "case", read_only=True) as reading:
        assert len(reading.documents()) == 3
        with pytest.raises(StoreError) as caught:
            reading.add([source_of("x.txt", "x")], reviewer="r1")
        assert caught.value.code == "store.read_only"


def test_threads_share_one_case(case: Case, letter: str) -> None:
    ids = [item.id for item in case.document(letter).claims]
    errors: list[Exception] = []

    def work(proposal_id: str) -> None:
        try:
            for _ in range(5):
                case.decide(letter, action=Action.ACCEPT, proposal_id=proposal_id, reviewer="r1")
                case.documents()
        except Exception as error:  # noqa: BLE001  # a thread's failure is the test's
            errors.append(error)

    threads = [threading.Thread(target=work, args=(proposal_id,)) for proposal_id in ids]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert case.documents()[0].reviewed == 3
    assert case.info().entries == 1 + 3 + 15
    assert case.verify().problems == ()
