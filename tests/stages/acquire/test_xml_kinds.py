import time

import pytest

from allegata.stages.acquire.xml_kinds import AKN, PDF_LAYOUT, xml_kind

DECLARED = '<?xml version="1.0" encoding="UTF-8"?>\n'
AKN_ROOT = '<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">'


@pytest.mark.parametrize(
    "head",
    [
        AKN_ROOT,
        DECLARED + AKN_ROOT,
        f"{DECLARED}<!-- an <unofficial> copy -->\n{AKN_ROOT}",
        DECLARED + "<akn:akomaNtoso xmlns:akn='x'>",
        '<!DOCTYPE akomaNtoso [<!ENTITY a "b">]>\n' + AKN_ROOT,
    ],
)
def test_akoma_ntoso_is_known_by_its_first_element(head: str) -> None:
    found = xml_kind(head)
    assert found is not None
    assert found.media_type == AKN


def test_the_layout_of_a_pdf_is_known_by_its_first_element() -> None:
    found = xml_kind("<!DOCTYPE pdf2xml SYSTEM 'pdf2xml.dtd'>\n<pdf2xml>")
    assert found is not None
    assert found.media_type == PDF_LAYOUT


@pytest.mark.parametrize(
    ("head", "what", "hint"),
    [
        (DECLARED + "<pages><page id='1'/></pages>", "page layout of a PDF", "PDF itself"),
        (DECLARED + "<rss version='2.0'>", "news feed", "pages"),
        (DECLARED + "<alto xmlns='x'>", "OCR program", "picture or PDF"),
        ("<svg xmlns='http://www.w3.org/2000/svg'>", "a drawing", "text"),
        (DECLARED + "<pkg:package xmlns:pkg='x'>", "Word document", "DOCX or PDF"),
        (DECLARED + "<incidents><one/></incidents>", "an XML file (incidents)", "text"),
        (DECLARED, "without an element", "text"),
    ],
)
def test_other_xml_is_told_by_what_it_is(head: str, what: str, hint: str) -> None:
    found = xml_kind(head)
    assert found is not None
    assert found.media_type is None
    assert what in found.what
    assert hint in found.hint


@pytest.mark.parametrize("head", ["Two were hurt.", "<record> of the day", "", "< 5 people", "<p>"])
def test_text_that_only_looks_like_xml_is_none(head: str) -> None:
    assert xml_kind(head) is None


@pytest.mark.parametrize("part", ["<!--", "<!DOCTYPE x [", "<?x ", "<!DOCTYPE x ", "<", "[]"])
def test_hostile_beginnings_take_no_time(part: str) -> None:
    began = time.monotonic()
    xml_kind("<?xml?>" + part * (60_000 // len(part)))
    assert time.monotonic() - began < 1
