"""Page layouts in XML are read by the places of their runs, and broken ones refused."""

import pytest

from allegata.model.document import SourceFile
from allegata.model.errors import InputError
from allegata.stages.convert.converted import check
from allegata.stages.convert.pdf_layout import convert_pdf_layout

HEAD = b'<?xml version="1.0"?><!DOCTYPE pdf2xml SYSTEM "pdf2xml.dtd"><pdf2xml producer="x">'
PAGE = b'<page number="%d" height="792" width="612">%s</page>'


def run(top: int, left: int, width: int, words: str) -> bytes:
    place = f'top="{top}" left="{left}" width="{width}" height="10"'
    return f"<text {place}>{words}</text>".encode()


def layout(*pages: bytes) -> SourceFile:
    body = b"".join(PAGE % (number, page) for number, page in enumerate(pages, 1))
    content = HEAD + body + b"</pdf2xml>"
    return SourceFile("sha256:0", "a.xml", content, "application/pdf2xml+xml")


def test_runs_on_one_height_are_one_line_from_left_to_right() -> None:
    page = run(120, 200, 60, "S/2031/12") + run(120, 60, 90, "SPECIMEN <b>Council</b>")
    converted = convert_pdf_layout(layout(page))
    check(converted)
    assert converted.layers[0].text == "SPECIMEN Council S/2031/12"
    region = converted.layers[0].regions[0]
    assert region.page == 1
    assert region.box is not None
    assert (region.box.x0, region.box.x1) == (60, 260)


def test_pages_follow_each_other_and_blank_runs_say_nothing() -> None:
    converted = convert_pdf_layout(
        layout(run(120, 60, 90, "One.") + run(150, 60, 2, " "), run(120, 60, 90, "Two."))
    )
    assert converted.pages == 2
    assert [line for line in converted.layers[0].text.split("\n") if line] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (HEAD + b"<page>", "convert.pdf_layout.damaged"),
        (HEAD + b"<page/></pdf2xml>", "convert.pdf_layout.empty"),
        (
            b'<!DOCTYPE pdf2xml [<!ENTITY a "aa">]><pdf2xml><text>&a;</text></pdf2xml>',
            "convert.pdf_layout.damaged",
        ),
    ],
)
def test_what_is_no_whole_layout_is_refused(content: bytes, code: str) -> None:
    source = SourceFile("sha256:0", "a.xml", content, "application/pdf2xml+xml")
    with pytest.raises(InputError) as refused:
        convert_pdf_layout(source)
    assert refused.value.code == code


def test_places_that_are_no_numbers_are_no_places() -> None:
    page = b'<text top="nan" left="inf" width="x" height="10">Lost</text>' + run(9, 9, 9, "Kept")
    assert convert_pdf_layout(layout(page)).layers[0].text == "Kept"
