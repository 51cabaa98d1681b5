"""Words of an account as numbers: its telling words, and a sketch by which copies are known.

In: the text of an account. Out: ``terms``, its most telling words, each a number whose last eight
bits are how telling it is; and ``sketch``, MinHash values of its runs of four words. A word that
most accounts have tells nothing, a name tells most; the table of common words is learned
(``common_words.json``), and a word that is not in it counts as rare, in any language.

>>> one, other = terms("Shelling hit Nescio on Friday"), terms("The town of Nescio was shelled")
>>> [weight_of(term) for term in set(one) & set(other)]
[255]
>>> sketch("too short") == ()
True
"""

import json
from collections.abc import Sequence
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources
from typing import TypedDict, cast

from allegata.text.search_forms import search_forms

MOST_TERMS = 48
RUN = 4  # words in a row that are compared as one
PERMUTATIONS = 32
_LEAST_WEIGHT = 64  # what is less telling is left out
_RAREST = 255
_HASH_BITS = 22  # with the weight, a number of 30 bits: the smallest that Python keeps
_PRIME = (1 << 61) - 1


def terms(text: str) -> tuple[int, ...]:
    """Return the most telling words, each once, sorted."""
    return terms_of(words_of(text))


def terms_of(words: Sequence[str]) -> tuple[int, ...]:
    """Return the most telling of words in the form of a search."""
    common = _table()["words"]
    found = {
        _number(word) << 8 | weight
        for word in set(words)
        if (weight := common.get(word, _RAREST)) >= _LEAST_WEIGHT
    }
    most = sorted(found, key=lambda term: (-weight_of(term), term))[:MOST_TERMS]
    return tuple(sorted(most))


def weight_of(term: int) -> int:
    """Return how telling a term is, 0 to 255."""
    return term & _RAREST


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text as a search has them; one letter is no word."""
    return tuple(word.form for word in search_forms(text).words if len(word.form) > 1)


def sketch(text: str) -> tuple[int, ...]:
    """Return the MinHash values of a text's runs of words, none for a text that is too short.

    The share of equal values of two texts is near the share of runs that they have in common.
    """
    return sketch_of(words_of(text))


def sketch_of(words: Sequence[str]) -> tuple[int, ...]:
    """Return the MinHash values of runs of words in the form of a search."""
    runs = {" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}
    if not runs:
        return ()
    hashes = [_hash(run) for run in runs]
    return tuple(min((a * each + b) % _PRIME for each in hashes) & 0x3FFFFFFF for a, b in _seeds())


@cache
def _seeds() -> tuple[tuple[int, int], ...]:
    """Return the factors of the permutations: always the same, from nothing but their number."""
    return tuple(
        (_hash(f"factor {number}") % (_PRIME - 1) + 1, _hash(f"shift {number}") % _PRIME)
        for number in range(PERMUTATIONS)
    )


@lru_cache(maxsize=1 << 16)
def _number(word: str) -> int:
    return _hash(word) & ((1 << _HASH_BITS) - 1)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")


def knows_words_of(language: str | None) -> bool:
    """Say whether the common words of a language are known."""
    return language in _table()["languages"]


class _Table(TypedDict):
    words: dict[str, int]
    languages: list[str]


@cache
def _table() -> _Table:
    content = resources.files("allegata.stages.resolve").joinpath("common_words.json")
    return cast("_Table", json.loads(content.read_bytes()))
