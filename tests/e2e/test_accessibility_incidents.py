"""The rooms of incidents without serious findings of axe, in light and dark, whole when zoomed."""

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.conftest import Workbench
from tests.e2e.incident_case import case_file, open_largest
from tests.e2e.test_accessibility import findings, scheme
from tests.e2e.test_accessibility_rooms import fits

pytestmark = pytest.mark.browser

__all__ = ["case_file", "scheme"]  # fixtures


@pytest.mark.usefixtures("scheme")
def test_the_list_has_no_serious_finding(page: Page) -> None:
    page.get_by_role("navigation").get_by_role("link", name="Incidents").click()
    page.locator("a[data-code]").first.wait_for()
    assert findings(page) == []


@pytest.mark.usefixtures("scheme")
def test_the_incident_room_has_no_serious_finding_in_any_state(
    page: Page, workbench: Workbench
) -> None:
    open_largest(page, workbench.case)
    assert findings(page) == []
    for key in ("j", "o", "x", "g"):
        page.keyboard.press(key)
    page.get_by_text("claims without a figure").or_(page.locator("h2").first).first.wait_for()
    assert findings(page) == []
    page.get_by_role("button", name="Cancel").click()
    page.keyboard.press("s")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert findings(page) == []


@pytest.mark.usefixtures("scheme")
def test_the_queue_has_no_serious_finding(page: Page) -> None:
    page.get_by_role("navigation").get_by_role("link", name="Doubtful pairs").click()
    expect(page.get_by_role("region", name="Left:")).to_be_visible()
    assert findings(page) == []
    page.keyboard.press("5")
    expect(page.get_by_text("No pair of accounts needs a person.")).to_be_visible()
    assert findings(page) == []


@pytest.mark.parametrize("width", [720, 360])
def test_nothing_runs_off_the_side(page: Page, workbench: Workbench, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 450})
    open_largest(page, workbench.case)
    page.keyboard.press("j")
    page.keyboard.press("o")
    assert fits(page)
    page.get_by_role("navigation").get_by_role("link", name="Incidents").click()
    page.locator("a[data-code]").first.wait_for()
    assert fits(page)
    page.get_by_role("navigation").get_by_role("link", name="Doubtful pairs").click()
    expect(page.get_by_role("region", name="Left:")).to_be_visible()
    assert fits(page)
