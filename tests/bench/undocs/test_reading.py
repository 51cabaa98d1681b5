"""An outcome is right only as the gold says: read, or refused for a named reason."""

from pathlib import Path
from typing import Any

from bench.undocs.gold import GoldDocument, as_document
from bench.undocs.reading import Observed, is_right, observe


def gold(**keys: Any) -> GoldDocument:
    return as_document({"file": "x", "outcome": "read", "text": "txt", **keys})


def test_a_file_that_should_be_read_must_be_read() -> None:
    assert is_right(gold(), Observed("x", "read", rows=1))
    assert not is_right(gold(), Observed("x", "refused", ("convert.crashed",)))
    assert not is_right(gold(), Observed("x", "failed", told="a bug"))


def test_a_refusal_needs_the_right_reason() -> None:
    refused = gold(outcome="refused", codes=["acquire.unsupported", "acquire.binary"])
    assert is_right(refused, Observed("x", "refused", ("acquire.binary",)))
    assert not is_right(refused, Observed("x", "refused", ("convert.crashed",)))
    assert not is_right(refused, Observed("x", "refused", ("acquire.binary", "convert.crashed")))
    assert not is_right(refused, Observed("x", "read", rows=1))


def test_a_table_must_be_read_whole() -> None:
    assert is_right(gold(rows=2), Observed("x", "read", rows=2))
    assert not is_right(gold(rows=2), Observed("x", "read", rows=1))


def test_files_are_read_with_the_product(tmp_path: Path) -> None:
    (tmp_path / "specimen.txt").write_text("SPECIMEN. Two people were killed in Tarnel.\n")
    (tmp_path / "table.csv").write_text("nid,post\n1,SPECIMEN one.\n2,SPECIMEN two.\n")
    golds = [
        gold(file="specimen.txt"),
        gold(file="table.csv", text="table", rows=2, text_field="post", id_field="nid"),
        gold(file="table.csv", text="table", rows=2, text_field="body"),
        gold(file="absent.txt"),
    ]
    text, table, misnamed, absent = observe(golds, tmp_path)
    assert text.reading is not None
    assert text.reading.document.layers[0].text.startswith("SPECIMEN. Two")
    assert (table.outcome, table.rows, table.source) == ("read", 2, None)
    assert (misnamed.outcome, misnamed.codes) == ("refused", ("acquire.table.no_text_column",))
    assert (absent.outcome, absent.codes) == ("refused", ("acquire.missing",))
