"""The head of a document in a real browser: its parts, what it refers to, and what held it."""

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.conftest import Workbench
from tests.e2e.series_case import case_file, open_document

pytestmark = pytest.mark.browser

__all__ = ["case_file"]  # a fixture


@pytest.fixture
def letter(page: Page) -> Page:
    """The second letter, open in the reader."""
    open_document(page, "second.txt")
    return page


def test_the_masthead_is_told_in_words(letter: Page) -> None:
    facts = letter.locator("header dl")
    for words in (
        "S/2031/12 (as its masthead says)",
        "11th emergency special session",
        "86th year",
        "items 34, 75 (a)",
    ):
        expect(facts).to_contain_text(words)


def test_each_part_says_whose_it_is_and_leads_to_its_words(letter: Page) -> None:
    parts = letter.get_by_role("list", name="Parts")
    expect(parts.get_by_role("listitem").first).to_have_text("Letter by Syria, English")
    expect(parts.get_by_role("listitem").last).to_have_text(
        "Annex I by Ministry of Health, dated 2031-04-01, English, from the Arabic original"
    )
    parts.get_by_role("button", name="Annex I").click()
    expect(letter.locator("[data-found]")).to_have_text("Annex I to the letter dated 2 April 2031")


def test_a_reference_leads_to_the_document_and_to_its_words(letter: Page) -> None:
    references = letter.get_by_role("list", name="Refers to")
    expect(references).to_contain_text("S/2031/9 of 2031-03-20 (previous letter)")
    expect(references.get_by_role("link", name="S/RES/3001 (2031), paragraph 9")).to_be_visible()
    missing = references.get_by_role("listitem").filter(has_text="S/2031/10")
    expect(missing.get_by_role("link")).to_have_count(0)
    missing.get_by_role("button", name="To the words that name S/2031/10").click()
    expect(letter.locator("[data-found]")).to_have_text("S/2031/10")
    references.get_by_role("link", name="S/2031/9").click()
    expect(letter.get_by_role("heading", name="first.txt")).to_be_visible()


def test_the_charter_has_no_symbol_and_is_named(page: Page) -> None:
    open_document(page, "first.txt")
    expect(page.get_by_role("list", name="Refers to")).to_contain_text(
        "the Charter of the United Nations, Article 51"
    )


def test_references_are_told_also_where_the_series_is_not(page: Page) -> None:
    page.expected_troubles = ("ERR_FAILED",)  # type: ignore[attr-defined]  # read by the fixture
    page.route("**/api/references", lambda route: route.abort())
    open_document(page, "second.txt")
    expect(page.get_by_role("list", name="Refers to")).to_contain_text("S/2031/9")


def test_an_attachment_stands_under_its_mail(page: Page, workbench: Workbench) -> None:
    names = [name.strip() for name in page.locator("tbody [data-row]").all_inner_texts()]
    assert names[:3] == ["notes.txt", "mail.eml", "second-copy.txt"]
    expect(page.get_by_role("rowheader", name="box.zip 1 file in it")).to_be_visible()
    open_document(page, "second-copy.txt")
    held = page.locator("header dl").get_by_role("link", name="mail.eml")
    held.click()
    expect(page.get_by_role("heading", name="mail.eml")).to_be_visible()
    assert workbench.id_of("mail.eml").replace(":", "%3A") in page.url
