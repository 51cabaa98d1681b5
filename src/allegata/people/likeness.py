"""How alike two parts of names are, across scripts and spellings.

In: two parts of names. Out: a step, the nearest first, so that a match can say how far it reached.

>>> pairs = (("Mohammed", "Muhamad"), ("Corun", "Corum"), ("Salim", "Zuhur"))
>>> [alike(*pair).value for pair in pairs]
['another spelling', 'a slip of the pen', 'another name']
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from allegata.places.keys import name_key, plain_key, skeleton_key
from allegata.places.likeness import jaro_winkler

_NEAR: Final = 0.92
_SIMILAR: Final = 0.84
_LEAST_CONSONANTS: Final = 2
_LATIN: Final = re.compile(r"[a-z ]+")
_BLANKS: Final = str.maketrans("", "", " ")


class Alike(StrEnum):
    """How two parts of names stand to each other."""

    SAME = "the same"
    SPELLED = "another spelling"
    SLIP = "a slip of the pen"
    SIMILAR = "similar letters"
    NOT = "another name"


@lru_cache(maxsize=1 << 17)
def alike(one: str, other: str) -> Alike:
    """Return how alike two parts are."""
    left, right = plain_key(one), plain_key(other)
    if left == right:
        return Alike.SAME
    if name_key(one).translate(_BLANKS) == name_key(other).translate(_BLANKS):
        return Alike.SPELLED
    is_latin = bool(_LATIN.fullmatch(left)) and bool(_LATIN.fullmatch(right))
    consonants = skeleton_key(one)
    same_consonants = len(consonants) >= _LEAST_CONSONANTS and consonants == skeleton_key(other)
    if same_consonants and (not is_latin or left[:1] == right[:1]):
        return Alike.SPELLED
    likeness = jaro_winkler(left, right) if is_latin else 0.0
    if likeness >= _NEAR:
        return Alike.SLIP
    return Alike.SIMILAR if likeness >= _SIMILAR else Alike.NOT


@lru_cache(maxsize=1 << 16)
def part_key(part: str) -> str:
    """Return the key under which the usual spellings of a part meet, one for all scripts."""
    return skeleton_key(part) or name_key(part)
