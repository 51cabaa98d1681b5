"""The first element of an XML text to what kind of file it is: one that is read, or why not.

>>> xml_kind('<?xml version="1.0"?><!-- unofficial --><an:akomaNtoso xmlns:an="x">').media_type
'application/akn+xml'
>>> xml_kind("<!DOCTYPE pdf2xml SYSTEM 'pdf2xml.dtd'><pdf2xml>").media_type
'application/pdf2xml+xml'
"""

import re
from dataclasses import dataclass

AKN = "application/akn+xml"
PDF_LAYOUT = "application/pdf2xml+xml"
_BEFORE = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^<>\[]*(?:\[[^\]]*\]\s*)?>\s*)*", re.DOTALL
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)[\s>/]")
_TEXT = "Give the document as text, HTML or PDF."
_AS_SHOWN = "Open it in the program that made it and save it as DOCX or PDF."
_LAYOUT = ("the page layout of a PDF, made from it by a program", "Give the PDF itself.")
_FEED = ("a news feed", "Save the pages that it lists, and give those.")
_RECORD = ("a record of a library catalogue", "Give the document that it describes.")
_SCAN = ("the output of an OCR program", "Give the picture or PDF itself, or its text.")
# What is known and not read, by the name of its first element: (what it is, what to do).
_NOT_READ = {
    "pages": _LAYOUT,
    "rss": _FEED,
    "feed": _FEED,
    "RDF": _FEED,
    "urlset": ("a list of a site's pages", "Save the pages, and give those."),
    "alto": _SCAN,
    "PcGts": _SCAN,
    "collection": _RECORD,
    "record": _RECORD,
    "mods": _RECORD,
    "package": ("a Word document in one XML file", _AS_SHOWN),
    "wordDocument": ("an old Word document in XML", _AS_SHOWN),
    "document": ("an office document in one XML file", _AS_SHOWN),
    "Workbook": ("a spreadsheet in XML", "Save it as CSV."),
    "svg": ("a drawing", "Give the text that it shows, if it shows any."),
    "kml": ("a file of places on a map", _TEXT),
    "gpx": ("a file of places on a map", _TEXT),
    "plist": ("settings of a program", _TEXT),
}


@dataclass(frozen=True, slots=True)
class XmlKind:
    """``media_type`` is None where the kind is not read; then ``what`` and ``hint`` say why."""

    media_type: str | None
    what: str = ""
    hint: str = ""


def xml_kind(head: str) -> XmlKind | None:
    """Return what an XML text is by its first element; None where it is no XML or HTML."""
    start = head.lstrip()
    is_xml = start.startswith(("<?xml", "<!DOCTYPE")) or "xmlns" in head[:4096]
    if not is_xml or not start.startswith("<"):
        return None
    before = _BEFORE.match(start)
    root = _ROOT.match(start, before.end() if before else 0)
    name = root.group(1) if root else ""
    if name == "akomaNtoso":
        return XmlKind(AKN)
    if name == "pdf2xml":
        return XmlKind(PDF_LAYOUT)
    if name in _NOT_READ:
        return XmlKind(None, *_NOT_READ[name])
    is_declared = start.startswith("<?xml")
    return (
        XmlKind(None, f"an XML file ({name or 'without an element'})", _TEXT)
        if is_declared
        else None
    )
