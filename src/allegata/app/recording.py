"""A record of an incident, made anew of its claims, links and decisions whenever it is asked for.

In: the case file as linking sees it, and one of its incidents. Out: everything that a person needs
to weigh it. Nothing of it is kept, so that it is never staler than what it is made of.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import TypeVar

from allegata.app.case_victims import DEAD, named_dead
from allegata.app.linked import Linked, Settings, claims_in_force
from allegata.app.parties import party_records
from allegata.app.reprints import Sketch
from allegata.app.ties import Ties
from allegata.app.told import ToldClaim, told_claims, without_copies
from allegata.model.claim import Claim, PositionPayload
from allegata.model.count import Count
from allegata.model.dates import When
from allegata.model.importing import OwnIncident, OwnRecord
from allegata.model.incident import Tally
from allegata.model.linking import ClaimRef, KnownIncident
from allegata.model.places import PlaceMention
from allegata.model.record import (
    Grade,
    HistoryLine,
    IncidentRecord,
    Origin,
    OriginRow,
    PartyPosition,
    RangeDecision,
    ToldCount,
)
from allegata.model.source import Source
from allegata.model.vocabularies import (
    ActorRole,
    Basis,
    ClaimKind,
    DatePrecision,
    Event,
    PositionValue,
    Scope,
    Stage,
)
from allegata.stages.resolve.grading import Evidence as GradeEvidence
from allegata.stages.resolve.grading import propose
from allegata.stages.resolve.reckoning import FIGHTERS, key_of, reckon
from allegata.stages.resolve.statuses import by_status

T = TypeVar("T")
WIDE = frozenset({Scope.CUMULATIVE, Scope.AGGREGATE})
NARROW = frozenset({DatePrecision.DAY, DatePrecision.DAYS_2_6, DatePrecision.WEEK})
BROAD = frozenset({DatePrecision.MONTH, DatePrecision.YEAR})
ACCEPTING = frozenset({PositionValue.ACCEPTS_RESPONSIBILITY, PositionValue.CLAIMS_RESPONSIBILITY})
COORDINATES = "coordinates"  # the kind of a mention
APART = "a total over more than this incident"
_FINEST = {precision: place for place, precision in enumerate(DatePrecision)}


@dataclass(frozen=True, slots=True)
class Sides:
    """What is beside claims in a record: the register, what was decided, and what happened."""

    register: Sequence[Source]
    grade: Grade | None
    history: tuple[HistoryLine, ...]
    ties: Ties
    words: Mapping[ClaimRef, Sketch] = field(default_factory=dict)  # of each claim's account
    settled: tuple[RangeDecision, ...] = ()


def record_of(
    linked: Linked,
    incident: KnownIncident,
    sides: Sides,
    settings: Settings,
    *,
    is_brief: bool = False,
) -> IncidentRecord:
    """Return the record of one incident; a brief one has its ranges under the one rule alone.

    What parties concede is not in a brief one either.
    """
    told = without_copies(
        told_claims(linked, incident.claims, sides.register), sides.words, linked.works
    )
    claims = [one.claim for one in told]
    own = [linked.own[ref] for ref in incident.claims if ref in linked.own]
    when = _when(claims) if claims else next((each.told.when for each in own), None)
    counted = [one for one in told if not _is_wide(one.claim, when)]
    wide = told_claims(linked, _wide_claims(linked, incident), sides.register)
    wide += [one for one in told if _is_wide(one.claim, when)]
    named = named_dead(linked, incident)
    held = [one.held() for one in counted]
    by_rule = partial(reckon, held, table=settings.table, named_dead=named, order=settings.order)
    tallies = by_rule(rule=settings.rule)
    others = chain.from_iterable(
        by_rule(rule=rule) for rule in (() if is_brief else settings.others())
    )
    positions = _positions(linked, incident, sides.register)
    rows = _rows(counted, wide, tallies)
    return IncidentRecord(
        code=incident.code,
        formers=incident.formers,
        event=_event(claims) if claims or not own else own[0].told.event,
        stage=_stage(claims),
        when=when,
        where=_where(claims),
        actors=_distinct(claim.actors for claim in claims),
        means=_distinct(claim.means for claim in claims),
        targets=_distinct(claim.targets for claim in claims),
        claims=tuple((one.ref, one.claim) for one in told),
        rows=rows,
        tallies=tallies,
        others=tuple(others),
        reported=tuple(sorted({one.published for one in told if one.published})),
        positions=positions,
        grade=sides.grade,
        proposed_grade=propose(settings.scheme, _evidence(counted, positions)) if claims else None,
        links=sides.ties.links,
        whole=sides.ties.whole,
        parts=sides.ties.parts,
        related=sides.ties.related,
        named_dead=named,
        history=sides.history,
        own=tuple(map(_own, own)),
        by_status=by_status(held, rule=settings.rule, table=settings.table, order=settings.order),
        settled=sides.settled,
        parties=() if is_brief else party_records(counted, positions, sides.register, settings),
    )


def _own(own: OwnIncident) -> OwnRecord:
    """Return what a person's own list has of the incident, without the names of victims."""
    told = own.told
    return OwnRecord(
        own.table,
        own.id,
        told.event,
        told.when.edtf if told.when is not None else "",
        told.where.raw if told.where is not None else "",
        told.figures,
    )


def _is_wide(claim: Claim, when: When | None) -> bool:
    """Say whether a claim is of more than the incident: of a month, where that is of days."""
    if claim.scope in WIDE:
        return True
    return (
        when is not None
        and claim.when is not None
        and when.precision in NARROW
        and claim.when.precision in BROAD
    )


def _wide_claims(linked: Linked, incident: KnownIncident) -> list[ClaimRef]:
    """Return the running totals and sums that the incident's documents tell beside it."""
    ours = set(incident.claims)
    return [
        ref
        for id_ in sorted({ref.document for ref in incident.claims})
        if (shown := linked.documents.get(id_)) is not None
        for claim in claims_in_force(shown).values()
        if claim.kind is ClaimKind.HARM
        and claim.scope in WIDE
        and (ref := ClaimRef(id_, claim.id)) not in ours
    ]


def _rows(
    told: Sequence[ToldClaim], wide: Sequence[ToldClaim], tallies: Sequence[Tally]
) -> tuple[OriginRow, ...]:
    """Return a row for each origin: those that count first, then by name."""
    used = {key for tally in tallies for key in tally.used}
    reasons = {left.count: left.reason for tally in tallies for left in tally.left_out}
    rows: dict[str, list[ToldClaim]] = {}
    for one in [*told, *wide]:
        rows.setdefault(one.speaker.origin.id, []).append(one)
    apart = frozenset(one.ref for one in wide)
    made = [_row(own, apart, used, reasons) for own in rows.values()]
    return tuple(
        sorted(
            made,
            key=lambda row: (
                not any(each.used for each in row.counts),
                not row.counts,
                row.origin.name.casefold(),
                row.origin.id,
            ),
        )
    )


def _row(
    own: Sequence[ToldClaim], apart: frozenset[ClaimRef], used: set[str], reasons: dict[str, str]
) -> OriginRow:
    origin = own[0].speaker.origin
    counts = [
        _count(one, count, APART if one.ref in apart else "", used, reasons)
        for one in reversed(own)
        for count in one.claim.counts
    ]
    counts.sort(key=lambda each: (not each.used, each.reason == APART))
    passed_on = [one for one in own if not one.speaker.at_first_hand or one.speaker.copied]
    via = [one.ref.document for one in passed_on]
    return OriginRow(
        Origin(origin.id, origin.name, origin.kind, origin.camp, tuple(dict.fromkeys(via))),
        tuple(counts),
        tuple(sorted({one.ref.document for one in own})),
    )


def _count(
    one: ToldClaim, count: Count, apart: str, used: set[str], reasons: dict[str, str]
) -> ToldCount:
    key = key_of(one.ref.document, count.id)
    reason = apart or (APART if count.basis is Basis.CUMULATIVE else "")
    is_used = key in used and not reason
    words = next(
        (words for words in one.claim.evidence if words.span.covers(count.span)),
        one.claim.evidence[0],
    )
    return ToldCount(
        one.ref,
        count,
        one.translated(words) or words.quote,
        is_used,
        "" if is_used else reason or reasons.get(key, "not of a figure of this incident"),
        one.published,
        words.quote if one.translated(words) else None,
    )


def _event(claims: Sequence[Claim]) -> Event:
    """Return the event that most claims tell, the finer words before "other" and "unknown"."""
    told = Counter(claim.event for claim in claims if claim.event is not Event.UNKNOWN)
    told.pop(Event.OTHER, None) if len(told) > 1 else None
    return min(told, key=lambda event: (-told[event], event.value)) if told else Event.UNKNOWN


def _stage(claims: Sequence[Claim]) -> Stage:
    told = Counter(claim.stage for claim in claims)
    return min(told, key=lambda stage: (-told[stage], stage.value)) if told else Stage.ACCOMPLISHED


def _when(claims: Sequence[Claim]) -> When | None:
    """Return the date that most claims tell, of those that are told most finely."""
    told = [claim.when for claim in claims if claim.when is not None]
    if not told:
        return None
    stated = [when for when in told if when.precision is not DatePrecision.BEFORE] or told
    times = Counter(when.edtf for when in stated)
    return min(stated, key=lambda when: (-times[when.edtf], _FINEST[when.precision], when.edtf))


def _where(claims: Sequence[Claim]) -> tuple[PlaceMention, ...]:
    """Return each place once, by the ground that it stands for, those told most often first."""
    told: dict[str, PlaceMention] = {}
    times: Counter[str] = Counter()
    for mention in chain.from_iterable(claim.where for claim in claims):
        key = mention.place.id if mention.place is not None else mention.raw.casefold()
        told.setdefault(key, mention)
        times[key] += 1
    order = sorted(told, key=lambda key: (*_namelessness(told[key]), -times[key], key))
    return tuple(told[key] for key in order)


def _namelessness(mention: PlaceMention) -> tuple[bool, bool]:
    """Return what sorts names before bare coordinates, and known ground before unknown."""
    return mention.kind == COORDINATES, mention.place is None


def _distinct(groups: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(groups)))


def _positions(
    linked: Linked, incident: KnownIncident, register: Sequence[Source]
) -> tuple[PartyPosition, ...]:
    """Return what parties hold of the incident, oldest first.

    A position that names no claim is of the incident where its document tells of no other.
    """
    ours = set(incident.claims)
    refs = []
    for id_ in sorted({ref.document for ref in incident.claims}):
        shown = linked.documents.get(id_)
        claims = claims_in_force(shown).values() if shown is not None else ()
        others = any(
            claim.incident is not None and ClaimRef(id_, claim.id) not in ours
            for claim in claims
            if claim.kind is ClaimKind.HARM
        )
        for claim in claims:
            about = [ClaimRef(id_, each) for each in claim.characterises]
            is_ours = ClaimRef(id_, claim.id) in ours or any(each in ours for each in about)
            if claim.kind is ClaimKind.POSITION and (is_ours or not (about or others)):
                refs.append(ClaimRef(id_, claim.id))
    return tuple(
        PartyPosition(
            one.speaker.origin.name,
            one.claim.payload.value,
            one.ref,
            one.published,
            one.claim.evidence[0].quote,
        )
        for one in told_claims(linked, refs, register)
        if isinstance(one.claim.payload, PositionPayload)
    )


def _evidence(told: Sequence[ToldClaim], positions: Sequence[PartyPosition]) -> GradeEvidence:
    harm = [one for one in told if one.claim.kind is ClaimKind.HARM]
    origins = {one.speaker.origin for one in harm}
    roles = {ActorRole.ATTRIBUTED_TO, ActorRole.CLAIMS_RESPONSIBILITY}
    actors = [actor for one in told for actor in one.claim.actors if actor.role in roles]
    counts = [count for one in harm for count in one.claim.counts if count.outcome in DEAD]
    claims = any(actor.role is ActorRole.CLAIMS_RESPONSIBILITY for actor in actors)
    return GradeEvidence(
        origins=len({origin.id for origin in origins}),
        camps=len({origin.camp or origin.id for origin in origins}),
        kinds=len({origin.kind for origin in origins}),
        blamed=len({actor.name.casefold() for actor in actors}),
        accepts=claims or any(each.value in ACCEPTING for each in positions),
        only_fighters=bool(counts) and all(each.group.status in FIGHTERS for each in counts),
    )
