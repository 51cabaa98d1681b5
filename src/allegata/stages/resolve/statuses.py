"""Tallies by status: civilians, combatants, and those of whom nobody tells it, beside all.

In: the claims of one incident, each with its origin. Out: for each outcome a range of those told as
civilians, as combatants, and as neither. Unknown never flows into civilian (DESIGN §4.7). Where
origins of different camps tell of civilians and of fighters alone, the status is contested: the
low of both is 0, as Airwars counts, whether anybody is named or not. One origin that tells of both
side by side contests nothing.

>>> bucket(Status.POLICE).value, bucket(Status.CONTESTED).value
('combatant', 'unknown')
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from allegata.model.count import Count
from allegata.model.incident import Tally
from allegata.model.record import Origin, StatusGroup, StatusTally
from allegata.model.vocabularies import Basis, Outcome, Stance, Status
from allegata.stages.resolve.reckoning import FIGHTERS, Held, SourceOrder, reckon
from allegata.stages.resolve.tallies import DEFAULT

CIVIL = frozenset({Status.CIVILIAN, Status.OTHER_PROTECTED})
# A police officer may be killed beside civilians, and nobody holds that against them.
_ARMED = FIGHTERS - {Status.POLICE}
_SILENT = frozenset({Stance.DENIES, Stance.RETRACTS})
_NO_ONE = (None, None, None)


def bucket(status: Status) -> StatusGroup:
    """Return the group by which a status is tallied."""
    if status in CIVIL:
        return StatusGroup.CIVILIAN
    return StatusGroup.COMBATANT if status in FIGHTERS else StatusGroup.UNKNOWN


@dataclass
class _Said:
    """What an origin says of who the people of one outcome were."""

    origin: Origin
    civil: bool = False
    armed: int | None = None  # how many, 0 where no number is told, None where nobody is
    others: bool = False
    contested: bool = False


@dataclass(frozen=True, slots=True)
class _Contest:
    """Which origins hold the people to be civilians, and which to be fighters."""

    civil: tuple[Origin, ...] = ()
    armed: tuple[Origin, ...] = ()
    open: tuple[Origin, ...] = ()


def by_status(
    held: Sequence[Held],
    *,
    rule: str = DEFAULT,
    table: str = "none",
    order: SourceOrder = (),
) -> tuple[StatusTally, ...]:
    """Return a tally for each outcome and group of statuses that has a number."""
    found: list[StatusTally] = []
    for group in StatusGroup:
        if _is_told(held, group):
            told = reckon(
                held,
                rule=rule,
                table=table,
                wanted=partial(_is_in, group),
                cells=group is not StatusGroup.UNKNOWN,
                order=order,
            )
            found += [_weighed(each, group, held) for each in told if _numbers(each) != _NO_ONE]
    outcomes = list(Outcome)
    return tuple(sorted(found, key=lambda one: outcomes.index(one.tally.outcome)))


def _is_in(group: StatusGroup, count: Count) -> bool:
    return bucket(count.group.status) is group


def _numbers(tally: Tally) -> tuple[int | None, int | None, int | None]:
    return tally.low, tally.best, tally.high


def _is_told(held: Iterable[Held], group: StatusGroup) -> bool:
    return any(_is_in(group, count) for one in held for count in one.claim.counts)


def _weighed(tally: Tally, group: StatusGroup, held: Sequence[Held]) -> StatusTally:
    contest = _contest(held, tally.outcome)
    is_contested = group is not StatusGroup.UNKNOWN and bool(contest.armed or contest.open)
    if is_contested:
        best = tally.best if tally.best == 0 else None
        tally = replace(tally, low=0, best=best)
    return StatusTally(
        group,
        tally,
        contest.civil if is_contested else (),
        contest.armed if is_contested else (),
        contest.open if is_contested else (),
    )


def _contest(held: Iterable[Held], outcome: Outcome) -> _Contest:
    """Return who holds whom to have been what, nobody where no two camps differ."""
    said = _by_origin(held, outcome)
    undecided = tuple(each.origin for each in said if each.contested)
    civil = [each for each in said if each.civil]
    armed = [
        each
        for each in said
        if each.armed is not None and not (each.civil or each.others) and _is_alone(each, said)
    ]
    against = [one for one in armed if any(_apart(one.origin, two.origin) for two in civil)]
    if not against:
        return _Contest(open=undecided)
    others = [one for one in civil if any(_apart(one.origin, two.origin) for two in against)]
    return _Contest(
        tuple(each.origin for each in others), tuple(each.origin for each in against), undecided
    )


def _is_alone(one: _Said, said: Iterable[_Said]) -> bool:
    """Say whether no origin outside the camp tells of as many fighters beside civilians."""
    return not any(
        other.civil
        and other.armed is not None
        and _apart(one.origin, other.origin)
        and other.armed >= (one.armed or 0)
        for other in said
    )


def _apart(one: Origin, other: Origin) -> bool:
    return (one.camp or one.id) != (other.camp or other.id)


def _by_origin(held: Iterable[Held], outcome: Outcome) -> list[_Said]:
    found: dict[str, _Said] = {}
    for one in held:
        if one.claim.attribution.stance in _SILENT:
            continue
        counts = [each for each in one.claim.counts if _is_of(each, outcome)]
        divided = {each.part_of for each in counts}
        said = found.setdefault(one.origin.id, _Said(one.origin))
        for count in counts:
            status = count.group.status
            if count.high == 0:
                continue  # "no civilians were killed" holds nobody to be one
            if status in CIVIL:
                said.civil = True
            elif status in _ARMED:
                said.armed = (said.armed or 0) + (count.best or count.low or count.high or 0)
            elif status is Status.CONTESTED:
                said.contested = True
            elif count.id not in divided or count.basis is Basis.PART:
                said.others = True
    return [found[id_] for id_ in sorted(found)]


def _is_of(count: Count, outcome: Outcome) -> bool:
    fallen = outcome is Outcome.KILLED and count.outcome is Outcome.DIED_LATER
    return (count.outcome is outcome or fallen) and count.basis is not Basis.CUMULATIVE
