"""The references room in a real browser: the series as a graph and as lists."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from tests.e2e.conftest import Workbench
from tests.e2e.series_case import case_file, open_document

pytestmark = pytest.mark.browser

__all__ = ["case_file"]  # a fixture

MISSING = re.compile(r"https://\S+/S/2031/10")


@pytest.fixture
def room(page: Page) -> Page:
    """The room, with its graph."""
    page.get_by_role("navigation").get_by_role("link", name="References").click()
    node(page, "S/2031/12").wait_for()
    return page


def node(page: Page, label: str) -> Locator:
    """Return a document in the graph."""
    graph = page.get_by_role("group", name=re.compile("order of time"))
    name = re.escape(label).replace("/", r"\/")  # the browser writes the pattern between slashes
    return graph.get_by_role("button", name=re.compile(f"^{name},"))


def panel(page: Page) -> Locator:
    return page.get_by_role("region", name="The picked document")


def lists(page: Page) -> None:
    page.get_by_role("button", name="Lists").click()
    page.get_by_role("table").first.wait_for()


def test_the_graph_says_in_words_all_that_it_shows(room: Page) -> None:
    expect(node(room, "S/2031/12")).to_have_accessible_name(
        re.compile(
            r"S/2031/12, Letter, 2031-04-02, 3 texts, copy, corrigendum, follows S/2031/9, "
            r"replies to S/2031/10, cites S/RES/3001 \(2031\)"
        )
    )
    expect(node(room, "S/2031/10")).to_have_accessible_name(
        "S/2031/10, no date, cited, not in this case file, is answered by S/2031/12"
    )
    expect(node(room, "S/RES/3001 (2031)")).to_have_accessible_name(
        re.compile("Resolution, 2031-01-15, 2 texts, is cited by S/2031/9, is cited by S/2031/12")
    )
    lines = room.locator("svg path.edge[marker-end]")
    assert sorted(lines.evaluate_all("all => all.map(e => e.classList[1])")) == [
        "cites",
        "cites",
        "previous",
        "replies_to",
    ]


def test_time_runs_down_and_a_chain_is_one_line(room: Page) -> None:
    older = node(room, "S/2031/9").locator("rect").bounding_box()
    later = node(room, "S/2031/12").locator("rect").bounding_box()
    resolution = node(room, "S/RES/3001 (2031)").locator("rect").bounding_box()
    assert older is not None
    assert later is not None
    assert resolution is not None
    assert resolution["y"] < older["y"] < later["y"]
    assert older["x"] == later["x"] < resolution["x"]
    expect(room.locator("svg path.spine")).to_have_count(2)


def test_what_is_missing_is_hollow_by_more_than_its_colour(room: Page) -> None:
    dashes = "e => getComputedStyle(e).strokeDasharray"
    assert node(room, "S/2031/10").locator("rect").evaluate(dashes) == "4px, 3px"
    assert node(room, "S/2031/9").locator("rect").evaluate(dashes) == "none"


def test_the_graph_is_walked_by_keyboard(room: Page) -> None:
    room.keyboard.press("j")
    expect(node(room, "S/RES/3001 (2031)")).to_be_focused()
    room.keyboard.press("ArrowDown")
    expect(node(room, "S/2031/9")).to_be_focused()
    expect(panel(room).get_by_role("heading", name="S/2031/9")).to_be_visible()
    room.keyboard.press("Home")
    room.keyboard.press("f")
    expect(room.get_by_role("status").filter(has_text="3 of 4 shown")).to_be_visible()
    expect(node(room, "S/2031/10")).to_have_count(0)
    room.keyboard.press("Escape")
    expect(panel(room)).to_have_count(0)
    expect(node(room, "S/2031/10")).to_be_visible()
    room.keyboard.press("j")
    room.keyboard.press("Enter")
    expect(room.get_by_role("region", name="Text of the document")).to_be_visible()


def test_the_panel_leads_to_the_words_that_say_it(room: Page, workbench: Workbench) -> None:
    node(room, "S/2031/12").click()
    shown = panel(room)
    expect(shown).to_contain_text("Follows")
    expect(shown).to_contain_text("paragraph 9")
    expect(shown.get_by_role("definition").filter(has_text="Syria")).to_be_visible()
    follows = shown.get_by_role("listitem").filter(has=room.get_by_role("button", name="S/2031/9"))
    follows.get_by_role("link", name="English in second.txt").click()
    expect(room.locator("[data-found]")).to_have_text("S/2031/9")
    expect(room.locator("[data-found]")).to_be_focused()
    assert workbench.id_of("second.txt").replace(":", "%3A") in room.url


def test_relations_and_gaps_can_be_left_out(room: Page) -> None:
    room.get_by_label("Cites", exact=False).first.uncheck()
    expect(room.locator("svg path.edge.cites[marker-end]")).to_have_count(0)
    room.get_by_label("Cited, not here").uncheck()
    expect(node(room, "S/2031/10")).to_have_count(0)
    room.get_by_label("Find a document").fill("corrigendum.txt")
    expect(node(room, "S/2031/12")).to_be_visible()
    expect(node(room, "S/RES/3001 (2031)")).to_have_count(0)
    room.get_by_label("Find a document").fill("nothing such")
    expect(room.get_by_text("No document passes the filter.")).to_be_visible()


def test_the_list_holds_every_text_by_language_and_form(room: Page) -> None:
    lists(room)
    works = room.get_by_role("region", name="Documents in this case file", exact=True)
    resolution = works.get_by_role("row").filter(has_text="S/RES/3001 (2031)")
    expect(resolution).to_contain_text("2031-01-15")
    for language in ("Arabic", "English"):
        expect(resolution.get_by_role("link", name=language)).to_be_visible()
    letter = works.get_by_role("row").filter(has_text="S/2031/12")
    expect(letter).to_contain_text("corrigendum S/2031/12/Corr.1")
    expect(letter).to_contain_text("copy")
    letter.get_by_role("link").last.focus()
    resolution.get_by_role("link", name="Arabic").click()
    expect(room.get_by_role("heading", name="resolution-ar.pdf")).to_be_visible()


def test_chains_are_listed_oldest_first_with_their_gaps(room: Page) -> None:
    lists(room)
    chain = room.get_by_role("list").filter(has=room.get_by_text("2031-03-20")).last
    steps = chain.get_by_role("listitem")
    expect(steps.first).to_contain_text("S/2031/9")
    expect(chain).to_contain_text("not here")


def test_an_address_is_words_that_can_be_copied_and_no_link(room: Page) -> None:
    room.context.grant_permissions(["clipboard-read", "clipboard-write"])
    lists(room)
    row = room.get_by_role("row").filter(has_text=MISSING)
    expect(row).to_contain_text("replies to")
    expect(row.get_by_role("button", name="S/2031/12")).to_be_visible()
    hosts = room.locator("a").evaluate_all("all => all.map(link => link.host)")
    assert set(hosts) == {urlsplit(room.url).netloc}
    row.get_by_role("button", name="Copy the address of S/2031/10").click()
    expect(row.get_by_role("status")).to_have_text("Copied")
    assert MISSING.fullmatch(room.evaluate("navigator.clipboard.readText()"))


def test_the_charter_is_listed_by_article(room: Page) -> None:
    lists(room)
    charter = room.get_by_role("region", name="The Charter of the United Nations")
    expect(charter).to_contain_text("Article 51")
    charter.get_by_role("button", name="S/2031/9").click()
    expect(panel(room)).to_contain_text("Article 51")


def test_the_same_case_gives_the_same_graph(room: Page) -> None:
    graph = "document.querySelector('.canvas').innerHTML"
    first = room.evaluate(graph)
    room.reload()
    node(room, "S/2031/12").wait_for()
    assert room.evaluate(graph) == first


def test_the_address_of_the_room_keeps_what_is_picked(room: Page) -> None:
    node(room, "S/2031/9").click()
    room.keyboard.press("v")
    room.reload()
    expect(panel(room).get_by_role("heading", name="S/2031/9")).to_be_visible()
    expect(room.get_by_role("button", name="Lists")).to_have_attribute("aria-pressed", "true")


def test_the_reader_leads_into_the_series(page: Page) -> None:
    open_document(page, "second.txt")
    page.get_by_role("link", name="In the series").click()
    expect(panel(page).get_by_role("heading", name="S/2031/12")).to_be_visible()


def test_a_case_without_such_documents_says_what_the_room_is_for(page: Page) -> None:
    nothing: dict[str, list[object]] = {
        key: [] for key in ("works", "links", "chains", "missing", "charter")
    }
    counts = dict.fromkeys(("documents", "works", "missing", "unread", "others"), 0)
    page.route("**/api/references", lambda route: route.fulfill(json={**nothing, "counts": counts}))
    page.get_by_role("navigation").get_by_role("link", name="References").click()
    expect(page.get_by_text("No document in this case has a symbol")).to_be_visible()


def test_a_lost_answer_is_told_and_asked_for_again(page: Page) -> None:
    page.expected_troubles = ("ERR_FAILED",)  # type: ignore[attr-defined]  # read by the fixture

    def cut(route: Route) -> None:
        route.abort()

    page.route("**/api/references", cut)
    page.get_by_role("navigation").get_by_role("link", name="References").click()
    expect(page.get_by_role("alert")).to_contain_text("does not answer")
    page.unroute("**/api/references", cut)
    page.get_by_role("button", name="Try again").click()
    expect(node(page, "S/2031/12")).to_be_visible()
