"""A DOCX to a document: every paragraph that a reader sees, with its place in the file.

The usual libraries leave out tracked insertions, text boxes, footnotes or headers, so this walks
the XML itself. Read are the body, tables, text boxes, foot- and endnotes; headers, footers and
reviewers' comments are kept as furniture. Insertions count as text; deletions and hidden text are
left out, with a doubt.
"""

import re
from collections.abc import Iterator

from lxml import etree

from allegata.model.document import Block, Region, SourceFile
from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.stages.convert.converted import Converted, native
from allegata.stages.convert.docx_text import Paragraph, Seen, W, walk
from allegata.stages.convert.packages import Package, parse_xml

TOOL = f"allegata.docx@1 lxml {'.'.join(map(str, etree.LXML_VERSION[:3]))}"
_HEADING = re.compile(r"(?:heading|title|subtitle)\b", re.IGNORECASE)
_CAPTION = re.compile(r"caption\b", re.IGNORECASE)


def warm_up() -> None:
    """Parse a little XML."""
    parse_xml(b"<?xml version='1.0' encoding='UTF-8'?><a>\xc3\xa9</a>")


def convert_docx(source: SourceFile) -> Converted:
    """Return the text of a DOCX.

    Raises:
        InputError: ``convert.docx.bomb``, ``convert.docx.damaged``, ``convert.docx.entities``,
            ``convert.docx.encrypted`` or ``convert.docx.empty``.
    """
    package = Package(source.content, source.name)
    seen = Seen()
    text: list[str] = []
    regions: list[Region] = []
    blocks: list[Block] = []
    at = 0
    for paragraph, kind in _paragraphs(package, source.name, seen):
        end = at + len(paragraph.text)
        regions.append(Region(at, end, path=paragraph.path))
        blocks.append(Block("t0", at, end, kind))
        text.append(paragraph.text)
        at = end + 1
    if not any(block.kind != "furniture" for block in blocks):
        raise InputError(
            "convert.docx.empty",
            f"{source.name} holds no text in its body.",
            "If it holds a scanned picture, put it through OCR and give the text.",
        )
    layer = native(TOOL, "\n".join(text), tuple(regions))
    return Converted((layer,), tuple(blocks), doubts=tuple(_doubts(seen)))


def _paragraphs(package: Package, name: str, seen: Seen) -> Iterator[tuple[Paragraph, str]]:
    """Yield the paragraphs in reading order with the kind of block that each is."""
    kinds = dict(package.related("").values())
    main = kinds.get("officeDocument", "word/document.xml")
    root = package.part(main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise InputError(
            "convert.docx.damaged",
            f"{name} is a damaged DOCX: it has no body.",
            "Fetch it again; if it opens in Word, save it anew.",
        )
    related = sorted(set(package.related(main).values()))
    yield from _edges(package, related, "header", seen)
    styles = _styles(package, related)
    for paragraph in walk(body, "body", seen):
        yield paragraph, _kind(paragraph, styles)
    yield from _notes(package, related, "footnotes", "footnote", seen)
    yield from _notes(package, related, "endnotes", "footnote", seen)
    yield from _notes(package, related, "comments", "furniture", seen)
    yield from _edges(package, related, "footer", seen)


def _edges(
    package: Package, related: list[tuple[str, str]], wanted: str, seen: Seen
) -> Iterator[tuple[Paragraph, str]]:
    """Yield the paragraphs of headers or footers, path ``header[1]/p[1]``."""
    parts = [part for kind, part in related if kind == wanted]
    for number, part in enumerate(parts, 1):
        root = package.part(part)
        for paragraph in walk(root, f"{wanted}[{number}]", seen) if root is not None else ():
            yield paragraph, "furniture"


def _notes(
    package: Package, related: list[tuple[str, str]], wanted: str, kind: str, seen: Seen
) -> Iterator[tuple[Paragraph, str]]:
    """Yield the paragraphs of notes, path ``footnotes/footnote[2]/p[1]``."""
    one = wanted.removesuffix("s")
    for part in (part for found, part in related if found == wanted):
        root = package.part(part)
        for number, note in enumerate(root.iterfind(W + one) if root is not None else (), 1):
            for paragraph in walk(note, f"{wanted}/{one}[{number}]", seen):
                seen.comments += wanted == "comments"
                yield paragraph, kind


def _styles(package: Package, related: list[tuple[str, str]]) -> dict[str, str]:
    """Return the built-in English name of each style by its id, which depends on the language."""
    found: dict[str, str] = {}
    for part in (part for kind, part in related if kind == "styles"):
        root = package.part(part)
        for style in root.iterfind(f"{W}style") if root is not None else ():
            name = style.find(f"{W}name")
            if name is not None:
                found[style.get(f"{W}styleId", "")] = name.get(f"{W}val", "")
    return found


def _kind(paragraph: Paragraph, styles: dict[str, str]) -> str:
    style = styles.get(paragraph.style, paragraph.style)
    if _HEADING.match(style):
        return "heading"
    if _CAPTION.match(style):
        return "caption"
    if "/tc[" in paragraph.path:
        return "cell"
    return "list_item" if paragraph.numbered or style.startswith("List") else "paragraph"


def _doubts(seen: Seen) -> Iterator[Doubt]:
    for code, count, message in (
        ("convert.docx.insertions", seen.insertions, "insertions are still tracked: read as text"),
        ("convert.docx.deletions", seen.deletions, "tracked deletions were left out"),
        ("convert.docx.hidden_text", seen.hidden, "pieces of hidden text were left out"),
        ("convert.docx.comments", seen.comments, "paragraphs of comments are kept, but not read"),
    ):
        if count:
            yield Doubt(code, f"{count} {message}.")
