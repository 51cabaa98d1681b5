"""The tree of an Akoma Ntoso document to its text: one line for each block, in reading order.

What the file says about the document (``meta``: keywords, votes, workflow) is no text of it. Only
the job number, which stands at the foot of the printed first page, is kept, as furniture. A note
follows the block that it is a note to; the masthead comes in the order of the printed page.

>>> tree = etree.fromstring("<statement><mainBody><paragraph><num>1.</num><content><p>"
...     "Notes<authorialNote marker='1'><p>Ibid.</p></authorialNote> it;</p></content></paragraph>"
...     "</mainBody></statement>")
>>> read_document(tree).laid_out()[0]
'1. Notes it;\\n1 Ibid.'
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from allegata.stages.convert.html_text import Piece, VisibleText

# Elements whose text runs on in the line; all others begin a line of their own.
_RUNNING_ON = """
    " a abbr affectedDocument b changed concept courtType date dateTime decoration def del
    docAuthority docCommittee docDate docIntroducer docJurisdiction docNumber docProponent
    docPurpose docStage docStatus docTitle docType docketNumber entity event fillIn i img inline
    ins judge lawyer legislature location marker mmod mod mref neutralCitation noteRef object
    omissis opinion organization outcome party person placeholder process quantity quotedText
    ref relatedDocument remark rmod role rref scene session shortTitle signature span strong sub
    sup term time u vote
"""
_INLINE = frozenset(_RUNNING_ON.split())
_HEADINGS = frozenset(("heading", "subheading", "crossHeading", "longTitle"))
_ITEMS = frozenset(("point", "indent", "item", "li"))
_CELLS = frozenset(("td", "th"))
_NOTES = frozenset(("authorialNote", "note"))
_FURNITURE = frozenset(
    ("toc", "header", "footer", "footerFirstPage", "internalCode", "voting", "voters", "quorum")
)
_LEFT_OUT = frozenset(("meta", "remove", "script"))
_LINE_ENDS = frozenset(("br", "eol"))
_HEADING_CLASS = re.compile(r"_?(?:H_?\d{1,2}|HCh|HM|TitleH?\w*|Heading\W?\d)")  # styles of the UN
_BLANKS = re.compile(r"[ \t\r\n\f]+")
# What a printed masthead shows, in its order; the rest of a cover page follows.
_MASTHEAD = (
    ("docAuthority", "publisher"),
    ("docNumber", ""),
    ("docAuthority", ""),
    ("docStatus", ""),
    ("docDate", ""),
)
_LAST = len(_MASTHEAD)


def local_name(node: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return str(node.tag).rpartition("}")[2]


def read_document(document: etree._Element) -> VisibleText:
    """Return the text of a document element of AKN: ``statement``, ``doc``, ``act`` …."""
    cover = next(document.iter("{*}coverPage"), None)
    reader = _Reader(cover)
    for part in sorted(cover, key=_rank) if cover is not None else ():
        if _rank(part) == _LAST:
            reader.read_job_line(document)
        reader.read(part)
    if cover is not None:
        reader.read_job_line(document)
    for section in document:
        reader.read(section)
    reader.read_job_line(document)
    return reader.seen


def _rank(part: etree._Element) -> int:
    """Return the place of a part of the cover page in a printed masthead."""
    names = {local_name(node): node for node in reversed(list(part.iter()))}
    if "docTitle" in names or _FURNITURE & names.keys():
        return _LAST
    for rank, (name, role) in enumerate(_MASTHEAD):
        node = names.get(name)
        if node is not None and role in node.get("refersTo", ""):
            return rank
    return _LAST


@dataclass(slots=True)
class _Place:
    """An open element: its path, and what it makes of the text in it."""

    path: str
    kind: str = "paragraph"
    furniture: bool = False
    children: Counter[str] = field(default_factory=Counter)


class _Reader:
    """Gathers the pieces; ``read_before`` is an element that is not to be read again."""

    def __init__(self, read_before: etree._Element | None) -> None:
        self.seen = VisibleText()
        self._read_before = read_before
        self._block = 0
        self._due = ""  # what parts the next piece from the one before, within a block
        self._number_depth = 0  # where a number was read whose text follows on the same line
        self._has_job_line = False
        self._notes: list[tuple[etree._Element, str]] = []

    def read_job_line(self, document: etree._Element) -> None:
        """Read the job number from the document's presentation, once, as furniture."""
        found = document.iterfind("{*}meta/{*}presentation//{*}docketNumber")
        for node in found if not self._has_job_line else ():
            text = " ".join("".join(map(str, node.itertext())).split())
            if text:
                self._begin_line()
                self._put(text, _Place(element_path(node), furniture=True))
        self._has_job_line = True

    def read(self, root: etree._Element, kind: str = "paragraph") -> None:
        """Walk the tree without recursion: its depth is the file's choice."""
        above = _Place(element_path(root).rpartition("/")[0], kind)
        same = (node for node in root.itersiblings(root.tag, preceding=True))
        above.children[local_name(root)] = sum(1 for _ in same)
        places = [above]
        walker = etree.iterwalk(root, events=("start", "end"))
        for event, node in walker:
            name = local_name(node)
            if event == "end":
                places.pop()
                self._leave(name, len(places))
                if node is not root:
                    self._add(node.tail, places[-1])
                continue
            places.append(_place(node, name, places[-1]))
            if name in _LEFT_OUT or node is self._read_before:
                walker.skip_subtree()
            elif name in _NOTES:
                self._notes.append((node, places[-1].path))
                walker.skip_subtree()
            else:
                self._enter(name)
                self._add(node.text, places[-1])
        self._begin_line()

    def _enter(self, name: str) -> None:
        if name in _LINE_ENDS:
            self._due = "\n"
        elif name not in _INLINE:
            self._begin_line()

    def _leave(self, name: str, depth: int) -> None:
        if name == "num" and self._is_open():
            self._number_depth, self._due = depth, " "
            return
        if depth < self._number_depth:
            self._number_depth = 0  # what was numbered has ended without a text
        if name not in _INLINE and name not in _NOTES and name not in _LINE_ENDS:
            self._begin_line()

    def _begin_line(self) -> None:
        """Begin a new block, unless a number waits for its text; put the notes of the last."""
        if self._number_depth:
            self._due = self._due or " "
            return
        self._block += 1
        self._due = ""
        notes, self._notes = self._notes, []
        for note, path in notes:
            self._put_note(note, path)

    def _put_note(self, note: etree._Element, path: str) -> None:
        """Put a note on lines of its own, after its mark, which the file keeps as an attribute."""
        marker = note.get("marker", "").strip()
        if marker:
            self._put(marker, _Place(f"{path}/@marker", "footnote"))
            self._number_depth, self._due = 1, " "
        for part in note:
            self.read(part, "footnote")
        self._number_depth = 0

    def _is_open(self) -> bool:
        pieces = self.seen.pieces
        return bool(pieces) and pieces[-1].block == self._block

    def _add(self, text: str | None, place: _Place) -> None:
        shown = _BLANKS.sub(" ", text) if text else ""
        core = shown.strip(" ")
        if shown[:1] == " ":
            self._due = self._due or " "
        if core:
            self._put(core, place)
            self._due = " " if shown[-1] == " " else ""

    def _put(self, text: str, place: _Place) -> None:
        before = self._due if self._is_open() else ""
        self.seen.pieces.append(
            Piece(text, before, place.path, self._block, place.kind, place.furniture, link=False)
        )
        self._number_depth, self._due = 0, ""


def element_path(node: etree._Element) -> str:
    """Return the path of an element, each step counted among its like, as the Reader shows it.

    >>> element_path(etree.fromstring("<a><b/><b><c/></b></a>")[1][0])
    '/a[1]/b[2]/c[1]'
    """
    steps = []
    for step in (node, *node.iterancestors()):
        before = sum(1 for _ in step.itersiblings(step.tag, preceding=True))
        steps.append(f"/{local_name(step)}[{before + 1}]")
    return "".join(reversed(steps))


def _place(node: etree._Element, name: str, above: _Place) -> _Place:
    """Return the place of an element that was just entered."""
    above.children[name] += 1
    path = f"{above.path}/{name}[{above.children[name]}]"
    return _Place(path, _kind(node, name) or above.kind, above.furniture or name in _FURNITURE)


def _kind(node: etree._Element, name: str) -> str | None:
    if name in _HEADINGS or _HEADING_CLASS.fullmatch(node.get("class", "")):
        return "heading"
    if name == "p" and next(_titles(node), None) is not None:
        return "heading"
    if name in _CELLS:
        return "cell"
    return "list_item" if name in _ITEMS else None


def _titles(node: etree._Element) -> Iterator[etree._Element]:
    return node.iter("{*}docTitle")
