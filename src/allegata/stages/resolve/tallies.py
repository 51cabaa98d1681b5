"""Tallies: the range for one outcome of one incident, with every count used or left out.

The rule here is ``stated``: a bare figure is low and high alike (Iraq Body Count), "at least"
gives no high, vague words give nothing. Later rules stand beside it under their own names.
"""

from collections.abc import Sequence

from allegata.model.claim import Claim
from allegata.model.count import Count
from allegata.model.incident import LeftOut, Tally
from allegata.model.number import NUMBER_UNSEEN
from allegata.model.vocabularies import Basis, Outcome, Qualifier, Stance

RULE = "stated@1"
_OTHER_BASES = {Basis.CUMULATIVE: "cumulative", Basis.INCREMENT: "adds to another count"}


def tally(claims: Sequence[Claim]) -> tuple[Tally, ...]:
    """Return one tally for each outcome that the claims of one incident count."""
    counted = [(claim, count) for claim in claims for count in claim.counts]
    outcomes = [outcome for outcome in Outcome if any(c.outcome is outcome for _, c in counted)]
    return tuple(
        _one(outcome, [(claim, count) for claim, count in counted if count.outcome is outcome])
        for outcome in outcomes
    )


def _one(outcome: Outcome, counted: Sequence[tuple[Claim, Count]]) -> Tally:
    used: list[Count] = []
    left_out: list[LeftOut] = []
    for claim, count in counted:
        reason = _reason_to_leave_out(claim, count)
        if reason:
            left_out.append(LeftOut(count.id, reason))
        else:
            used.append(count)
    lows = [value for count in used if (value := _low(count)) is not None]
    highs = [_high(count) for count in used]
    open_above = any(high is None for high in highs)
    known = [high for high in highs if high is not None]
    best = used[0].best if len(used) == 1 else None
    return Tally(
        outcome=outcome,
        group=None,
        low=min(lows) if lows and len(lows) == len(used) else None,
        best=best,
        high=max(known) if known and not open_above else None,
        rule=RULE,
        used=tuple(count.id for count in used),
        left_out=tuple(left_out),
    )


def _reason_to_leave_out(claim: Claim, count: Count) -> str:
    if count.part_of is not None:
        return f"part of {count.part_of}"
    if count.basis in _OTHER_BASES:
        return _OTHER_BASES[count.basis]
    if count.qualifier in (Qualifier.VAGUE, Qualifier.PRESENCE):
        return "no number stated"
    if _is_unseen(claim, count):
        return "number read by OCR and seen by nobody"
    if claim.attribution.stance in (Stance.DENIES, Stance.RETRACTS):
        return claim.attribution.stance.value
    return ""


def _is_unseen(claim: Claim, count: Count) -> bool:
    """Say whether the count rests on a number of Arabic OCR that nobody has looked at."""
    return any(
        doubt.code == NUMBER_UNSEEN and doubt.span is not None and doubt.span.overlaps(count.span)
        for doubt in claim.doubts
    )


def _low(count: Count) -> int | None:
    return count.low if count.low is not None else count.best


def _high(count: Count) -> int | None:
    return count.high if count.high is not None else count.best
