"""SPECIMEN documents with faults: what they say stands, nothing is invented, and it is doubted."""

import pytest

from allegata.model.document import Block, Document, Region, TextLayer
from allegata.model.doubt import Doubt
from allegata.model.vocabularies import LayerKind
from allegata.stages.convert.anatomy import read_anatomy
from allegata.stages.convert.consistency import check_consistency
from allegata.text.cleaning import reading_view

HEAD = """United Nations
S/2031/77
Security Council

Distr.: General
{issued}
Original: English

Letter dated {dated} from the Permanent Representative of Chad to the United Nations addressed to
the President of the Security Council

I have the honour to report that two people were hurt in Dorval.

(Signed) Nescio Nomen
"""


def checked(text: str, *, name: str = "letter.txt", page_breaks: tuple[int, ...] = ()) -> Document:
    starts = (0, *page_breaks)
    ends = (*page_breaks, len(text))
    regions = tuple(
        Region(start, end, page=number if page_breaks else None)
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)
    )
    layer = TextLayer("t0", LayerKind.NATIVE, "test", text, regions)
    blocks = (Block("t0", 0, len(text)),)
    doc = Document("sha256:0", name, "text/plain", (layer,), blocks, language="en")
    view, offsets = reading_view(text, markdown=False)
    return check_consistency(read_anatomy(doc, view, offsets), view, offsets)


def found(doc: Document, code: str) -> list[Doubt]:
    return [doubt for doubt in doc.doubts if doubt.code == code]


def test_a_sound_letter_raises_no_doubt() -> None:
    assert checked(HEAD.format(issued="8 May 2031", dated="6 May 2031")).doubts == ()


@pytest.mark.parametrize(
    ("issued", "dated", "printed"),
    [
        ("31 April 2031", "6 May 2031", "31 April 2031"),
        ("8 May 2031", "31 April 2031", "31 April 2031"),
        ("8 May 0001", "6 May 2031", "8 May 0001"),
        ("2031-13-08", "6 May 2031", "2031-13-08"),
        ("31.04.2031", "6 May 2031", "31.04.2031"),
    ],
)
def test_days_that_never_were_are_doubted_where_they_stand(
    issued: str, dated: str, printed: str
) -> None:
    doc = checked(HEAD.format(issued=issued, dated=dated))
    (doubt,) = found(doc, "un.date_impossible")
    assert doubt.span is not None
    assert doc.quote(doubt.span) == printed
    assert printed in doubt.message


def test_days_in_the_body_are_not_the_mastheads() -> None:
    text = HEAD.format(issued="8 May 2031", dated="6 May 2031") + "\nOn 31 April 2031 it rained.\n"
    assert found(checked(text), "un.date_impossible") == []


def test_a_second_document_is_doubted_with_its_page_and_the_first_stands() -> None:
    first = HEAD.format(issued="8 May 2031", dated="6 May 2031") + "\n"
    second = HEAD.format(issued="9 May 2031", dated="7 May 2031").replace("S/2031/77", "S/2031/78")
    doc = checked(first + second, page_breaks=(len(first),))
    assert doc.un is not None
    assert (doc.un.symbol, doc.un.issued, doc.un.dated) == ("S/2031/77", "2031-05-08", "2031-05-06")
    (doubt,) = found(doc, "un.second_document")
    assert doubt.message.startswith("Another document, S/2031/78, begins on page 2.")
    assert doubt.span is not None
    assert len(first) <= doubt.span.start <= doc.layers[0].text.index("S/2031/78")


def test_an_annex_dated_after_the_issue_is_doubted() -> None:
    text = HEAD.format(issued="8 May 2031", dated="6 May 2031") + (
        "\nAnnex\n\nLetter dated 12 May 2031 from the Minister for Foreign Affairs of Mali "
        "addressed to the Secretary-General\n\nThree people were hurt.\n"
    )
    doc = checked(text)
    assert doc.un is not None
    late = [part for part in doc.un.parts[1:] if part.dated is not None]
    assert len(found(doc, "un.dated_after_issue")) == len(late)


def test_missing_words_are_doubted_where_they_are_missing() -> None:
    text = "The council said that attacks by the against the cities of the hurt two people."
    doc = checked(text)
    (doubt,) = found(doc, "convert.words_missing")
    assert doubt.span is not None
    assert doc.quote(doubt.span) == "the against"
    assert doc.layers[0].text == text


def test_a_text_full_of_gaps_says_so_once() -> None:
    doc = checked("It said that the of was hit. " * 60)
    doubts = found(doc, "convert.words_missing")
    assert len(doubts) == 21
    assert "more than 20 places" in doubts[-1].message


def test_a_file_named_after_another_document_is_doubted() -> None:
    doc = checked(HEAD.format(issued="8 May 2031", dated="6 May 2031"), name="S_2031_76.pdf")
    assert len(found(doc, "un.file_name_disagrees")) == 1
