"""Both rooms without serious findings of axe, in light and dark, and whole at 200 % zoom."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def findings(page: Page) -> list[str]:
    """Return axe's serious and critical findings, with where they are."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html'][:200]}"
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest, page: Page) -> str:
    name = str(request.param)
    page.emulate_media(color_scheme="dark" if name == "dark" else "light")
    return name


@pytest.mark.usefixtures("scheme")
def test_the_inbox_has_no_serious_finding(page: Page) -> None:
    assert findings(page) == []
    page.keyboard.press("p")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert findings(page) == []


@pytest.mark.usefixtures("scheme")
def test_the_reader_has_no_serious_finding_in_any_state(reader: Page) -> None:
    assert findings(reader) == []
    for key in ("j", "a", "j", "x", "k"):
        reader.keyboard.press(key)
    expect(reader.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    reader.keyboard.press("e")
    reader.get_by_role("button", name="Details").click()
    assert findings(reader) == []
    reader.keyboard.press("Escape")
    reader.keyboard.press("?")
    expect(reader.get_by_role("dialog")).to_be_visible()
    assert findings(reader) == []


@pytest.mark.parametrize("width", [720, 360])
def test_nothing_runs_off_the_side_when_zoomed(reader: Page, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 450})
    wide = reader.evaluate("document.documentElement.scrollWidth")
    assert wide <= width
    expect(reader.get_by_role("button", name="Accept").first).to_be_visible()


def test_the_rooms_have_landmarks(reader: Page) -> None:
    for role in ("banner", "main", "navigation"):
        expect(reader.get_by_role(role)).to_have_count(1)
    for name in ("Document", "Claims", "Text of the document"):
        expect(reader.get_by_role("region", name=name, exact=True)).to_be_visible()
