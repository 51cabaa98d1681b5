from hypothesis import given
from hypothesis import strategies as st

from allegata.model.document import SourceFile
from allegata.stages.convert.converted import check
from allegata.stages.convert.markdown import convert_markdown


def blocks_of(text: str) -> list[tuple[str, str]]:
    found = convert_markdown(SourceFile("x", "n.md", text.encode(), "text/markdown"))
    return [(block.kind, text[block.start : block.end]) for block in found.blocks]


def test_blocks_are_told_by_their_marks() -> None:
    text = (
        "# Report\nTwo were\nhurt.\n\nTitle\n=====\n* a child\n  of nine\n1. a man\n***\n"
        "| Hurt | 2 |\n|------|---|\n| Dead | 0 |\n\n[^1]: A note.\n\n```\n# no heading\n```\n"
    )
    assert blocks_of(text) == [
        ("heading", "# Report"),
        ("paragraph", "Two were\nhurt."),
        ("heading", "Title\n====="),
        ("list_item", "* a child\n  of nine"),
        ("list_item", "1. a man"),
        ("cell", "| Hurt | 2 |"),
        ("cell", "| Dead | 0 |"),
        ("footnote", "[^1]: A note."),
        ("paragraph", "```\n# no heading\n```"),
    ]


def test_a_letters_long_lines_are_paragraphs() -> None:
    long = "word " * 40
    assert blocks_of(f"{long}\n{long}\nShort.") == [
        ("paragraph", long),
        ("paragraph", long),
        ("paragraph", "Short."),
    ]


def test_quoted_lines_are_blocks_of_their_own_kind() -> None:
    assert blocks_of("Said:\n\n> Two were\n> hurt.\n>\n> One died.\n\nSo it was.") == [
        ("paragraph", "Said:"),
        ("quote", "> Two were\n> hurt."),
        ("quote", "> One died."),
        ("paragraph", "So it was."),
    ]


@given(st.text("ab#*-=|>`\\[]()1. \n", max_size=120))
def test_marks_links_and_escapes_stay_in_the_layer(text: str) -> None:
    found = convert_markdown(SourceFile("x", "n.md", text.encode(), "text/markdown"))
    assert found.layers[0].text == text
    check(found)
