import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.model.document import Box
from allegata.model.pictures import PictureWord
from allegata.stages.convert.ocr_table import (
    LONGEST_WORD,
    MOST_WORDS,
    mean_confidence,
    parse_table,
)


def row(text: str, *, box: str = "10\t20\t60\t30", sure: str = "96.5", line: int = 1) -> str:
    return f"5\t1\t1\t1\t{line}\t1\t{box}\t{sure}\t{text}"


def words(*rows: str) -> tuple[PictureWord, ...]:
    return parse_table("\n".join(rows).encode(), 600, 800)


def test_words_keep_their_order_lines_and_confidence() -> None:
    head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight"
    found = words(
        head + "\tconf\ttext", row("Two"), row("were", sure="7"), row("hurt", line=2, sure="-1")
    )
    assert [(one.text, one.line, one.confidence) for one in found] == [
        ("Two", 0, 0.965),
        ("were", 0, 0.07),
        ("hurt", 1, 0.0),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "no table",
        "4" + row("Two")[1:],
        row("Two") + "\tmore",
        row("Two", box="10\t20\t0\t30"),
        row("Two", box="700\t20\t60\t30"),
        row("Two", box="ten\t20\t60\t30"),
        row("Two", box="1e9\t20\t60\t30"),
        row("Two", box="9999999999\t20\t60\t30"),
        row("Two", sure="nan"),
        row("Two", sure="inf"),
        row("Two", sure=""),
        row(" \u200f\x00"),
        row("\u202e"),
    ],
)
def test_what_is_no_word_is_dropped(line: str) -> None:
    assert [one.text for one in words(row("One"), line, row("Three"))] == ["One", "Three"]


def test_a_box_is_cut_to_the_picture() -> None:
    (found,) = words(row("Two", box="-5\t790\t60\t30"))
    assert found.box == Box(0, 790, 55, 800)


def test_marks_that_disguise_a_text_are_taken_out_and_joiners_stay() -> None:
    found = words(
        row("\u202e72\u200e"), row("\u0645\u06cc\u200c\u0631\u0648\u062f"), row("a\u200c")
    )
    assert [one.text for one in found] == ["72", "\u0645\u06cc\u200c\u0631\u0648\u062f", "a"]


def test_words_and_pages_have_an_end() -> None:
    (found,) = words(row("x" * 5000))
    assert len(found.text) == LONGEST_WORD
    assert len(words(*[row("x")] * (MOST_WORDS + 50))) == MOST_WORDS


@given(st.binary(max_size=2000))
def test_no_bytes_break_it(table: bytes) -> None:
    for one in parse_table(table + b"\n" + row("Two").encode() + b"\n" + table, 600, 800):
        assert 0 <= one.box.x0 < one.box.x1 <= 600
        assert 0 <= one.box.y0 < one.box.y1 <= 800
        assert 0 <= one.confidence <= 1
        assert one.text.strip()


def test_long_words_weigh_more() -> None:
    found = words(row("a", sure="0"), row("x" * 9, sure="100"))
    assert mean_confidence(found) == pytest.approx(0.9)
