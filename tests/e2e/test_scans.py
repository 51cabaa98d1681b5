"""Scans in a real browser: pages beside the text, and numbers that a person must see."""

import re

import pytest
from playwright.sync_api import APIResponse, Locator, Page, Route, expect
from tests.e2e.conftest import Workbench
from tests.e2e.series_case import case_file, open_document

pytestmark = pytest.mark.browser

__all__ = ["case_file"]  # a fixture

READINGS = re.compile("[٢٣٤٧]|23|47")


@pytest.fixture
def scan(page: Page) -> Page:
    """The scan, open in the reader."""
    open_document(page, "scan.pdf")
    page.get_by_role("button", name="2 unseen numbers").wait_for()
    return page


def numbers(page: Page) -> Locator:
    return page.get_by_role("region", name="Numbers read by OCR")


def number(page: Page, position: int) -> Locator:
    return numbers(page).get_by_role("article", name=f"Number {position} of 2")


def saved(page: Page) -> None:
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()


def seen(workbench: Workbench) -> list[str | None]:
    """Return what people saw, as the case file has it."""
    shown = workbench.case.document(workbench.id_of("scan.pdf"))
    return [each.seen.value if each.seen else None for each in shown.numbers]


def test_what_ocr_read_is_said_to_be_so(scan: Page) -> None:
    notice = scan.get_by_role("note")
    expect(notice).to_contain_text("read from pictures of the pages by OCR")
    expect(notice).to_contain_text("mean confidence")
    expect(notice).to_contain_text("2 numbers have been looked at by nobody")


def test_the_key_for_the_numbers_waits_for_them(page: Page) -> None:
    held: list[Route] = []
    page.route("**/numbers", lambda route: held.append(route))  # noqa: PLW0108  # as in conftest
    open_document(page, "scan.pdf")
    page.keyboard.press("d")
    expect(numbers(page)).to_have_count(0)
    [asked] = held
    asked.continue_()
    expect(numbers(page)).to_be_visible()


def test_pictures_of_the_pages_stand_beside_the_text(scan: Page) -> None:
    expect(scan.get_by_role("region", name="Pictures of the pages")).to_have_count(0)
    scan.keyboard.press("v")
    pages = scan.get_by_role("region", name="Pictures of the pages")
    picture = pages.get_by_role("img", name="Page 1 of scan.pdf as a picture")
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("e => e.naturalWidth") > 0
    assert pages.get_by_role("img").evaluate_all("all => all.map(e => e.loading)") == [
        "lazy",
        "lazy",
    ]
    beside = scan.get_by_role("region", name="Text of the document").bounding_box()
    box = pages.bounding_box()
    assert box is not None
    assert beside is not None
    assert box["x"] + box["width"] <= beside["x"] + 1
    before = picture.bounding_box()
    pages.get_by_role("button", name="Larger").click()
    after = picture.bounding_box()
    assert before is not None
    assert after is not None
    assert after["width"] > before["width"] * 1.3
    scan.keyboard.press("v")
    expect(scan.get_by_role("region", name="Text of the document")).to_have_count(0)
    scan.keyboard.press("v")
    expect(scan.get_by_role("region", name="Text of the document")).to_be_visible()


def test_a_picture_that_cannot_be_drawn_says_why(scan: Page) -> None:
    scan.expected_troubles = ("404", "500")  # type: ignore[attr-defined]  # read by the fixture
    words = {"code": "case.no_picture", "message": "Page 1 is broken.", "hint": "See the file."}
    scan.route("**/pages/1", lambda route: route.fulfill(status=404, json=words))
    scan.keyboard.press("v")
    expect(scan.get_by_text("Page 1 is broken. See the file.")).to_be_visible()


def test_a_number_is_typed_before_its_reading_is_shown(scan: Page, workbench: Workbench) -> None:
    scan.keyboard.press("d")
    field = number(scan, 1).get_by_label("What number stands in the picture?")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    expect(numbers(scan)).not_to_contain_text(READINGS)
    crop = number(scan, 1).get_by_role("img", name="Picture of number 1, page 1")
    assert crop.evaluate("e => e.decode().then(() => e.naturalWidth)") == 160
    above, below = crop.bounding_box(), field.bounding_box()
    assert above is not None
    assert below is not None
    assert above["y"] + above["height"] <= below["y"]
    scan.keyboard.type("23")
    scan.keyboard.press("Enter")
    expect(number(scan, 1)).to_contain_text("A person read 23. OCR read ٢٣ (23): the same.")
    expect(number(scan, 1)).to_contain_text("Looked at by r1, 10:42")
    expect(number(scan, 2).get_by_label("What number")).to_be_focused()
    expect(numbers(scan).get_by_role("status").first).to_have_text("1 of 2 looked at")
    saved(scan)
    assert seen(workbench) == ["23", None]


def test_a_difference_is_said_and_can_be_typed_again(scan: Page, workbench: Workbench) -> None:
    scan.keyboard.press("d")
    scan.keyboard.type("28")
    scan.keyboard.press("Enter")
    first = number(scan, 1)
    expect(first).to_contain_text("OCR read ٢٣ (23): a difference. What the person saw counts.")
    first.get_by_role("button", name="Look again").click()
    expect(first.get_by_label("What number")).to_have_value("")
    first.get_by_label("What number").fill("٢٣")
    scan.keyboard.press("Enter")
    expect(first).to_contain_text("A person read ٢٣ (23). OCR read ٢٣ (23): the same.")
    number(scan, 2).get_by_role("button", name="No number there").click()
    expect(number(scan, 2)).to_contain_text("A person saw no number there.")
    number(scan, 2).get_by_role("button", name="Take back").click()
    expect(number(scan, 2)).to_contain_text("Nobody has looked")
    expect(number(scan, 2)).not_to_contain_text("٤٧")
    saved(scan)
    assert seen(workbench) == ["٢٣", None]


def test_what_is_no_number_is_not_taken(scan: Page, workbench: Workbench) -> None:
    scan.expected_troubles = ("400",)  # type: ignore[attr-defined]  # as above
    scan.keyboard.press("d")
    number(scan, 1).get_by_label("What number").fill("many")
    scan.keyboard.press("Enter")
    expect(number(scan, 1).get_by_role("alert")).to_contain_text("is no whole number")
    assert seen(workbench) == [None, None]


def test_an_acceptance_is_refused_until_its_number_is_seen(
    scan: Page, workbench: Workbench
) -> None:
    scan.expected_troubles = ("400", "409")  # type: ignore[attr-defined]  # as above
    card = scan.get_by_role("article", name=re.compile("^Claim 1:"))
    expect(card).to_contain_text("unseen: look at it")
    scan.keyboard.press("j")
    scan.keyboard.press("a")
    expect(card.get_by_role("alert")).to_contain_text("nobody has looked at its picture")
    expect(card).to_contain_text("Machine proposal")
    expect(scan.get_by_text("Not saved yet")).to_have_count(0)
    card.get_by_role("alert").get_by_role("button", name="Look at the number").click()
    expect(number(scan, 1).get_by_label("What number")).to_be_focused()
    scan.keyboard.type("23")
    scan.keyboard.press("Enter")
    scan.keyboard.press("Escape")
    expect(card).to_be_focused()
    expect(card).not_to_contain_text("unseen: look at it")
    scan.keyboard.press("a")
    expect(card).to_contain_text("Accepted · r1")
    saved(scan)
    shown = workbench.case.document(workbench.id_of("scan.pdf"))
    assert [claim.state for claim in shown.claims] == ["accepted"]


def test_an_answer_from_before_a_decision_does_not_take_it_back(
    scan: Page, workbench: Workbench
) -> None:
    late: list[tuple[Route, APIResponse]] = []
    asked = re.compile(r"/api/documents/[^/]+$")

    def hold_first(route: Route) -> None:
        if late:
            route.continue_()
        else:
            late.append((route, route.fetch()))

    scan.route(asked, hold_first)
    card = scan.get_by_role("article", name=re.compile("^Claim 1:"))
    scan.keyboard.press("j")
    scan.keyboard.press("d")
    scan.keyboard.type("23")
    with scan.expect_request(asked):  # a number that was seen may settle a doubt
        scan.keyboard.press("Enter")
    scan.keyboard.press("Escape")
    expect(card).to_be_focused()
    scan.keyboard.press("a")
    expect(card).to_contain_text("Accepted · r1")
    route, before = late[0]
    with scan.expect_response(asked):
        route.fulfill(response=before)
    saved(scan)
    scan.wait_for_load_state("networkidle")
    expect(card).to_contain_text("Accepted · r1")
    expect(card).not_to_contain_text("unseen: look at it")


def test_a_claim_shows_its_words_as_printed(scan: Page) -> None:
    card = scan.get_by_role("article", name=re.compile("^Claim 1:"))
    card.get_by_role("button", name="As printed").click()
    picture = card.get_by_role("img", name="These words as they stand on page 1")
    assert picture.evaluate("e => e.decode().then(() => e.naturalWidth)") == 160


def test_a_number_in_the_text_leads_to_its_picture(scan: Page) -> None:
    text = scan.get_by_role("region", name="Text of the document")
    text.get_by_role("button", name=re.compile("A number that OCR read")).last.click()
    expect(number(scan, 2).get_by_label("What number")).to_be_focused()


def test_the_inbox_counts_what_nobody_has_seen(page: Page) -> None:
    row = page.get_by_role("row").filter(has_text="scan.pdf")
    row.get_by_role("link", name="2 numbers that nobody has looked at").click()
    expect(number(page, 1).get_by_label("What number")).to_be_focused()
