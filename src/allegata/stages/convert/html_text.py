"""A parsed HTML tree to its visible text: pieces by element, gathered into blocks.

>>> tree = etree.fromstring("<body><p>Two <b>dead</b>.</p><p hidden='x'>Nine</p></body>")
>>> seen = read_visible(tree)
>>> seen.laid_out()[0], seen.hidden
('Two dead.', ['/body[1]/p[2]'])
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from allegata.model.document import Block, Region

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KINDS = {"li": "list_item", "dt": "list_item", "dd": "list_item", "td": "cell", "th": "cell"} | {
    "blockquote": "quote",
    "figcaption": "caption",
    "caption": "caption",
}
# Elements that start a new line in every browser.
_NEW_LINE = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form header hgroup hr html legend li main menu nav ol optgroup option
    p pre section select summary table tbody td textarea tfoot th thead tr ul
"""
_UNSEEN = """
    head script style template noscript iframe object embed canvas audio video datalist title desc
    metadata noframes base link meta param source track
"""
_BLOCKS = _HEADINGS | frozenset(_NEW_LINE.split())
_NEVER_SHOWN = frozenset(_UNSEEN.split())
_FURNITURE = frozenset(("nav", "aside", "footer", "form", "button", "select", "menu", "dialog"))
_FURNITURE_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "complementary", "menu", "menubar", "toolbar")
)
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|font-size\s*:\s*0(?![.\d]*[1-9])"
    r"|opacity\s*:\s*0(?![.\d]*[1-9])|(?:left|top|text-indent)\s*:\s*-\d{4,}",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text of one element; ``before`` parts it from the piece before.

    ``block`` counts up at each new line of the page.
    """

    text: str
    before: str
    path: str
    block: int
    kind: str
    furniture: bool
    link: bool


@dataclass(slots=True)
class VisibleText:
    """The pieces of a page in order, and the elements whose text its markup hides."""

    pieces: list[Piece] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)

    def blocks(self) -> list[list[Piece]]:
        """Return the pieces by block."""
        found: list[list[Piece]] = []
        for piece in self.pieces:
            if found and found[-1][-1].block == piece.block:
                found[-1].append(piece)
            else:
                found.append([piece])
        return found

    def laid_out(self) -> tuple[str, tuple[Region, ...], tuple[Block, ...]]:
        """Return the text with a line for each block, a region a piece, and the blocks."""
        text: list[str] = []
        regions: list[Region] = []
        blocks: list[Block] = []
        at = 0
        for pieces in self.blocks():
            start = at
            for piece in pieces:
                text.append(piece.before)
                at += len(piece.before)
                regions.append(Region(at, at + len(piece.text), path=piece.path))
                text.append(piece.text)
                at += len(piece.text)
            kind = "furniture" if all(piece.furniture for piece in pieces) else pieces[0].kind
            blocks.append(Block("t0", start, at, kind))
            text.append("\n")
            at += 1
        return "".join(text[:-1]), tuple(regions), tuple(blocks)


@dataclass(slots=True)
class _Place:
    """An open element: where it is and what its ancestors make of the text in it."""

    path: str
    kind: str = "paragraph"
    furniture: bool = False
    link: bool = False
    preformatted: bool = False
    children: Counter[str] = field(default_factory=Counter)


def read_visible(root: etree._Element) -> VisibleText:
    """Return the visible text below ``root``."""
    return _Reader().read(root)


class _Reader:
    def __init__(self) -> None:
        self._seen = VisibleText()
        self._block = 0
        self._due = ""  # what parts the next piece from the one before, within a block

    def read(self, root: etree._Element) -> VisibleText:
        """Walk the tree without recursion: its depth is the page's choice."""
        places = [_Place("")]
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, node in walker:
            name = str(node.tag).rpartition("}")[2].lower()
            if event == "end":
                places.pop()
                self._break(name)
                self._add(node.tail, places[-1])
                continue
            places.append(_place(node, name, places[-1]))
            self._break(name)
            if name in _NEVER_SHOWN:
                walker.skip_subtree()
            elif _is_hidden(node, name):
                if any(text.strip() for text in node.itertext()):
                    self._seen.hidden.append(places[-1].path)
                walker.skip_subtree()
            else:
                self._add(node.text, places[-1])
        return self._seen

    def _break(self, name: str) -> None:
        if name in _BLOCKS:
            self._block += 1
            self._due = ""
        elif name == "br":
            self._due = "\n"

    def _add(self, text: str | None, place: _Place) -> None:
        if not text or not place.path:
            return
        shown = text if place.preformatted else _BLANKS.sub(" ", text)
        core = shown.strip(" \n") if place.preformatted else shown.strip(" ")
        starts = bool(self._seen.pieces) and self._seen.pieces[-1].block == self._block
        if shown[0] in " \n" and starts:
            self._due = self._due or shown[0]
        if not core:
            return
        before = self._due if starts else ""
        self._seen.pieces.append(
            Piece(core, before, place.path, self._block, place.kind, place.furniture, place.link)
        )
        self._due = shown[-1] if shown[-1] in " \n" else ""


def _place(node: etree._Element, name: str, above: _Place) -> _Place:
    """Return the place of an element that was just entered. Its XPath counts among its like."""
    above.children[name] += 1
    own = "heading" if name in _HEADINGS else _KINDS.get(name)
    is_furniture = name in _FURNITURE or node.get("role", "").lower() in _FURNITURE_ROLES
    return _Place(
        path=f"{above.path}/{name}[{above.children[name]}]",
        kind=own or above.kind,
        furniture=above.furniture or is_furniture,
        link=above.link or name == "a",
        preformatted=above.preformatted or name in ("pre", "textarea"),
    )


def _is_hidden(node: etree._Element, name: str) -> bool:
    if node.get("hidden") is not None or (name == "dialog" and node.get("open") is None):
        return True
    return _HIDING.search(node.get("style", "")) is not None
