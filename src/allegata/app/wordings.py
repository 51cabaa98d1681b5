"""Find names in texts as they may stand there: over a line break, in capitals, with a small letter.

In: names, each with what stands instead, and a text. Out: the text without them. A name of several
words is found whatever its letters' size; one of a single word only as written, in capitals, or
with a capital first, so that "Hope" does not take "hope" out of a sentence. A name may go on in an
ending, as many languages have them, but never begins within a word of letters that have capitals.

>>> without("THE JANE\\nROE files; Corvel's and encorvels", {"Jane Roe": "…", "corvel": "X"})
"THE … files; X's and encorvels"
"""

import re
from collections.abc import Mapping
from functools import lru_cache

_SHORTEST = 3  # code points: replacing shorter ones would tear up words


def without(text: str, names: Mapping[str, str]) -> str:
    """Return ``text`` with what stands instead of each name; the longest name goes first."""
    kept = (name for name in names if len(name.strip()) >= _SHORTEST)
    written = tuple(sorted(kept, key=lambda name: (-len(name), name)))
    if not written:
        return text
    return _pattern(written).sub(lambda match: names[written[(match.lastindex or 1) - 1]], text)


@lru_cache(maxsize=64)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"({_as_found(name.split())})" for name in names))


def _as_found(words: list[str]) -> str:
    first = words[0][0]
    start = r"(?<!\w)" if first.lower() != first.upper() else ""
    if len(words) > 1:
        gaps = r"\s+".join(map(re.escape, words))
        return f"{start}(?i:{gaps})"
    (word,) = words
    forms = dict.fromkeys((word, word.upper(), word[0].upper() + word[1:]))
    return f"{start}(?:{'|'.join(map(re.escape, forms))})"
