"""The list of incidents and the Incident room in a real browser."""

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from tests.e2e.conftest import Workbench
from tests.e2e.incident_case import case_file, largest, open_largest

from allegata.model.decision import Action

pytestmark = pytest.mark.browser

__all__ = ["case_file"]  # a fixture


def killed(page: Page) -> Locator:
    """The bar of the people killed."""
    return page.get_by_role("region", name="Killed:")


def notice(page: Page, words: str) -> Locator:
    return page.get_by_role("status").filter(has_text=words)


def test_the_list_is_filtered_sorted_and_opened_by_keyboard(
    page: Page, workbench: Workbench
) -> None:
    code = largest(workbench.case)
    page.get_by_role("navigation").get_by_role("link", name="Incidents").click()
    rows = page.get_by_role("row")
    expect(rows).to_have_count(6)  # with the head
    page.get_by_role("button", name="Killed").click()
    head = page.get_by_role("columnheader", name="Killed")
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(rows.nth(1)).to_contain_text("36")
    page.locator("h1").click()
    page.keyboard.press("f")
    page.keyboard.insert_text(code)
    expect(rows).to_have_count(2)
    expect(page.get_by_role("status").filter(has_text="1 of 5 incidents")).to_be_visible()
    page.locator("h1").click()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    expect(page.get_by_text(code, exact=True)).to_be_visible()
    expect(killed(page)).to_be_visible()


def test_the_list_is_found_again_as_it_was_left(page: Page, workbench: Workbench) -> None:
    code = largest(workbench.case)
    page.get_by_role("navigation").get_by_role("link", name="Incidents").click()
    page.get_by_label("State").select_option("open")
    page.get_by_label("Find by place").fill(code)
    page.get_by_role("link", name=code, exact=True).click()
    expect(killed(page)).to_be_visible()
    page.go_back()
    expect(page.get_by_label("Find by place")).to_have_value(code)
    expect(page.get_by_label("State")).to_have_value("open")
    expect(page.get_by_role("link", name=code, exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("row")).to_have_count(6)


def test_a_list_of_many_is_walked_by_key_to_its_end(page: Page, workbench: Workbench) -> None:
    def answer(route: Route) -> None:
        told = route.fetch().json()
        first = told["incidents"][0]
        told["incidents"] = [first | {"code": f"AL-{at:06}"} for at in range(1, 406)]
        route.fulfill(json=told)

    page.route("**/api/incidents", answer)
    page.get_by_role("navigation").get_by_role("link", name="Incidents").click()
    rows = page.get_by_role("row")
    expect(rows).to_have_count(201)
    page.get_by_role("link", name="AL-000200", exact=True).focus()
    page.keyboard.press("j")
    expect(page.get_by_role("link", name="AL-000201", exact=True)).to_be_focused()
    expect(rows).to_have_count(401)
    page.get_by_role("button", name="Show 5 more").click()
    expect(rows).to_have_count(406)


def test_the_range_is_read_and_each_figure_opens_to_its_words(
    page: Page, workbench: Workbench
) -> None:
    open_largest(page, workbench.case)
    expect(killed(page)).to_contain_text("7–9")
    expect(killed(page).get_by_role("img")).to_have_accessible_name(
        "Killed: 7–9. 3 figures. Low 7: VES. High 9: VES."
    )
    page.keyboard.press("j")
    button = page.get_by_role("button", name="VES", exact=True)
    expect(button).to_be_focused()
    page.keyboard.press("o")
    expect(button).to_have_attribute("aria-expanded", "true")
    detail = page.locator("tr.detail")
    expect(detail.locator("li")).to_have_count(3)
    expect(detail).to_contain_text("VES states:")
    detail.get_by_role("link", name="Open in the Reader").first.click()
    expect(page.get_by_role("region", name="Text of the document")).to_be_visible()
    expect(page.locator("article.current")).to_have_count(1)


def test_the_rule_is_switched_by_key_and_by_mouse(page: Page, workbench: Workbench) -> None:
    open_largest(page, workbench.case)
    page.get_by_role("radio", name="ACLED").check()
    expect(killed(page)).to_contain_text("counted by: ACLED")
    page.locator("h1").click()
    page.keyboard.press("r")
    expect(killed(page)).not_to_contain_text("counted by: ACLED")
    expect(notice(page, "Counted by:")).to_be_visible()


def test_a_claim_is_split_off_and_the_split_is_undone(page: Page, workbench: Workbench) -> None:
    code = open_largest(page, workbench.case)
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.get_by_role("group", name="Picked claims")).to_contain_text("1 claim picked")
    page.keyboard.press("s")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("Split 1 claim off")
    dialog.get_by_label("Why (optional)").fill("another street")
    dialog.get_by_role("button", name="Split off").click()
    expect(notice(page, "Split off: the picked claims are AL-000006 now.")).to_be_visible()
    expect(page.get_by_text("some claims were split off: another street").first).to_be_visible()
    assert len(workbench.case.incidents()) == 6
    page.keyboard.press("u")
    expect(notice(page, "Taken back.")).to_be_visible()
    expect(killed(page)).to_contain_text("7–9")
    assert len(workbench.case.incidents()) == 5
    assert len(workbench.case.incident(code).claims) == 3


def test_two_claims_lie_beside_each_other_with_what_differs(
    page: Page, workbench: Workbench
) -> None:
    open_largest(page, workbench.case)
    page.keyboard.press("j")
    page.keyboard.press("o")
    boxes = page.locator("tr.detail").get_by_role("checkbox")
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.get_by_role("button", name="Beside each other").click()
    dialog = page.get_by_role("dialog", name="Claim beside claim")
    row = dialog.get_by_role("row").filter(has_text="Killed")
    expect(row).to_contain_text("differs")
    expect(dialog.get_by_role("row").filter(has_text="Who says it")).to_contain_text("same")
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)


def test_a_grade_needs_a_reason(page: Page, workbench: Workbench) -> None:
    code = open_largest(page, workbench.case)
    page.keyboard.press("g")
    page.get_by_role("combobox", name="Grade").select_option("fair")
    page.get_by_role("button", name="Save the grade").click()
    expect(page.get_by_role("alert").filter(has_text="A grade needs a reason")).to_be_visible()
    expect(page.get_by_label("Why (required)")).to_be_focused()
    assert workbench.case.incident(code).grade is None
    page.keyboard.insert_text("two camps agree")
    page.get_by_role("button", name="Save the grade").click()
    expect(page.get_by_text("Why: two camps agree")).to_be_visible()
    expect(page.get_by_text("Machine proposal:").first).to_be_visible()
    grade = workbench.case.incident(code).grade
    assert grade is not None
    assert (grade.value, grade.decider) == ("fair", "r1")


def test_two_incidents_are_merged_and_the_former_code_leads_here(
    page: Page, workbench: Workbench
) -> None:
    code = open_largest(page, workbench.case)
    other = next(each.code for each in workbench.case.incidents() if each.code != code)
    page.keyboard.press("m")
    dialog = page.get_by_role("dialog")
    dialog.get_by_label("Code of the other incident").fill(other)
    dialog.get_by_role("button", name="Merge").click()
    expect(page.get_by_text(f"formerly {other}")).to_be_visible()
    page.goto(f"{workbench.root}/incident/{other}")
    expect(page.get_by_text(f"{other} is a former code of {code}.")).to_be_visible()
    assert page.url.endswith(code)


def test_what_cannot_be_merged_says_why(page: Page, workbench: Workbench) -> None:
    page.expected_troubles = ("400", "404")  # type: ignore[attr-defined]  # read by the fixture
    code = open_largest(page, workbench.case)
    page.keyboard.press("m")
    page.get_by_label("Code of the other incident").fill(code)
    page.get_by_role("dialog").get_by_role("button", name="Merge").click()
    expect(page.get_by_role("alert").filter(has_text="are one incident")).to_be_visible()


def test_a_code_that_is_none_says_where_to_look(page: Page, workbench: Workbench) -> None:
    page.expected_troubles = ("404",)  # type: ignore[attr-defined]  # read by the fixture
    page.goto(f"{workbench.root}/incident/AL-999999")
    expect(page.get_by_role("alert")).to_contain_text("no incident AL-999999")
    page.get_by_role("link", name="To the list of incidents").click()
    expect(page.get_by_role("heading", name="Incidents")).to_be_visible()


def test_a_rejected_claim_is_gone_from_the_range(page: Page, workbench: Workbench) -> None:
    case, code = workbench.case, largest(workbench.case)
    seven = next(ref for ref, claim in case.incident(code).claims if claim.counts[0].best == 7)
    case.decide(seven.document, action=Action.REJECT, proposal_id=seven.claim, reviewer="r2")
    page.goto(f"{workbench.root}/incident/{code}")
    expect(killed(page)).to_contain_text("8–9")


def test_documents_are_linked_from_the_list(page: Page, workbench: Workbench) -> None:
    page.get_by_role("navigation").get_by_role("link", name="Incidents").click()
    page.get_by_role("button", name="Link the documents").click()
    expect(notice(page, "8 accounts tell of 5 incidents")).to_be_visible()


def test_the_reader_leads_from_a_claim_to_its_incident(page: Page, workbench: Workbench) -> None:
    code = open_largest(page, workbench.case)
    page.keyboard.press("j")
    page.keyboard.press("o")
    page.locator("tr.detail").get_by_role("link", name="Open in the Reader").first.click()
    card = page.locator("article.current")
    expect(card.get_by_role("link", name=f"Incident {code}")).to_be_visible()
    page.keyboard.press("i")
    expect(page.get_by_role("table", name="Sources, one row an origin")).to_be_visible()
    assert page.url.endswith(code)
