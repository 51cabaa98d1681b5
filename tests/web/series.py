"""SPECIMEN documents of an invented series of the United Nations, and a stand-in that reads them.

Two letters, a corrigendum, and a resolution in two languages; a scan in Arabic script; a letter
that came in a mail. Every symbol, state, place and event is invented.
"""

import re
import struct
import zlib
from dataclasses import replace

from tests.web import specimen

from allegata.model.claim import Claim
from allegata.model.document import Box, Document, Region, SourceFile, TextLayer
from allegata.model.ids import content_id
from allegata.model.reading import Mentions, Reading, Refusal, Run
from allegata.model.source import Provenance
from allegata.model.span import Span
from allegata.model.un import Part, Reference, Sender, UnRecord
from allegata.model.vocabularies import LayerKind

RESOLUTION = """SPECIMEN. Not a real document.

S/RES/3001 (2031)

Resolution 3001 (2031), adopted on 15 January 2031

9. Asks all to protect the market of Tarnel.
"""
RESOLUTION_AR = """نموذج SPECIMEN. ليست وثيقة حقيقية.

S/RES/3001 (2031)

القرار 3001 (2031)، المؤرخ 15 January 2031

٩ - يطلب إلى الجميع حماية سوق ترنيل.
"""
FIRST = """SPECIMEN. Not a real document.

S/2031/9

Letter dated 20 March 2031 from the Permanent Representative of Vessaria

We recall resolution S/RES/3001 (2031) and Article 51 of the Charter.
"""
SECOND = """SPECIMEN. Not a real document.

S/2031/12

Letter dated 2 April 2031 from the Permanent Representative of Vessaria

Further to our letter of 20 March 2031 (S/2031/9), and in reply to S/2031/10, we recall \
paragraph 9 of resolution S/RES/3001 (2031).

In Tarnel city 3 people were killed.

Annex I to the letter dated 2 April 2031

In the market of Tarnel 4 people were killed.
"""
CORRIGENDUM = """SPECIMEN. Not a real document.

S/2031/12/Corr.1

Letter dated 2 April 2031 from the Permanent Representative of Vessaria

For 3 people read 5 people.
"""
SCAN = """نموذج SPECIMEN

قُتل ٢٣ مدنيا في قصف ترنيل.

وأصيب ٤٧ آخرون بجروح.
"""
FILES = {
    "resolution-en.pdf": RESOLUTION,
    "resolution-ar.pdf": RESOLUTION_AR,
    "first.txt": FIRST,
    "second.txt": SECOND,
    "corrigendum.txt": CORRIGENDUM,
    "scan.pdf": SCAN,
}
MAIL = """SPECIMEN mail. In Tarnel 2 people were killed.
"""
_DAYS = {"20 March 2031": "2031-03-20", "2 April 2031": "2031-04-02"}
_SYMBOL = re.compile(r"^[AS]/[A-Z0-9/.a-z]+(?: \(\d{4}\))?$", re.MULTILINE)
_REFERENCES = (  # relation, pattern of the symbol's place, day, provisions
    ("previous", r"S/2031/9(?=\), and)", "2031-03-20", ()),
    ("replies_to", r"S/2031/10", None, ()),
    ("cites", r"(?<=resolution )S/RES/3001 \(2031\)(?= and)", None, ()),
    ("cites", r"paragraph 9 of resolution S/RES/3001 \(2031\)", None, ("paragraph 9",)),
    ("cites", r"Article 51 of the Charter", None, ("Article 51",)),
)


def sources() -> list[SourceFile]:
    """Return the files of the series, and a mail with a letter and an archive in it."""
    found = [source_of(name, text) for name, text in FILES.items()]
    mail = source_of("mail.eml", MAIL)
    held = source_of("mail.eml/second-copy.txt", SECOND + "\n", held_by=mail.id)
    packed = source_of("box.zip/notes.txt", "SPECIMEN notes.\n", held_by="sha256:" + "0" * 64)
    return [*found, mail, held, packed]


def source_of(name: str, text: str, *, held_by: str | None = None) -> SourceFile:
    """Return a text as a file, which a mail or an archive may have held."""
    content = text.encode()
    media_type = "application/pdf" if name.endswith(".pdf") else "text/plain"
    provenance = Provenance(container=held_by)
    return SourceFile(content_id(content), name, content, media_type, provenance=provenance)


def read(source: SourceFile) -> Reading | Refusal:
    """Read a document of the series, else what the stand-in of ``specimen`` reads."""
    text = source.content.decode()
    symbol = _SYMBOL.search(text)
    if source.content.startswith(b"%PDF") or (symbol is None and text != SCAN):
        return specimen.read(source)
    document = _scanned(source, text) if text == SCAN else _printed(source, text)
    claims = tuple(_paged(claim, document) for claim in specimen.claims_of(document, text))
    return Reading(
        run=Run("0", "c", "p", None, ("specimen@1",)),
        document=document,
        mentions=Mentions(),
        claims=claims,
        incidents=(),
    )


def _paged(claim: Claim, document: Document) -> Claim:
    """Return the claim with the pages of its evidence, where the document has pages."""
    pages = [document.layer(each.layer).page_of(each.start) for each in claim.evidence]
    evidence = [replace(each, page=page) for each, page in zip(claim.evidence, pages, strict=True)]
    return replace(claim, evidence=tuple(evidence))


def _printed(source: SourceFile, text: str) -> Document:
    arabic = text == RESOLUTION_AR
    language = "ar" if arabic else "en"
    layer = TextLayer("t0", LayerKind.NATIVE, "specimen@1", text, language=language)
    symbol = _SYMBOL.search(text)
    assert symbol is not None
    return Document(
        id=source.id,
        name=source.name,
        media_type=source.media_type,
        layers=(layer,),
        blocks=specimen.blocks_of(text),
        language=language,
        provenance=source.provenance,
        un=_record(text, symbol.group()),
        references=_references(text),
    )


def _record(text: str, symbol: str) -> UnRecord:
    if "RES" in symbol:
        return UnRecord(
            symbol=symbol,
            symbol_basis="masthead",
            organ="S",
            kind="resolution",
            issued="2031-01-15",
        )
    dated = next(day for words, day in _DAYS.items() if f"Letter dated {words}" in text)
    annex = text.find("Annex I")
    parts = [Part("letter", "SYR", "en", 0, annex if annex > 0 else len(text))]
    if annex > 0:
        parts.append(
            Part(
                "annex",
                "Ministry of Health",
                "en",
                annex,
                len(text),
                original_language="ar",
                dated="2031-04-01",
                label="Annex I",
            )
        )
    return UnRecord(
        symbol=symbol,
        symbol_basis="masthead",
        organ="S",
        distribution="general",
        issued="2031-04-03" if dated == "2031-04-02" else "2031-03-22",
        original_language="en",
        kind="letter",
        dated=dated,
        senders=(Sender("permanent_representative", "SYR", "Permanent Representative"),),
        addressees=("president_of_the_security_council",),
        parts=tuple(parts),
        session="ES-11",
        council_year=86,
        agenda_items=("34", "75 (a)"),
    )


def _references(text: str) -> tuple[Reference, ...]:
    found = []
    for relation, pattern, dated, provisions in _REFERENCES:
        for match in re.finditer(pattern, text):
            symbol = re.search(r"S/[A-Z0-9/]+(?: \(\d{4}\))?", match.group())
            kind = "charter" if symbol is None else "document"
            kind = "resolution" if symbol and "RES" in symbol.group() else kind
            name = symbol.group() if symbol else None
            url = f"https://docs.un.org/en/{name}" if name else None
            span = Span("t0", *match.span())
            found.append(Reference(kind, name, dated, relation, url, span, (), provisions))
    return tuple(sorted(found, key=lambda reference: reference.span.start))


def _scanned(source: SourceFile, text: str) -> Document:
    """Return the scan: one region per word, the second line of numbers on the second page."""
    second = text.index("وأصيب")
    regions = tuple(
        Region(
            match.start(),
            match.end(),
            page=2 if match.start() >= second else 1,
            box=Box(100.0, 50.0 + match.start(), 140.0, 62.0 + match.start()),
            confidence=0.71 if match.group()[0] in "٢٤" else 0.89,
        )
        for match in re.finditer(r"\S+", text)
    )
    layer = TextLayer("t0", LayerKind.OCR, "tesseract@5", text, regions, language="ar")
    return Document(
        id=source.id,
        name=source.name,
        media_type=source.media_type,
        layers=(layer,),
        blocks=specimen.blocks_of(text),
        language="ar",
        pages=2,
        provenance=source.provenance,
    )


def render(source: SourceFile, page: int, *, box: Box | None = None, dpi: int = 150) -> bytes:
    """Draw lines on paper in the place of a page; a picture of words is small."""
    del source, dpi
    width, height = (160, 48) if box is not None else (210, 297)
    rows = (bytes(_shade(x, y, page) for x in range(width)) for y in range(height))
    return _png(width, height, b"".join(b"\0" + row for row in rows))


def _shade(x: int, y: int, page: int) -> int:
    return 60 if 12 < x < 150 and y % (7 + page) < 3 and y > 10 else 255


def _png(width: int, height: int, rows: bytes) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )
