"""How fast this computer works, so that a floor on speed means the same on any.

In: nothing. Out: the pace, 1 for the computer on which the floors were first measured, a half for
one that needs twice the time. It is measured in the same run and close to what it is held against,
by work of the kind that reading is made of: patterns over text, small objects, dictionaries,
sorting. A figure ``…_at_pace`` is the measured one as the first computer would have had it.

>>> seconds_at_pace(3.0, pace=0.5)
1.5
>>> rate_at_pace(10_000, pace=0.5)
20000.0
"""

import re
import time
from collections import Counter

ROUNDS_A_SECOND = 7700.0  # of ``_round``, on the first computer
ROUNDS, TRIES = 800, 3
_WORDS = re.compile(r"\b(?:[A-Z][a-z]+(?: [A-Z][a-z]+)*|\d+(?:\.\d+)?|[a-z]+)\b")
_TEXT = (
    "SPECIMEN. On 4 March 2031 gunmen attacked the village of Dar Salam 12 near Upper Weir, and 17 "
    "people, two children among them, were hurt; a school and 3.5 hectares of wheat were burnt. "
) * 12


def pace() -> float:
    """Return the pace by processor time, the best of a few tries: what others took is no part."""
    best = 0.0
    for _ in range(TRIES):
        started = time.process_time()
        for number in range(ROUNDS):
            _round(number)
        best = max(best, ROUNDS / (time.process_time() - started))
    return best / ROUNDS_A_SECOND


def seconds_at_pace(seconds: float, *, pace: float) -> float:
    """Return what would have been needed at a pace of 1."""
    return seconds * pace


def rate_at_pace(rate: float, *, pace: float) -> float:
    """Return what would have been done in a second at a pace of 1."""
    return rate / pace


def _round(number: int) -> int:
    """Do a little of everything; the sum keeps it from being left out."""
    text = f"{_TEXT}{number}"
    found = [(match.start(), match.end(), match.group()) for match in _WORDS.finditer(text)]
    counted = Counter(word.casefold() for _, _, word in found)
    ranked = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    places = {word: rank for rank, (word, _) in enumerate(ranked)}
    return sum(places[word.casefold()] * (end - start) for start, end, word in found)
