"""Numbers that OCR read in Arabic script, and which of them a person has seen."""

from dataclasses import replace

from tests.app.ocrkit import SCAN, scanned

from allegata.app.anchoring import around
from allegata.app.ocr_numbers import ocr_numbers, unseen
from allegata.app.views import OcrNumber
from allegata.model.document import Region, TextLayer
from allegata.model.number import NumberSeen
from allegata.model.span import Span
from allegata.model.vocabularies import LayerKind


def seen(layer: TextLayer, raw: str, value: str | None = "43") -> NumberSeen:
    start = layer.text.index(raw)
    span = Span(layer.id, start, start + len(raw))
    before, after = around(layer, span)
    return NumberSeen("sha256:00", span, raw, before, after, value, "r1", "2031-04-09")


def values(numbers: tuple[OcrNumber, ...]) -> dict[str, str | None]:
    return {number.raw: number.seen.value if number.seen else None for number in numbers}


def test_numbers_in_arabic_lines_are_listed_with_their_places() -> None:
    numbers = ocr_numbers([scanned(SCAN, sure=0.71)])
    assert [(number.raw, number.page, number.confidence) for number in numbers] == [
        ("43", 1, 0.71),
        ("12", 1, 0.71),
    ]
    assert numbers[0].id == f"t0-{SCAN.index('43')}-{SCAN.index('43') + 2}"
    assert unseen(numbers) == 2


def test_text_that_was_never_a_picture_has_no_such_numbers() -> None:
    native = TextLayer("t0", LayerKind.NATIVE, "pdf@1", SCAN)
    translation = replace(scanned(SCAN), kind=LayerKind.TRANSLATION, regions=())
    assert ocr_numbers([native]) == ocr_numbers([translation]) == ()


def test_of_a_text_with_some_scanned_pages_only_theirs_are_listed() -> None:
    text = "قتل ٢٣ مدنيا\n\nقتل ٢٤ مدنيا"
    read, scan = text.index("٢٣"), text.index("٢٤")
    regions = (Region(read, read + 2, page=1), Region(scan, scan + 2, page=2, confidence=0.5))
    layer = TextLayer("t0", LayerKind.NATIVE, "pdf@1", text, regions)
    assert [(number.raw, number.confidence) for number in ocr_numbers([layer])] == [("٢٤", 0.5)]


def test_the_latest_that_was_said_counts_and_may_be_taken_back() -> None:
    layer = scanned(SCAN)
    first, second = seen(layer, "43", "43"), seen(layer, "43", "48")
    taken_back = replace(first, value=None)
    assert values(ocr_numbers([layer], None, [first, second])) == {"43": "48", "12": None}
    assert values(ocr_numbers([layer], None, [first, taken_back])) == {"43": None, "12": None}
    nothing = seen(layer, "12", "")
    assert values(ocr_numbers([layer], None, [nothing])) == {"43": None, "12": ""}


def test_what_was_seen_is_found_in_a_layer_that_was_read_again() -> None:
    old = scanned(SCAN)
    new = scanned(f"رأس الصفحة\n{SCAN.replace('عينة', 'عيـنة')}", layer="t1", tool="ocr@2")
    numbers = ocr_numbers([old, new], ["t1"], [seen(old, "43")])
    assert [(number.span.layer, number.in_force) for number in numbers] == [
        ("t1", True),
        ("t1", True),
        ("t0", False),
        ("t0", False),
    ]
    assert values(numbers[:2]) == values(numbers[2:]) == {"43": "43", "12": None}
    assert unseen(numbers) == 1


def test_another_number_another_page_or_other_words_are_not_what_was_seen() -> None:
    old = scanned(SCAN)
    item = seen(old, "43")
    for text in (
        SCAN.replace("43", "48"),
        f"صفحة\n\n{SCAN}",
        SCAN.replace("عاجل: ", "كما ورد ").replace(" people were killed في", " شخصا قتلوا في"),
        "عاجل: 43 people were killed في قصف\n" * 2,
    ):
        numbers = ocr_numbers([old, scanned(text, layer="t1")], ["t1"], [item])
        assert unseen(numbers) == sum(number.in_force for number in numbers), text
