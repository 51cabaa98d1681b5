"""Hits of a search in plain text, for a terminal or a pipe.

Names and snippets come from documents: what would steer a terminal or reorder its line is left
out, and each stretch that may run from right to left is isolated from the rest of the line.
"""

import re
import unicodedata
from collections.abc import Iterator

from allegata.app.views import SearchHit, SearchResult
from allegata.cli.case_text import short
from allegata.model.vocabularies import LayerKind
from allegata.model.wire import Json

_ISOLATE, _END = "\u2068", "\u2069"
_MARK, _PLAIN = "\x1b[1;4m", "\x1b[0m"  # bold and underlined: seen without colour
_STEERING = frozenset({"Cc", "Cf", "Cs"})
_JOINERS = "\u200c\u200d"  # part of how Persian and others write words
_BLANKS = re.compile(" {2,}")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def result_lines(result: SearchResult, *, styled: bool) -> Iterator[str]:
    """Yield two lines for each hit: where it stands, and its words."""
    for hit in result.hits:
        yield _place(hit)
        yield f"    {_snippet(hit, styled=styled)}"


def hit_json(hit: SearchHit) -> dict[str, Json]:
    """Return a hit for programs; offsets are code points of the layer, of marks of the snippet."""
    start = hit.snippet.start
    return {
        "document": hit.title.id,
        "name": hit.title.name,
        "row_id": hit.title.row_id,
        "language": hit.language,
        "symbol": hit.title.symbol,
        "layer": hit.layer.id,
        "kind": hit.layer.kind.value,
        "page": hit.page,
        "start": hit.place.start,
        "end": hit.place.end,
        "snippet": hit.layer.slice(hit.snippet),
        "marks": [[mark.start - start, mark.end - start] for mark in hit.marks],
    }


def harmless(text: str) -> str:
    r"""Return ``text`` on one line, without what steers a terminal or the order of letters.

    >>> harmless("two\nlines\x1b[2J \u202ereversed")
    'two lines[2J reversed'
    """
    return "".join(
        " " if letter.isspace() else letter
        for letter in text
        if letter.isspace() or letter in _JOINERS or unicodedata.category(letter) not in _STEERING
    )


def isolated(text: str) -> str:
    """Return ``text`` so that letters from right to left in it reorder nothing beside it."""
    if any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in text):
        return f"{_ISOLATE}{text}{_END}"
    return text


def _place(hit: SearchHit) -> str:
    title, kind = hit.title, hit.layer.kind
    name = title.name if title.row_id is None else f"{title.name} #{title.row_id}"
    parts = [isolated(harmless(name)), short(title.id)]
    if title.symbol is not None:
        parts.append(isolated(harmless(title.symbol)))
    if hit.page is not None:
        parts.append(f"p. {hit.page}")
    if kind is not LayerKind.NATIVE:
        language = f", {harmless(hit.language)}" if hit.language else ""
        parts.append(f"{kind.value} {hit.layer.id}{language}")
    return "  ".join(parts)


def _snippet(hit: SearchHit, *, styled: bool) -> str:
    words = "".join(
        f"{_MARK}{harmless(text)}{_PLAIN}" if marked and styled else harmless(text)
        for text, marked in hit.pieces
    )
    return isolated(_BLANKS.sub(" ", words))
