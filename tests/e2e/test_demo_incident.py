"""The incident of the demo in a real browser, read and linked by the program itself."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from tests.e2e.conftest import Workbench
from tests.e2e.test_accessibility import findings, scheme

from allegata.app.case import Case
from allegata.runners.inputs import iter_inputs
from allegata.store.case_store import create
from allegata.wiring import open_case

pytestmark = pytest.mark.browser

__all__ = ["scheme"]  # a fixture
ACCOUNTS = (
    Path(__file__).resolve().parents[2] / "examples" / "documents" / "16-market-accounts.jsonl"
)


@pytest.fixture
def case_file(tmp_path: Path) -> Iterator[Case]:
    """Six accounts of one strike, linked."""
    create(tmp_path / "case", at="2031-04-09T10:00:00Z", reviewer="r1")
    with open_case(tmp_path / "case") as case:
        case.add(iter_inputs([str(ACCOUNTS)]), reviewer="r1")
        case.link(reviewer="r1")
        yield case


@pytest.fixture
def room(page: Page, workbench: Workbench) -> Page:
    """The Incident room of the strike."""
    page.goto(f"{workbench.root}/incident/AL-000001")
    page.get_by_role("table", name="Sources, one row an origin").wait_for()
    return page


def test_the_head_says_what_where_and_when_as_told(room: Page) -> None:
    expect(room.get_by_role("heading", level=1)).to_have_text(
        "Missile strike in Tell Asra, 2023-05-05 to 2023-05-06"
    )
    when = room.get_by_role("region", name="When it happened, when it was told")
    expect(when).to_contain_text("the night of 5 to 6 May 2023")
    expect(room.get_by_text("4 origins in 4 camps, 6 documents")).to_be_visible()


def test_a_revised_toll_and_its_late_reprint_are_greyed_with_their_reason(room: Page) -> None:
    row = room.get_by_role("row").filter(has_text="Ministry of Health")
    expect(row).to_contain_text("45")
    expect(row).to_contain_text("superseded by 45 on 2023-05-20")
    expect(row).to_contain_text("passed on by others; the origin says it itself")
    bar = room.get_by_role("region", name="Killed: 30–45")
    expect(bar.locator("g.mark.used")).to_have_count(4)
    expect(bar.locator("g.mark.old")).to_have_count(1)


def test_an_open_range_is_drawn_open(room: Page) -> None:
    bar = room.get_by_role("region", name="Injured: 52 or more")
    expect(bar).to_contain_text("No figure closes the upper end.")


def test_positions_map_and_running_totals_stand_beside_the_range(room: Page) -> None:
    expect(room.get_by_role("region", name="What the parties hold")).to_contain_text(
        "Northern Coalition denies act"
    )
    expect(room.get_by_role("region", name="Apart: totals over more")).to_contain_text(
        "Killed: 210"
    )
    expect(room.get_by_role("region", name="Where")).to_contain_text("20.150, 50.420")


def test_a_name_is_covered_until_it_is_asked_for(room: Page) -> None:
    room.keyboard.press("j")
    room.keyboard.press("o")
    expect(room.locator("tr.detail").get_by_text("a name, covered").first).to_be_attached()
    assert "Dorrow" not in room.content()
    room.get_by_role("button", name="Show 1 name of people").click()
    expect(room.get_by_text("Ilan Dorrow").first).to_be_visible()
    room.get_by_role("button", name="Cover the names").click()
    expect(room.get_by_text("Ilan Dorrow")).to_have_count(0)


@pytest.mark.usefixtures("scheme")
def test_the_whole_room_has_no_serious_finding(room: Page) -> None:
    room.keyboard.press("j")
    room.keyboard.press("o")
    assert findings(room) == []


def test_a_range_is_settled_with_a_reason_and_the_rules_own_stays_beside_it(room: Page) -> None:
    room.keyboard.press("e")
    dialog = room.get_by_role("dialog", name="Settle a range")
    dialog.get_by_role("spinbutton", name="At least").fill("38")
    dialog.get_by_role("spinbutton", name="At most").fill("45")
    dialog.get_by_role("button", name="Settle it").click()
    expect(dialog.get_by_role("alert")).to_contain_text("needs a reason")
    dialog.get_by_label("Why (required)").fill("Both lists, one name told twice")
    dialog.get_by_role("button", name="Settle it").click()
    bar = room.get_by_role("region", name="Killed: 30–45")
    expect(bar).to_contain_text("Killed, settled:")
    expect(bar).to_contain_text("Why: Both lists, one name told twice")
    bar.get_by_role("button", name="Undo").click()
    expect(bar).not_to_contain_text("settled")


def test_what_is_alleged_of_a_party_stands_against_what_it_has_conceded(room: Page) -> None:
    party = room.get_by_role("table", name="Alleged of Northern Coalition, and conceded by it")
    row = party.get_by_role("row").filter(has=room.get_by_role("rowheader", name="Killed"))
    expect(row.get_by_role("cell")).to_have_text(["43", "none", "30", "43"])
    room.get_by_text("What was said, in order (3)").click()
    expect(room.get_by_text("tells a toll, and not as its own act: 30 killed")).to_be_visible()


def test_a_running_total_stands_beside_the_incidents_of_its_period(
    page: Page, workbench: Workbench
) -> None:
    page.goto(f"{workbench.root}/incidents")
    totals = page.get_by_role("region", name="Running totals against incidents")
    expect(totals.get_by_role("heading", level=3)).to_have_text(
        "Killed: 210 in Zahr, from 2023-01-01 to 2023-06-02"
    )
    expect(totals).to_contain_text("165–210 in no incident")
    totals.get_by_text("Which incidents").click()
    expect(totals).to_contain_text("In doubt, nobody knows where Zahr is: AL-000001 30–45")


@pytest.mark.usefixtures("scheme")
def test_what_a_person_settles_and_the_totals_have_no_serious_finding(
    room: Page, workbench: Workbench
) -> None:
    room.get_by_text("What was said, in order (3)").click()
    room.keyboard.press("e")
    expect(room.get_by_role("dialog")).to_be_visible()
    assert findings(room) == []
    room.keyboard.press("Escape")
    assert findings(room) == []
    room.goto(f"{workbench.root}/incidents")
    room.get_by_text("Which incidents").click()
    assert findings(room) == []
