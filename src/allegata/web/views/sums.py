"""Running totals as JSON, each beside the sum of the incidents that lie within it."""

from allegata.app.rules import rule_view
from allegata.model.sums import RunningTotal, SumBeside, Summand
from allegata.model.wire import Json
from allegata.web.views.parties import range_view
from allegata.web.views.record import origin_view
from allegata.web.views.told import Sight, place_view, plain_view


def sum_view(found: SumBeside, sight: Sight) -> dict[str, Json]:
    """Return a total and its sum; ``sight`` covers the names in its words."""
    return {
        "total": _total(found.total, sight),
        "rule": rule_view(found.rule),
        "within": [_summand(each) for each in found.within],
        "doubt": [_summand(each) for each in found.doubt],
        "silent": list(found.silent),
        "surely": range_view(found.surely),
        "widest": range_view(found.widest),
        "rest": range_view(found.rest),
        "rest_widest": range_view(found.rest_widest),
        "notes": [sight.text(note) for note in found.notes],
    }


def _total(total: RunningTotal, sight: Sight) -> Json:
    shown = sight.documents.get(total.claim.document)
    return {
        "origin": origin_view(total.origin),
        "document": total.claim.document,
        "name": shown.row.label if shown is not None else "",
        "language": shown.row.language if shown is not None else None,
        "claim": total.claim.claim,
        "state": sight.state_of(total.claim),
        "outcome": total.outcome.value,
        "stated": range_view(total.stated),
        "group": plain_view(total.group),
        "scope": total.scope.value,
        "first_day": total.first_day,
        "last_day": total.last_day,
        "where": [place_view(mention) for mention in total.where],
        "published": total.published,
        "quote": sight.beside(total.quote, total.original, ()),
        "again": len(total.again),
    }


def _summand(summand: Summand) -> Json:
    return {
        "code": summand.code,
        "figure": range_view(summand.figure),
        "reasons": list(summand.reasons),
    }
