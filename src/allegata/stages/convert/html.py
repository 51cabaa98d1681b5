"""An HTML page to a document: its visible text in document order, each piece with its element.

The layer holds all that a reader would see, blanks collapsed as a browser does. trafilatura helps
to tell the article from navigation, which becomes furniture; it never takes text out of the layer.
Styles in the markup that hide text are obeyed, with a doubt; style sheets are not read.
"""

import re

from lxml import etree

from allegata.model.document import SourceFile
from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.stages.convert.converted import Converted, native
from allegata.stages.convert.html_article import article_lines, mark_furniture
from allegata.stages.convert.html_metadata import read_metadata
from allegata.stages.convert.html_text import VisibleText, read_visible
from allegata.stages.convert.lines import decode, decoding_doubts
from allegata.stages.convert.quotes import quoted_doubt

TOOL = f"allegata.html@1 lxml {'.'.join(map(str, etree.LXML_VERSION[:3]))}"
_ENTITIES = re.compile(r"<!DOCTYPE[^>\[]*\[.*?<!ENTITY|<!ENTITY\s+%?\s*\w+\s", re.I | re.S)
_SAMPLE = b"<html><body><article><h1>Warm up</h1><p>" + b"A few words, all our own. " * 20


def warm_up() -> None:
    """Read a small page, so that everything that is loaded late is loaded."""
    convert_html(SourceFile("", "sample.html", _SAMPLE, "text/html", "utf-8"))


def convert_html(source: SourceFile) -> Converted:
    """Return the visible text of an HTML page.

    Raises:
        InputError: ``convert.html.entities``, ``convert.html.no_text`` or
            ``convert.html.too_deep``.
    """
    text = decode(source).replace("\0", "")
    if _ENTITIES.search(text[:100_000]):
        raise InputError(
            "convert.html.entities",
            f"{source.name} declares entities, as no web page does: it may be made to do harm.",
            "Treat it with care. Open it in a browser and save it anew, or print it as PDF.",
        )
    root = parse_page(text, source.name)
    seen = VisibleText() if root is None else read_visible(root)
    if root is None or not seen.pieces:
        raise InputError(
            "convert.html.no_text",
            f"{source.name} holds no visible text; its words may be loaded by scripts.",
            "Open it in a browser and save the page as shown, or print it as PDF.",
        )
    layer_text, regions, blocks = seen.laid_out()
    blocks = mark_furniture(layer_text, blocks, seen, article_lines(text))
    metadata, disagreement = read_metadata(root)
    doubts = (
        *decoding_doubts(layer_text),
        *hidden_doubt(seen),
        *quoted_doubt(blocks),
        *disagreement,
    )
    layer = native(TOOL, layer_text, regions)
    return Converted((layer,), blocks, doubts=doubts, metadata=metadata)


def parse_page(text: str, name: str) -> etree._Element | None:
    """Return the root of a page, None where nothing in it is a document.

    Raises:
        InputError: ``convert.html.too_deep``.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None
    if any("depth" in entry.message for entry in parser.error_log):
        raise InputError(
            "convert.html.too_deep",
            f"{name} nests its elements so deep that part of its text would be lost.",
            "Open it in a browser and print it as PDF.",
        )
    return root


def hidden_doubt(seen: VisibleText) -> tuple[Doubt, ...]:
    """Return a doubt if the page hides text from its readers."""
    if not seen.hidden:
        return ()
    message = (
        f"{len(seen.hidden)} pieces of text are hidden by the page's own markup and were left "
        f"out, the first in {seen.hidden[0]}."
    )
    return (Doubt("convert.html.hidden_text", message),)
