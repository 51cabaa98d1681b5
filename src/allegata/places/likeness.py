"""How alike two spellings of a name are.

In: two names, in one script. Out: 0 to 1, by Jaro and Winkler, of their keys without articles.

>>> likeness("Ar Raqqah", "al-Raqqa")
1.0
>>> round(likeness("Corun", "Coran"), 2), round(likeness("Corun", "Zuhur"), 2)
(0.91, 0.6)
"""

from functools import lru_cache
from typing import Final

from allegata.places.keys import name_key

_PREFIX: Final = 4  # letters of a common beginning that speak for a name
_PREFIX_WEIGHT: Final = 0.1


def likeness(one: str, other: str) -> float:
    """Return how alike two names are, articles, romanisations and blanks aside."""
    return jaro_winkler(_key(one), _key(other))


@lru_cache(maxsize=1 << 15)
def _key(name: str) -> str:
    return name_key(name).replace(" ", "")


@lru_cache(maxsize=1 << 15)
def jaro_winkler(one: str, other: str) -> float:
    """Return the likeness of two strings, letters that stand near each other counting as shared.

    >>> round(jaro_winkler("martha", "marhta"), 3)
    0.961
    """
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    reach = max(max(len(one), len(other)) // 2 - 1, 0)
    taken = [False] * len(other)
    shared_one = []
    for at, letter in enumerate(one):
        for near in range(max(0, at - reach), min(len(other), at + reach + 1)):
            if not taken[near] and other[near] == letter:
                taken[near] = True
                shared_one.append(letter)
                break
    if not shared_one:
        return 0.0
    shared_other = [letter for letter, is_taken in zip(other, taken, strict=True) if is_taken]
    moved = sum(a != b for a, b in zip(shared_one, shared_other, strict=True)) / 2
    shared = len(shared_one)
    jaro = (shared / len(one) + shared / len(other) + (shared - moved) / shared) / 3
    prefix = 0
    for a, b in zip(one[:_PREFIX], other[:_PREFIX], strict=False):
        if a != b:
            break
        prefix += 1
    return jaro + prefix * _PREFIX_WEIGHT * (1 - jaro)
