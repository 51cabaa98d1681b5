"""SPECIMEN United Nations documents in a shorthand, and a stand-in that reads them.

The first line says what the masthead would ("UN S/2031/7 fr 2031-05-06"), each line after it a
reference ("previous S/2031/4 2031-05-02"). A text that begins otherwise is no such document.
"""

from dataclasses import replace
from pathlib import Path

from tests.store import casekit

from allegata.app.case import Case
from allegata.model.document import SourceFile
from allegata.model.reading import Reading, Refusal
from allegata.model.span import Span
from allegata.model.un import Part, Reference, Sender, UnRecord

SERIES = {
    "letter-4.txt": "UN S/2031/4 en 2031-05-02",
    "letter-7.txt": "UN S/2031/7 en 2031-05-06\nprevious S/2031/4 2031-05-02\ncites S/RES/2564",
    "lettre-7.txt": "UN S/2031/7 fr 2031-05-06\nprevious S/2031/4\ncites S/RES/2564 (2031)",
    "رسالة.txt": "UN - ar 2031-05-06\ncharter Article 51\nprevious S/2031/4",
    "add.txt": "UN S/2031/5/Add.1 en -",
    "post.txt": "SPECIMEN. 3 people were killed.",
    "locked.txt": "LOCKED",
}


def read(source: SourceFile) -> Reading | Refusal:
    """Read the shorthand."""
    reading = casekit.read(source)
    if isinstance(reading, Refusal):
        return reading
    text = source.content.decode()
    head, *lines = text.splitlines()
    if not head.startswith("UN "):
        return reading
    symbol, language, dated = (None if word == "-" else word for word in head.split()[1:])
    state = Sender("permanent_representative", "TCD", "the Permanent Representative")
    record = UnRecord(
        symbol=symbol,
        symbol_basis="masthead" if symbol else None,
        kind="letter" if dated else None,
        dated=dated,
        senders=(state,) if dated else (),
        addressees=("secretary_general",) if dated else (),
        parts=(Part("letter", "TCD", language, 0, len(text)),),
    )
    references = tuple(_reference(line) for line in lines)
    document = replace(reading.document, language=language, un=record, references=references)
    return replace(reading, document=document)


def _reference(line: str) -> Reference:
    relation, _, rest = line.partition(" ")
    span = Span("t0", 0, 2)
    if relation == "charter":
        return Reference("charter", None, None, "cites", None, span, (), (rest,))
    symbol, _, dated = rest.partition(" 20")
    kind = "resolution" if "/RES/" in symbol else "document"
    return Reference(kind, symbol, f"20{dated}" if dated else None, relation, None, span)


def series_case(folder: Path) -> Case:
    """A case file with the letters of ``SERIES``, open."""
    case = casekit.new_case(folder, reader=read)
    sources = [casekit.source_of(name, text) for name, text in SERIES.items()]
    case.add(sources, reviewer="r1")
    return case
