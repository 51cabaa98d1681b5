import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegata.model.document import SourceFile
from allegata.stages.acquire.source import acquire
from allegata.stages.convert.converted import check
from allegata.stages.convert.plain import convert_plain

TEXTS = st.text(st.characters(codec="utf-8"), max_size=300)


def blocks_of(text: str) -> list[tuple[str, str]]:
    found = convert_plain(SourceFile("x", "n.txt", text.encode(), "text/plain"))
    return [(block.kind, text[block.start : block.end]) for block in found.blocks]


@given(TEXTS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_the_layer_is_the_decoded_input_less_its_mark(text: str, codec: str) -> None:
    text = text.removeprefix("\ufeff")
    encoding = codec.removesuffix("-sig") if codec in ("utf-8", "utf-8-sig") else f"{codec}-le"
    source = SourceFile("x", "n.txt", text.encode(codec), "text/plain", encoding)
    found = convert_plain(source)
    assert found.layers[0].text == text
    check(found)


@given(st.text("ab -•\n\r\x0c\u2028", max_size=80))
def test_lines_and_paragraphs_leave_nothing_out_but_blanks(text: str) -> None:
    found = convert_plain(SourceFile("x", "n.txt", text.encode(), "text/plain"))
    check(found)
    for ranges in (
        [(r.start, r.end) for r in found.layers[0].regions],
        [(b.start, b.end) for b in found.blocks],
    ):
        kept = "".join(text[start:end] for start, end in ranges)
        assert "".join(kept.split()) == "".join(text.split())


def test_lines_are_counted_as_editors_count_them() -> None:
    found = convert_plain(
        SourceFile("x", "n.txt", "a\r\nb\u2028c\x0cd\re\n\nf".encode(), "text/plain")
    )
    layer = found.layers[0]
    assert [(layer.text[r.start : r.end], r.path) for r in layer.regions] == [
        ("a", "line[1]"),
        ("b\u2028c\x0cd", "line[2]"),
        ("e", "line[3]"),
        ("f", "line[5]"),
    ]


def test_blank_lines_part_paragraphs_and_bullets_part_items() -> None:
    assert blocks_of("Two were\nhurt:\n- a child\n  of nine\n(b) a man\n \nLater") == [
        ("paragraph", "Two were\nhurt:"),
        ("list_item", "- a child\n  of nine"),
        ("list_item", "(b) a man"),
        ("paragraph", "Later"),
    ]


def test_lines_longer_than_any_editor_wraps_are_paragraphs() -> None:
    long = "word " * 40
    assert blocks_of(f"{long}\nNext.\n") == [("paragraph", long), ("paragraph", "Next.")]


def test_broken_bytes_are_shown_and_doubted() -> None:
    found = convert_plain(SourceFile("x", "n.txt", b"Two\xff hurt\xfe", "text/plain", "utf-8"))
    assert found.layers[0].text == "Two\ufffd hurt\ufffd"
    (doubt,) = found.doubts
    assert doubt.code == "convert.characters_lost"
    assert doubt.span is not None
    assert (doubt.span.start, doubt.span.end) == (3, 4)


@pytest.mark.slow
def test_fifty_megabytes_of_text_are_read() -> None:
    content = b"Three people were hurt in Dorval on 3 May 2031.\n\n" * 1_050_000
    found = convert_plain(acquire(content, "big.txt"))
    assert len(found.layers[0].text) == len(content) > 50_000_000
    assert len(found.blocks) == 1_050_000
