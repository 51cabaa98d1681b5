"""The XML of a story (body, header, note) to its paragraphs with text and path.

>>> run = "<w:r><w:t>Two </w:t><w:t>dead.</w:t></w:r>"
>>> xml = f'<w:body xmlns:w="{W[1:-1]}"><w:p>{run}</w:p></w:body>'
>>> [(p.path, p.text) for p in walk(etree.fromstring(xml), "body", Seen())]
[('body/p[1]', 'Two dead.')]
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

# Signs that are elements. A soft hyphen is shown only where a line breaks.
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
# Not text of the document: properties, codes of fields, the copy for old programs, ruby readings.
_SKIPPED = frozenset(
    (
        *(f"{W}{name}" for name in ("pPr", "rPr", "instrText", "sdtPr", "sectPr", "tblPr", "trPr")),
        *(f"{W}{name}" for name in ("tcPr", "tblGrid", "rt", "delInstrText", "fldData")),
        f"{_MC}Fallback",
    )
)
_DELETED = frozenset((f"{W}del", f"{W}moveFrom", f"{W}delText"))
_INSERTED = frozenset((f"{W}ins", f"{W}moveTo"))
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``style`` is the style's id; ``path`` such as ``body/tbl[1]/tr[2]/tc[1]/p[1]``."""

    path: str
    text: str
    style: str = ""
    numbered: bool = False


@dataclass(slots=True)
class Seen:
    """What was met on the way and raises doubts: how many of each."""

    insertions: int = 0
    deletions: int = 0
    hidden: int = 0
    comments: int = 0


def walk(story: etree._Element, path: str, seen: Seen) -> Iterator[Paragraph]:
    """Yield the paragraphs below ``story`` that hold text, in order.

    A text box follows the paragraph that it is anchored in: ``body/p[3]/txbx[1]/p[1]``.
    """
    waiting: list[tuple[etree._Element, str]] = [(story, path)]
    while waiting:
        node, here = waiting.pop()
        boxes: list[etree._Element] = []
        if node.tag == f"{W}p":
            text = "".join(_pieces(node, boxes, seen)).strip()
            if text:
                yield Paragraph(here, text, _style(node), _is_numbered(node))
            below = [(box, f"{here}/txbx[{n}]") for n, box in enumerate(boxes, 1)]
        else:
            below = list(_children(node, here, seen))
        waiting.extend(reversed(below))


def _children(node: etree._Element, path: str, seen: Seen) -> Iterator[tuple[etree._Element, str]]:
    """Yield the paragraphs, tables, rows and cells right below a node, through wrappers."""
    numbers: Counter[str] = Counter()
    waiting = list(reversed(node))
    while waiting:
        child = waiting.pop()
        name = _name(child)
        if name in ("p", "tbl", "tr", "tc"):
            numbers[name] += 1
            if name == "tr" and child.find(f"{W}trPr/{W}del") is not None:
                seen.deletions += 1
                continue
            yield child, f"{path}/{name}[{numbers[name]}]"
        elif child.tag in _DELETED:
            seen.deletions += 1
        elif child.tag not in _SKIPPED:  # content controls, custom XML, tracked insertions
            waiting.extend(reversed(child))


def _pieces(paragraph: etree._Element, boxes: list[etree._Element], seen: Seen) -> Iterator[str]:
    """Yield the text of a paragraph; text boxes met on the way are put aside into ``boxes``."""
    waiting = list(reversed(paragraph))
    while waiting:
        node = waiting.pop()
        if node.tag in _SKIPPED:
            continue
        if node.tag in _DELETED:
            seen.deletions += 1
        elif node.tag == f"{W}txbxContent":
            boxes.append(node)
        elif node.tag in (f"{W}t", f"{_M}t"):
            yield node.text or ""
        elif node.tag in _SIGNS:
            yield _SIGNS[node.tag]
        elif node.tag == f"{W}sym":
            yield _symbol(node)
        elif node.tag == f"{W}r" and _is_hidden(node):
            seen.hidden += 1
        else:
            seen.insertions += node.tag in _INSERTED
            waiting.extend(reversed(node))


def _name(node: etree._Element) -> str:
    return str(node.tag).removeprefix(W)


def _symbol(node: etree._Element) -> str:
    """Return the character of a symbol font; such fonts hide letters in the private area."""
    try:
        return chr(int(node.get(f"{W}char", ""), 16))
    except (ValueError, OverflowError):
        return "\ufffd"


def _is_hidden(run: etree._Element) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val", "1") not in _OFF


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def _is_numbered(paragraph: etree._Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}numPr") is not None
