"""Which lines of a layer the reading view joins, by what the format says of its lines."""

import pytest

from allegata.model.document import Block, Document, Region, TextLayer
from allegata.model.vocabularies import LayerKind
from allegata.stages.extract.view import view_of

FIRST = "Two people were hurt in a strike on the market of Dorval"
TEXT = f"{FIRST}\nThe council said so."


def view(media_type: str, path: str) -> str:
    region = Region(0, len(TEXT), path=path)
    layer = TextLayer("t0", LayerKind.NATIVE, "test", TEXT, (region,))
    return view_of(Document("sha256:0", "x", media_type, (layer,))).text


@pytest.mark.parametrize(
    ("media_type", "path", "joined"),
    [
        ("text/plain", "line[1]", True),
        ("application/akn+xml", "/akomaNtoso[1]/doc[1]/p[1]", False),
        ("text/html", "/html[1]/body[1]/p[1]", False),
        ("text/html", "/html[1]/body[1]/pre[1]", True),
        ("message/rfc822", "part[1]/line[1]", True),
        ("message/rfc822", "part[1]/html[1]/body[1]/p[1]", False),
    ],
)
def test_lines_are_joined_where_they_may_have_been_broken_for_width(
    media_type: str, path: str, joined: bool
) -> None:
    assert view(media_type, path) == (TEXT.replace("\n", " ") if joined else TEXT)


def test_quoted_and_skipped_stretches_are_told() -> None:
    blocks = (Block("t0", 0, 10, "quote"), Block("t0", 11, 20, "furniture"))
    layer = TextLayer("t0", LayerKind.NATIVE, "test", TEXT)
    found = view_of(Document("sha256:0", "x", "text/plain", (layer,), blocks))
    assert (found.is_quoted(5, 6), found.is_quoted(12, 13)) == (True, False)
    assert (found.is_skipped(5, 6), found.is_skipped(12, 13)) == (False, True)
