from PIL import Image
from tests.ocrkit import word

from allegata.model.pictures import Picture, PictureWord
from allegata.runners.ocr_looks import is_blank, look_again, turned


def black(*boxes: tuple[int, int, int, int], size: tuple[int, int] = (400, 300)) -> Picture:
    image = Image.new("L", size, "white")
    for box in boxes:
        image.paste(0, box)
    return Picture(1, *size, 300, image.tobytes())


def test_a_speck_is_no_ink() -> None:
    assert is_blank(black((0, 0, 10, 10)))
    assert not is_blank(black((0, 0, 20, 20)))


def test_a_quarter_turn_clockwise_brings_the_left_side_up() -> None:
    shown = turned(black((0, 250, 30, 300)), 90)  # a mark at the bottom left
    assert (shown.width, shown.height) == (300, 400)
    assert shown.pixels[0] == 0  # is now at the top left
    assert turned(shown, 270).pixels == black((0, 250, 30, 300)).pixels


def test_the_second_look_sees_only_what_was_not_read() -> None:
    seen: list[Picture] = []

    def read(rest: Picture) -> tuple[PictureWord, ...]:
        seen.append(rest)
        return (word("S/2031/5", 200, 200, confidence=0.7),)

    page = black((10, 10, 55, 40), (200, 200, 320, 230))
    first = (word("Two", 10, 10),)
    found = look_again(page, first, read)
    assert [one.text for one in found] == ["Two", "S/2031/5"]
    left = Image.frombytes("L", (400, 300), seen[0].pixels)
    assert left.getpixel((20, 20)) == 255  # wiped out
    assert left.getpixel((210, 210)) == 0


def test_where_all_is_read_there_is_no_second_look() -> None:
    first = (word("Two", 10, 10),)
    assert look_again(black((10, 10, 55, 40)), first, lambda _: (word("x", 0, 0),)) == first


def test_scraps_of_stamps_are_not_taken() -> None:
    page = black((200, 200, 320, 230))
    scraps = (
        word("ee", 200, 200, confidence=0.83),
        word("NGOs", 200, 200, confidence=0.5),
        word("—", 200, 200, confidence=0.99),
    )
    assert look_again(page, (), lambda _: scraps) == ()


def test_a_surer_reading_takes_the_place_of_a_doubtful_one() -> None:
    page = black((200, 200, 320, 230))
    first = (word("A1", 200, 200, confidence=0.1),)
    second = (word("A/44/661", 200, 200, confidence=0.9),)
    assert [one.text for one in look_again(page, first, lambda _: second)] == ["A/44/661"]
