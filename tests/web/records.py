"""A record of an invented strike, made by hand of SPECIMEN words: who says what, and when.

A government says 43 and later 45, a news page reprints the first figure, a monitor counts 38 to
41 and names one of the dead, the other side denies it, and a monthly note has a running total.
"""

from dataclasses import replace

from allegata.app.views import CaseDocument, DocumentRow, ReviewedClaim
from allegata.model.attribution import Attribution, Voice
from allegata.model.claim import Actor, Claim, PositionPayload
from allegata.model.count import Bounds, Count
from allegata.model.dates import When
from allegata.model.decision import Action, Anchor, Decision, Match
from allegata.model.doubt import Doubt
from allegata.model.incident import LeftOut, Tally
from allegata.model.linking import Account, ClaimRef, Ground, Link, LinkOutcome, Toll
from allegata.model.people import Group, Person
from allegata.model.places import AdminUnit, Candidate, Place, PlaceMention
from allegata.model.provenance import Evidence
from allegata.model.reading import Mentions
from allegata.model.record import (
    Grade,
    HistoryLine,
    IncidentRecord,
    Origin,
    OriginRow,
    PartyPosition,
    ToldCount,
)
from allegata.model.span import Span
from allegata.model.vocabularies import (
    ActorRole,
    Basis,
    Certainty,
    ClaimKind,
    DatePrecision,
    Derivation,
    Event,
    Outcome,
    PlacePrecision,
    PositionValue,
    Qualifier,
    Scope,
    Sensitivity,
    Sex,
    SourceKind,
    Stage,
    Stance,
)

VICTIM = "Ilan Dorrow"
STATE = Voice("SYR", SourceKind.STATE, "my Government")
NEWS = Voice("Tarnel News", SourceKind.MEDIA, "Tarnel News")
MONITOR = Voice("Oster Monitor", SourceKind.NGO, "Oster Monitor")
COALITION = Voice("Northern Coalition", SourceKind.ARMED_GROUP, "Northern Coalition")
NIGHT = When("2031-04-05/2031-04-06", DatePrecision.DAYS_2_6, "night", "the night", "stated", None)
OSTER = Candidate("geonames:2", "Oster", 10.0, 20.0, 0.2)
TARNEL = PlaceMention(
    "Tarnel city",
    "settlement",
    Span("t0", 0, 6),
    Place(
        "geonames:1",
        (),
        "Tarnel",
        "SY",
        AdminUnit("01", "Oster"),
        None,
        35.95,
        39.01,
        PlacePrecision.SETTLEMENT,
        5.0,
        0.93,
        (OSTER,),
    ),
)
BLAMED = Actor(
    "the so-called Northern Coalition",
    "Northern Coalition",
    "armed_group",
    None,
    ActorRole.ATTRIBUTED_TO,
    Certainty.ALLEGED,
    ("so-called",),
    Span("t0", 0, 4),
)


def claim(
    name: str,
    voice: Voice,
    quote: str,
    *,
    number: str = "",
    kind: ClaimKind = ClaimKind.HARM,
    stance: Stance = Stance.ASSERTS,
    scope: Scope = Scope.INCIDENT,
) -> Claim:
    """A claim whose evidence is ``quote``; ``number`` is the words of its one count."""
    counts = (count(quote, number),) if number else ()
    position = PositionPayload(PositionValue.DENIES_ACT)
    return Claim(
        id=name,
        kind=kind,
        scope=scope,
        event=Event.MISSILE_STRIKE,
        stage=Stage.ACCOMPLISHED,
        incident="i1",
        trigger=Span("t0", 0, 1),
        evidence=(Evidence("t0", 0, len(quote), None, quote),),
        attribution=Attribution((voice,), stance=stance),
        when=NIGHT,
        where=(TARNEL,),
        actors=(BLAMED,),
        means=(),
        targets=(),
        counts=counts,
        characterises=(),
        payload=position if kind is ClaimKind.POSITION else None,
        doubts=(Doubt("count.several_sites", f"Is {VICTIM} one of them?", None),),
        confidence=0.91,
        reasons=("for: a plain number",),
        origin="extract.specimen@1",
    )


def count(quote: str, number: str) -> Count:
    """A count of the killed with the bounds that ``number`` has: ``43``, or ``38 and 41``."""
    bounds = [int(part) for part in number.split() if part.isdigit()]
    low, high = (bounds[0], bounds[-1]) if bounds else (None, None)
    at = quote.index(number)
    return Count(
        "c1",
        Outcome.KILLED,
        low,
        low if low == high else None,
        high,
        Qualifier.STATED if low == high else Qualifier.RANGE,
        number,
        Basis.TOTAL,
        Derivation.LITERAL,
        None,
        0.87,
        Span("t0", at, at + len(number)),
        Group("people"),
    )


SAID = {
    "a": claim("ca", STATE, "43 people were killed in Tarnel city.", number="43"),
    "b": claim("cb", STATE, "In all, 45 people were killed.", number="45"),
    "c": claim("cc", NEWS, "43 people were killed, a minister said.", number="43"),
    "d": claim(
        "cd", MONITOR, f"Between 38 and 41 were killed, {VICTIM} among them.", number="38 and 41"
    ),
    "e": claim(
        "ce",
        COALITION,
        "No aircraft of ours was there.",
        kind=ClaimKind.POSITION,
        stance=Stance.DENIES,
    ),
    "f": claim(
        "cf", MONITOR, "Since January 210 people were killed.", number="210", scope=Scope.CUMULATIVE
    ),
}
NAMES = {
    "a": ("letter-1.txt", "2031-04-06"),
    "b": ("letter-2.txt", "2031-04-20"),
    "c": ("news.html", "2031-04-07"),
    "d": ("release.pdf", "2031-05-02"),
    "e": ("statement.txt", "2031-04-08"),
    "f": ("note.docx", "2031-05-01"),
}


def documents() -> dict[str, CaseDocument]:
    """The documents by their ids; the first letter's claim was accepted by a person."""
    return {each: document(each) for each in SAID}


def document(key: str) -> CaseDocument:
    """One document with its one claim."""
    said, (name, day) = SAID[key], NAMES[key]
    span = Span("t0", 0, len(VICTIM))
    victim = Person("p1", VICTIM, None, None, Sex.UNKNOWN, None, Outcome.KILLED, span)
    accepted = None
    if key == "a":
        anchor = Anchor(key, said.trigger, (), "killed", "", "", (Outcome.KILLED,))
        accepted = Decision("d1", Action.ACCEPT, said, anchor, "r1", "2031-05-03T08:00:00Z")
    return CaseDocument(
        row=row(key, name, day),
        document=None,
        mentions=Mentions(people=(victim,) if key == "d" else ()),
        incidents=(),
        run=None,
        claims=(ReviewedClaim(said.id, said, accepted, Match.KEPT),),
    )


def row(key: str, name: str, day: str) -> DocumentRow:
    """A document's row in the list."""
    return DocumentRow(
        id=key,
        name=name,
        row_id=None,
        media_type="text/plain",
        language="en",
        status="read",
        refusal=None,
        pages=None,
        published=day,
        publisher=None,
        container=None,
        added_at="2031-05-03T08:00:00Z",
        added_by="r1",
        symbol=None,
        claims=1,
        reviewed=0,
        doubts=0,
        sensitivity=Sensitivity.RESTRICTED,
        may_publish=False,
        sha256=None,
        layers=(),
        unseen_numbers=0,
    )


def ref(key: str) -> ClaimRef:
    """What refers to the claim of a document."""
    return ClaimRef(key, SAID[key].id)


def told(key: str, reason: str = "", *, basis: Basis = Basis.TOTAL) -> ToldCount:
    """What a document tells of the killed; ``reason`` says why it is left out."""
    said = SAID[key]
    return ToldCount(
        ref(key),
        replace(said.counts[0], basis=basis),
        said.evidence[0].quote,
        used=not reason,
        reason=reason,
        published=NAMES[key][1],
    )


def tally(rule: str, low: int | None, best: int | None, high: int | None) -> Tally:
    """A range for the killed."""
    left = (
        LeftOut("a/c1", "superseded by 45 on 2031-04-20"),
        LeftOut("c/c1", "same origin: SYR"),
        LeftOut("f/c1", "cumulative"),
    )
    return Tally(Outcome.KILLED, None, low, best, high, rule, ("b/c1", "d/c1"), left)


def record() -> IncidentRecord:
    """The whole record."""
    return IncidentRecord(
        code="AL-000007",
        formers=("AL-000003",),
        event=Event.MISSILE_STRIKE,
        stage=Stage.ACCOMPLISHED,
        when=NIGHT,
        where=(TARNEL,),
        actors=(BLAMED, BLAMED),
        means=(),
        targets=(),
        claims=tuple((ref(key), SAID[key]) for key in sorted(SAID)),
        rows=(
            OriginRow(
                Origin("syr", "SYR", "state", "government", via=("c",)),
                (
                    told("b"),
                    told("c", "same origin: SYR"),
                    told("a", "superseded by 45 on 2031-04-20"),
                ),
                ("a", "b", "c"),
            ),
            OriginRow(
                Origin("oster", "Oster Monitor", "ngo"),
                (told("d"), told("f", "cumulative", basis=Basis.CUMULATIVE)),
                ("d", "f"),
            ),
        ),
        tallies=(tally("added@1", 38, None, 45),),
        others=(tally("median@1", 38, 43, 45), tally("acled@1", 38, 38, 38)),
        reported=tuple(sorted(day for _, day in NAMES.values())),
        positions=(
            PartyPosition(
                "Northern Coalition",
                PositionValue.DENIES_ACT,
                ref("e"),
                "2031-04-08",
                SAID["e"].evidence[0].quote,
            ),
        ),
        grade=None,
        proposed_grade=Grade(
            "airwars", "fair", "Two or more credible sources.", ("two camps: yes",)
        ),
        links=(Link("a1", "a2", LinkOutcome.SAME, 0.97, ("same day", "43 and 45 killed")),),
        whole=None,
        parts=(),
        related=("AL-000009",),
        named_dead=1,
        history=(HistoryLine("2031-05-03T08:00:00Z", "r1", "letter-1.txt was added"),),
    )


def account(key: str) -> Account:
    """An account as linking compares it."""
    ground = Ground("geonames:1", "Tarnel", 35.95, 39.01, PlacePrecision.SETTLEMENT, 5.0, "SY")
    low, best, high = SAID[key].counts[0].low, SAID[key].counts[0].best, SAID[key].counts[0].high
    return Account(
        f"a-{key}",
        key,
        (SAID[key].id,),
        Event.MISSILE_STRIKE,
        days=(741537, 741538),
        published=741538,
        grounds=(ground,),
        tolls=(Toll(Outcome.KILLED, Bounds(low, best, high)),),
        named=("ilan dorrow",) if key == "d" else (),
        actors=("Northern Coalition",),
        origin="syr",
    )
