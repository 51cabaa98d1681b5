"""What every store of a case file must do, whatever keeps it. New stores join ``STORES``."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.store.casekit import LETTER, read, source_of, ticking

from allegata.app.ingest import Intake, take_in
from allegata.app.reviewing import decide
from allegata.app.viewing import case_document, document_of
from allegata.model.casefile import DocumentStatus, StoredLayer
from allegata.model.count import Bounds
from allegata.model.decision import Action
from allegata.model.document import TextLayer
from allegata.model.doubt import Doubt
from allegata.model.errors import StoreError
from allegata.model.importing import Cell, ImportedRow, TableImport, TableKind
from allegata.model.ledger import GENESIS, EntryKind
from allegata.model.linking import (
    ClaimRef,
    CodesGiven,
    KnownIncident,
    LinkDecision,
    LinkOutcome,
)
from allegata.model.number import NumberSeen
from allegata.model.record import GradeDecision, RangeDecision
from allegata.model.source import Source
from allegata.model.span import Span
from allegata.model.store_port import CaseReader, CaseStore
from allegata.model.un import Part, Reference, Sender, UnRecord
from allegata.model.victims import Sameness, SamePersonDecision, VictimRef
from allegata.model.vocabularies import LayerKind, Outcome, Sensitivity
from allegata.model.wire import to_json
from allegata.model.works import DocumentOutline
from allegata.store.case_store import create, open_store
from allegata.text.search_query import parse_query

AT = "2031-04-09T10:00:00Z"


def sqlite_store(folder: Path) -> CaseStore:
    create(folder / "case", at=AT, reviewer="r1")
    return open_store(folder / "case", at=AT)


STORES = [pytest.param(sqlite_store, id="sqlite")]


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CaseStore]:
    make: Callable[[Path], CaseStore] = request.param
    opened = make(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def letter(store: CaseStore) -> str:
    source = source_of("letter.txt", LETTER)
    take_in(Intake(store, read, ticking(), "r1"), source, EntryKind.DOCUMENT_ADDED)
    return source.id


def test_a_new_case_holds_nothing_but_the_beginning_of_its_ledger(store: CaseStore) -> None:
    with store.read() as reader:
        (first,) = reader.entries()
        assert (first.kind, first.seq, first.previous) == ("case_created", 1, GENESIS)
        assert reader.head().hash == first.hash == first.computed_hash()
        assert list(reader.documents()) == []
        assert list(reader.sources()) == []
        assert reader.document("sha256:00") is None
        assert reader.reading("sha256:00") is None
    assert list(store.damage()) == []


def test_what_is_put_in_comes_out_the_same(store: CaseStore, letter: str) -> None:
    told = read(source_of("letter.txt", LETTER))
    with store.read() as reader:
        reading = reader.reading(letter)
        assert reading is not None
        assert reading.claims == told.claims  # type: ignore[union-attr]
        assert reading.head.mentions == told.mentions  # type: ignore[union-attr]
        (kept,) = reader.layers(letter)
        assert kept.layer == told.document.layers[0]  # type: ignore[union-attr]
        assert kept.sha256 == kept.layer.sha256
        assert reader.claim_ids() == {letter: frozenset(claim.id for claim in reading.claims)}


def test_outlines_are_what_the_readings_in_force_say(store: CaseStore, letter: str) -> None:
    span = Span("t0", 3, 9)
    doubt = Doubt("reference.year_unstated", "no year\nsaid \ud83d 😀", span)
    references = (
        Reference("document", "S/2031/4", "2031-05-02", "previous", "https://…", span, (doubt,)),
        Reference("charter", None, None, "cites", None, span, (), ("Article 51",)),
    )
    sender = Sender("permanent_representative", "TCD", "the\nRepresentative 😀", span=span)
    un = UnRecord("S/2031/7", senders=(sender,), parts=(Part("letter", "TCD", "en", 0, 9),))
    with store.write() as writer:
        reading = writer.reading(letter)
        assert reading is not None
        head = replace(reading.head, un=un, references=references, name="رسالة 😀.txt")
        writer.put_reading(letter, replace(reading, head=head))
    take_in(Intake(store, read, ticking(), "r1"), source_of("b", "No."), EntryKind.DOCUMENT_ADDED)
    with store.read() as reader:
        stored, reading = reader.document(letter), reader.reading(letter)
        assert stored is not None
        assert reading is not None
        document = document_of(letter, stored, reading.head, reader.layers(letter))
        first, second = reader.outlines()
    assert first == DocumentOutline.of(document)
    assert (second.name, second.un, second.cited) == ("b", None, ())
    with store.write() as writer:
        writer.erase_document(letter)
    with store.read() as reader:
        assert [outline.name for outline in reader.outlines()] == ["b"]


def test_any_code_point_survives(store: CaseStore, letter: str) -> None:
    text = "nul \x00, half a pair \ud83d, عاجل, \u202e, 😀, \r\n"
    layer = TextLayer("t9", LayerKind.OCR, "ocr@1", text, (), "ar")
    with store.write() as writer:
        writer.put_layer(letter, StoredLayer(layer, layer.sha256, AT))
    with store.read() as reader:
        assert reader.layers(letter)[1].layer == layer


def test_an_exception_takes_the_whole_transaction_back(store: CaseStore, letter: str) -> None:
    with store.read() as reader:
        before = reader.head()
    with pytest.raises(ZeroDivisionError), store.write() as writer:  # noqa: PT012
        writer.set_fields(letter, {"publisher": "The Watch"}, may_publish=True)
        writer.append(EntryKind.FIELDS_SET, {}, at=AT, reviewer="r1", document_id=letter)
        raise ZeroDivisionError
    with store.read() as reader:
        stored = reader.document(letter)
        assert stored is not None
        assert (stored.fields, stored.may_publish) == ({}, False)
        assert reader.head() == before


def test_a_reader_sees_one_moment(store: CaseStore, letter: str) -> None:
    with store.read() as reader:
        before = reader.head()
        with store.write() as writer:
            writer.append(EntryKind.EXPORTED, {}, at=AT, reviewer="r1")
        assert reader.head() == before
    with store.read() as reader:
        assert reader.head().seq == before.seq + 1


def test_fields_are_set_replaced_and_taken_back(store: CaseStore, letter: str) -> None:
    with store.write() as writer:
        writer.set_fields(letter, {"publisher": "A", "url": "https://example.org"})
        writer.set_fields(letter, {"publisher": "B", "url": None})
        writer.set_fields(letter, {}, sensitivity=Sensitivity.SECRET)
    with store.read() as reader:
        stored = reader.document(letter)
        assert stored is not None
        assert stored.fields == {"publisher": "B"}
        assert (stored.sensitivity, stored.may_publish) == (Sensitivity.SECRET, False)


def test_a_new_reading_replaces_the_claims_and_not_the_layers(
    store: CaseStore, letter: str
) -> None:
    with store.write() as writer:
        reading = writer.reading(letter)
        assert reading is not None
        writer.put_reading(letter, replace(reading, claims=reading.claims[:1]))
    with store.read() as reader:
        again = reader.reading(letter)
        assert again is not None
        assert again.claims == reading.claims[:1]
        assert len(reader.layers(letter)) == 1


def test_a_layer_is_never_replaced(store: CaseStore, letter: str) -> None:
    layer = TextLayer("t0", LayerKind.NATIVE, "other@1", "Other words.")
    with pytest.raises(StoreError), store.write() as writer:
        writer.put_layer(letter, StoredLayer(layer, layer.sha256, AT))
    with store.read() as reader:
        assert reader.layers(letter)[0].layer.text == LETTER


def test_decisions_come_out_in_order_with_their_outlines(store: CaseStore, letter: str) -> None:
    with store.read() as reader:
        first, second, _ = case_document(reader, letter).claims
    for item, action in ((second, Action.REJECT), (first, Action.ACCEPT)):
        decide(
            store,
            letter,
            action=action,
            proposal_id=item.id,
            claim=None,
            reviewer="r1",
            at=AT,
        )
    with store.read() as reader:
        found = reader.decisions(letter)
        assert [decision.claim for decision in found] == [second.proposal, first.proposal]
        assert [(x.document_id, x.decision_id, x.action) for x in reader.judgements()] == [
            (letter, decision.id, decision.action) for decision in found
        ]


def test_sources_are_replaced_by_id_and_keep_their_order(store: CaseStore) -> None:
    watch, clinic = Source("watch", "The Watch", first_hand=False), Source("clinic", "Clinic")
    with store.write() as writer:
        writer.put_source(watch)
        writer.put_source(clinic)
        writer.put_source(replace(watch, camp="north"))
    with store.read() as reader:
        assert list(reader.sources()) == [replace(watch, camp="north"), clinic]
    with store.write() as writer:
        writer.erase_source("watch")
    with store.read() as reader:
        assert list(reader.sources()) == [clinic]


def test_originals_come_back_by_their_hash(store: CaseStore) -> None:
    sha256 = store.keep_original(b"\x00bytes")
    assert store.keep_original(b"\x00bytes") == sha256
    assert store.original(sha256) == b"\x00bytes"
    with pytest.raises(StoreError) as caught:
        store.original("0" * 64)
    assert caught.value.code == "store.original_missing"


def test_an_erased_document_leaves_a_tombstone(store: CaseStore, letter: str) -> None:
    with store.write() as writer:
        stored = writer.document(letter)
        writer.erase_document(letter)
    store.destroy_leftovers()
    with store.read() as reader:
        grave = reader.document(letter)
        assert grave is not None
        assert grave.status is DocumentStatus.FORGOTTEN
        assert (grave.name, grave.source, grave.layers) == ("(forgotten)", None, ())
        assert reader.reading(letter) is None
        assert list(reader.layers(letter)) == []
        (entry,) = [entry for entry in reader.entries() if entry.kind == "document_added"]
        assert (entry.body, entry.salt) == (None, None)
    assert stored is not None
    assert stored.original is not None
    with pytest.raises(StoreError):
        store.original(stored.original)


def test_bytes_that_another_document_has_too_stay(store: CaseStore, letter: str) -> None:
    with store.write() as writer:
        stored = writer.document(letter)
        assert stored is not None
        writer.put_document(replace(stored, id="sha256:other"))
        writer.erase_document(letter)
    store.destroy_leftovers()
    assert store.original(stored.original or "") == LETTER.encode()


def test_a_layer_is_found_from_the_moment_that_a_reading_names_it(
    store: CaseStore, letter: str
) -> None:
    layer = TextLayer("t1", LayerKind.NATIVE, "other@2", "A gasworks.\n\nIn Tarnel.", (), "en")
    question = parse_query("gasworks tarnel")

    def found(reader: CaseReader) -> list[tuple[str, str]]:
        hits = reader.search(question, documents=None, most=5).hits
        return [(hit.document_id, hit.layer.slice(hit.place)) for hit in hits]

    with store.write() as writer:
        reading = writer.reading(letter)
        assert reading is not None
        writer.put_layer(letter, StoredLayer(layer, layer.sha256, AT))
        writer.put_reading(letter, replace(reading, head=replace(reading.head, layers=("t1",))))
    with store.read() as reader:
        assert found(reader) == [(letter, "A gasworks.")]
        assert [passage.words for passage in reader.passages(letter)] == ["a gasworks", "in tarnel"]
        assert reader.titles()[letter].name == "letter.txt"
    with store.write() as writer:
        writer.put_reading(letter, reading)
    with store.read() as reader:
        assert found(reader) == []
    assert store.index_damage() == []
    assert store.rebuild_index() == 1
    with store.write() as writer:
        writer.erase_document(letter)
    with store.read() as reader:
        assert list(reader.passages(letter)) == []


def test_what_people_saw_of_numbers_comes_out_in_order(store: CaseStore, letter: str) -> None:
    seen = NumberSeen(letter, Span("t0", 3, 5), "43", "of ", " at", "48", "r2", AT)
    body = to_json(seen)
    assert isinstance(body, dict)
    with store.write() as writer:
        for value in ("48", None):
            writer.append(
                EntryKind.NUMBER_SEEN,
                body | {"value": value},
                at=AT,
                reviewer="r2",
                document_id=letter,
            )
    with store.read() as reader:
        assert list(reader.numbers_seen(letter)) == [seen, replace(seen, value=None)]
        assert list(reader.numbers_seen("sha256:00")) == []


def test_what_people_decided_of_incidents_comes_out_in_order(store: CaseStore, letter: str) -> None:
    one, two = ClaimRef(letter, "c1"), ClaimRef("sha256:00", "c2")
    decision = LinkDecision("l1", one, two, LinkOutcome.SAME, "r2", AT, "one street", None, "l1")
    given = CodesGiven((KnownIncident("AL-000001", (one, two), AT, ("AL-000002",)),), AT, "r2")
    graded = GradeDecision("g1", "AL-000001", "airwars", "weak", "one voice", "r2", AT)
    bounds = Bounds(38, None, 45)
    settled = RangeDecision("s1", "AL-000001", Outcome.KILLED, bounds, "both lists", "r2", AT)
    row = ImportedRow("mine", TableKind.INCIDENTS, "M1", 1, "M1", (Cell("code", "M1"),))
    victims = (VictimRef(letter, Span("t0", 3, 9)), VictimRef("table:mine", None, "V1"))
    people = SamePersonDecision("p1", *victims, Sameness.SAME, "r2", AT, "one mother")
    imported = TableImport("i1", "mine", TableKind.INCIDENTS, "00", "m@1", (row,), "r2", AT)
    kinds = {
        EntryKind.LINK_DECIDED: decision,
        EntryKind.INCIDENTS_CODED: given,
        EntryKind.GRADED: graded,
        EntryKind.RANGE_SETTLED: settled,
        EntryKind.IMPORTED: imported,
        EntryKind.SAME_PERSON_DECIDED: people,
    }
    with store.write() as writer:
        for kind, noun in kinds.items():
            body = to_json(noun)
            assert isinstance(body, dict)
            writer.append(kind, body, at=AT, reviewer="r2")
    with store.read() as reader:
        assert list(reader.link_decisions()) == [decision]
        assert list(reader.codes_given()) == [given]
        assert list(reader.gradings()) == [graded]
        assert list(reader.ranges_settled()) == [settled]
        assert list(reader.imports()) == [imported]
        assert list(reader.same_person_decisions()) == [people]


def test_the_last_entry_on_each_document_is_known(store: CaseStore, letter: str) -> None:
    with store.read() as reader:
        before = reader.last_entries()
    with store.write() as writer:
        entry = writer.append(EntryKind.FIELDS_SET, {}, at=AT, reviewer="r2", document_id=letter)
        writer.append(EntryKind.EXPORTED, {}, at=AT, reviewer="r2")
    with store.read() as reader:
        assert reader.last_entries() == {**before, letter: entry.seq}
