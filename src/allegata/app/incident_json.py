"""An incident as plain JSON that may leave the case file: the shape that every format is made of.

In: a record, the documents that tell of it, and what is left out. Out: an object of plain values,
``allegata/incidents/1``. Civilians and belligerents are reckoned by the project's rule; children,
women and men have the least and the most that any origin states of them.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from allegata.app.redacting import LEFT_OUT, JsonObject, Redaction, document_json
from allegata.app.supporting import of_group
from allegata.app.views import CaseDocument
from allegata.model.dates import When
from allegata.model.edtf import days_of
from allegata.model.incident import Tally
from allegata.model.parties import PartyRecord
from allegata.model.places import PlaceMention
from allegata.model.record import (
    Grade,
    IncidentRecord,
    OriginRow,
    RangeDecision,
    StatusGroup,
    StatusTally,
    ToldCount,
)
from allegata.model.vocabularies import Outcome, PlacePrecision, SourceKind
from allegata.model.wire import Json, to_json

SCHEMA = "allegata/incidents/1"
GROUPS = ("children", "women", "men")
STATUSES = {StatusGroup.CIVILIAN: "civilians", StatusGroup.COMBATANT: "belligerents"}
OUTCOMES = (Outcome.KILLED, Outcome.INJURED)
_SUPERSEDED = "superseded"
_PRIVATE = {SourceKind.WITNESS.value: "people", SourceKind.AUTHOR.value: "authors"}


def incident_json(
    record: IncidentRecord,
    documents: Sequence[CaseDocument],
    redaction: Redaction,
    include: frozenset[str],
) -> JsonObject:
    """Return one incident as it may leave the case file."""
    first, last = _days(record.when)
    told: JsonObject = {
        "schema": SCHEMA,
        "code": record.code,
        "formers": [*record.formers],
        "own_codes": [f"{own.table}:{own.id}" for own in record.own],
        "event": record.event.value,
        "stage": record.stage.value,
        "when": None if record.when is None else _when(record),
        "first_day": first,
        "last_day": last,
        "where": [_place(mention, redaction, include) for mention in record.where],
        "actors": [
            {"name": each.name, "role": each.role.value, "certainty": each.certainty.value}
            for each in record.actors
        ],
        "means": [
            {"cause": each.cause.value, "delivery": each.delivery.value} for each in record.means
        ],
        "targets": [
            {"category": each.category.value, "protected": each.protected}
            for each in record.targets
        ],
        "tallies": [_tally(each) for each in record.standing()],
        "other_rules": [_tally(each) for each in (*_overruled(record), *record.others)],
        "settled": [_settled(each, redaction, include) for each in record.settled],
        "by_status": [_status(each) for each in record.by_status],
        "groups": [*_reckoned(record.by_status), *_groups(record.rows)],
        "named_dead": record.named_dead,
        "reported": [*record.reported],
        "origins": [_origin(row, redaction, include) for row in record.rows],
        "documents": [document_json(shown, redaction, include) for shown in documents],
        "positions": [
            {
                "party": each.party,
                "value": each.value.value,
                "published": each.published,
                "quote": each.quote,
            }
            for each in record.positions
        ],
        "parties": [_party(each, redaction) for each in record.parties],
        "grade": _grade(record.grade, redaction, include),
        "proposed_grade": to_json(record.proposed_grade),
        "whole": record.whole,
        "parts": [*record.parts],
        "related": [*record.related],
    }
    clean = redaction.json(told)
    if not isinstance(clean, dict):
        raise TypeError("an incident is an object")
    return clean | {"redacted": redaction.touched}


def _days(when: When | None) -> tuple[str | None, str | None]:
    """Return the first and last day, None where it is open or not known."""
    ends = days_of(when.edtf) if when is not None else (None, None)
    first, last = (None if day is None else dt.date.fromordinal(day).isoformat() for day in ends)
    return first, last


def _when(record: IncidentRecord) -> Json:
    when = record.when
    if when is None:
        return None
    return {"edtf": when.edtf, "precision": when.precision.value, "time": when.time}


def _place(mention: PlaceMention, redaction: Redaction, include: frozenset[str]) -> Json:
    place = mention.place
    if place is not None and place.precision is PlacePrecision.EXACT and "homes" not in include:
        redaction.drop("homes")
        place = None
    told = to_json(place)
    if isinstance(told, dict):
        for name in ("alternatives", "reasons", "score", "method"):
            told.pop(name)
    return {"raw": mention.raw, "place": told}


def _tally(tally: Tally) -> JsonObject:
    return {
        "outcome": tally.outcome.value,
        "low": tally.low,
        "best": tally.best,
        "high": tally.high,
        "rule": tally.rule,
        "vague_words": tally.vague_words,
        "used": len(tally.used),
        "left_out": len(tally.left_out),
    }


def _overruled(record: IncidentRecord) -> list[Tally]:
    """Return what the project's rule makes where people settled a range."""
    settled = {each.outcome for each in record.settled}
    return [each for each in record.tallies if each.outcome in settled]


def _settled(decided: RangeDecision, redaction: Redaction, include: frozenset[str]) -> Json:
    told: JsonObject = {
        "outcome": decided.outcome.value,
        "low": decided.bounds.low,
        "best": decided.bounds.best,
        "high": decided.bounds.high,
    }
    if "reviewers" in include:
        return told | {"decider": decided.reviewer, "why": decided.why}
    redaction.drop("reviewers")
    return told | {"decider": None, "why": None}


def _status(told: StatusTally) -> Json:
    """Return a range by status; who contests it stands with the origins."""
    return {"status": told.group.value, "contested": told.is_contested, **_tally(told.tally)}


def _reckoned(by_status: Iterable[StatusTally]) -> Iterator[Json]:
    for told in by_status:
        tally = told.tally
        if told.group in STATUSES and tally.outcome in OUTCOMES:
            yield {
                "outcome": tally.outcome.value,
                "group": STATUSES[told.group],
                "low": _first(tally.low, tally.best),
                "high": _first(tally.high, tally.best),
            }


def _groups(rows: Iterable[OriginRow]) -> Iterator[Json]:
    counts = [
        each for row in rows for each in row.counts if not each.reason.startswith(_SUPERSEDED)
    ]
    for outcome in OUTCOMES:
        for group in GROUPS:
            of_it = [
                each.count
                for each in counts
                if each.count.outcome is outcome and of_group(group, each.count)
            ]
            lows = [low for count in of_it if (low := _first(count.low, count.best)) is not None]
            highs = [top for count in of_it if (top := _first(count.high, count.best)) is not None]
            if lows or highs:
                low, high = min(lows, default=None), max(highs, default=None)
                yield {"outcome": outcome.value, "group": group, "low": low, "high": high}


def _first(*numbers: int | None) -> int | None:
    return next((number for number in numbers if number is not None), None)


def _origin(row: OriginRow, redaction: Redaction, include: frozenset[str]) -> Json:
    origin = row.origin
    name = redaction.published_as.get(origin.name.casefold(), origin.name)
    if name != origin.name:
        redaction.drop("sources")
    private = _PRIVATE.get(origin.kind, "")
    if private and private not in include and origin.name:
        name = LEFT_OUT
        redaction.drop(private)
    return {
        "name": name,
        "kind": origin.kind,
        "camp": origin.camp,
        "counts": [_count(each) for each in row.counts],
    }


def _party(party: PartyRecord, redaction: Redaction) -> Json:
    """Return conceded against alleged in numbers; who alleges it stands with the origins."""
    name = redaction.published_as.get(party.party.casefold(), party.party)
    if name != party.party:
        redaction.drop("sources")
    return {
        "party": name,
        "holds": party.holds.value if party.holds is not None else None,
        "since": party.since,
        "alleged_by": party.origins,
        "figures": [
            {
                "outcome": each.outcome.value,
                **{
                    f"{what}_{end}": number
                    for what, tally in (
                        ("alleged", each.alleged),
                        ("conceded", each.conceded),
                        ("told", each.told),
                    )
                    for end, number in _ends(tally)
                },
            }
            for each in party.figures
        ],
    }


def _ends(tally: Tally | None) -> tuple[tuple[str, int | None], tuple[str, int | None]]:
    low, high = (tally.low, tally.high) if tally is not None else (None, None)
    return ("low", low), ("high", high)


def _count(told: ToldCount) -> Json:
    count = told.count
    return {
        "outcome": count.outcome.value,
        "group": count.group.raw,
        "status": count.group.status.value,
        "age": count.group.age.value,
        "sex": count.group.sex.value,
        "low": count.low,
        "best": count.best,
        "high": count.high,
        "qualifier": count.qualifier.value,
        "basis": count.basis.value,
        "used": told.used,
        "reason": told.reason,
        "published": told.published,
        "document": told.claim.document,
        "quote": told.quote,
    }


def _grade(grade: Grade | None, redaction: Redaction, include: frozenset[str]) -> Json:
    if grade is None:
        return None
    told: JsonObject = {"scheme": grade.scheme, "value": grade.value, "gloss": grade.gloss}
    if "reviewers" in include:
        return told | {"decider": grade.decider, "why": grade.why}
    redaction.drop("reviewers")
    return told | {"decider": None, "why": None}
