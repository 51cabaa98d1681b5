"""SPECIMEN texts, a small stand-in for the reader, and case files, for the tests of the case file.

The stand-in reads "7 people were killed" and "named Jane Roe", so that these tests stand apart from
the grammar.
"""

import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from allegata.app.case import Case
from allegata.export.csv_counts import write_csv
from allegata.export.jsonl_claims import write_jsonl
from allegata.model.attribution import Attribution, Voice
from allegata.model.claim import Claim, claim_id
from allegata.model.count import Bounds, Count
from allegata.model.document import Block, Document, SourceFile, TextLayer
from allegata.model.ids import content_id
from allegata.model.people import Group, Person
from allegata.model.provenance import Evidence
from allegata.model.reading import Mentions, Reading, Refusal, Run
from allegata.model.span import Span
from allegata.model.store_port import CaseStore
from allegata.model.vocabularies import (
    Basis,
    ClaimKind,
    Derivation,
    Event,
    LayerKind,
    Modality,
    Outcome,
    Qualifier,
    Scope,
    Sex,
    SourceKind,
    Stage,
    Stance,
)
from allegata.store.case_store import create, open_store

LETTER = (
    "SPECIMEN. On 5 April 2031, 43 civilians were killed in Tarnel. On the day after, 8 people "
    "were killed and 12 children were injured, one of them named Jane Roe."
)
OTHER = "SPECIMEN. The Tarnel clinic says that 9 people were injured."
HARM = re.compile(r"(\d+) (civilians|people|children) were (killed|injured)")
NAMED = re.compile(r"named (\w+ \w+)")
RUN = Run("0.1.0", "codebook-1", "packs-1", None, ("embedded@1",))

Read = Callable[[SourceFile], Reading | Refusal]


def source_of(name: str, text: str, *, row_id: str | None = None) -> SourceFile:
    """A text as it comes from a file or a row."""
    content = text.encode()
    return SourceFile(content_id(content), name, content, "text/plain", "utf-8", row_id=row_id)


def read(source: SourceFile) -> Reading | Refusal:
    """Read a text by the stand-in; one that begins with LOCKED is refused."""
    text = source.content.decode()
    if text.startswith("LOCKED"):
        hint = "Unlock it."
        return Refusal(source.name, source.row_id, "convert.locked", "It is locked.", hint)
    return reading_of(source, text)


def reading_of(source: SourceFile, text: str, *, run: Run = RUN) -> Reading:
    """What the stand-in reads of ``text``, which may differ from the bytes of ``source``."""
    layer = TextLayer("t0", LayerKind.NATIVE, "stand-in@1", text, (), source.language or "en")
    document = Document(
        id=source.id,
        name=source.name,
        media_type=source.media_type,
        layers=(layer,),
        blocks=(Block("t0", 0, len(text)),),
        row_id=source.row_id,
        language=layer.language,
        published=source.published,
        provenance=source.provenance,
    )
    claims = tuple(claims_of(source.id, text))
    people = tuple(
        Person(
            id=f"p{number}",
            name=found.group(1),
            description=None,
            age=None,
            sex=Sex.UNKNOWN,
            role=None,
            outcome=None,
            span=Span("t0", *found.span(1)),
            claims=tuple(claim.id for claim in claims[-1:]),
        )
        for number, found in enumerate(NAMED.finditer(text))
    )
    return Reading(run, document, Mentions((), people), claims, ())


def claims_of(document_id: str, text: str) -> Iterator[Claim]:
    """A harm claim for each "7 people were killed"; its evidence is the whole phrase."""
    for number, found in enumerate(HARM.finditer(text)):
        yield claim_of(document_id, found, f"c{number}", int(found.group(1)))


def claim_of(document_id: str, found: re.Match[str], count_id: str, people: int) -> Claim:
    """The claim that ``people`` suffered what the match says."""
    outcome, trigger = Outcome(found.group(3)), Span("t0", *found.span(3))
    count = Count(
        id=count_id,
        outcome=outcome,
        low=people,
        best=people,
        high=people,
        qualifier=Qualifier.STATED,
        raw=found.group(1),
        basis=Basis.TOTAL,
        derivation=Derivation.LITERAL,
        part_of=None,
        confidence=0.9,
        span=Span("t0", *found.span(1)),
        group=Group(found.group(2)),
    )
    voice = Voice("VES", SourceKind.STATE, "Vessaria")
    return Claim(
        id=claim_id(document_id, ClaimKind.HARM, trigger, outcome.value),
        kind=ClaimKind.HARM,
        scope=Scope.INCIDENT,
        event=Event.UNKNOWN,
        stage=Stage.ACCOMPLISHED,
        incident=None,
        trigger=trigger,
        evidence=(Evidence("t0", found.start(), found.end(), None, found.group()),),
        attribution=Attribution((voice,), Stance.ASSERTS, Modality.STATED),
        when=None,
        where=(),
        actors=(),
        means=(),
        targets=(),
        counts=(count,),
        characterises=(),
        payload=None,
        doubts=(),
        confidence=0.9,
        reasons=(),
        origin="stand-in@1",
    )


def parse_number(raw: str, _language: str | None) -> Bounds | None:
    """The stand-in for the grammar of numbers: digits."""
    return Bounds(int(raw), int(raw), int(raw)) if raw.isdecimal() else None


def ticking() -> Callable[[], str]:
    """A clock that goes on by a second each time it is asked."""
    seconds = itertools.count()
    return lambda: f"2031-04-09T10:{(at := next(seconds)) // 60:02d}:{at % 60:02d}Z"


def case_on(store: CaseStore, *, reader: Read = read) -> Case:
    """A case on an open store."""
    return Case(
        store,
        read=reader,
        clock=ticking(),
        parse_number=parse_number,
        exporters={"jsonl": write_jsonl, "csv": write_csv},
    )


def new_case(folder: Path, *, reader: Read = read) -> Case:
    """A new case file at ``folder``, open for writing, with salts that repeat."""
    salts = itertools.count()
    create(folder, at="2031-04-09T09:00:00Z", reviewer="r1", salt=lambda: f"s{next(salts)}")
    return open_case(folder, reader=reader)


def open_case(folder: Path, *, reader: Read = read, read_only: bool = False) -> Case:
    """An existing case file, open."""
    store = open_store(folder, at="2031-04-09T11:00:00Z", read_only=read_only)
    return case_on(store, reader=reader)
