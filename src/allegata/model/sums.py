"""Running totals of a case, each beside the sum of the incidents that lie within it.

A total over a period and an area is held against incidents and never mixed with them: it enters no
incident's range, and no incident changes it.
"""

from dataclasses import dataclass

from allegata.model.dates import When
from allegata.model.linking import ClaimRef
from allegata.model.people import Group
from allegata.model.places import PlaceMention
from allegata.model.ranges import Range
from allegata.model.record import Origin
from allegata.model.vocabularies import Outcome, Scope


@dataclass(frozen=True, slots=True)
class RunningTotal:
    """How many, over more than one incident, as an origin says it.

    ``first_day`` and ``last_day`` are ISO, None where the words leave the period open; ``where`` is
    the area, empty where none is told. ``again`` are claims that say the same for the same period.
    """

    origin: Origin
    claim: ClaimRef
    outcome: Outcome
    stated: Range
    group: Group
    scope: Scope
    when: When | None
    first_day: str | None
    last_day: str | None
    where: tuple[PlaceMention, ...]
    published: str | None
    quote: str
    original: str | None = None
    again: tuple[ClaimRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Summand:
    """An incident that lies within a total, or may; ``reasons`` say why that is in doubt."""

    code: str
    figure: Range
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SumBeside:
    """A running total and the incidents of the case that lie within its period and area.

    ``surely`` is the sum of those ``within``, ``widest`` goes from it to the sum with those in
    ``doubt``; ``silent`` are codes within it of which nobody tells a number. ``rest`` is the total
    less the sum: how many are in no incident, below zero where the incidents come to more.
    ``notes`` say what is held against what.
    """

    total: RunningTotal
    rule: str
    within: tuple[Summand, ...]
    doubt: tuple[Summand, ...]
    silent: tuple[str, ...]
    surely: Range
    widest: Range
    rest: Range
    rest_widest: Range
    notes: tuple[str, ...] = ()
