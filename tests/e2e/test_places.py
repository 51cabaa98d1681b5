"""Places in a real browser: proposed on a map, chosen, set, drawn, offered again, undone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from tests.app.placekit import document, named, open_case, sources
from tests.e2e.conftest import Workbench
from tests.e2e.test_accessibility import findings, scheme

from allegata.app.case import Case
from allegata.model.choosing import Choosing
from allegata.model.places import GazetteerEntry
from allegata.wiring import gazetteers

pytestmark = pytest.mark.browser

__all__ = ["scheme"]  # a fixture


@pytest.fixture
def case_file(tmp_path: Path) -> Iterator[Case]:
    """A case file of two documents that name the same town, read by the real reader."""
    with open_case(tmp_path / "case") as case:
        case.add(sources(), reviewer="r1")
        yield case


@pytest.fixture
def find_place() -> Callable[[str], GazetteerEntry | None]:
    """The real gazetteers."""
    return gazetteers().entry


@pytest.fixture
def places(page: Page) -> Page:
    """The letter's places."""
    page.get_by_role("link", name="letter.txt").click()
    page.get_by_role("heading", name="letter.txt").wait_for()
    page.keyboard.press("p")
    expect(page.get_by_role("heading", name="Places")).to_be_visible()
    return page


def card(page: Page, at: int = 0) -> Locator:
    return page.get_by_role("region", name="Places").get_by_role("article").nth(at)


def middle(page: Page) -> None:
    """Click in the middle of the map, which is where the first candidate lies."""
    view = page.get_by_role("application")
    box = view.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_the_candidates_stand_on_a_map_that_asks_nobody(places: Page) -> None:
    expect(card(places)).to_have_attribute("aria-current", "true")
    expect(places.get_by_role("application")).to_be_visible()
    expect(places.locator("[data-mark]").first).to_be_visible()
    expect(places.get_by_text("no statement on the status")).to_be_visible()


def test_a_candidate_is_chosen_and_taken_back(places: Page, workbench: Workbench) -> None:
    card(places).get_by_role("button", name="Choose").first.click()
    expect(card(places)).to_contain_text("chosen by r1")
    (first, *_) = named(workbench.case, "letter.txt", "Mayadin")
    assert first.choice is not None
    assert first.choice.how is Choosing.CANDIDATE
    places.keyboard.press("u")
    expect(card(places)).to_contain_text("proposed")
    assert named(workbench.case, "letter.txt", "Mayadin")[0].choice is None


def test_a_point_is_set_on_the_map(places: Page, workbench: Workbench) -> None:
    before = named(workbench.case, "letter.txt", "Mayadin")[0].mention.place
    assert before is not None
    card(places).get_by_role("button", name="Set a point").click()
    middle(places)
    card(places).get_by_role("combobox").select_option("0.5")
    card(places).get_by_role("button", name="Set it there").click()
    expect(card(places)).to_contain_text("set on the map by r1")
    chosen = named(workbench.case, "letter.txt", "Mayadin")[0].place
    assert chosen is not None
    assert chosen.radius_km == 0.5
    assert abs(chosen.lat - before.lat) < 0.2


def test_coordinates_are_typed(places: Page, workbench: Workbench) -> None:
    card(places).get_by_role("button", name="Set a point").click()
    card(places).get_by_label("Latitude, longitude").fill("34.91, 40.55")
    card(places).get_by_role("button", name="Set it there").click()
    expect(card(places)).to_contain_text("34.91000, 40.55000")
    chosen = named(workbench.case, "letter.txt", "Mayadin")[0].place
    assert chosen is not None
    assert (chosen.lat, chosen.lon) == (34.91, 40.55)


def test_an_area_is_drawn(places: Page, workbench: Workbench) -> None:
    card(places).get_by_role("button", name="Draw an area").click()
    box = places.get_by_role("application").bounding_box()
    assert box is not None
    for x, y in ((0.3, 0.3), (0.6, 0.3), (0.6, 0.7)):
        places.mouse.click(box["x"] + x * box["width"], box["y"] + y * box["height"])
    card(places).get_by_role("button", name="Use the area").click()
    expect(card(places)).to_contain_text("drawn on the map by r1")
    chosen = named(workbench.case, "letter.txt", "Mayadin")[0].place
    assert chosen is not None
    assert chosen.geometry is not None
    assert len(chosen.geometry.coordinates[0]) == 4


def test_none_is_said_by_key_and_offered_in_the_next_document(
    places: Page, workbench: Workbench
) -> None:
    places.keyboard.press("0")
    expect(card(places)).to_contain_text("none of those known by r1")
    places.keyboard.press("t")
    expect(card(places, 1)).to_contain_text("none of those known by r1")
    places.goto(f"{workbench.root}/read/{document(workbench.case, 'other.txt')}")
    places.get_by_role("heading", name="other.txt").wait_for()
    places.keyboard.press("p")
    expect(card(places)).to_contain_text("Chosen for 2 mentions of")
    places.keyboard.press("y")
    expect(card(places)).to_contain_text("none of those known by r1")
    assert named(workbench.case, "other.txt", "Mayadin")[0].choice is not None


def test_another_name_is_found_and_chosen(places: Page, workbench: Workbench) -> None:
    card(places).get_by_label("Another name in the gazetteers").fill("Abu Kamal")
    card(places).get_by_role("button", name="Find").click()
    found = card(places).get_by_role("listitem").filter(has_text="Kamāl").first
    found.get_by_role("button", name="Choose").click()
    expect(card(places)).to_contain_text("chosen by r1")
    chosen = named(workbench.case, "letter.txt", "Mayadin")[0].place
    assert chosen is not None
    assert abs(chosen.lat - 34.45) < 0.2


@pytest.mark.usefixtures("scheme")
def test_places_have_no_serious_finding(places: Page) -> None:
    assert findings(places) == []
    card(places).get_by_role("button", name="Set a point").click()
    assert findings(places) == []
    card(places).get_by_role("button", name="Cancel").click()
    places.keyboard.press("0")
    expect(card(places)).to_contain_text("none of those known")
    assert findings(places) == []


def test_the_map_moves_by_keys(places: Page) -> None:
    view = places.get_by_role("application")
    view.focus()
    before = places.locator("[data-mark] .point").first.get_attribute("cx")
    places.keyboard.press("ArrowRight")
    places.keyboard.press("+")
    assert places.locator("[data-mark] .point").first.get_attribute("cx") != before


def test_a_narrow_window_shows_all_of_it(places: Page) -> None:
    places.set_viewport_size({"width": 420, "height": 900})
    expect(places.get_by_role("application")).to_be_visible()
    wide = places.evaluate("document.documentElement.scrollWidth")
    assert wide <= 420
