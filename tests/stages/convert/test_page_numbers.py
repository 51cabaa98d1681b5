import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.model.document import Block, Document, Region, TextLayer
from allegata.model.un import UnRecord
from allegata.model.vocabularies import LayerKind
from allegata.stages.convert.page_numbers import find_missing_pages


def paged(feet: list[str], *, un: bool = True) -> Document:
    """A document of one line a page, with a foot on each (none where it is empty)."""
    text, regions, blocks = "", [], []
    for page, foot in enumerate(feet, 1):
        for line, kind in (("Two people were hurt.", "paragraph"), (foot, "furniture")):
            if line:
                start = len(text)
                text += f"{line}\n\n"
                regions.append(Region(start, start + len(line), page=page))
                blocks.append(Block("t0", start, start + len(line), kind))
    layer = TextLayer("t0", LayerKind.NATIVE, "test", text, tuple(regions))
    record = UnRecord() if un else None
    return Document(
        "sha256:0", "x", "application/pdf", (layer,), tuple(blocks), pages=len(feet), un=record
    )


def missing(feet: list[str], *, un: bool = True) -> list[str]:
    found = find_missing_pages(paged(feet, un=un))
    assert {doubt.code for doubt in found} <= {"convert.pages_missing"}
    return [doubt.message for doubt in found]


@pytest.mark.parametrize(
    "feet",
    [
        ["", "2/4 31-01779", "31-01779 3/4", "4/4 31-01779"],
        ["31-01779 (E)", "2 31-37790", "31-37790 3", ""],
        ["", "S/2031/7\nEnglish\nPage 2", "S/2031/7\nEnglish\nPage 3"],
        ["", "- 2 -", "- 3 -"],
        ["", "2", "7", "4"],  # one misread number
        ["", "Page 2", "Page 3", "Page 9"],  # a last number that nothing bears out
        ["/...", "Page 2"],
        ["", "", ""],
        ["4/2031", "4/2031"],
    ],
)
def test_whole_documents_raise_no_doubt(feet: list[str]) -> None:
    assert missing(feet) == []


@pytest.mark.parametrize(
    ("feet", "message"),
    [
        (["", "2/6", "5/6", "6/6"], "Pages 3, 4 by the printed numbers: not in the file."),
        (["", "2/4", "3/4"], "Page 4 by the printed numbers: not in the file."),
        (["", "3/4", "4/4"], "Page 2 by the printed numbers: not in the file."),
        (["", "Page 2", "Page 4", "Page 5"], "Page 3 by the printed numbers: not in the file."),
        (["", "4", "5"], "Pages 2, 3 by the printed numbers: not in the file."),
        (["", "19/2", "19/3", "19/5", "19/6"] + [f"19/{n}" for n in range(7, 20)],
         "Page 4 by the printed numbers: not in the file."),
        (["", "Page 2", "/..."],
         "The last page says that the text goes on (/...): pages are missing at the end."),
        (["1/30", "2/30"],
         ("Pages 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 and 16 more by the printed numbers: "
         "not in the file.")),
    ],
)  # fmt: skip
def test_a_jump_that_stays_is_a_doubt(feet: list[str], message: str) -> None:
    assert missing(feet) == [message]


def test_pages_of_a_book_may_begin_anywhere() -> None:
    assert missing(["211", "212", "213"], un=False) == []
    assert missing(["4/5", "5/5"], un=False) == [
        "Pages 1, 2, 3 by the printed numbers: not in the file."
    ]
    assert missing(["211", "214", "215"], un=False) == [
        "Pages 212, 213 by the printed numbers: not in the file."
    ]


def test_a_doubt_points_to_the_number_after_the_gap() -> None:
    doc = paged(["", "2/6", "5/6", "6/6"])
    (doubt,) = find_missing_pages(doc)
    assert doubt.span is not None
    assert doc.quote(doubt.span) == "5/6"


@given(st.integers(3, 40), st.data())
def test_any_page_taken_out_is_named(total: int, data: st.DataObject) -> None:
    gone = data.draw(st.integers(2, total))
    pages = [f"{n}/{total}" for n in range(1, total + 1) if n != gone]
    assert missing(pages) == [f"Page {gone} by the printed numbers: not in the file."]


def test_a_document_without_pages_misses_none() -> None:
    doc = Document("sha256:0", "x", "text/plain", (TextLayer("t0", LayerKind.NATIVE, "t", "2/9"),))
    assert find_missing_pages(doc) == ()
