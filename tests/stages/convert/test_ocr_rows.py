"""Pages as words with their places, set as United Nations documents are."""

import random

from hypothesis import given
from hypothesis import strategies as st
from tests.ocrkit import word, words_of

from allegata.model.pictures import PictureWord
from allegata.stages.convert.ocr_rows import set_in_rows


def read(*words: PictureWord, height: float = 3300) -> list[str]:
    return [
        " ".join(one.text for one in row.words)
        for row in set_in_rows(words, height=height)
        if not row.noise
    ]


def noise(*words: PictureWord, height: float = 3300) -> list[str]:
    return [
        " ".join(one.text for one in row.words)
        for row in set_in_rows(words, height=height)
        if row.noise
    ]


def test_a_number_before_its_paragraph_is_on_its_line() -> None:
    # The engine takes the number for a column of its own.
    body = words_of(["On that day the observers", "raised the matter again."], left=300, top=1500)
    assert read(*body, word("3.", 200, 1502, line=9)) == [
        "3. On that day the observers",
        "raised the matter again.",
    ]


def test_a_line_that_the_engine_broke_is_one() -> None:
    assert read(
        word("Also,", 200, 1000, line=0),
        word("three", 300, 1003, line=7),
        word("trucks", 400, 1001, line=7),
    ) == ["Also, three trucks"]


def test_a_skewed_line_stays_one_line() -> None:
    words = [word(f"w{n}", 200 + 100 * n, 1000 + 4 * n, line=0) for n in range(18)]
    more = [word(f"v{n}", 200 + 100 * n, 1055 + 4 * n, line=1) for n in range(18)]
    assert [row.split()[0] for row in read(*words, *more)] == ["w0", "v0"]


COLUMN = [
    "the first column of a resolution",
    "as it was printed in those days",
    "in two columns a page",
]


def column(left: float, mark: str) -> list[PictureWord]:
    lines = [f"{mark}{n} {COLUMN[n % 3]}" for n in range(8)]
    return list(words_of(lines, left=left, top=500))


def test_two_columns_of_text_are_read_one_after_the_other() -> None:
    left, right = column(200, "L"), column(900, "R")
    right = [one.__class__(one.text, one.box, one.confidence, one.line + 50) for one in right]
    title = words_of(["A title that runs across both columns of the page and more of it"], top=300)
    found = read(*title, *left, *right)
    assert found[0].startswith("A title")
    assert [row[:2] for row in found[1:]] == [f"L{n}" for n in range(8)] + [
        f"R{n}" for n in range(8)
    ]


def test_columns_of_arabic_begin_at_the_right() -> None:
    line = "هذا نص طويل من عمود واحد في صفحة"
    left: list[PictureWord] = []
    right: list[PictureWord] = []
    for n in range(8):
        for side, start, mark in ((left, 850, "ب"), (right, 1700, "ا")):
            x = float(start)
            for at, text in enumerate(f"{mark}{n} {line}".split()):
                x -= 15 * len(text)
                side.append(word(text, x, 500 + 50 * n, line=n + (60 if mark == "ب" else 0)))
                x -= 15
                assert at >= 0
    found = read(*right, *left)
    assert [row[:2] for row in found] == [f"ا{n}" for n in range(8)] + [f"ب{n}" for n in range(8)]


def test_a_table_is_read_row_by_row() -> None:
    rows = [
        ("Dorval", "12", "30"),
        ("Dar Salam", "7", "0"),
        ("Nord", "1", "4"),
        ("Sud", "9", "9"),
    ] * 2
    words = [
        word(text, left, 500 + 50 * n, line=10 * n + at)
        for n, row in enumerate(rows)
        for at, (text, left) in enumerate(zip(row, (200.0, 900.0, 1400.0), strict=True))
    ]
    assert read(*words)[:2] == ["Dorval 12 30", "Dar Salam 7 0"]


def test_the_stack_at_the_right_of_a_masthead_is_read_after_what_stands_left_of_it() -> None:
    right = words_of(
        ["Distr.", "GENERAL", "S/2031/5", "8 May 2031", "ORIGINAL: ENGLISH"], left=1600, top=330
    )
    left = [
        word("UNITED", 100, 200, line=20),
        word("NATIONS", 100, 250, line=21),
        word("Security", 400, 340, line=22),
        word("Council", 540, 340, line=22),
    ]
    title = words_of(
        ["REPORT OF THE SECRETARY-GENERAL ON THE MISSION IN DORVAL"], left=300, top=900
    )
    assert read(*left, *right, *title) == [
        "UNITED",
        "NATIONS",
        "Security Council",
        "Distr.",
        "GENERAL",
        "S/2031/5",
        "8 May 2031",
        "ORIGINAL: ENGLISH",
        "REPORT OF THE SECRETARY-GENERAL ON THE MISSION IN DORVAL",
    ]


def test_scraps_of_an_emblem_are_noise_and_doubtful_words_are_not() -> None:
    page = (
        word("Y", 110, 480, confidence=0.0, line=1),
        word("Ys", 100, 520, confidence=0.56, line=2),
        word("4", 200, 520, confidence=0.33, line=2),
        word("Distr.", 1600, 520, line=2),
        word("$/23900", 1600, 640, confidence=0.55, line=3),
        word("8/23106/Add.1", 1600, 740, confidence=0.38, line=4),
        word("sarnammrmnem", 100, 820, confidence=0.0, line=5),
        word("@", 1100, 300, confidence=0.78, line=6),
        word("i.", 200, 1400, confidence=0.46, line=7),
        word("The", 300, 1400, line=7),
    )
    assert read(*page) == ["Distr.", "$/23900", "8/23106/Add.1", "i. The"]
    assert sorted(noise(*page)) == ["@", "Y", "Ys 4", "sarnammrmnem"]


def test_an_emblem_beside_the_organs_name_is_peeled_off() -> None:
    page = (
        word("fr", 60, 318, confidence=0.34, height=93, line=70),
        word("i)", 130, 322, confidence=0.03, height=90, line=70),
        word("General", 170, 330, line=70),
        word("Assembly", 290, 330, line=70),
        *words_of(["words of the usual height that follow"] * 3, top=1500),
    )
    assert read(*page)[0] == "General Assembly"
    assert noise(*page) == ["fr i)"]


def test_nothing_is_no_rows() -> None:
    assert read() == []


@given(st.randoms(use_true_random=False), st.integers(1, 40))
def test_no_word_is_lost_or_doubled(random_: random.Random, count: int) -> None:
    words = [
        word(
            f"w{n}",
            random_.uniform(0, 2400),
            random_.uniform(0, 3200),
            line=random_.randrange(9),
            confidence=random_.random(),
            height=random_.choice((20.0, 30.0, 90.0)),
        )
        for n in range(count)
    ]
    words.sort(key=lambda one: one.line)
    rows = set_in_rows(words, height=3300)
    assert sorted(one.text for row in rows for one in row.words) == sorted(x.text for x in words)
