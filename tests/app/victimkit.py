"""A case of SPECIMEN texts that name the dead: "Named: Ahmad Corun; Salim Dalun." after a toll.

Numbers say which town a toll is of: see ``linkkit``.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.app.linkkit import LINKER
from tests.store import casekit

from allegata.app.case import Case
from allegata.model.document import SourceFile
from allegata.model.people import Person
from allegata.model.reading import Mentions, Reading, Refusal
from allegata.model.span import Span
from allegata.model.vocabularies import Outcome, Sex
from allegata.store.case_store import create, open_store

TEXTS = {
    "a.txt": "SPECIMEN. 7 people were killed. Named: Ahmad Corun; Salim Dalun.",
    "b.txt": "SPECIMEN. 8 people were killed. Named: Ahmed Corun; Abu Zuhur.",
    "c.txt": "SPECIMEN. 13 people were killed. Named: Ilan Dorrow.",
}
_NAMED = re.compile(r"Named: ([^.]+)\.")
_EACH = re.compile(r"[^;\s][^;]*")


def read(source: SourceFile) -> Reading | Refusal:
    """Read a text with the people whom it names among the dead."""
    reading = casekit.read(source)
    if isinstance(reading, Refusal):
        return reading
    text = source.content.decode()
    people: list[Person] = []
    for found in _NAMED.finditer(text):
        for name in _EACH.finditer(found[1]):
            start = found.start(1) + name.start()
            written = name[0].removeprefix("Abu ")  # as the reader has it
            start += len(name[0]) - len(written)
            people.append(
                Person(
                    f"p{len(people)}",
                    written,
                    None,
                    None,
                    Sex.UNKNOWN,
                    None,
                    Outcome.KILLED,
                    Span("t0", start, start + len(written)),
                    tuple(claim.id for claim in reading.claims),
                )
            )
    return replace(reading, mentions=Mentions((), tuple(people)))


def victim_case(folder: Path) -> Case:
    """A case file on the stand-ins, with a clock that ticks."""
    clock = casekit.ticking()
    if not folder.exists():
        create(folder, at=clock(), reviewer="r1")
    store = open_store(folder, at=clock())
    return Case(store, read=read, clock=clock, parse_number=casekit.parse_number, linker=LINKER)


def filled(folder: Path, names: Sequence[str] = tuple(TEXTS)) -> Case:
    """The case with its texts, linked: two tell of Tarnel and one of Brisk."""
    case = victim_case(folder)
    case.add([casekit.source_of(name, TEXTS[name]) for name in names], reviewer="r1")
    case.link(reviewer="r1")
    return case
