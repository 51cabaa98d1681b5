"""The shortest stretches of a text that may be words: runs of letters, numbers, single characters.

In: a text. Out: its stretches in order, without overlap; what lies between them is in no word.

>>> [(found.kind.value, found.start, found.end) for found in find_stretches("MH17 病, 2,130")]
[('letters', 0, 2), ('digits', 2, 4), ('unspaced', 5, 6), ('number', 8, 9), ('number', 10, 13)]
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

from allegata.text.letters import APOSTROPHES, GROUPING


class Kind(Enum):
    """What a stretch is made of."""

    LETTERS = "letters"
    OTHERS = "others"  # letters after which a full stop and a letter follow: "org.example"
    NUMBER = "number"  # the thousands of a number, or what follows them
    DIGITS = "digits"
    INITIALS = "initials"  # a letter of "U.N."
    RAISED = "raised"  # a footnote's mark, which is no part of the word before it ("killed²")
    UNSPACED = "unspaced"  # a character of a script without blanks between words


class Stretch(NamedTuple):
    """``goes_on`` says that it is of one number, or of the same initials, as the one before it."""

    kind: Kind
    start: int
    end: int
    goes_on: bool


class _Patterns(NamedTuple):
    """What finds stretches, and the parts of those that have several."""

    stretch: re.Pattern[str]
    part: re.Pattern[str]


# Han, kana, Hangul (whose words carry endings), Thai, Lao, Burmese, Khmer.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035"
    "\u3038-\u303c\u3041-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
_RAISED = "\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u2079\u2080-\u2089\u2150-\u215f"
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufe00-\ufe0f\ufeff"
)
_RARE = "\U00010000-\U0001efff"  # scripts of the second plane; folding drops its signs
_KINDS = {kind.value: kind for kind in Kind}
_IN_PARTS = frozenset({Kind.NUMBER, Kind.INITIALS})


def find_stretches(text: str) -> Iterator[Stretch]:
    """Yield the stretches of ``text``."""
    patterns = _patterns()
    for found in patterns.stretch.finditer(text):
        kind, start = _KINDS[found.lastgroup or ""], found.start()
        if kind not in _IN_PARTS:
            yield Stretch(kind, start, found.end(), goes_on=False)
            continue
        for number, part in enumerate(patterns.part.finditer(found.group())):
            yield Stretch(kind, start + part.start(), start + part.end(), goes_on=number > 0)


@cache
def _patterns() -> _Patterns:
    """Return the patterns; their classes come from Unicode's tables, and take a moment to make."""
    plane = "".join(map(chr, range(0x10000)))
    apart = f"{_UNSPACED}{_RAISED}{APOSTROPHES}"
    runs = re.findall(rf"[^\W\d_{apart}]+", plane)
    letters = _RARE + "".join(f"{run[0]}-{run[-1]}" for run in runs)
    marks = [mark for mark in re.findall(r"\W", plane) if unicodedata.category(mark)[0] == "M"]
    within = f"{letters}{''.join(marks)}{_INVISIBLE}"
    stretch = (
        rf"(?P<letters>[{letters}](?!\.[{letters}])[{within}]*(?<![{_INVISIBLE}]))"
        rf"|(?P<number>(?<!\d)\d{{1,3}}(?:(\\?[ {GROUPING}])\d{{3}})(?:\3\d{{3}})*(?!\d))"
        r"|(?P<digits>\d+)"
        rf"|(?P<initials>(?<![{letters}])[{letters}](?:\.[{letters}])+(?![{within}]))"
        rf"|(?P<others>[{letters}][{within}]*(?<![{_INVISIBLE}]))"
        rf"|(?P<raised>[{_RAISED}]+)"
        rf"|(?P<unspaced>[{_UNSPACED}])"
    )
    return _Patterns(re.compile(stretch), re.compile(rf"\d+|[{letters}]"))
