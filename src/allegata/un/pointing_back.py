"""Places said of a document named before: "paragraph 2 of that resolution", "ibid., para. 7".

In: the provisions of a text that no document beside them took, and the places of its references.
Out: for each reference the provisions that point back to it.

>>> from allegata.un.clearing import clear
>>> from allegata.un.provision_words import Provision
from allegata.un.provisions import Provisions
>>> cleared = clear("resolution 1 (2031) asks it, and paragraph 2 of that resolution demands it")
>>> point_back(Provisions(cleared), [Antecedent(11, 19, is_resolution=True)])
{0: ('paragraph 2',)}
"""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from allegata.un.lookup import alternatives
from allegata.un.provision_words import Provision
from allegata.un.provisions import Provisions
from allegata.un.sentences import sentence_end

FARTHEST = 1500  # characters back to "that resolution"
_NEAR = 160  # from the document to ", including paragraphs 4 and 5"
_LEAD = 60


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A reference at ``start``, its date and organ up to ``tail``."""

    start: int
    tail: int
    is_resolution: bool


def point_back(
    provisions: Provisions, antecedents: Sequence[Antecedent]
) -> dict[int, tuple[str, ...]]:
    """Return the provisions by the index of the antecedent, which stand in order."""
    found: dict[int, tuple[str, ...]] = {}
    starts = [one.start for one in antecedents]
    for index, provision in enumerate(provisions.all):
        if provisions.is_used(index):
            continue
        last = bisect.bisect_left(starts, provision.start) - 1
        at = _antecedent(provisions, provision, antecedents, last)
        if at is not None:
            labels = provisions.take(index)
            found[at] = (*found.get(at, ()), *labels)
    return found


def _antecedent(
    provisions: Provisions, provision: Provision, antecedents: Sequence[Antecedent], last: int
) -> int | None:
    """Return the index of the reference that a place is said of; ``last`` is the one before it."""
    if last < 0:
        return None
    text, start, end = provisions.text, provision.start, provision.end
    that = _of_that().match(text, end) or _that_before().search(text, max(0, start - _LEAD), start)
    if that:
        while last >= 0 and not antecedents[last].is_resolution:
            last -= 1
        return last if last >= 0 and start - antecedents[last].tail <= FARTHEST else None
    if _ibid().search(text, max(0, start - _LEAD), start):
        return last if start - antecedents[last].tail <= FARTHEST else None
    tail = antecedents[last].tail
    if start - tail > _NEAR or sentence_end(text, tail, start) < start:
        return None
    if provisions.is_of_another(provision):
        return None
    return last if _including().fullmatch(text, tail, start) else None


@cache
def _of_that() -> re.Pattern[str]:
    return re.compile(rf"\s+{alternatives('references.that')}")


@cache
def _that_before() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('references.that_before')}\s*\Z")


@cache
def _ibid() -> re.Pattern[str]:
    return re.compile(rf"{alternatives('references.ibid')}[\s,]*\Z")


@cache
def _including() -> re.Pattern[str]:
    """Return ") on best practices, including": a few words may stand before the place."""
    words = alternatives("references.notably")
    return re.compile(
        rf"[^;.]*[,;(]\s*{words}(?:[\s,]+[^\s,;.]+){{0,2}}\s*|[^;.]*,\s*{_unspaced()}"
    )


def _unspaced() -> str:
    """Return the same where no blanks part words, and a clause may stand between."""
    return rf"{alternatives('references.notably')}[^\s,;.]{{0,40}}"
