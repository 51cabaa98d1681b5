"""The sum of incidents within a running total: which lie within it, which may, and what is left.

In: a total with its period and area, and incidents with their days, places and ranges. Out: the two
beside each other. What is not known of an incident's day or ground never lets it in or out: it is
in doubt, with the reason. A part is not added to the incident that holds it.

>>> from allegata.model.ranges import Range
>>> less(Range(210, 210), Range(60, 75))
Range(low=135, high=150)
>>> less(Range(210, None), Range(60, 75))
Range(low=135, high=None)
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from allegata.model.dates import When
from allegata.model.edtf import days_of
from allegata.model.places import PlaceMention
from allegata.model.ranges import Range
from allegata.model.sums import RunningTotal, SumBeside, Summand
from allegata.model.vocabularies import DatePrecision
from allegata.places.lying import Lies, lies_in

WHOLE_MONTH = "told of a whole month or more: it may be a total itself"
BROAD = frozenset({DatePrecision.MONTH, DatePrecision.YEAR})


@dataclass(frozen=True, slots=True)
class Candidate:
    """An incident as it is held against a total; ``figure`` is None where nobody tells a number.

    ``whole`` is the code of the incident that it is a part of. ``doubts`` say why its people may
    not be those of the total.
    """

    code: str
    when: When | None
    where: tuple[PlaceMention, ...]
    figure: Range | None
    whole: str | None = None
    doubts: tuple[str, ...] = ()


def sum_beside(
    total: RunningTotal, candidates: Iterable[Candidate], *, rule: str, notes: Sequence[str] = ()
) -> SumBeside:
    """Return a total beside the sum of the incidents that lie within it, by code."""
    within: list[Summand] = []
    doubt: list[Summand] = []
    silent: list[str] = []
    inside: list[tuple[Candidate, tuple[str, ...]]] = []
    for each in sorted(candidates, key=lambda one: one.code):
        standing, reasons = _standing(each, total)
        if standing is not Lies.OUTSIDE:
            inside.append((each, reasons))
    numbered = {each.code for each, _ in inside if each.figure is not None}
    for each, reasons in inside:
        if each.whole in numbered:
            continue
        if each.figure is None:
            silent.append(each.code)
        else:
            (doubt if reasons else within).append(Summand(each.code, each.figure, reasons))
    surely = summed(within)
    widest = Range(surely.low, summed([*within, *doubt]).high)
    return SumBeside(
        total,
        rule,
        tuple(within),
        tuple(doubt),
        tuple(silent),
        surely,
        widest,
        less(total.stated, surely),
        less(total.stated, widest),
        (*_notes(total), *notes),
    )


def summed(summands: Sequence[Summand]) -> Range:
    """Return the sum of the figures of incidents."""
    return added([each.figure for each in summands])


def added(ranges: Sequence[Range]) -> Range:
    """Return the lows added and the highs added; the high is open where one of them is."""
    known = [each.high for each in ranges if each.high is not None]
    return Range(
        sum(each.low or 0 for each in ranges), sum(known) if len(known) == len(ranges) else None
    )


def less(total: Range, sum_: Range) -> Range:
    """Return what a total has more than a sum, at least and at most; below zero it has fewer."""
    return Range(
        None if total.low is None or sum_.high is None else total.low - sum_.high,
        None if total.high is None or sum_.low is None else total.high - sum_.low,
    )


def _standing(each: Candidate, total: RunningTotal) -> tuple[Lies, tuple[str, ...]]:
    """Return whether an incident lies within a total, and what is in doubt about it."""
    when, why_when = _in_period(each.when, total)
    where, why_where = lies_in(each.where, total.where) if when is not Lies.OUTSIDE else (when, "")
    if where is Lies.OUTSIDE:
        return Lies.OUTSIDE, ()
    reasons = [reason for reason in (why_when, why_where) if reason]
    if each.when is not None and each.when.precision in BROAD:
        reasons.append(WHOLE_MONTH)
    reasons += each.doubts
    return (Lies.UNKNOWN if reasons else Lies.INSIDE), tuple(reasons)


def _in_period(when: When | None, total: RunningTotal) -> tuple[Lies, str]:
    first, last = _days(when.edtf) if when is not None else (None, None)
    begins, ends = _day(total.first_day), _day(total.last_day)
    if (ends is not None and first is not None and first > ends) or (
        begins is not None and last is not None and last < begins
    ):
        return Lies.OUTSIDE, ""
    if first is None and last is None:
        return Lies.UNKNOWN, "nobody tells its day"
    if begins is None:
        return Lies.UNKNOWN, "nobody tells when the total begins"
    if ends is None:
        return Lies.UNKNOWN, "nobody tells when the total ends"
    is_in = first is not None and last is not None and first >= begins and last <= ends
    return (Lies.INSIDE, "") if is_in else (Lies.UNKNOWN, "it may have been on another day")


@lru_cache(maxsize=50_000)
def _days(edtf: str) -> tuple[int | None, int | None]:
    """Return the first and last day; those of a case come again for each total."""
    return days_of(edtf)


def _day(iso: str | None) -> int | None:
    return dt.date.fromisoformat(iso).toordinal() if iso is not None else None


def _notes(total: RunningTotal) -> list[str]:
    notes = []
    if not total.where:
        notes.append("no area is told: incidents anywhere in the case are taken")
    if total.first_day is None:
        notes.append("nobody tells when the total begins: no incident is surely within it")
    return notes
