"""The queue of doubtful pairs in a real browser: one key decides, another takes it back."""

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.conftest import Workbench
from tests.e2e.incident_case import case_file
from tests.store.casekit import source_of

pytestmark = pytest.mark.browser

__all__ = ["case_file"]  # a fixture


@pytest.fixture
def queue(page: Page, workbench: Workbench) -> Page:
    """The queue with two pairs."""
    more = source_of("g.txt", "SPECIMEN. 37 people were killed.")
    workbench.case.add([more], reviewer="r1")
    workbench.case.link(reviewer="r1")
    page.get_by_role("navigation").get_by_role("link", name="Doubtful pairs").click()
    expect(page.get_by_role("status").filter(has_text="2 wait")).to_be_visible()
    return page


def test_a_pair_is_decided_by_one_key_with_its_reason(queue: Page, workbench: Workbench) -> None:
    first = queue.get_by_role("region", name="Left:").inner_text()
    expect(queue.get_by_text("no town is named")).to_be_visible()
    queue.keyboard.press("w")
    queue.keyboard.insert_text("two streets")
    queue.get_by_role("heading", name="Do these two tell").click()
    queue.keyboard.press("5")
    expect(queue.get_by_role("status").filter(has_text="1 waits")).to_be_visible()
    expect(queue.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    assert queue.get_by_role("region", name="Left:").inner_text() != first
    assert len(workbench.case.doubtful()) == 1
    queue.keyboard.press("1")
    expect(queue.get_by_text("No pair of accounts needs a person.")).to_be_visible()
    queue.keyboard.press("Backspace")
    expect(queue.get_by_role("region", name="Left:")).to_be_visible()
    queue.keyboard.press("Backspace")
    expect(queue.get_by_role("status").filter(has_text="2 wait")).to_be_visible()
    assert len(workbench.case.doubtful()) == 2


def test_the_right_one_may_be_part_of_the_left(queue: Page, workbench: Workbench) -> None:
    (pair, *_rest) = workbench.case.doubtful()
    queue.keyboard.press("3")
    expect(queue.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    entry = [
        line.text
        for line in workbench.case.incident(pair.a.code or "").history
        if line.decision is not None
    ]
    assert entry == ["two accounts are part of another"]


def test_what_is_put_off_comes_after_the_others(queue: Page) -> None:
    first = queue.get_by_role("region", name="Left:").inner_text()
    queue.keyboard.press("0")
    assert queue.get_by_role("region", name="Left:").inner_text() != first
    queue.keyboard.press("5")
    expect(queue.get_by_role("region", name="Left:")).to_contain_text(first.splitlines()[0])


def test_keys_do_nothing_while_a_reason_is_written(queue: Page, workbench: Workbench) -> None:
    queue.keyboard.press("w")
    queue.keyboard.type("15 streets")
    expect(queue.get_by_label("Why (optional)")).to_have_value("15 streets")
    assert len(workbench.case.doubtful()) == 2
