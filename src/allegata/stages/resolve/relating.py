"""How two accounts of different incidents stand to each other: a part, a follow-up, or nothing.

In: two accounts that are not of one incident. Out: a link, None where nothing ties them. One that
tells of fewer days or a smaller area, with no higher toll, is part of the one that spans them; two
of one place within two days are related, such as the second of two strikes.

>>> from allegata.model.linking import Account
>>> from allegata.model.vocabularies import Event
>>> relation_of(Account("a", "a", (), Event.BOMBING), Account("b", "b", (), Event.BOMBING), 0.1)
"""

from allegata.model.linking import Account, Ground, Link, LinkOutcome
from allegata.stages.resolve.reasons import days_between, nearest_grounds, reason, reasons_of

SOON = 2  # days
LEAST = 0.02  # what speaks for one incident at least, for any tie
_EPISODE = 1  # days between the first and the last of an account that spans several
_MUCH_WIDER = 4.0


def relation_of(one: Account, other: Account, score: float) -> Link | None:
    """Return how they are tied, with the part first."""
    if score < LEAST:
        return None
    for part, whole in ((one, other), (other, one)):
        if _holds(whole, part):
            why = (reason("within"), *reasons_of(part, whole))
            return Link(part.id, whole.id, LinkOutcome.PART_OF, score, why)
    days, near = days_between(one, other), nearest_grounds(one, other)
    if days is None or near is None or days > SOON or not one.tolls or not other.tolls:
        return None
    km, a, b = near
    if km > max(a.radius_km + b.radius_km, 1.0) or not (_is_point(a) and _is_point(b)):
        return None
    a_id, b_id = sorted((one.id, other.id))
    why = (reason("soon_after", days=days), *reasons_of(one, other))
    return Link(a_id, b_id, LinkOutcome.RELATED, score, why)


def is_part(one: Account, other: Account) -> bool:
    """Say whether one of two is surely no more than a part of the other.

    An episode that spans a day, and has surely more dead or wounded than it, is not that day.
    """
    return any(
        _spans_more(whole, part) and _holds(whole, part) and _has_more(whole, part)
        for part, whole in ((one, other), (other, one))
    )


def _spans_more(whole: Account, part: Account) -> bool:
    if whole.days is None or part.days is None:
        return False
    return whole.days[1] - whole.days[0] > max(_EPISODE, part.days[1] - part.days[0])


def _has_more(whole: Account, part: Account) -> bool:
    of_whole = {toll.outcome: toll.bounds for toll in whole.tolls}
    for toll in part.tolls:
        held = of_whole.get(toll.outcome)
        if held is None:
            continue
        high = toll.bounds.high if toll.bounds.high is not None else toll.bounds.best
        low = held.low if held.low is not None else held.best
        if high is not None and low is not None and low > high:
            return True
    return False


def _holds(whole: Account, part: Account) -> bool:
    """Say whether ``whole`` spans more days or ground than ``part``, and at least its toll."""
    if whole.days is None or part.days is None:
        return False
    if not (whole.days[0] <= part.days[0] and part.days[1] <= whole.days[1]):
        return False
    longer = _spans_more(whole, part)
    near = nearest_grounds(whole, part)
    if near is None:
        return longer and _counts_more(whole, part)
    km, of_whole, of_part = near
    wider = of_whole.radius_km > _MUCH_WIDER * of_part.radius_km or len(whole.grounds) > 1
    inside = km <= of_whole.radius_km + of_part.radius_km
    return inside and (longer or (wider and whole.days != part.days)) and _counts_more(whole, part)


def _counts_more(whole: Account, part: Account) -> bool:
    """Say whether every toll of the part fits into the whole's, and one is told."""
    of_whole = {toll.outcome: toll.bounds for toll in whole.tolls}
    both = [
        (toll.bounds, of_whole[toll.outcome]) for toll in part.tolls if toll.outcome in of_whole
    ]
    return bool(both) and all(
        mine.low is None or held.high is None or mine.low < held.high for mine, held in both
    )


def _is_point(ground: Ground) -> bool:
    return ground.precision.value in (
        *("exact", "site", "street_or_neighbourhood", "settlement", "near_settlement"),
    )
