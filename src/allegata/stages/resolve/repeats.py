"""What one text says again of another, word for word.

In: two texts. Out: how much of the first stands in the second, in runs of words, and where the
longest run stands in both. Case, marks and articles do not count, as in a search.

>>> found = repeated("NIGHT: Five were killed in the market of Tarnel.",
...                  "Five were killed in the market of Tarnel, it said.")
>>> found.share, found.words, found.taken
(0.889, 9, (7, 47))
"""

from collections import defaultdict
from dataclasses import dataclass

from allegata.stages.resolve.wording import RUN
from allegata.text.search_forms import Word, search_forms


@dataclass(frozen=True, slots=True)
class Repeat:
    """``share`` of the ``words`` of a text stand in runs in the other, 0 where none does.

    ``taken`` is where the longest run stands in the first text, ``given`` where in the other, both
    half-open and (0, 0) where there is none. ``longest`` is how many words it has.
    """

    share: float
    words: int
    taken: tuple[int, int] = (0, 0)
    given: tuple[int, int] = (0, 0)
    longest: int = 0


def repeated(text: str, other: str) -> Repeat:
    """Return what ``text`` has of ``other``."""
    mine, theirs = _words(text), _words(other)
    if len(mine) < RUN or len(theirs) < RUN:
        return Repeat(0.0, len(mine))
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(theirs) - RUN + 1):
        places[_run(theirs, at)].append(at)
    at = taken = 0
    best = (0, 0, 0)  # words, and where the run begins in both
    while at <= len(mine) - RUN:
        runs = [(_length(mine, at, theirs, start), start) for start in places[_run(mine, at)]]
        if not runs:
            at += 1
            continue
        length, start = max(runs, key=lambda one: (one[0], -one[1]))
        best = max(best, (length, at, start), key=lambda one: one[0])
        taken += length
        at += length
    length, first, start = best
    if not length:
        return Repeat(0.0, len(mine))
    return Repeat(
        round(taken / len(mine), 3),
        len(mine),
        _range(mine, first, length),
        _range(theirs, start, length),
        length,
    )


def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Return all runs of a text; two that share none repeat nothing of each other."""
    words = _words(text)
    return frozenset(_run(words, at) for at in range(len(words) - RUN + 1))


def _words(text: str) -> list[Word]:
    return [word for word in search_forms(text).words if len(word.form) > 1 or word.form.isdigit()]


def _run(words: list[Word], at: int) -> tuple[str, ...]:
    return tuple(word.form for word in words[at : at + RUN])


def _length(mine: list[Word], at: int, theirs: list[Word], start: int) -> int:
    """Return for how many words two texts go on alike from two places."""
    length = 0
    for one, other in zip(mine[at:], theirs[start:], strict=False):
        if one.form != other.form:
            break
        length += 1
    return length


def _range(words: list[Word], at: int, length: int) -> tuple[int, int]:
    return words[at].start, words[at + length - 1].end
