"""People settle a range: their numbers stand beside those of the rule, with a required reason.

In: an incident, an outcome and numbers. Out: a decision in the ledger, taken back like every other.
Nothing of what documents say is changed, and the rule's range goes on to be shown.
"""

from collections.abc import Iterable
from dataclasses import replace

from allegata.app.linked import Keeper
from allegata.app.linking import Act, require_incident
from allegata.model.count import Bounds
from allegata.model.errors import InputError
from allegata.model.ids import short_id
from allegata.model.ledger import EntryKind
from allegata.model.record import RangeDecision
from allegata.model.store_port import CaseStore, CaseWriter
from allegata.model.vocabularies import Outcome
from allegata.model.wire import to_json

Numbers = tuple[int | None, int | None, int | None]  # low, best, high


def settle(
    store: CaseStore, keeper: Keeper, code: str, outcome: Outcome, numbers: Numbers, act: Act
) -> RangeDecision:
    """Record the range of an outcome that a person decides on, and return it.

    Raises:
        InputError: no such incident, no number or reason is given, or low is above high.
    """
    bounds = _bounds(numbers)
    if not act.why.strip():
        raise InputError(
            "range.no_reason",
            "A range that you settle needs a reason.",
            "Say in a sentence why it is this one; it stands beside the range.",
        )
    with store.write() as writer:
        incident = require_incident(keeper.linked(writer), code)
        head = writer.head()
        made = RangeDecision(
            short_id("range", head.hash, head.seq + 1),
            incident.code,
            outcome,
            bounds,
            act.why.strip(),
            act.reviewer,
            act.at,
        )
        _append(writer, made)
    return made


def undo_settled(store: CaseStore, decision_id: str, act: Act) -> bool:
    """Take a settled range back, and say whether there was one of that id in force."""
    with store.write() as writer:
        standing = {each.id: each for each in settled_in_force(writer.ranges_settled())}
        if decision_id not in standing:
            return False
        head = writer.head()
        back = replace(
            standing[decision_id],
            id=short_id("range", head.hash, head.seq + 1),
            undoes=decision_id,
            reviewer=act.reviewer,
            at=act.at,
        )
        _append(writer, back)
    return True


def settled_in_force(decisions: Iterable[RangeDecision]) -> tuple[RangeDecision, ...]:
    """Return the ranges that were not taken back, oldest first."""
    standing: dict[str, RangeDecision] = {}
    for each in decisions:
        if each.undoes is not None:
            standing.pop(each.undoes, None)
        else:
            standing[each.id] = each
    return tuple(standing.values())


def _bounds(numbers: Numbers) -> Bounds:
    if numbers == (None, None, None):
        raise InputError(
            "range.no_number",
            "A range needs a number.",
            "Give its low, its high, or both; an end that nobody knows is left out.",
        )
    try:
        return Bounds(*numbers)
    except ValueError as error:
        raise InputError(
            "range.disordered",
            "The numbers of the range are out of order, or below zero.",
            "Low is no more than best, and best no more than high.",
        ) from error


def _append(writer: CaseWriter, decision: RangeDecision) -> None:
    body = to_json(decision)
    if not isinstance(body, dict):
        raise TypeError("a settled range is an object")
    writer.append(EntryKind.RANGE_SETTLED, body, at=decision.at, reviewer=decision.reviewer)
