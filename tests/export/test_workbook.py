"""Workbooks, read back by a library of others."""

import io

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from allegata.export.workbook import workbook
from allegata.model.wire import Json

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40)


def read_back(content: bytes) -> list[list[object]]:
    page = load_workbook(io.BytesIO(content))["one"]
    return [[cell.value for cell in row] for row in page.iter_rows()]


@given(
    st.lists(
        TEXTS.filter(lambda text: text != "\ufffe" and text != "\uffff"), min_size=1, max_size=4
    )
)
def test_texts_come_back_as_they_were(texts: list[str]) -> None:
    (row,) = read_back(workbook({"one": [["first", *texts]]}))
    told = [text.replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd") or None for text in texts]
    assert row == ["first", *told]


def test_no_cell_is_a_formula() -> None:
    texts = ["=1+1", "+1", "@a", "-1"]
    content = workbook({"one": [[*texts, 3, 2.5, None, True]]})
    page = load_workbook(io.BytesIO(content))["one"]
    assert "f" not in {cell.data_type for cell in page[1]}
    assert [cell.data_type for cell in page[1]][4:6] == ["n", "n"]
    assert read_back(content) == [[*texts, 3, 2.5, None, "True"]]


def test_the_same_cells_are_the_same_bytes() -> None:
    sheets: dict[str, list[list[Json]]] = {"one": [["a", 1]], "two": [["b"]]}
    assert workbook(sheets) == workbook(sheets)


def test_what_xml_cannot_hold_is_replaced() -> None:
    assert read_back(workbook({"one": [["a\x00b\ud800"]]})) == [["a\ufffdb\ufffd"]]
