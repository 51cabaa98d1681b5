"""Which blocks of a page are its article, and which are navigation and other furniture.

trafilatura finds the article's lines; the page's own markup names its navigation. A block is
furniture only if trafilatura passed over it and something else speaks against it too, for a
standfirst or a caption that it passes over may hold the only mention of a victim.
"""

import importlib
import re
from collections.abc import Sequence
from dataclasses import replace

from allegata.model.document import Block
from allegata.stages.convert.html_text import Piece, VisibleText

_MOST_CHARACTERS = 1_000_000  # of markup; above that only the markup itself is asked
_SHORT = 80  # code points: longer blocks outside the article are kept as text
_LEAST_ARTICLE = 200  # code points; less is no article found
_MOSTLY = 0.5  # of a block's text in links

_NO_WORD = re.compile(r"\W+")


def article_lines(text: str) -> frozenset[str]:
    """Return the lines that trafilatura takes for the article, each as a key; none if unsure."""
    if len(text) > _MOST_CHARACTERS:
        return frozenset()
    library = importlib.import_module("trafilatura")  # slow to load
    found = library.extract(text, fast=True, favor_recall=True, include_comments=False)
    if found is None or len(found) < _LEAST_ARTICLE:
        return frozenset()
    return frozenset(_key(part) for line in found.splitlines() for part in line.split("|"))


def mark_furniture(
    text: str, blocks: Sequence[Block], seen: VisibleText, article: frozenset[str]
) -> tuple[Block, ...]:
    """Return the blocks, those outside the article marked as furniture where two signs agree."""
    keys = [_key(text[block.start : block.end]) for block in blocks]
    chosen = [index for index, key in enumerate(keys) if key in article]
    first, last = (chosen[0], chosen[-1]) if chosen else (0, len(blocks))
    marked = []
    for index, (block, pieces) in enumerate(zip(blocks, seen.blocks(), strict=True)):
        is_outside = not first <= index <= last
        if keys[index] in article:
            kind = pieces[0].kind  # an aside that belongs to the article
        elif _is_mostly_links(pieces) or (is_outside and _is_slight(block)):
            kind = "furniture"
        else:
            kind = block.kind
        marked.append(replace(block, kind=kind))
    return tuple(marked)


def _key(line: str) -> str:
    """Return the letters and digits of a line: trafilatura changes blanks and adds marks.

    >>> _key("- Two  **dead**.")
    'Twodead'
    """
    return _NO_WORD.sub("", line)


def _is_mostly_links(pieces: Sequence[Piece]) -> bool:
    length = sum(len(piece.text) for piece in pieces)
    linked = sum(len(piece.text) for piece in pieces if piece.link)
    return pieces[0].kind != "heading" and linked > _MOSTLY * length


def _is_slight(block: Block) -> bool:
    return block.kind != "heading" and block.end - block.start < _SHORT
