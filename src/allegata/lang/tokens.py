"""A text as tokens: parallel arrays of offsets and folded forms, no token objects.

>>> tokens = tokenize("The so-called coalition's 1,200 men")
>>> tokens.folded
['the', 'so-called', 'coalition', "'s", '1,200', 'men']
"""

import re
from dataclasses import dataclass

from allegata.lang.alternation import fold_text

_LATIN = r"[A-Za-z\u00c0-\u024f]"
# A word keeps inner hyphens and apostrophes (al-Zawr, Ja'afari), but not the possessive 's.
# Digits among Latin letters are misread letters ("vi11age", "1O") or a model ("M16"): no number.
_TOKEN = re.compile(
    rf"{_LATIN}+\d\w*|\d+[OolI]\w*|\d+{_LATIN}+\d\w*|[01]{_LATIN}{{3,}}"
    r"|[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+|['\u2018\u2019\u02bf](?![sS]\b)[^\W\d_]+)*"
    r"|['\u2019][sS]\b"
    r"|\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)"
    r"|\d+(?:,\d+)+"  # "12,34" is no number that anybody could tell
    r"|\d+(?:\.\d+)?"
    r"|[^\s\w]|_"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """``text[starts[i]:ends[i]]`` is token i; ``folded[i]`` is its lower-case form."""

    text: str
    starts: list[int]
    ends: list[int]
    folded: list[str]

    def __len__(self) -> int:
        return len(self.starts)


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Return the tokens of ``text[start:end]`` in order; blanks belong to none.

    A text that is asked for piece by piece is folded once.
    """
    last = len(text) if end is None else end
    spans = [match.span() for match in _TOKEN.finditer(text, start, last)]
    small = fold_text(text)
    folded = [small[first:after] for first, after in spans]
    return Tokens(text, [first for first, _ in spans], [after for _, after in spans], folded)
