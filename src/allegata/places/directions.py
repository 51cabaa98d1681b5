"""The side of a place that words before its name tell, and whether a point lies on that side.

In: a text and where a name starts. Out: the side, N to NW, and where the words for it start.

>>> side_before("in the south-eastern Zuhur countryside", 21)
('SE', 7)
>>> side_before("in Zuhur", 3)
('', 3)
>>> is_on_side((36.0, 40.0), (35.0, 41.0), "SE"), is_on_side((36.0, 40.0), (37.0, 41.0), "SE")
(True, False)
"""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Final

from allegata.places.geodesy import Point, bearing_deg

BEARINGS: Final = {"N": 0, "NE": 45, "E": 90, "SE": 135, "S": 180, "SW": 225, "W": 270, "NW": 315}
OFF_DEG: Final = 75.0  # a point farther off a side's direction does not lie on that side
_REACH: Final = 24  # characters before a name
_BLANKS: Final = re.compile(r"[\s\u2010\u2011-]+")


def side_before(text: str, start: int) -> tuple[str, int]:
    """Return the side told right before ``start``, and where its words start; "" without one."""
    match = _pattern().search(text, max(0, start - _REACH), start)
    if match is None:
        return "", start
    return side_named(match[1]), match.start(1)


def is_on_side(middle: Point, point: Point, side: str) -> bool:
    """Say whether a point lies on a side of a place whose middle is ``middle``."""
    off = abs(bearing_deg(middle, point) - BEARINGS[side]) % 360.0
    return min(off, 360.0 - off) <= OFF_DEG


def side_named(words: str) -> str:
    """Return the side that words tell, which are one of ``side_words``."""
    return _sides()[_BLANKS.sub("-", words.lower())]


@cache
def side_words() -> str:
    """Return a pattern of all words for sides, the longest first."""
    longest_first = sorted(_sides(), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\-", r"[\s\u2010\u2011-]+") for form in longest_first)


@cache
def _sides() -> dict[str, str]:
    source = resources.files("allegata.lang") / "packs" / "_shared" / "directions.toml"
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    return {
        _BLANKS.sub("-", form): side
        for side, languages in table.items()
        for forms in languages.values()
        for form in forms
    }


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])({side_words()})\s+\Z", re.IGNORECASE)
