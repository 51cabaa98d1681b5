"""What stands in a record, and what is kept apart from its range."""

from dataclasses import replace

from tests.web import records

from allegata.app.linked import Linked, Settings
from allegata.app.recording import APART, Sides, record_of
from allegata.app.ties import Ties
from allegata.app.told import told_on
from allegata.app.views import CaseDocument, ReviewedClaim
from allegata.model.attribution import Voice
from allegata.model.claim import Claim
from allegata.model.decision import Match
from allegata.model.document import Document
from allegata.model.linking import ClaimRef, KnownIncident, Partition
from allegata.model.record import IncidentRecord
from allegata.model.span import Span
from allegata.model.un import UnRecord
from allegata.model.vocabularies import DatePrecision, Event, Outcome, SourceKind


def record(documents: dict[str, CaseDocument] | None = None) -> IncidentRecord:
    """The record of all claims of the SPECIMEN documents but the running total."""
    held = documents or records.documents()
    claims = tuple(ClaimRef(key, held[key].claims[0].id) for key in "abcde")
    incident = KnownIncident("AL-000007", claims, "2031-05-03T08:00:00Z")
    linked = Linked(held, {}, Partition((), (), ()), (), (incident,))
    return record_of(linked, incident, Sides((), None, (), Ties()), Settings())


def with_claim(key: str, **changes: object) -> dict[str, CaseDocument]:
    held = records.documents()
    (item,) = held[key].claims
    said: Claim = replace(item.current, **changes)  # type: ignore[arg-type]
    held[key] = replace(held[key], claims=(replace(item, proposal=said, decision=None),))
    return held


def killed(shown: IncidentRecord) -> tuple[int | None, int | None]:
    (tally,) = [each for each in shown.tallies if each.outcome is Outcome.KILLED]
    return tally.low, tally.high


def test_a_row_for_each_origin_with_its_latest_figure_counted() -> None:
    shown = record()
    assert [row.origin.name for row in shown.rows[:3]] == ["Oster Monitor", "SYR", "Tarnel News"]
    state = next(row for row in shown.rows if row.origin.name == "SYR")
    assert [(each.count.raw, each.used, each.reason) for each in state.counts] == [
        ("45", True, ""),
        ("43", False, "superseded by 45 on 2031-04-20"),
    ]
    assert killed(shown) == (38, 45)


def test_a_running_total_of_its_documents_stands_apart() -> None:
    documents = records.documents()
    both = (*documents["d"].claims, *documents["f"].claims)
    documents["d"] = replace(documents["d"], claims=both)
    shown = record(documents)
    monitor = next(row for row in shown.rows if row.origin.name == "Oster Monitor")
    assert [(each.count.raw, each.reason) for each in monitor.counts] == [
        ("38 and 41", ""),
        ("210", APART),
    ]
    assert killed(shown) == (38, 45)


def test_a_figure_of_a_whole_month_is_not_of_a_night() -> None:
    assert records.NIGHT.precision is DatePrecision.DAYS_2_6
    month = replace(records.NIGHT, edtf="2031-04", precision=DatePrecision.MONTH)
    shown = record(with_claim("b", when=month))
    assert killed(shown) == (38, 43)
    state = next(row for row in shown.rows if row.origin.name == "SYR")
    assert [(each.count.raw, each.reason) for each in state.counts] == [("43", ""), ("45", APART)]


def test_the_event_that_most_tell_stands_and_unknown_never_outvotes_it() -> None:
    assert record(with_claim("a", event=Event.UNKNOWN)).event is Event.MISSILE_STRIKE


def test_positions_stand_in_the_order_in_which_they_were_taken() -> None:
    (position,) = record().positions
    assert (position.party, position.value.value) == ("Northern Coalition", "denies_act")


def test_a_letter_tells_on_the_day_of_its_issue() -> None:
    shown = records.document("a")
    undated = replace(shown, row=replace(shown.row, published=None))
    assert told_on(shown) == "2031-04-06"
    assert told_on(undated) is None
    un = UnRecord(issued="2031-04-09", dated="2031-04-07")
    document = Document("a", "a", "text/plain", (), un=un)
    assert told_on(replace(undated, document=document)) == "2031-04-09"
    assert told_on(replace(shown, document=document)) == "2031-04-06"


def test_no_fewer_died_than_are_named() -> None:
    assert record().named_dead == 0  # the name is of no claim


def test_what_nobody_voices_is_of_the_voice_that_its_document_names() -> None:
    documents = records.documents()
    (item,) = documents["d"].claims
    unnamed = Voice("", SourceKind.UNNAMED, "unnamed author")
    porter = replace(
        records.claim("ce2", unnamed, "1 porter was killed.", number="1"),
        trigger=Span("t0", 90, 91),
    )
    more = ReviewedClaim("ce2", porter, None, Match.NEW)
    documents["d"] = replace(documents["d"], claims=(item, more))
    claims = (ClaimRef("d", "cd"), ClaimRef("d", "ce2"))
    incident = KnownIncident("AL-000001", claims, "2031-05-03T08:00:00Z")
    linked = Linked(documents, {}, Partition((), (), ()), (), (incident,))
    shown = record_of(linked, incident, Sides((), None, (), Ties()), Settings())
    assert [row.origin.name for row in shown.rows] == ["Oster Monitor"]


def test_a_denial_that_names_no_claim_is_of_its_documents_one_incident() -> None:
    documents = records.documents()
    (denial,) = documents["e"].claims
    (item,) = documents["d"].claims
    documents["d"] = replace(documents["d"], claims=(item, denial))
    incident = KnownIncident("AL-000001", (ClaimRef("d", "cd"),), "2031-05-03T08:00:00Z")
    linked = Linked(documents, {}, Partition((), (), ()), (), (incident,))
    shown = record_of(linked, incident, Sides((), None, (), Ties()), Settings())
    assert [each.party for each in shown.positions] == ["Northern Coalition"]
    other = replace(item, proposal=replace(item.current, id="cx", incident="i2"), id="cx")
    documents["d"] = replace(documents["d"], claims=(item, denial, other))
    shown = record_of(linked, incident, Sides((), None, (), Ties()), Settings())
    assert shown.positions == ()


def test_copies_in_which_nobody_is_named_are_one_origin() -> None:
    documents = records.documents()
    unnamed = Voice("", SourceKind.UNNAMED, "unnamed author")
    for key in "ac":
        said = records.claim(f"c{key}", unnamed, "43 people were killed.", number="43")
        documents[key] = replace(
            documents[key], claims=(ReviewedClaim(said.id, said, None, Match.NEW),)
        )
    claims = (ClaimRef("a", "ca"), ClaimRef("c", "cc"))
    incident = KnownIncident("AL-000001", claims, "2031-05-03T08:00:00Z")
    linked = Linked(documents, {}, Partition((), (), ()), (), (incident,))
    words = dict.fromkeys(claims, (1, 2, 3, 4))
    for known, origins in ((words, 1), ({}, 2)):
        shown = record_of(linked, incident, Sides((), None, (), Ties(), known), Settings())
        assert len(shown.rows) == origins
    shown = record_of(linked, incident, Sides((), None, (), Ties(), words), Settings())
    assert shown.rows[0].origin.via == ("c",)


def test_a_record_holds_what_is_conceded_against_what_is_alleged() -> None:
    (party,) = record().parties
    assert (party.party, party.origins) == ("Northern Coalition", 3)
    assert [(each.outcome, each.conceded) for each in party.figures] == [(Outcome.KILLED, None)]
