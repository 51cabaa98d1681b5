import pytest

from allegata.model.document import Box, Region
from allegata.model.span import Span
from allegata.stages.convert.ocr_doubts import (
    install_hint,
    listed,
    page_doubts,
    refusal,
    unseen_numbers,
)
from allegata.stages.convert.ocr_pages import OcrPage
from allegata.stages.convert.printed import PrintedLine, PrintedWord

BOX = Box(0, 0, 60, 10)


def page(number: int, confidence: float = 0.9, **options: object) -> OcrPage:
    line = PrintedLine(number, "Two", BOX, 10.0, words=(PrintedWord(0, 3, BOX, confidence),))
    return OcrPage(number, (line,), ("eng",), **options)  # type: ignore[arg-type]


def test_pages_are_listed_in_runs_and_many_are_cut_short() -> None:
    assert listed([1]) == "1"
    assert listed([1, 2, 4, 6, 7, 8]) == "1-2, 4, 6-8"
    assert listed(range(1, 99, 2)).endswith(", 39 and more")


def test_what_to_install_is_named() -> None:
    assert "apt install tesseract-ocr tesseract-ocr-eng" in install_hint(
        ["tesseract-ocr-eng", "tesseract-ocr"]
    )
    assert install_hint(["tesseract-ocr-ara"]).startswith("Install its language data")


def test_pages_read_and_pages_read_badly_are_told() -> None:
    doubts = list(page_doubts([page(1), page(2, 0.6), page(3)], "tesseract 5"))
    assert [doubt.code for doubt in doubts] == ["convert.ocr", "convert.ocr.low_confidence"]
    assert doubts[0].message == ("Pages read by OCR (tesseract 5, eng; mean confidence 80%): 1-3.")
    assert ": 2." in doubts[1].message


@pytest.mark.parametrize(
    ("failure", "words"),
    [("time", "too long"), ("crash", "fail"), ("limit", "beyond"), ("language", "not installed")],
)
def test_pages_that_were_not_read_are_told_with_the_reason(failure: str, words: str) -> None:
    failed = OcrPage(2, failure=failure, lacking="tesseract-ocr-ara")
    doubts = list(page_doubts([page(1), failed], "tesseract 5"))
    (doubt,) = [one for one in doubts if one.code == "convert.ocr.pages_not_read"]
    assert words in doubt.message
    assert ": 2." in doubt.message
    assert ("apt install tesseract-ocr-ara" in doubt.message) == (failure == "language")


def test_a_refusal_says_what_why_and_what_to_do() -> None:
    found = refusal("convert.image.no_ocr", "scan is a picture", [], None)
    assert found.message == "scan is a picture, and there is no OCR program."
    found = refusal("c.d", "x", [OcrPage(1, lacking="tesseract-ocr-rus")], "tesseract 5")
    assert "tesseract-ocr-rus" in found.message
    assert refusal("c.d", "x", [OcrPage(1, failure="time")], "t").code == "convert.ocr.failed"


TEXT = "أصيب ٢٣ مدنيا 47 YY في Dorval"


def regions(confidence: float | None = 0.9) -> list[Region]:
    found, at = [], 0
    for word in TEXT.split():
        start = TEXT.index(word, at)
        at = start + len(word)
        found.append(Region(start, at, page=1, confidence=confidence))
    return found


def test_numbers_that_ocr_read_in_arabic_script_are_unseen() -> None:
    doubts = list(unseen_numbers(TEXT, regions(), {1: ("ara", "eng")}, "t0"))
    spans = [doubt.span for doubt in doubts]
    assert [TEXT[span.start : span.end] for span in spans if span] == ["٢٣", "47", "YY"]
    assert spans[0] == Span("t0", 5, 7)
    assert {doubt.code for doubt in doubts} == {"convert.ocr.arabic_numbers_unseen"}


def test_numbers_in_other_scripts_or_from_a_text_layer_are_not() -> None:
    assert list(unseen_numbers(TEXT, regions(), {1: ("rus", "eng")}, "t0")) == []
    assert list(unseen_numbers(TEXT, regions(None), {1: ("ara", "eng")}, "t0")) == []
