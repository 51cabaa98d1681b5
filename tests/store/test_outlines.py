"""Outlines of documents out of the heads of readings."""

from pathlib import Path

import pysqlite3.dbapi2 as driver
import pytest
from tests.app import unkit

from allegata.model.errors import StoreError
from allegata.store.outlines import outlines_of

FIELDS = '["a.pdf", "en", ["t0"]]'
SAID = '{"dated":null,"doubts":[],"kind":"document","relation":"cites","symbol":"S/2031/4"}'


def test_references_that_say_the_same_are_one_and_older_ones_lack_provisions() -> None:
    rows = [("a", FIELDS, None, SAID), ("b", FIELDS, None, f"{SAID}\n{SAID}")]
    one, other = outlines_of(rows, {})
    assert one.cited[0] is other.cited[0] is other.cited[1]
    assert (one.cited[0].symbol, one.cited[0].provisions) == ("S/2031/4", ())
    assert (one.un, one.text_sha256) == (None, None)


@pytest.mark.parametrize("said", ["{}", "no json", '{"kind": 1}'])
def test_a_reference_that_cannot_be_read_is_a_fault_of_the_case_file(said: str) -> None:
    with pytest.raises(StoreError) as caught:
        outlines_of([("a", FIELDS, None, said)], {})
    assert caught.value.code == "store.unreadable_record"


def test_a_head_that_was_changed_from_outside_is_told(tmp_path: Path) -> None:
    with unkit.series_case(tmp_path / "case") as case:
        with driver.connect(str(tmp_path / "case" / "case.db")) as connection:
            connection.execute("UPDATE readings SET head = 'no json' WHERE id = 1")
        with pytest.raises(StoreError) as caught:
            case.references()
    assert caught.value.code == "store.corrupt"
