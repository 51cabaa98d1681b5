import pytest

from allegata.model.document import Box
from allegata.stages.convert.page_furniture import find_furniture, is_symbols
from allegata.stages.convert.printed import PrintedLine

HEIGHT = 792.0


def line(text: str, top: float, page: int = 1, *, noise: bool = False) -> PrintedLine:
    return PrintedLine(page, text, Box(60, top, 60 + 5 * len(text), top + 12), 10.0, noise=noise)


def furniture(*lines: PrintedLine) -> list[str]:
    found = find_furniture(lines, {one.page: HEIGHT for one in lines})
    return [one.text for one in lines if one in found]


@pytest.mark.parametrize(
    "foot",
    [
        *("17-01779 (E) 060217", "17-01779 (E) 060217 080217", "*1701779*", "1701779*"),
        *("2/19 17-01779", "17-01779 3/19", "93-46921 4112h (E) 260893 /...", "71-19641"),
        *("95-26649 (E) 310895 /...", "89--25237 1255h (BF)", "270592", "060217 080217"),
        *("2/19", "- 3 -", "/...", "/ . . .", "Page 2"),
    ],
)
def test_feet_of_pages_are_furniture(foot: str) -> None:
    assert furniture(line("Two were hurt.", 300), line(foot, 740)) == [foot]


@pytest.mark.parametrize(
    "text", ["27 killed", "12-345 people", "17-01779 people", "in 2017", "1 See S/2031/5."]
)
def test_text_at_the_foot_is_text(text: str) -> None:
    assert furniture(line(text, 740)) == []


def test_a_job_number_in_the_middle_of_a_page_is_text() -> None:
    assert furniture(line("17-01779 (E) 060217", 400)) == []


@pytest.mark.parametrize(
    "head",
    [
        ["S/2031/95/Rev.1"],
        ["S/24848", "English", "Page 2"],
        ["A/44/661", "S/20911", "English", "Page 2"],
        ["$/24848", "English", "Page 2"],
        ["A/71/1024-S/2031/713"],
        ["S/2031/5", "Russian", "Стр. 2"],
        ["S/2031/5", "第2页"],
    ],
)
def test_a_running_head_is_furniture_on_its_first_page_already(head: list[str]) -> None:
    lines = [line(text, 36 + 13 * n, 2) for n, text in enumerate(head)]
    assert furniture(*lines, line("Two were hurt.", 120, 2)) == head


def test_a_masthead_is_none() -> None:
    assert furniture(line("S/2031/95", 46), line("Security Council", 76)) == []


def test_text_that_begins_a_page_is_none() -> None:
    words = [line("Page", 40, 2), line("Two were hurt.", 54, 2)]
    assert furniture(*words) == []
    assert furniture(line("S/2031/5", 40, 2), line("and S/2031/6 tell of it", 54, 2)) == [
        "S/2031/5"
    ]


def test_what_is_repeated_at_the_edge_is_furniture_wherever_the_page_is_large() -> None:
    lines = [line("Report on the mission", 30, page) for page in (1, 2)]
    assert len(furniture(*lines)) == 2
    tall = [PrintedLine(p, "Report", Box(60, 100 + 12 * p, 90, 130), 10.0) for p in (1, 2)]
    assert len(find_furniture(tall, {1: 3300.0, 2: 3300.0})) == 2


def test_noise_is_furniture_everywhere() -> None:
    assert furniture(line("Ys 4", 400, noise=True)) == ["Ys 4"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("S/2031/95", True),
        ("§/20911", True),
        ("8/24848", True),
        ("A/47/60 - S/23329", True),
        ("and/or", False),
        ("Two/three people", False),
    ],
)
def test_symbols_are_known_by_their_shape(text: str, found: bool) -> None:
    assert is_symbols(text) is found
