"""One incident of the record as JSON: everything that the Incident room shows of it.

Counts are named by ``document/count``: a count's id alone is of one document.
"""

from collections.abc import Iterable

from allegata.app.own_beside import beside
from allegata.app.recording import APART
from allegata.app.rules import rule_view
from allegata.app.told import told_on
from allegata.app.views import CaseDocument
from allegata.app.voices import contest_words, origin_name
from allegata.model.claim import Claim
from allegata.model.importing import OwnRecord
from allegata.model.incident import Tally
from allegata.model.linking import ClaimRef, Link
from allegata.model.record import (
    Grade,
    IncidentRecord,
    Origin,
    OriginRow,
    PartyPosition,
    RangeDecision,
    StatusTally,
    ToldCount,
)
from allegata.model.vocabularies import Basis, SourceKind
from allegata.model.wire import Json, to_json
from allegata.web.views.parties import party_view
from allegata.web.views.told import (
    Sight,
    actors_view,
    claim_view,
    count_view,
    place_view,
    said,
    when_view,
)

_KINDS = {kind.value: kind for kind in SourceKind}


def record_view(record: IncidentRecord, sight: Sight) -> dict[str, Json]:
    """Return the record; ``sight`` holds its documents and says whether names were asked for."""
    claims = dict(record.claims)
    return {
        "code": record.code,
        "formers": list(record.formers),
        "event": record.event.value,
        "stage": record.stage.value,
        "when": when_view(record.when),
        "where": [place_view(mention) for mention in record.where],
        "actors": actors_view(record.actors),
        "means": list[Json](sorted({means.raw for means in record.means})),
        "targets": list[Json](sorted({target.raw for target in record.targets})),
        "documents": {id_: _document(shown) for id_, shown in sorted(sight.documents.items())},
        "claims": [claim_view(ref, claim, sight) for ref, claim in record.claims],
        "rows": [_row(row, claims, sight) for row in record.rows],
        "tallies": [tally_view(tally) for tally in record.tallies],
        "others": [tally_view(tally) for tally in record.others],
        "by_status": [status_view(each) for each in record.by_status],
        "settled": [_settled(each) for each in record.settled],
        "rules": [rule_view(rule) for rule in _rules(record)],
        "reported": list(record.reported),
        "positions": [_position(each, sight) for each in record.positions],
        "parties": [party_view(each, sight) for each in record.parties],
        "grade": grade_view(record.grade),
        "proposed_grade": grade_view(record.proposed_grade),
        "links": [link_view(link) for link in record.links],
        "whole": record.whole,
        "parts": list(record.parts),
        "related": list(record.related),
        "named_dead": record.named_dead,
        "names_shown": sight.names,
        "names_held": len(sight.held),
        "history": [to_json(line) for line in record.history],
        "own": [_own(record, own) for own in record.own],
    }


def _own(record: IncidentRecord, own: OwnRecord) -> Json:
    """Return a row of a person's list; each figure says how it stands to the range."""
    found = [(figure, beside(record, figure)) for figure in own.figures]
    return {
        "table": own.table,
        "id": own.id,
        "when": own.when,
        "where": own.where,
        "figures": [
            {
                "outcome": figure.outcome.value,
                "group": figure.group,
                "low": figure.low,
                "best": figure.best,
                "high": figure.high,
                "fit": None if each is None else each.fit.value,
                "range": None if each is None else _bounds(each.tally),
            }
            for figure, each in found
        ],
    }


def _bounds(tally: Tally) -> Json:
    return {"low": tally.low, "best": tally.best, "high": tally.high}


def tally_view(tally: Tally) -> dict[str, Json]:
    """Return the range of one outcome and group under one rule."""
    return {
        "outcome": tally.outcome.value,
        "group": _group(tally),
        "low": tally.low,
        "best": tally.best,
        "high": tally.high,
        "rule": tally.rule,
        "used": list(tally.used),
        "left_out": {each.count: each.reason for each in tally.left_out},
        "vague_words": tally.vague_words,
    }


def status_view(told: StatusTally) -> dict[str, Json]:
    """Return the range of those of one status, and why it is contested."""
    return {
        "status": told.group.value,
        "tally": tally_view(told.tally),
        "contested": told.is_contested,
        "why": contest_words(told),
    }


def _settled(decided: RangeDecision) -> Json:
    bounds = decided.bounds
    return {
        "outcome": decided.outcome.value,
        "low": bounds.low,
        "best": bounds.best,
        "high": bounds.high,
        "why": decided.why,
        "decider": decided.reviewer,
        "at": decided.at,
        "decision": decided.id,
    }


def origin_view(origin: Origin) -> dict[str, Json]:
    """Return an origin with its name as a person says it, with a capital at its head."""
    return {
        "id": origin.id,
        "name": origin_name(origin),
        "kind": _KINDS.get(origin.kind, SourceKind.UNKNOWN).value,
        "camp": origin.camp,
        "via": list(origin.via),
    }


def grade_view(grade: Grade | None) -> Json:
    """Return a grade with its gloss and criteria."""
    return None if grade is None else to_json(grade)


def link_view(link: Link) -> dict[str, Json]:
    """Return a link with its reasons; its score is not sent."""
    return {
        "a": link.a,
        "b": link.b,
        "outcome": link.outcome.value,
        "reasons": list(link.reasons),
        "decider": link.decider,
    }


def document_ids(record: IncidentRecord) -> tuple[str, ...]:
    """Return every document that a record speaks of, sorted."""
    told = {ref.document for ref, _ in record.claims}
    for row in record.rows:
        told |= {*row.documents, *row.origin.via, *(each.claim.document for each in row.counts)}
    return tuple(sorted(told | {each.claim.document for each in record.positions}))


def _document(shown: CaseDocument) -> Json:
    row = shown.row
    return {
        "name": row.label,
        "symbol": row.symbol,
        "language": row.language,
        "published": told_on(shown),
        "publisher": row.publisher,
        "status": row.status,
    }


def _row(row: OriginRow, claims: dict[ClaimRef, Claim], sight: Sight) -> dict[str, Json]:
    return {
        "origin": origin_view(row.origin),
        "documents": list(row.documents),
        "counts": [_told(each, claims.get(each.claim), sight) for each in row.counts],
    }


def _told(told: ToldCount, claim: Claim | None, sight: Sight) -> dict[str, Json]:
    document, numbers = told.claim.document, (told.count.raw,)
    return {
        "key": f"{document}/{told.count.id}",
        "document": document,
        "claim": told.claim.claim,
        "state": sight.state_of(told.claim),
        "said_by": said(claim.attribution) if claim is not None else "",
        "count": count_view(told.count, sight),
        "quote": sight.beside(told.quote, told.original, numbers),
        "original": None
        if told.original is None
        else sight.beside(told.original, told.quote, numbers),
        "used": told.used,
        "reason": sight.text(told.reason),
        "published": told.published,
        "apart": told.reason == APART or told.count.basis is Basis.CUMULATIVE,
    }


def _position(position: PartyPosition, sight: Sight) -> dict[str, Json]:
    document = position.claim.document
    return {
        "party": origin_name(Origin(position.party, position.party, "unknown")),
        "value": position.value.value,
        "document": document,
        "claim": position.claim.claim,
        "state": sight.state_of(position.claim),
        "published": position.published,
        "quote": sight.quote(position.quote, ()),
    }


def _group(tally: Tally) -> Json:
    if tally.group is None:
        return None
    group = tally.group
    return {
        "status": group.status.value,
        "age": group.age.value,
        "sex": group.sex.value,
        "role": group.role,
    }


def _rules(record: IncidentRecord) -> Iterable[str]:
    """Return the project's rules first, then the others in their order."""
    return dict.fromkeys(tally.rule for tally in (*record.tallies, *record.others))
