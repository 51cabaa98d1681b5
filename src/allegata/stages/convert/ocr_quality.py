"""How well a text was read by OCR, judged by its letters alone, in no language.

A word is strange where no language writes so: a capital after a small letter, a digit between
letters, a sign inside a word, a lone sign. Typed text has hardly any: in 22 documents of the United
Nations less than one word in 4,000. Text that OCR programs had laid over scans had one in 50 to one
in 220 where it was bad, one in 3,700 where it was good.

>>> share_of_strange(["On 3 October the COnsUltatiOnS were held", "in the fOrCeS' Area8 ~9 May"])
0.308
"""

import itertools
import re
from collections.abc import Iterable

_EDGES = ".,;:!?()[]{}\"'“”‘’«»„*-–—/&…•·□■_"
_LETTER = "[A-Za-z\u00c0-\u024f\u0370-\u052f]"  # of writings that part words by blanks
_ODD_SIGNS = re.compile(r"[|\\<>~^`{}=£¥§■�]|(?<=\w)[%#@$+&*](?=\w)")
_MIXED = re.compile(rf"{_LETTER}\d{_LETTER}|{_LETTER}{{2,}}\d(?!\d)$|\d{_LETTER}{{4,}}")
_PARTED = re.compile(rf"{_LETTER}{{2,}}[.,;:!?]{_LETTER}{{2,}}")
_CODE = re.compile(r"[/@]|www|\d-|-\d")  # symbols, addresses and job numbers mix what words do not
_POOR = 0.0025  # of the words; see above
_FEWEST_STRANGE = 2


def is_poor(lines: Iterable[str]) -> bool:
    """Say whether a text reads as if it was badly recognised: strange words, or a word a line."""
    rows = [line.split() for line in lines if line.strip()]
    words = [word for row in rows for word in row]
    if not words:
        return True
    strange = sum(map(is_strange, words))
    few = len(rows) >= 20 and len(words) < 1.5 * len(rows)
    return few or (strange >= _FEWEST_STRANGE and strange > _POOR * len(words))


def share_of_strange(lines: Iterable[str]) -> float:
    """Return how many of the words are strange, 0 to 1."""
    words = [word for line in lines for word in line.split()]
    return round(sum(map(is_strange, words)) / len(words), 3) if words else 0.0


def is_strange(word: str) -> bool:
    """Say whether no language writes a word so.

    >>> [x for x in ("YUgOSlaVia,", "McBride", "S/26/Add.l", "20mm", "al1", "$5") if is_strange(x)]
    ['YUgOSlaVia,', 'al1']
    """
    core = word.strip(_EDGES)
    if not core:
        return len(word) == 1 and word in ",;:!?\"'&"
    if len(core) == 1 and not core.isalnum():
        return core in "|\\<>~^`{}=£¥§�"
    if _CODE.search(core):
        return False
    return bool(
        _ODD_SIGNS.search(core)
        or _MIXED.search(core)
        or _has_odd_capitals(core)
        or (_PARTED.search(core) and core.count(".") < 2 and not core[:1].isupper())
    )


def _has_odd_capitals(word: str) -> bool:
    """Say whether capitals stand inside a word as in no name: not "McBride", "PetroCaribe"."""
    inner = sum(
        1 for before, char in itertools.pairwise(word) if before.islower() and char.isupper()
    )
    if inner == 0:
        return False
    pieces = re.findall(r"[A-ZÀ-ÞА-Я][a-zà-ÿа-яё]{1,}", word)
    return inner > 2 or "".join(pieces) != "".join(char for char in word if char.isalpha())
