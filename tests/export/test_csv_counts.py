"""A table of counts that a spreadsheet shows as it is meant."""

import csv
import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.store.casekit import claims_of

from allegata.app.case import Case
from allegata.app.exporting import ExportOptions
from allegata.export.csv_counts import cell, write_csv
from allegata.model.wire import to_json

PAYLOADS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=cmd|' /C calc'!A0"]


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_count_is_a_row_with_its_quote_and_who_says_it(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "counts.csv"
    report = case.export(path, form="csv", options=ExportOptions(everything=True), reviewer="r1")
    rows = rows_of(path)
    assert [(row["best"], row["outcome"], row["group"]) for row in rows] == [
        ("43", "killed", "civilians"),
        ("8", "killed", "people"),
        ("12", "injured", "children"),
        ("9", "injured", "people"),
    ]
    assert rows[0]["quote"] == "43 civilians were killed"
    assert rows[0]["attribution"] == "VES"
    assert (rows[0]["start"], rows[0]["end"], rows[0]["layer"]) == ("27", "51", "t0")
    notes = json.loads(Path(report.about).read_text())["notes"]
    assert notes[-1].startswith("Claims without counts have no row")


@given(text=st.sampled_from(PAYLOADS).flatmap(lambda it: st.text().map(lambda more: it + more)))
def test_no_text_becomes_a_formula(text: str) -> None:
    assert cell(text) == "'" + text


def test_texts_in_every_column_are_made_harmless(tmp_path: Path) -> None:
    (claim, *_) = claims_of("doc", "3 people were killed")
    told = to_json(claim)
    assert isinstance(told, dict)
    for payload in PAYLOADS:
        hostile = json.loads(json.dumps(told).replace("people", json.dumps(payload)[1:-1]))
        record = {"document": dict.fromkeys(["id", "symbol", "publisher"], payload)}
        path = tmp_path / "hostile.csv"
        write_csv(path, [record | {"claim": hostile}], tmp_path / "about", dict)
        (row,) = rows_of(path)
        assert row["group"] == row["publisher"] == "'" + payload
        assert not any(value.startswith(tuple("=+-@\t\r\n＝")) for value in row.values())


def test_numbers_are_numbers_and_the_unknown_is_empty() -> None:
    assert (cell(-3.5), cell(0), cell(None), cell(value=True)) == ("-3.5", "0", "", "True")
