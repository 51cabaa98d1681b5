"""Rows of the list of incidents as JSON: what they are found, sorted and told apart by."""

from collections.abc import Iterable

from allegata.model.incident import Tally
from allegata.model.places import PlaceMention
from allegata.model.record import IncidentRecord
from allegata.model.vocabularies import ActorRole, Outcome
from allegata.model.wire import Json
from allegata.web.views.record import document_ids, grade_view
from allegata.web.views.told import when_view


def row_view(record: IncidentRecord) -> dict[str, Json]:
    """Return an incident's row; its doubts are the distinct ones of its claims."""
    decided = record.grade is not None and record.grade.decider != "machine"
    return {
        "code": record.code,
        "formers": list(record.formers),
        "event": record.event.value,
        "stage": record.stage.value,
        "when": when_view(record.when),
        "places": _places(record.where) or _listed_places(record),
        "killed": _range(record.standing(), Outcome.KILLED) or _listed(record, Outcome.KILLED),
        "injured": _range(record.standing(), Outcome.INJURED) or _listed(record, Outcome.INJURED),
        "settled": [each.outcome.value for each in record.settled],
        "actors": list[Json](sorted(each.name for each in record.actors if each.role in BLAMED)),
        "origins": len(record.rows),
        "camps": len({row.origin.camp or row.origin.id for row in record.rows}),
        "documents": len(document_ids(record)),
        "reported": [record.reported[0], record.reported[-1]] if record.reported else [],
        "grade": grade_view(record.grade if decided else record.proposed_grade or record.grade),
        "graded": decided,
        "doubts": len({doubt.code for _, claim in record.claims for doubt in claim.doubts}),
        "whole": record.whole,
        "lists": [{"table": each.table, "id": each.id} for each in record.own],
        "listed_alone": record.is_listed_alone,
    }


BLAMED = frozenset({ActorRole.ATTRIBUTED_TO, ActorRole.CLAIMS_RESPONSIBILITY})


def _range(tallies: Iterable[Tally], outcome: Outcome) -> Json:
    """Return the range of an outcome for everybody, or for the first group where that is all."""
    found = [tally for tally in tallies if tally.outcome is outcome]
    found.sort(key=lambda tally: tally.group is not None)
    if not found:
        return None
    return {"low": found[0].low, "best": found[0].best, "high": found[0].high}


def _listed(record: IncidentRecord, outcome: Outcome) -> Json:
    """Return the figure of a person's own list, where that alone has the incident."""
    if not record.is_listed_alone:
        return None
    figures = [each.figure(outcome) for each in record.own]
    told = next((each for each in figures if each is not None), None)
    return None if told is None else {"low": told.low, "best": told.best, "high": told.high}


def _listed_places(record: IncidentRecord) -> list[Json]:
    if not record.is_listed_alone:
        return []
    names = dict.fromkeys(each.where for each in record.own if each.where)
    return [{"name": name, "unit": "", "country": ""} for name in names]


def _places(where: Iterable[PlaceMention]) -> list[Json]:
    """Return places as a person says them, each once."""
    told: dict[str, Json] = {}
    for mention in where:
        place = mention.place
        name = place.name if place is not None else mention.name or mention.raw
        unit = place.admin1.name if place is not None and place.admin1 is not None else ""
        country = place.country if place is not None else ""
        told.setdefault(name, {"name": name, "unit": unit, "country": country})
    return list(told.values())
