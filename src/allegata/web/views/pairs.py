"""A pair of accounts that may be of one incident, as JSON: side by side, and without a score.

A reviewer who sees how sure the machine is agrees with it too easily: neither the score nor what
it leans to is sent.
"""

import datetime as dt
from collections.abc import Sequence

from allegata.app.told import told_on
from allegata.model.claim import Claim, is_weighed
from allegata.model.linking import Account, ClaimRef, Link
from allegata.model.wire import Json, to_json
from allegata.web.views.told import Sight, claim_view

FOR, AGAINST = "for: ", "against: "


def reasons_view(link: Link) -> dict[str, Json]:
    """Return what speaks for and against one incident, and what was only compared."""
    told = link.reasons
    return {
        "for": [each.removeprefix(FOR) for each in told if each.startswith(FOR)],
        "against": [each.removeprefix(AGAINST) for each in told if each.startswith(AGAINST)],
        "compared": [each for each in told if not is_weighed(each)],
    }


def side_view(
    account: Account,
    claims: Sequence[tuple[ClaimRef, Claim]],
    sight: Sight,
    *,
    code: str | None,
) -> dict[str, Json]:
    """Return one account of the pair: its document, its words, and what is compared of it."""
    shown = sight.documents.get(account.document)
    return {
        "account": account.id,
        "document": account.document,
        "name": shown.row.label if shown is not None else account.roll,
        "language": shown.row.language if shown is not None else None,
        "published": told_on(shown) if shown is not None else None,
        "code": code,
        "event": account.event.value,
        "days": _days(account.days),
        "grounds": [
            {
                "name": ground.name,
                "lat": ground.lat,
                "lon": ground.lon,
                "radius_km": ground.radius_km,
                "precision": ground.precision.value,
            }
            for ground in account.grounds
        ],
        "tolls": to_json(account.tolls),
        "named": len(account.named),
        "actors": list(account.actors),
        "origin": account.origin,
        "claims": [claim_view(ref, claim, sight) for ref, claim in claims],
    }


def _days(days: tuple[int, int] | None) -> Json:
    if days is None:
        return None
    first, last = (dt.date.fromordinal(day).isoformat() for day in days)
    return [first, last]
