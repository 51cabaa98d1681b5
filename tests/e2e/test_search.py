"""Search in a real browser: from the field in every room to the words in the text."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.e2e.conftest import Workbench
from tests.e2e.series_case import case_file, open_document
from tests.web import series

pytestmark = pytest.mark.browser

__all__ = ["case_file"]  # a fixture


def search(page: Page, words: str) -> None:
    """Look for words with the keyboard alone."""
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search the case")).to_be_focused()
    page.keyboard.insert_text(words)
    page.keyboard.press("Enter")


def hits(page: Page) -> Locator:
    return page.locator("a[data-hit]")


def test_the_keyboard_leads_from_any_room_to_the_words(page: Page) -> None:
    open_document(page, "first.txt")
    search(page, "market")
    expect(page.get_by_role("status").filter(has_text="places in")).to_contain_text(
        "market · 3 places in 3 documents"
    )
    page.keyboard.press("j")
    expect(hits(page).first).to_be_focused()
    name = page.get_by_role("heading", level=2).first.get_by_role("link").inner_text()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    expect(page.locator("[data-found]")).to_have_text("market")
    expect(page.locator("[data-found]")).to_be_focused()
    expect(page.locator("[data-found]")).to_be_in_viewport()
    expect(page.get_by_role("status").filter(has_text="Led to “market”")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("[data-found]")).to_have_count(0)
    page.go_back()
    expect(hits(page).first).to_be_visible()
    expect(page.get_by_role("searchbox")).to_have_value("market")


def test_hits_stand_under_their_document_with_its_symbol(page: Page) -> None:
    search(page, '"were killed"')
    group = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="second.txt"))
    expect(group.first).to_contain_text("S/2031/12")
    expect(group.first).to_contain_text("English · 2 places")
    expect(group.first.locator("a[data-hit]")).to_have_count(2)
    marks = group.first.locator("mark").all_inner_texts()
    assert "killed" in " ".join(marks)


def test_arabic_is_found_however_it_is_spelt_and_runs_from_the_right(page: Page) -> None:
    search(page, "تَرنيل")
    snippet = hits(page).first.locator(".snippet")
    assert snippet.evaluate("e => getComputedStyle(e).direction") == "rtl"
    expect(snippet).to_have_attribute("lang", "ar")
    expect(snippet.locator("mark").first).to_have_text("ترنيل")


def test_a_number_that_ocr_read_is_found_in_other_digits(page: Page) -> None:
    search(page, "23")
    hit = hits(page).filter(has_text="٢٣")
    expect(hit).to_contain_text("page 1 · Read by OCR")
    hit.click()
    expect(page.locator("[data-found]")).to_have_text("٢٣")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SPECIMEN. 塔内尔市场有3人丧生。", "市场"),
        ("SPECIMEN. В городе Тарнел убиты 3 человека.", "тарнел"),
    ],
)
def test_other_scripts_are_found(page: Page, workbench: Workbench, text: str, words: str) -> None:
    workbench.case.add([series.source_of("other.txt", text)], reviewer="r1")
    search(page, words)
    hits(page).first.click()
    expect(page.get_by_role("heading", name="other.txt")).to_be_visible()
    assert page.locator("[data-found]").inner_text().lower() == words


def test_nothing_found_is_said_with_what_to_do(page: Page) -> None:
    search(page, "zeppelin")
    expect(page.get_by_role("status").filter(has_text="Nothing found")).to_be_visible()
    expect(page.get_by_text("Files that were not read cannot be searched")).to_be_visible()
    page.get_by_role("button", name="Change the words").click()
    expect(page.get_by_role("searchbox")).to_be_focused()


def test_a_question_that_cannot_be_asked_says_why(page: Page) -> None:
    page.expected_troubles = ("400",)  # type: ignore[attr-defined]  # read by the fixture
    search(page, "market kind:song")
    expect(page.get_by_role("alert")).to_contain_text("no texts of the kind")


def test_the_room_tells_how_to_ask(page: Page) -> None:
    page.get_by_role("navigation").get_by_role("link", name="Search").click()
    for words in ("“field hospital”", "market -hospital", "hospit*"):
        expect(page.get_by_text(words)).to_be_visible()


def test_words_that_are_no_more_are_said_to_be_missed(page: Page, workbench: Workbench) -> None:
    place = workbench.id_of("first.txt").replace(":", "%3A")
    page.goto(f"{workbench.root}/read/{place}#at=t0:90000-90010")
    expect(page.get_by_role("status").filter(has_text="not in the text any more")).to_be_visible()
    page.get_by_role("button", name=re.compile("Let go")).click()
    expect(page.get_by_text("not in the text any more")).to_have_count(0)
