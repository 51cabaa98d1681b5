"""Which words a language writes small: in a text all in capitals, the others are names.

In: the list of a pack, every form of a word written out. A compound counts as listed where all its
parts are.

>>> small = SmallWords("attacked bomb the went")
>>> [small.has(word) for word in ("bomb", "bomb-attacked", "harazi")]
[True, True, False]
"""

from functools import cached_property


class SmallWords:
    """The words of one pack; nothing is split before the first question."""

    def __init__(self, words: str) -> None:
        self._raw = words

    def has(self, word: str) -> bool:
        """Say whether ``word`` (in small letters) is one that the language writes small."""
        return word in self._words or ("-" in word and self._words.issuperset(word.split("-")))

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._raw.split())
