"""The reader in a real browser: words to card and back, decisions that last, any hand or script."""

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect
from tests.e2e.conftest import Workbench
from tests.web import specimen

pytestmark = pytest.mark.browser


def card(page: Page, number: int) -> Locator:
    """Return the card of a claim by its number in the document."""
    return page.get_by_role("article", name=re.compile(f"^Claim {number}:"))


def states(workbench: Workbench, name: str = "letter.txt") -> list[str]:
    """Return the state of each claim as the case file has it."""
    return [claim.state for claim in workbench.case.document(workbench.id_of(name)).claims]


def saved(page: Page) -> None:
    """Wait until the page says that it is saved."""
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()


def current(page: Page) -> Locator:
    return page.locator("article[aria-current=true]")


def test_a_claim_leads_to_its_words_and_its_words_to_the_claim(reader: Page) -> None:
    card(reader, 2).get_by_role("button", name="Show words").click()
    words = reader.locator("[data-claims].current")
    expect(words).to_contain_text(["On "])
    assert "".join(words.all_inner_texts()) == (
        "On 4 April 2031, 8 members of one family were killed in the same city."
    )
    expect(card(reader, 2)).to_be_focused()
    reader.get_by_text("The hospital of Tarnel was destroyed.").first.click()
    expect(card(reader, 3)).to_be_focused()
    expect(card(reader, 3)).to_have_attribute("aria-current", "true")
    expect(current(reader)).to_have_count(1)


def test_a_card_shows_what_is_said_by_whom_and_how_it_was_read(reader: Page) -> None:
    first = card(reader, 1)
    expect(first).to_contain_text("Vessaria states:")
    expect(first).to_contain_text("43 civilians (civilian) 43 stated")
    expect(first).to_contain_text("dozens vague, no number")
    expect(first).to_contain_text("most of them women and children a share (most), no count")
    expect(first).to_contain_text("2031-04-05")
    expect(first).to_contain_text("Tarnel, Oster")
    expect(first).to_contain_text("or Oster (geonames:2)")
    expect(first).to_contain_text("Northern Coalition attributed to · alleged")
    expect(first).to_contain_text("the source’s framing: so-called")
    expect(first).to_contain_text("Several sites may share one total.")
    expect(card(reader, 4)).to_contain_text("Said of claim 3")
    expect(card(reader, 5)).to_contain_text("no addressee stated")


def test_the_text_is_all_there_and_furniture_is_set_apart(reader: Page) -> None:
    shown = reader.evaluate(
        """() => {
            const copy = document.querySelector("[data-layer=t0]").cloneNode(true);
            copy.querySelectorAll("button").forEach(number => number.remove());
            return [...copy.querySelectorAll("p")].map(block => block.textContent);
        }"""
    )
    assert shown == [line for line in specimen.LETTER.splitlines() if line]
    expect(reader.locator("p.furniture")).to_have_text("Distribution: general")


def test_an_accepted_claim_is_saved_at_once_and_stays_after_a_reload(
    reader: Page, workbench: Workbench
) -> None:
    expect(card(reader, 1)).to_contain_text("Machine proposal")
    expect(card(reader, 1)).not_to_contain_text("confidence")
    card(reader, 1).get_by_role("button", name="Accept").click()
    expect(card(reader, 1)).to_contain_text("Accepted · r1 · 10:42")
    saved(reader)
    assert states(workbench)[0] == "accepted"
    expect(card(reader, 1)).to_contain_text("confidence 91 %")
    expect(card(reader, 2)).not_to_contain_text("confidence")
    reader.reload()
    expect(card(reader, 1)).to_contain_text("Accepted · r1 · 10:42")
    expect(reader.get_by_text("1 of 5 decided")).to_be_visible()


def test_undo_takes_a_decision_back(reader: Page, workbench: Workbench) -> None:
    card(reader, 2).get_by_role("button", name="Reject").click()
    expect(card(reader, 2)).to_contain_text("Rejected · r1")
    reader.get_by_role("button", name="Undo").click()
    expect(card(reader, 2)).to_contain_text("Machine proposal")
    assert states(workbench) == ["proposed"] * 5


def test_an_edited_claim_shows_the_machine_s_value_beside_the_person_s(
    reader: Page, workbench: Workbench
) -> None:
    card(reader, 1).get_by_role("button", name="Edit").click()
    form = card(reader, 1).get_by_role("form", name="Edit the claim")
    form.get_by_label("Low").first.fill("40")
    form.get_by_label("Best").first.fill("")
    form.get_by_label("Qualifier").first.select_option("range")
    form.get_by_label("Place meant").select_option("geonames:2")
    form.get_by_label("Why").fill("the annex says 40")
    form.get_by_role("button", name="Save").click()
    expect(card(reader, 1)).to_contain_text("40–43 civilians")
    expect(card(reader, 1)).to_contain_text("machine: 43 killed, stated, civilian")
    expect(card(reader, 1)).to_contain_text("machine: Tarnel (geonames:1)")
    expect(card(reader, 1)).to_contain_text("Why: the annex says 40")
    expect(card(reader, 1)).to_contain_text("Edited · r1")
    saved(reader)
    claim = workbench.case.document(workbench.id_of("letter.txt")).claims[0]
    count = claim.current.counts[0]
    assert (count.low, count.best, count.high) == (40, None, 43)
    assert claim.proposal is not None
    assert claim.proposal.counts[0].low == 43


def test_a_refused_edit_stays_on_screen_with_its_reason(reader: Page, workbench: Workbench) -> None:
    reader.expected_troubles = ("400",)  # type: ignore[attr-defined]  # read by the fixture
    card(reader, 1).get_by_role("button", name="Edit").click()
    card(reader, 1).get_by_label("When").fill("last spring")
    reader.keyboard.press("Enter")
    expect(reader.get_by_text("is no date or interval")).to_be_visible()
    reader.get_by_role("button", name="Give this change up").click()
    expect(card(reader, 1)).to_contain_text("Machine proposal")
    assert states(workbench) == ["proposed"] * 5


def test_the_keyboard_alone_does_everything(page: Page, workbench: Workbench) -> None:
    page.keyboard.press("j")
    names = [page.evaluate("document.activeElement.textContent")]
    for key in "jjk":
        page.keyboard.press(key)
        names.append(page.evaluate("document.activeElement.textContent"))
    assert [name.strip() for name in names] == [
        specimen.HOSTILE_NAME,
        "locked.pdf",
        "letter.txt",
        "locked.pdf",
    ]
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="letter.txt").wait_for()
    page.keyboard.press("j")
    expect(card(page, 1)).to_be_focused()
    page.keyboard.press("a")
    expect(card(page, 1)).to_contain_text("Accepted")
    page.keyboard.press("Space")
    expect(card(page, 2)).to_be_focused()
    page.keyboard.press("x")
    expect(card(page, 2)).to_contain_text("Rejected")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    expect(card(page, 3)).to_be_focused()
    page.keyboard.press("w")
    expect(page.get_by_role("button", name="Claim 3, proposed by the machine")).to_be_focused()
    page.keyboard.press("Enter")
    expect(card(page, 3)).to_be_focused()
    page.keyboard.press("k")
    page.keyboard.press("k")
    page.keyboard.press("e")
    expect(page.get_by_label("Low").first).to_be_focused()
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    expect(page.get_by_role("form")).to_have_count(0)
    expect(card(page, 1)).to_be_focused()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys in this room")).to_be_visible()
    page.keyboard.press("a")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.keyboard.press("u")
    expect(card(page, 2)).to_contain_text("Machine proposal")
    page.keyboard.press("u")
    expect(card(page, 1)).to_contain_text("Machine proposal")
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", name="Documents")).to_be_visible()
    assert states(workbench) == ["proposed"] * 5


@pytest.mark.parametrize("letter", ["ش", "ф", "q"])
def test_keys_count_by_their_place_whatever_the_layout_writes(reader: Page, letter: str) -> None:
    reader.keyboard.press("j")
    reader.evaluate(
        """letter => document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", {code: "KeyA", key: letter, bubbles: true}))""",
        letter,
    )
    expect(card(reader, 1)).to_contain_text("Accepted")


def test_single_keys_can_be_turned_off(reader: Page, workbench: Workbench) -> None:
    reader.keyboard.press("?")
    reader.get_by_label("Single-key shortcuts are on").uncheck()
    reader.keyboard.press("Escape")
    reader.keyboard.press("j")
    reader.keyboard.press("a")
    expect(current(reader)).to_have_count(0)
    assert states(workbench) == ["proposed"] * 5


def test_a_new_claim_is_made_from_words_by_keyboard(reader: Page, workbench: Workbench) -> None:
    for _ in range(3):
        reader.keyboard.press("j")
    reader.keyboard.press("n")
    form = reader.get_by_role("form", name="New claim")
    expect(form).to_contain_text("The hospital of Tarnel was destroyed.")
    form.get_by_role("button", name="first word →").press("Enter")
    form.get_by_label("Outcome").select_option("injured")
    form.get_by_role("button", name="Save the claim").press("Enter")
    added = reader.get_by_role("article").filter(has_text="Added by a person · r1")
    expect(added).to_contain_text("hospital of Tarnel was destroyed.")
    assert "added" in states(workbench)


def test_the_panes_scroll_and_the_page_stays(reader: Page) -> None:
    reader.set_viewport_size({"width": 1440, "height": 420})
    for _ in range(5):
        reader.keyboard.press("j")
    expect(card(reader, 5)).to_be_focused()
    for shown in (card(reader, 5), reader.locator("[data-claims].current").first):
        expect(shown).to_be_in_viewport()
    expect(reader.get_by_role("navigation")).to_be_in_viewport(ratio=1)
    expect(reader.get_by_role("heading", name="letter.txt")).to_be_in_viewport(ratio=1)


def test_filters_show_what_is_left_to_do(reader: Page) -> None:
    card(reader, 1).get_by_role("button", name="Accept").click()
    reader.get_by_role("button", name="Undecided").click()
    reader.keyboard.press("j")
    expect(card(reader, 2)).to_be_focused()
    expect(card(reader, 1)).to_have_count(0)
    reader.get_by_role("button", name="Decided", exact=True).click()
    expect(card(reader, 1)).to_be_visible()
    expect(card(reader, 3)).to_have_count(0)


def test_nothing_is_lost_when_the_network_fails(reader: Page, workbench: Workbench) -> None:
    reader.expected_troubles = ("ERR_FAILED",)  # type: ignore[attr-defined]  # as above

    def cut(route: Route) -> None:
        route.abort()

    reader.route("**/decisions", cut)
    reader.keyboard.press("j")
    reader.keyboard.press("a")
    reader.keyboard.press("j")
    reader.keyboard.press("x")
    expect(reader.get_by_role("status").filter(has_text="Not saved yet")).to_be_visible()
    expect(card(reader, 2)).to_contain_text("saving …")
    assert states(workbench) == ["proposed"] * 5
    reader.unroute("**/decisions", cut)
    reader.get_by_role("button", name="Try again").click()
    saved(reader)
    expect(card(reader, 2)).to_contain_text("Rejected · r1")
    assert states(workbench)[:2] == ["accepted", "rejected"]


def test_a_lost_answer_does_not_make_a_second_decision(reader: Page, workbench: Workbench) -> None:
    reader.expected_troubles = ("ERR_FAILED",)  # type: ignore[attr-defined]  # as above
    lost: list[str] = []

    def lose_the_first_answer(route: Route) -> None:
        if lost:
            route.continue_()
            return
        route.fetch()
        lost.append(route.request.headers["idempotency-key"])
        route.abort()

    reader.route("**/decisions", lose_the_first_answer)
    before = workbench.case.info().entries
    reader.keyboard.press("j")
    reader.keyboard.press("a")
    saved(reader)
    assert workbench.case.info().entries == before + 1


def test_an_arabic_post_runs_from_the_right_beside_its_translation(
    page: Page, workbench: Workbench
) -> None:
    page.get_by_role("button", name="Paste a post").click()
    form = page.get_by_role("dialog", name="Paste a post")
    form.get_by_label("Text of the post").fill(specimen.POST)
    form.get_by_label("Address").fill("https://example.org/1")
    form.get_by_label("Author or account").fill("@tarnel")
    form.get_by_label("Platform").fill("Chirp")
    form.get_by_label("Posted").fill("2031-04-06T08:00")
    form.get_by_label("Language of the post").select_option("ar")
    form.get_by_label("Translated text").fill(specimen.TRANSLATION)
    form.get_by_role("button", name="Save and read").click()
    page.get_by_role("heading", name="Post by @tarnel, 2031-04-06").wait_for()
    original = page.locator("[data-layer=t0] p").first
    translation = page.locator("[data-layer=t1] p").first
    assert original.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert (original.get_attribute("lang"), translation.get_attribute("lang")) == ("ar", "en")
    assert translation.evaluate("e => getComputedStyle(e).direction") == "ltr"
    left, right = original.bounding_box(), translation.bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] <= right["x"]
    assert left["y"] == pytest.approx(right["y"], abs=1)
    words = page.locator("[data-claims].count")
    expect(words).to_have_text("5")  # after an emoji: units are no code points
    expect(page.get_by_text("2031-04-06 08:00 UTC")).to_be_visible()
    stored = workbench.case.document(workbench.id_of("Post by @tarnel, 2031-04-06"))
    assert stored.document is not None
    assert [layer.text for layer in stored.document.layers] == [
        specimen.POST,
        specimen.TRANSLATION,
    ]


def test_hostile_text_is_shown_and_never_run(page: Page, workbench: Workbench) -> None:
    page.get_by_role("link", name="<img src=x").click()
    expect(page.get_by_text("alert(2)")).to_be_visible()
    shown = page.locator("[data-layer=t0]").inner_text()
    assert '<script>document.body.dataset.pwned = "1"</script>' in shown
    assert "<b>Tarnel</b>" in shown
    card(page, 1).get_by_role("button", name="Edit").click()
    page.get_by_label("Why").fill("<img src=x onerror=alert(4)>")
    page.get_by_label("Low").fill("2")
    page.keyboard.press("Enter")
    expect(card(page, 1)).to_contain_text("Why: <img src=x onerror=alert(4)>")
    assert page.evaluate("document.body.dataset.pwned") is None
    assert page.locator("main img, main script, main svg, main b i").count() == 0
    assert workbench.case.info().decided == 1


def test_the_symbol_is_supplied_by_a_person(reader: Page) -> None:
    expect(reader.get_by_text("not in the text")).to_be_visible()
    reader.get_by_role("button", name="Details").click()
    reader.get_by_label("Symbol").fill("S/2031/12")
    reader.get_by_role("button", name="Save details").click()
    expect(
        reader.locator("header dl").get_by_text("S/2031/12 (supplied by a person)")
    ).to_be_visible()
