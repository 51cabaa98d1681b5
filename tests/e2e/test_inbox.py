"""The inbox in a real browser."""

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.e2e.conftest import Workbench
from tests.web import specimen

pytestmark = pytest.mark.browser


def test_the_token_leaves_the_address_and_a_second_browser_stays_out(
    page: Page, browser: Browser, workbench: Workbench
) -> None:
    assert page.url == f"{workbench.root}/"
    assert page.evaluate("document.cookie") == ""
    stranger = browser.new_context().new_page()
    answer = stranger.goto(workbench.root)
    assert answer is not None
    assert answer.status == 401
    expect(stranger.get_by_role("heading", name="Not open to this browser")).to_be_visible()
    stranger.context.close()


def test_a_refused_file_stays_in_the_list_with_what_to_do(page: Page) -> None:
    row = page.get_by_role("row").filter(has_text="locked.pdf")
    expect(row).to_contain_text("Password needed")
    expect(row).to_contain_text("Remove the protection and add the file again.")
    expect(row.get_by_role("link")).to_have_count(0)


def test_the_row_says_how_far_the_review_is(page: Page, workbench: Workbench) -> None:
    row = page.get_by_role("row").filter(has_text="letter.txt")
    expect(row).to_contain_text("To review")
    expect(row).to_contain_text("0 of 5")
    row.get_by_role("link").click()
    page.get_by_role("button", name="Accept").first.click()
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    page.get_by_role("link", name="Inbox").click()
    row = page.get_by_role("row").filter(has_text="letter.txt")
    expect(row).to_contain_text("In review")
    expect(row).to_contain_text("1 of 5")


def test_a_chosen_file_is_read_and_a_second_time_known(page: Page, workbench: Workbench) -> None:
    content = b"Two words. 7 people were killed."
    for words in ("read", "already in the case"):
        page.get_by_label("Files to add").set_input_files(
            {"name": "تقرير <b>.txt", "mimeType": "text/plain", "buffer": content}
        )
        expect(page.get_by_role("listitem").filter(has_text=words).last).to_be_visible()
    expect(page.get_by_role("link", name="تقرير <b>.txt")).to_be_visible()
    assert workbench.case.info().documents == 4


def test_a_dropped_file_that_is_refused_says_why(page: Page) -> None:
    data = page.evaluate_handle(
        """() => {
            const data = new DataTransfer();
            data.items.add(new File(["%PDF-1.7 other"], "dropped.pdf"));
            return data;
        }"""
    )
    page.get_by_role("region", name="Add documents").dispatch_event("drop", {"dataTransfer": data})
    expect(page.get_by_role("listitem")).to_contain_text("not read: dropped.pdf is protected")
    row = page.get_by_role("row").filter(has_text="dropped.pdf")
    expect(row).to_contain_text("Password needed")


def test_a_post_that_cannot_be_saved_is_not_lost(page: Page) -> None:
    page.expected_troubles = ("400",)  # type: ignore[attr-defined]  # read by the fixture
    page.keyboard.press("p")
    form = page.get_by_role("dialog", name="Paste a post")
    expect(form.get_by_label("Text of the post")).to_be_focused()
    page.keyboard.insert_text(specimen.POST)
    form.get_by_label("Address").fill("javascript:alert(1)")
    form.get_by_role("button", name="Save and read").click()
    expect(form.get_by_role("alert")).to_contain_text("is no web address")
    expect(form.get_by_label("Text of the post")).to_have_value(specimen.POST)
