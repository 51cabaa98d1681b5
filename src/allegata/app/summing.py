"""The running totals of a case, each beside the sum of the incidents that lie within it.

In: the case file as linking sees it. Out: every total over a period or an area that a document
tells, those of a told period first, with the incidents that are within it or may be. It is made
anew whenever it is asked for, as records are.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from allegata.app.linked import Linked, Settings, claims_in_force, words_of
from allegata.app.recording import WIDE
from allegata.app.told import ToldClaim, told_claims, without_copies
from allegata.model.claim import Claim
from allegata.model.count import Count
from allegata.model.edtf import days_of, last_day
from allegata.model.incident import Tally
from allegata.model.linking import ClaimRef
from allegata.model.ranges import Range
from allegata.model.record import IncidentRecord, StatusGroup
from allegata.model.source import Source
from allegata.model.sums import RunningTotal, SumBeside
from allegata.model.vocabularies import (
    Age,
    Basis,
    ClaimKind,
    DatePrecision,
    Outcome,
    Sex,
    Stance,
)
from allegata.stages.resolve.statuses import bucket
from allegata.stages.resolve.sums import Candidate, added, sum_beside

_PIECES = frozenset({Basis.PART, Basis.REMAINDER, Basis.INCREMENT})
_TAKEN_BACK = frozenset({Stance.DENIES, Stance.RETRACTS})


def sums(
    linked: Linked,
    records: Sequence[IncidentRecord],
    register: Sequence[Source],
    settings: Settings,
) -> tuple[SumBeside, ...]:
    """Return every running total of the case beside the sum of the incidents within it."""
    order = list(Outcome)
    totals = sorted(
        _once(_totals(linked, register)),
        key=lambda one: (
            one.first_day is None,  # those of no told period say least
            order.index(one.outcome),
            one.published or "9999",
            one.claim.document,
        ),
    )
    return tuple(
        sum_beside(
            total,
            [_candidate(record, total) for record in records],
            rule=settings.rule,
            notes=_of_whom(total),
        )
        for total in totals
    )


def _totals(linked: Linked, register: Sequence[Source]) -> Iterator[RunningTotal]:
    refs = [
        ClaimRef(id_, claim.id)
        for id_, shown in sorted(linked.documents.items())
        for claim in claims_in_force(shown).values()
        if _is_total(claim)
    ]
    told = without_copies(told_claims(linked, refs, register), words_of(linked), linked.works)
    for one in told:
        for count in one.claim.counts:
            if _counts(one.claim, count):
                yield _total(one, count)


def _is_total(claim: Claim) -> bool:
    is_wide = claim.scope in WIDE or any(each.basis is Basis.CUMULATIVE for each in claim.counts)
    taken_back = claim.attribution.stance in _TAKEN_BACK
    return claim.kind is ClaimKind.HARM and is_wide and not taken_back


def _counts(claim: Claim, count: Count) -> bool:
    """Say whether a count is the total itself, with a number."""
    is_whole = count.part_of is None and count.basis not in _PIECES
    is_told = (count.low, count.best, count.high) != (None, None, None)
    return is_whole and is_told and (claim.scope in WIDE or count.basis is Basis.CUMULATIVE)


def _total(one: ToldClaim, count: Count) -> RunningTotal:
    words = next(
        (words for words in one.claim.evidence if words.span.covers(count.span)),
        one.claim.evidence[0],
    )
    translated = one.translated(words)
    first, last = _period(one)
    return RunningTotal(
        origin=one.speaker.origin,
        claim=one.ref,
        outcome=count.outcome,
        stated=Range(
            count.low if count.low is not None else count.best,
            count.high if count.high is not None else count.best,
        ),
        group=count.group,
        scope=one.claim.scope,
        when=one.claim.when,
        first_day=first,
        last_day=last,
        where=one.claim.where,
        published=one.published,
        quote=translated or words.quote,
        original=words.quote if translated else None,
    )


def _period(one: ToldClaim) -> tuple[str | None, str | None]:
    """Return the first and last day of a total; it ends at the latest on the day it is told."""
    when = one.claim.when
    told = last_day(one.published[:10]).toordinal() if one.published else None
    if when is None or when.precision is DatePrecision.BEFORE:
        first, last = None, None
    else:
        first, last = days_of(when.edtf)
    ends = min((day for day in (last, told) if day is not None), default=None)
    return _iso(first), _iso(ends)


def _iso(day: int | None) -> str | None:
    return None if day is None else dt.date.fromordinal(day).isoformat()


def _once(totals: Iterable[RunningTotal]) -> list[RunningTotal]:
    """Return each total once, with the claims in which its origin tells it again."""
    found: dict[tuple[object, ...], RunningTotal] = {}
    for each in totals:
        places = tuple(mention.raw.casefold() for mention in each.where)
        key = (each.origin.id, each.outcome, each.stated, each.first_day, places, each.group.raw)
        first = found.setdefault(key, each)
        if first is not each:
            found[key] = replace(first, again=(*first.again, each.claim))
    return list(found.values())


def _candidate(record: IncidentRecord, total: RunningTotal) -> Candidate:
    figure = _figure(record, total)
    doubts: tuple[str, ...] = ()
    if record.is_listed_alone:
        figure, doubts = _listed(record, total), ("it stands in a list of your own alone",)
    elif figure is None and _group_of(total) is StatusGroup.CIVILIAN:
        figure = _spanning(_tallies(record, total.outcome, StatusGroup.UNKNOWN))
        doubts = ("nobody tells whether they were civilians",)
    return Candidate(record.code, record.when, record.where, figure, record.whole, doubts)


def _figure(record: IncidentRecord, total: RunningTotal) -> Range | None:
    """Return the range of the total's outcome, or what the killed and the injured come to."""
    return _spanning(_tallies(record, total.outcome, _group_of(total)))


def _listed(record: IncidentRecord, total: RunningTotal) -> Range | None:
    """Return what people's own lists have of the outcome, of everybody."""
    told = [each for own in record.own if (each := own.figure(total.outcome)) is not None]
    figure = next((each for each in told if not each.group), None)
    if figure is None or not figure.told or _group_of(total) is not None:
        return None
    return Range(figure.told[0], figure.told[-1])


def _group_of(total: RunningTotal) -> StatusGroup | None:
    """Return the status of those in the total, None where it is of everybody."""
    group = bucket(total.group.status)
    return None if group is StatusGroup.UNKNOWN else group


def _tallies(record: IncidentRecord, outcome: Outcome, group: StatusGroup | None) -> list[Tally]:
    wanted = {outcome}
    if outcome is Outcome.KILLED_OR_INJURED:
        wanted |= {Outcome.KILLED, Outcome.INJURED}
    told = (
        record.standing()
        if group is None
        else [each.tally for each in record.by_status if each.group is group]
    )
    return [tally for tally in told if tally.outcome in wanted]


def _spanning(tallies: Sequence[Tally]) -> Range | None:
    found = [
        Range(
            tally.low if tally.low is not None else tally.best,
            tally.high if tally.high is not None else tally.best,
        )
        for tally in tallies
        if (tally.low, tally.best, tally.high) != (None, None, None)
    ]
    return added(found) if found else None


def _of_whom(total: RunningTotal) -> tuple[str, ...]:
    """Return a note where the total is of some people and the ranges are of others, or of more."""
    group, status = total.group, _group_of(total)
    if group.age is not Age.UNKNOWN or group.sex is not Sex.UNKNOWN or group.role is not None:
        return (f"the total is of “{group.raw}”, the incidents’ ranges are of everybody",)
    if status is not None:
        return (f"the incidents’ ranges are of those told as {status.value}s",)
    return ()
