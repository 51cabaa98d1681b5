"""Fields count where gold or reading has them, and every wrong answer lowers the share."""

from typing import Any

from bench.undocs.fields import by_field, fields_read, judge, score_fields
from bench.undocs.gold import GoldDocument, Value, as_document

from allegata.model.document import Document, TextLayer
from allegata.model.un import Sender, UnRecord
from allegata.model.vocabularies import LayerKind

SPECIMEN: dict[str, Any] = {
    "file": "specimen.pdf",
    "outcome": "read",
    "text": "layer",
    "language": "en",
    "symbol": "S/2031/7",
    "kind": "letter",
    "agenda_items": ["34", "75 (a)"],
    "senders": [{"office": "permanent_representative", "state": "TCD"}],
    "addressees": ["secretary_general", "president_of_the_security_council"],
    "accepted": {"dated": ["2031-05-06"], "kind": ["identical_letters"]},
}
RIGHT: dict[str, Value] = {
    "language": "en",
    "symbol": "S/2031/7",
    "kind": "letter",
    "agenda_items": ("34", "75 (a)"),
    "senders": ("permanent_representative:TCD",),
    "addressees": ("president_of_the_security_council", "secretary_general"),
}


def gold(**changes: object) -> GoldDocument:
    return as_document({**SPECIMEN, **changes})


def right_and_of(read: dict[str, Value]) -> tuple[int, int]:
    share, _ = score_fields(gold(), read, figure="masthead_text")
    return share.right, share.of


def test_a_right_reading_has_every_field() -> None:
    assert right_and_of(dict(RIGHT)) == (6, 6)


def test_a_wrong_value_lowers_the_share() -> None:
    assert right_and_of(RIGHT | {"symbol": "S/2031/8"}) == (5, 6)


def test_a_missing_value_lowers_the_share() -> None:
    assert right_and_of({name: RIGHT[name] for name in RIGHT if name != "senders"}) == (5, 6)


def test_an_invented_value_lowers_the_share() -> None:
    assert right_and_of(RIGHT | {"job_number": "31-00007"}) == (6, 7)


def test_an_accepted_value_beside_none_counts_neither_way() -> None:
    assert right_and_of(RIGHT | {"dated": "2031-05-06"}) == (6, 6)
    assert right_and_of(RIGHT | {"dated": "2031-05-07"}) == (6, 7)


def test_an_accepted_value_in_place_of_the_gold_is_right() -> None:
    assert right_and_of(RIGHT | {"kind": "identical_letters"}) == (6, 6)


def test_a_file_that_was_not_read_has_every_field_wrong() -> None:
    assert right_and_of(fields_read(None)) == (0, 6)


def test_a_mistake_tells_field_values_and_words() -> None:
    _, (mistake,) = score_fields(
        gold(), RIGHT | {"symbol": "S/2031/8"}, figure="masthead_text", text="SPECIMEN head"
    )
    assert (mistake.what, mistake.wanted, mistake.got) == ("symbol", "S/2031/7", "S/2031/8")
    assert mistake.around == "SPECIMEN head"


def test_the_order_of_addressees_is_not_asked() -> None:
    turned = gold(addressees=list(reversed(SPECIMEN["addressees"])))
    assert all(one.is_right for one in judge(turned, RIGHT))


def test_fields_are_taken_from_a_document() -> None:
    record = UnRecord(
        symbol="S/2031/7",
        kind="letter",
        senders=(Sender("permanent_representative", "TCD", "the Permanent Representative"),),
        addressees=("secretary_general", "president_of_the_security_council"),
        agenda_items=("75 (a)", "34"),
    )
    layer = TextLayer("t0", LayerKind.NATIVE, "specimen@1", "SPECIMEN")
    document = Document(
        "sha256:0", "specimen.pdf", "application/pdf", (layer,), language="en", un=record
    )
    assert fields_read(document) == RIGHT


def test_each_field_is_counted_over_all_files() -> None:
    table = by_field([gold(), gold()], [RIGHT, RIGHT | {"symbol": "S/2031/8"}])
    assert table["symbol"] == (1, 2)
    assert table["language"] == (2, 2)
    assert table["job_number"] == (0, 0)
