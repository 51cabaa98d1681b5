"""Conceded against alleged as JSON: a party, its figures, and what was said in order."""

from allegata.app.voices import origin_name
from allegata.model.incident import Tally
from allegata.model.parties import PartyRecord, PartyStep
from allegata.model.ranges import Range
from allegata.model.record import Origin
from allegata.model.wire import Json
from allegata.web.views.told import Sight


def party_view(party: PartyRecord, sight: Sight) -> dict[str, Json]:
    """Return a party with what is alleged of it and what it has conceded."""
    return {
        "party": _name(party.party),
        "holds": party.holds.value if party.holds is not None else None,
        "since": party.since,
        "origins": party.origins,
        "conceded": party.has_conceded,
        "figures": [
            {
                "outcome": each.outcome.value,
                "alleged": _tally(each.alleged),
                "conceded": _tally(each.conceded),
                "told": _tally(each.told),
                "open": range_view(each.open),
            }
            for each in party.figures
        ],
        "steps": [_step(each, sight) for each in party.steps],
    }


def range_view(range_: Range) -> Json:
    """Return a range with the best that it has not."""
    return {"low": range_.low, "best": None, "high": range_.high}


def _step(step: PartyStep, sight: Sight) -> Json:
    return {
        "kind": step.kind.value,
        "who": _name(step.who),
        "document": step.claim.document,
        "claim": step.claim.claim,
        "state": sight.state_of(step.claim),
        "published": step.published,
        "quote": sight.quote(step.quote, ()),
        "position": step.position.value if step.position is not None else None,
        "tolls": [
            {"outcome": outcome.value, "toll": range_view(toll)} for outcome, toll in step.tolls
        ],
    }


def _tally(tally: Tally | None) -> Json:
    return None if tally is None else {"low": tally.low, "best": tally.best, "high": tally.high}


def _name(party: str) -> str:
    return origin_name(Origin(party, party, "unknown"))
