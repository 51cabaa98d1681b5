"""The rooms of a series without serious findings of axe, in light and dark, whole when zoomed."""

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.series_case import case_file, open_document
from tests.e2e.test_accessibility import findings, scheme

pytestmark = pytest.mark.browser

__all__ = ["case_file", "scheme"]  # fixtures


def fits(page: Page) -> bool:
    """Say whether nothing runs off the side of the page."""
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.usefixtures("scheme")
def test_references_have_no_serious_finding(page: Page) -> None:
    page.get_by_role("navigation").get_by_role("link", name="References").click()
    page.locator("[data-key]").first.wait_for()
    assert findings(page) == []
    for _ in range(3):
        page.keyboard.press("j")
    assert findings(page) == []
    page.keyboard.press("v")
    expect(page.get_by_role("table").first).to_be_visible()
    assert findings(page) == []


@pytest.mark.usefixtures("scheme")
def test_search_has_no_serious_finding(page: Page) -> None:
    page.get_by_role("navigation").get_by_role("link", name="Search").click()
    assert findings(page) == []
    for words in ("ترنيل", "market", "zeppelin"):
        page.keyboard.press("/")
        page.keyboard.insert_text(words)
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()
        assert findings(page) == []


@pytest.mark.usefixtures("scheme")
def test_a_scan_and_its_numbers_have_no_serious_finding(page: Page) -> None:
    assert findings(page) == []
    open_document(page, "scan.pdf")
    page.keyboard.press("v")
    assert findings(page) == []
    page.keyboard.press("d")
    page.keyboard.type("28")
    page.keyboard.press("Enter")
    expect(page.get_by_text("a difference")).to_be_visible()
    assert findings(page) == []


@pytest.mark.usefixtures("scheme")
def test_a_letter_led_to_its_words_has_no_serious_finding(page: Page) -> None:
    open_document(page, "second.txt")
    page.get_by_role("button", name="Annex I").click()
    expect(page.get_by_text("Led to")).to_be_visible()
    assert findings(page) == []


@pytest.mark.parametrize("width", [720, 360])
def test_nothing_runs_off_the_side_in_any_room(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 450})
    assert fits(page)
    page.get_by_role("navigation").get_by_role("link", name="References").click()
    page.locator("[data-key]").first.wait_for()
    page.keyboard.press("j")
    assert fits(page)
    page.keyboard.press("v")
    expect(page.get_by_role("table").first).to_be_visible()
    assert fits(page)
    page.goto(page.url.partition("/references")[0] + "/search?q=market")
    page.locator("a[data-hit]").first.wait_for()
    assert fits(page)
    page.goto(page.url.partition("/search")[0])
    open_document(page, "scan.pdf")
    page.keyboard.press("v")
    page.keyboard.press("d")
    expect(page.get_by_role("region", name="Numbers read by OCR")).to_be_visible()
    assert fits(page)


def test_the_field_and_the_names_of_the_rooms_are_landmarks(page: Page) -> None:
    expect(page.get_by_role("search")).to_have_count(1)
    page.get_by_role("navigation").get_by_role("link", name="References").click()
    expect(page.get_by_role("region", name="Graph of the series")).to_be_visible()
