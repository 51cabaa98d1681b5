"""What may count: a number that OCR read in Arabic script does so once a person has seen it.

In: counts, and the numbers that OCR read. Out: whether each count may stand, and a doubt where it
may not. A count stands where every number within its words was seen and its bounds are those that
were seen; or where a person, by an edit, has said so against the picture.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import Enum

from allegata.app.views import OcrNumber, ReviewedClaim
from allegata.model.claim import Claim
from allegata.model.count import Count
from allegata.model.decision import Action
from allegata.model.doubt import Doubt
from allegata.model.errors import InputError
from allegata.model.number import NUMBER_DIFFERS, NUMBER_UNSEEN
from allegata.model.vocabularies import Qualifier
from allegata.text.arabic_numbers import value_of

_CODES = frozenset({NUMBER_UNSEEN, NUMBER_DIFFERS})
# "more than 23" has the low bound 24.
_STEP = {Qualifier.MORE_THAN: -1, Qualifier.FEWER_THAN: 1}


class Standing(Enum):
    """Whether a count may stand."""

    STANDS = "stands"
    UNSEEN = "unseen"
    DIFFERS = "differs"


def standing(count: Count, numbers: Iterable[OcrNumber]) -> Standing:
    """Return whether ``count`` may stand beside what was seen of the numbers in its words."""
    stated = [bound for bound in (count.low, count.best, count.high) if bound is not None]
    within = [number for number in numbers if number.span.overlaps(count.span)]
    if not stated or not within:
        return Standing.STANDS
    if any(number.seen is None for number in within):
        return Standing.UNSEEN
    values = {value_of(number.seen.value or "") for number in within if number.seen is not None}
    step = _STEP.get(count.qualifier, 0)
    agrees = all(bound in values or bound + step in values for bound in stated)
    return Standing.STANDS if agrees else Standing.DIFFERS


def with_number_doubts(claims: Iterable[Claim], numbers: Sequence[OcrNumber]) -> tuple[Claim, ...]:
    """Return ``claims`` with a doubt for each count that may not stand, and without older ones."""
    if not numbers:
        return tuple(claims)
    return tuple(_with_doubts(claim, numbers) for claim in claims)


def settled(judged: Claim, before: Claim | None, numbers: Sequence[OcrNumber]) -> Claim:
    """Return a claim as it may be judged; ``before`` is what the person had in front of them.

    Raises:
        InputError: a count whose number nobody has seen, or that is not what was seen, unless the
            person has changed its number.
    """
    for count in judged.counts:
        found = standing(count, numbers)
        if found is Standing.UNSEEN:
            raise InputError(
                "review.number_unseen",
                f"The number in {count.raw!r} was read by OCR in Arabic script, and nobody has "
                "looked at its picture.",
                "Look at the picture of each number in these words and type what stands there.",
            )
        if found is Standing.DIFFERS and not is_changed(count, before):
            raise InputError(
                "review.number_differs",
                f"The count of {count.raw!r} is not the number that was seen in the picture.",
                "Edit the count, or look at the picture again and type what stands there.",
            )
    return with_number_doubts((judged,), numbers)[0]


def leaves(item: ReviewedClaim, numbers: Sequence[OcrNumber]) -> Callable[[Count], Standing]:
    """Return what says whether a count of a reviewed claim may leave the case file."""
    edited = item.decision is not None and item.decision.action is Action.EDIT

    def may_leave(count: Count) -> Standing:
        found = standing(count, numbers)
        told = edited and (item.proposal is None or is_changed(count, item.proposal))
        return Standing.STANDS if found is Standing.DIFFERS and told else found

    return may_leave


def is_changed(count: Count, before: Claim | None) -> bool:
    """Say whether a person gave this count other bounds than it had ``before``."""
    earlier = [other for other in before.counts if other.id == count.id] if before else []
    return any(other.bounds != count.bounds for other in earlier)


def _with_doubts(claim: Claim, numbers: Sequence[OcrNumber]) -> Claim:
    fresh = [
        doubt
        for count in claim.counts
        for doubt in _doubts(count, standing(count, numbers), numbers)
    ]
    others = [doubt for doubt in claim.doubts if doubt.code not in _CODES]
    return replace(claim, doubts=(*others, *fresh))


def _doubts(count: Count, found: Standing, numbers: Sequence[OcrNumber]) -> Iterable[Doubt]:
    for number in numbers if found is not Standing.STANDS else ():
        if not number.span.overlaps(count.span):
            continue
        if number.seen is None:
            message = (
                f"the number {number.raw} was read by OCR in Arabic script, and nobody has looked "
                "at its picture"
            )
            yield Doubt(NUMBER_UNSEEN, message, number.span)
        elif found is Standing.DIFFERS:
            seen = number.seen.value or "no number"
            message = f"the count is not what was seen in the picture of {number.raw}: {seen}"
            yield Doubt(NUMBER_DIFFERS, message, number.span)
