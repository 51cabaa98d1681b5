"""SPECIMEN texts of our own with invented incidents, and a stand-in for the extractor.

The stand-in reads a few fixed phrasings, so that the workbench is tested apart from the grammar.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from allegata.app.case import Case
from allegata.app.ingest import Reader
from allegata.model.attribution import Attribution, Voice
from allegata.model.claim import (
    Actor,
    Claim,
    ConductPayload,
    Means,
    NormPayload,
    Payload,
    RequestPayload,
    Target,
    claim_id,
)
from allegata.model.count import Count
from allegata.model.dates import When
from allegata.model.document import Block, Document, SourceFile, TextLayer
from allegata.model.doubt import Doubt
from allegata.model.ids import content_id
from allegata.model.people import Composition, Group
from allegata.model.places import AdminUnit, Candidate, GazetteerEntry, Place, PlaceMention
from allegata.model.ports import Renderer
from allegata.model.provenance import Evidence
from allegata.model.reading import Mentions, Reading, Refusal, Run
from allegata.model.span import Span
from allegata.model.un import Sender, UnRecord
from allegata.model.vocabularies import (
    ActorRole,
    Basis,
    Cause,
    Certainty,
    ClaimKind,
    DatePrecision,
    Delivery,
    Derivation,
    Event,
    LayerKind,
    Outcome,
    PlacePrecision,
    Qualifier,
    Scope,
    SourceKind,
    Stage,
    Status,
    StatusBasis,
    TargetCategory,
)
from allegata.store.case_store import create, open_store

CLOCK = "2031-04-09T10:42:00Z"
LETTER = """SPECIMEN. Not a real letter. Every place, person and event in it is invented.

Distribution: general

Identical letters dated 7 April 2031 from the Permanent Representative of Vessaria

On instructions from my Government, I wish to draw your attention to the following.

On Saturday, 5 April 2031, aircraft of the so-called Northern Coalition \
fired missiles at houses in Tarnel city. \
43 civilians were killed and dozens were wounded, most of them women and children.

On 4 April 2031, 8 members of one family were killed in the same city.

The hospital of Tarnel was destroyed. These acts are a grave breach of the law of war.

Vessaria asks that the coalition be dissolved.
"""
POST = "عاجل من ترنيل 😀: قُتل 5 مدنيين في قصف اليوم. Tarnel Now"
TRANSLATION = "Urgent from Tarnel 😀: 5 civilians were killed in shelling today. Tarnel Now"
HOSTILE = """SPECIMEN <script>document.body.dataset.pwned = "1"</script>

<img src=x onerror="document.body.dataset.pwned='2'"> In <b>Tarnel</b> 3 people were killed.

</p></script><svg onload=alert(1)> {{7*7}} ${7*7} \u202egnirts desrever\u202c javascript:alert(2)
"""
HOSTILE_NAME = "<img src=x onerror=alert(3)> 'quoted' \u202etxt.txt"
TARNEL = GazetteerEntry(
    "geonames:1", "Tarnel", "ZZ", "settlement", 10.5, 20.25, 70_000, AdminUnit("01", "Oster"), None
)
OSTER = GazetteerEntry("geonames:2", "Oster", "ZZ", "adm1", 10.0, 20.0, None, None, None)
_COUNT = re.compile(
    r"(\d+|[Dd]ozens)(?: (civilians|people|members of one family|مدنيين))?"
    r"(?: were)? ?(killed|wounded)?"
)
_OUTCOMES = {"killed": Outcome.KILLED, "wounded": Outcome.INJURED}


def find_place(place_id: str) -> GazetteerEntry | None:
    """Know two invented places."""
    return {each.id: each for each in (TARNEL, OSTER)}.get(place_id)


def read(source: SourceFile) -> Reading | Refusal:
    """Read a SPECIMEN; a PDF is refused as encrypted."""
    if source.content.startswith(b"%PDF"):
        return Refusal(
            source.name,
            source.row_id,
            "convert.pdf.encrypted",
            f"{source.name} is protected by a password.",
            "Remove the protection and add the file again.",
        )
    text = source.content.decode()
    arabic = re.search("[\u0600-\u06ff]", text) is not None
    language = source.language or ("ar" if arabic else "en")
    layer = TextLayer("t0", LayerKind.NATIVE, "specimen@1", text, language=language)
    document = Document(
        id=source.id,
        name=source.name,
        media_type=source.media_type,
        layers=(layer,),
        blocks=blocks_of(text),
        row_id=source.row_id,
        language=language,
        published=source.published,
        provenance=source.provenance,
        un=_un(text),
        doubts=(Doubt("document.specimen", "This is a specimen.", None),) if _un(text) else (),
    )
    return Reading(
        run=Run("0", "c", "p", None, ("specimen@1",)),
        document=document,
        mentions=Mentions(),
        claims=claims_of(document, text),
        incidents=(),
    )


def open_specimen_case(
    folder: Path, *, reader: Reader = read, render: Renderer | None = None
) -> Case:
    """Make a case file at ``folder`` and open it, with a stand-in as its reader."""
    if not folder.exists():
        create(folder, at=CLOCK, reviewer="r1")
    store = open_store(folder, at=CLOCK)
    return Case(store, read=reader, clock=lambda: CLOCK, render=render)


def source_of(name: str, text: str) -> SourceFile:
    """Return a text as a file."""
    content = text.encode()
    return SourceFile(content_id(content), name, content, "text/plain", encoding="utf-8")


def _un(text: str) -> UnRecord | None:
    if "Identical letters" not in text:
        return None
    sender = Sender("permanent_representative", None, "Permanent Representative of Vessaria")
    return UnRecord(
        distribution="general",
        kind="identical_letters",
        dated="2031-04-07",
        issued="2031-04-09",
        original_language="ar",
        senders=(sender,),
        addressees=("secretary_general", "president_of_the_security_council"),
    )


def blocks_of(text: str) -> tuple[Block, ...]:
    found = []
    for match in re.finditer(r"\S[^\n]*(?:\n(?!\n)[^\n]+)*", text):
        words = match.group()
        kind = "furniture" if words.startswith("Distribution") else "paragraph"
        kind = "heading" if words.startswith("Identical") else kind
        found.append(Block("t0", match.start(), match.end(), kind))
    return tuple(found)


def claims_of(document: Document, text: str) -> tuple[Claim, ...]:
    found = [
        _harm(document, text, match.start(), match.end())
        for match in re.finditer(r"[^.\n]*(?:killed|قُتل)[^.\n]*\.", text)
    ]
    makers: list[tuple[str, Callable[[Document, Span, str], Claim]]] = [
        (r"The hospital of Tarnel was destroyed\.", _conduct),
        (r"These acts are a grave breach of the law of war\.", _norm),
        (r"Vessaria asks that the coalition be dissolved\.", _request),
    ]
    for pattern, make in makers:
        found += [
            make(document, Span("t0", *match.span()), match.group())
            for match in re.finditer(pattern, text)
        ]
    by_place = sorted(found, key=lambda claim: claim.trigger.start)
    conduct = [claim.id for claim in by_place if claim.kind is ClaimKind.CONDUCT]
    return tuple(
        claim if claim.kind is not ClaimKind.NORM else _replace_norm(claim, conduct)
        for claim in by_place
    )


def _replace_norm(claim: Claim, conduct: list[str]) -> Claim:
    return replace(claim, characterises=tuple(conduct))


def _harm(document: Document, text: str, start: int, end: int) -> Claim:
    sentence = text[start:end]
    trigger = re.search("killed|قُتل", sentence)
    assert trigger is not None
    counts = []
    before = text.rfind("\n\n", 0, start) + 1
    for match in _COUNT.finditer(sentence):
        if match.group(3) is None and "قُتل" not in sentence:
            continue
        at = start + match.start(1)
        counts.append(_count(match, Span("t0", at, at + len(match.group(1))), text))
    where = [
        PlaceMention(
            "Tarnel city",
            "settlement",
            Span("t0", before + match.start(), before + match.end()),
            _tarnel(),
        )
        for match in re.finditer("Tarnel city", text[before:end])
    ]
    return _claim(
        document,
        ClaimKind.HARM,
        Span("t0", start + trigger.start(), start + trigger.end()),
        Span("t0", start + len(sentence) - len(sentence.lstrip()), end),
        sentence.strip(),
        event=Event.AIR_STRIKE,
        counts=tuple(counts),
        when=_when(text, before, end),
        where=tuple(where),
        actors=_actors(text, before, end),
        means=_means(text, before, end),
        targets=_targets(text, before, end),
        doubts=(Doubt("count.several_sites", "Several sites may share one total.", None),),
    )


def _count(match: re.Match[str], span: Span, text: str) -> Count:
    vague = not match.group(1).isdigit()
    number = None if vague else int(match.group(1))
    after = re.compile("most of them women and children").search(text, span.end, span.end + 60)
    composition: tuple[Composition, ...] = ()
    if vague and after:
        share = Composition(
            "most", after.group(), ("women", "children"), (), (), Span("t0", *after.span())
        )
        composition = (share,)
    return Count(
        id=f"c{span.start}",
        outcome=_OUTCOMES.get(match.group(3) or "killed", Outcome.KILLED),
        low=number,
        best=number,
        high=number,
        qualifier=Qualifier.VAGUE if vague else Qualifier.STATED,
        raw=match.group(1),
        basis=Basis.TOTAL,
        derivation=Derivation.LITERAL,
        part_of=None,
        confidence=0.87,
        span=span,
        group=Group(
            raw=match.group(2) or "",
            status=Status.CIVILIAN if match.group(2) == "civilians" else Status.UNKNOWN,
            status_basis=StatusBasis.STATED,
            composition=composition,
        ),
    )


def _tarnel() -> Place:
    other = Candidate(OSTER.id, OSTER.name, OSTER.lat, OSTER.lon, 0.2)
    return Place(
        id=TARNEL.id,
        same_as=(),
        name=TARNEL.name,
        country="ZZ",
        admin1=TARNEL.admin1,
        admin2=None,
        lat=TARNEL.lat,
        lon=TARNEL.lon,
        precision=PlacePrecision.SETTLEMENT,
        radius_km=5.0,
        score=0.93,
        alternatives=(other,),
    )


def _when(text: str, start: int, end: int) -> When | None:
    match = re.compile(r"(\d) April 2031").search(text, start, end)
    if match is None:
        return None
    day = f"2031-04-0{match.group(1)}"
    return When(day, DatePrecision.DAY, None, match.group(), "stated", Span("t0", *match.span()))


def _actors(text: str, start: int, end: int) -> tuple[Actor, ...]:
    match = re.compile("so-called (Northern Coalition)").search(text, start, end)
    if match is None:
        return ()
    span = Span("t0", *match.span(1))
    role, certainty = ActorRole.ATTRIBUTED_TO, Certainty.ALLEGED
    name = match.group(1)
    return (Actor(name, name, "state_coalition", None, role, certainty, ("so-called",), span),)


def _means(text: str, start: int, end: int) -> tuple[Means, ...]:
    match = re.compile("missiles").search(text, start, end)
    if match is None:
        return ()
    return (Means("missiles", Cause.HEAVY_WEAPONS, Delivery.AIR, Span("t0", *match.span())),)


def _targets(text: str, start: int, end: int) -> tuple[Target, ...]:
    match = re.compile("houses").search(text, start, end)
    if match is None:
        return ()
    residential = TargetCategory.RESIDENTIAL
    return (Target("houses", residential, True, None, Span("t0", *match.span())),)


def _conduct(document: Document, span: Span, quote: str) -> Claim:
    return _claim(
        document, ClaimKind.CONDUCT, span, span, quote, payload=ConductPayload("destroyed")
    )


def _norm(document: Document, span: Span, quote: str) -> Claim:
    payload = NormPayload("grave breach", "the law of war", "violates")
    return _claim(document, ClaimKind.NORM, span, span, quote, payload=payload)


def _request(document: Document, span: Span, quote: str) -> Claim:
    payload = RequestPayload("dissolve the coalition", None, procedural=False)
    return _claim(document, ClaimKind.REQUEST, span, span, quote, payload=payload)


def _claim(
    document: Document,
    kind: ClaimKind,
    trigger: Span,
    evidence: Span,
    quote: str,
    *,
    event: Event = Event.UNKNOWN,
    counts: tuple[Count, ...] = (),
    when: When | None = None,
    where: tuple[PlaceMention, ...] = (),
    actors: tuple[Actor, ...] = (),
    means: tuple[Means, ...] = (),
    targets: tuple[Target, ...] = (),
    payload: Payload | None = None,
    doubts: tuple[Doubt, ...] = (),
) -> Claim:
    voice = Voice("Vessaria", SourceKind.STATE, "my Government")
    return Claim(
        id=claim_id(document.id, kind, trigger, "killed"),
        kind=kind,
        scope=Scope.INCIDENT,
        event=event,
        stage=Stage.ACCOMPLISHED,
        incident=None,
        trigger=trigger,
        evidence=(Evidence("t0", evidence.start, evidence.end, None, quote),),
        attribution=Attribution((voice,)),
        when=when,
        where=where,
        actors=actors,
        means=means,
        targets=targets,
        counts=counts,
        characterises=(),
        payload=payload,
        doubts=doubts,
        confidence=0.91,
        reasons=("the words say so", "for: a plain number"),
        origin="extract.specimen@1",
    )
