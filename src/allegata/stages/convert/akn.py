"""An Akoma Ntoso (AKN4UN) file to a document: its text block by block, its metadata kept apart.

The United Nations publishes resolutions and statements in this XML. What the file says about its
text (symbol, dates, language) goes to ``Converted.metadata``, to be compared with the text; it is
often wrong. Markup that is broken is mended only where no letter of the text is lost by it.
"""

import datetime as dt
import html
import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from allegata.lang.languages import language_named
from allegata.model.document import Metadata, Region, SourceFile
from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.stages.convert.akn_text import element_path, local_name, read_document
from allegata.stages.convert.converted import Converted, native
from allegata.stages.convert.packages import ForbiddenXmlError, parse_xml
from allegata.un.naming import read_address

TOOL = f"allegata.akn@1 lxml {'.'.join(map(str, etree.LXML_VERSION[:3]))}"
_SAMPLE = b"""<?xml version='1.0' encoding='UTF-8'?><akomaNtoso><doc name="resolution"><meta>
<identification><FRBRWork><FRBRuri value="/akn/un/x/unsc/2031-05-06/9964-2031/"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification></meta>
<p>Two \xc3\xa9</p></doc></akomaNtoso>"""
_FIRST_DAY = dt.date(1945, 10, 24)  # of the United Nations
_UNKNOWN = "0001-01-01"  # what files write where no day is known
_MARKUP = re.compile(r"<!--.*?-->|<\?.*?\?>|<[^>]*>", re.DOTALL)
_BLANKS = re.compile(r"\s+")


def warm_up() -> None:
    """Read a little document with all that is read of one, names of languages among it."""
    convert_akn(SourceFile("", "sample.xml", _SAMPLE, "application/akn+xml"))


def convert_akn(source: SourceFile) -> Converted:
    """Return the text and the metadata of an Akoma Ntoso file.

    Raises:
        InputError: ``convert.akn.entities``, ``convert.akn.damaged`` or ``convert.akn.empty``.
    """
    root, doubts = _parse(source)
    document = next((node for node in root if local_name(node) != "meta"), root)
    seen = read_document(document)
    if all(piece.furniture for piece in seen.pieces):
        raise InputError(
            "convert.akn.empty",
            f"{source.name} is an Akoma Ntoso file without text.",
            "Fetch it again, or give the document as PDF.",
        )
    text, regions, blocks = seen.laid_out()
    layer = native(TOOL, text, regions)
    metadata = replace(_metadata(document), annexes=_annexes(document, regions))
    doubts = (*doubts, *_date_doubt(document))
    return Converted((layer,), blocks, doubts=doubts, metadata=metadata)


def _parse(source: SourceFile) -> tuple[etree._Element, tuple[Doubt, ...]]:
    try:
        return parse_xml(source.content), ()
    except ForbiddenXmlError as error:
        raise InputError(
            "convert.akn.entities",
            f"{source.name} declares a DTD, as no file of the United Nations does: it may be made "
            "to do harm.",
            "Treat it with care. Fetch it from its publisher, or give the document as PDF.",
        ) from error
    except etree.XMLSyntaxError as error:
        root = _mended(source)
        if root is None:
            raise InputError(
                "convert.akn.damaged",
                f"{source.name} is a damaged XML file: {error.msg}.",
                "Fetch it again and compare its size, or give the document as PDF.",
            ) from error
        where = f"line {error.lineno}" if error.lineno else "an unknown line"
        message = (
            f"The markup of the file is broken ({where}). Its text was read whole all the same."
        )
        return root, (Doubt("convert.akn.markup_broken", message),)


def _mended(source: SourceFile) -> etree._Element | None:
    """Return the tree of broken markup if all text of the file is in it, else None."""
    try:
        root = parse_xml(source.content, mend=True)
        text = source.content.decode(source.encoding or "utf-8")
    except (ForbiddenXmlError, etree.XMLSyntaxError, ValueError):
        return None
    whole = html.unescape(_MARKUP.sub("", text)).removeprefix("\ufeff")
    same = _BLANKS.sub("", whole) == _BLANKS.sub("", "".join(map(str, root.itertext())))
    return root if same else None


def _metadata(document: etree._Element) -> Metadata:
    """Return what the identification of the file says; it is compared, never quoted."""
    language = _value(document, "FRBRExpression", "FRBRlanguage", "language")
    address = _value(document, "FRBRWork", "FRBRuri", "value") or ""
    return Metadata(
        symbol=read_address(address, document.get("name", "")),
        issued=_day(_value(document, "FRBRExpression", "FRBRdate", "date")),
        language=language_named(language) if language else None,
    )


def _date_doubt(document: etree._Element) -> tuple[Doubt, ...]:
    """Return a doubt where the day of issue is written as one that never was."""
    printed = _value(document, "FRBRExpression", "FRBRdate", "date")
    if not printed or printed.startswith(_UNKNOWN) or _day(printed) is not None:
        return ()
    message = f"The metadata give {printed[:40]} as the day of issue. It is none and was not used."
    return (Doubt("un.date_impossible", message),)


def _annexes(document: etree._Element, regions: Sequence[Region]) -> tuple[int, ...]:
    """Return where the text of each attachment begins: some have no heading that says so."""
    found = []
    for node in document.iter("{*}attachment"):
        path = element_path(node) + "/"
        starts = (one.start for one in regions if one.path and one.path.startswith(path))
        found += list(itertools.islice(starts, 1))
    return tuple(sorted(found))


def _value(document: etree._Element, level: str, name: str, attribute: str) -> str | None:
    node = document.find(f"{{*}}meta/{{*}}identification/{{*}}{level}/{{*}}{name}")
    return None if node is None else node.get(attribute)


def _day(printed: str | None) -> str | None:
    """Return an ISO day, None for what is no day on which the United Nations were there."""
    try:
        day = dt.date.fromisoformat(printed or "")
    except ValueError:
        return None
    return day.isoformat() if day >= _FIRST_DAY else None
