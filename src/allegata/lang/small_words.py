"""Which words a language writes small: in a text all in capitals, the others are names.

In: the list of a pack. A word counts as listed when only its ending differs from a listed one, and
a compound where all its parts do.

>>> small = SmallWords("attack bomb the went")
>>> [small.has(word) for word in ("bombs", "attackers", "harazi")]
[True, True, False]
"""

from functools import cached_property

# endings in the order in which they are tried; what stands before them has four letters or more
_ENDINGS = (
    *("ations", "ation", "ingly", "ings", "ing", "edly", "ments", "ment", "ers", "er", "ies"),
    *("ied", "es", "ed", "ly", "ors", "or", "al", "ists", "ist", "ism", "s", "e", "y"),
)
_LEAST = 4


class SmallWords:
    """The words of one pack; nothing is split before the first question."""

    def __init__(self, words: str) -> None:
        self._raw = words
        self._asked: dict[str, bool] = {}

    def has(self, word: str) -> bool:
        """Say whether ``word`` (in small letters) is one that the language writes small."""
        known = self._asked.get(word)
        if known is None:
            known = all(
                part in self._words or _stem(part) in self._stems for part in word.split("-")
            )
            self._asked[word] = known
        return known

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._raw.split())

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(map(_stem, self._words))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
            return word[: -len(ending)]
    return word
