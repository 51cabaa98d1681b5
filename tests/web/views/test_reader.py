"""What the reader is told of a document: its parts and layers, in UTF-16 units."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.web import series, specimen

from allegata.app.case import Case
from allegata.app.views import CaseDocument
from allegata.model.wire import Json
from allegata.web.views.reader import document_view


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with specimen.open_specimen_case(tmp_path / "case", reader=series.read) as opened:
        opened.add(series.sources(), reviewer="r1")
        yield opened


def shown(case: Case, name: str) -> CaseDocument:
    return case.document(next(row.id for row in case.documents() if row.name == name))


def first_layer(view: dict[str, Json]) -> dict[str, Json]:
    layers = view["layers"]
    assert isinstance(layers, list)
    layer = layers[0]
    assert isinstance(layer, dict)
    return layer


def parts(view: dict[str, Json]) -> list[dict[str, Json]]:
    record = view["un"]
    assert isinstance(record, dict)
    found = record["parts"]
    assert isinstance(found, list)
    return [part for part in found if isinstance(part, dict)]


def test_a_part_is_a_span_of_the_first_layer(case: Case) -> None:
    letter, annex = parts(document_view(shown(case, "second.txt"), names={}))
    assert (letter["layer"], letter["start"]) == ("t0", 0)
    start, end = annex["start"], annex["end"]
    assert isinstance(start, int)
    assert isinstance(end, int)
    assert series.SECOND[start:end].startswith("Annex I to the letter")
    assert (annex["author"], annex["dated"], annex["label"]) == (
        "Ministry of Health",
        "2031-04-01",
        "Annex I",
    )


def test_a_part_after_a_letter_of_two_units_is_moved(case: Case) -> None:
    document = shown(case, "second.txt")
    assert document.document is not None
    (layer,) = document.document.layers
    wide = replace(layer, text="😀" + layer.text)
    moved = replace(document, document=replace(document.document, layers=(wide,)))
    before = [part["end"] for part in parts(document_view(document, names={}))]
    after = [part["end"] for part in parts(document_view(moved, names={}))]
    assert [end - 1 for end in after if isinstance(end, int)] == before


def test_a_layer_says_how_sure_ocr_was_on_average(case: Case) -> None:
    words = series.SCAN.split()
    unsure = sum(word[0] in "٢٤" for word in words)
    mean = (0.71 * unsure + 0.89 * (len(words) - unsure)) / len(words)
    layer = first_layer(document_view(shown(case, "scan.pdf"), names={}))
    assert (layer["kind"], layer["confidence"]) == ("ocr", round(mean, 3))
    assert first_layer(document_view(shown(case, "first.txt"), names={}))["confidence"] is None


def test_a_reference_without_a_symbol_keeps_its_provisions(case: Case) -> None:
    references = document_view(shown(case, "first.txt"), names={})["references"]
    assert isinstance(references, list)
    told = [each for each in references if isinstance(each, dict)]
    assert [(each["kind"], each["symbol"], each["provisions"]) for each in told] == [
        ("resolution", "S/RES/3001 (2031)", []),
        ("charter", None, ["Article 51"]),
    ]
