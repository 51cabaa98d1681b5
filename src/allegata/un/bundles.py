"""Where another document begins inside a text: several documents bound into one file.

In: the reading view of a document. Out: each masthead after the first that shows another symbol.

>>> head = "Security Council\\nDistr.: General\\n8 May 2031\\n"
>>> text = f"S/2031/7\\n{head}Some text.\\n\\nS/2031/9\\n{head}More."
>>> [found.symbol for found in find_other_mastheads(text)]
['S/2031/9']
"""

import re
from dataclasses import dataclass
from functools import cache

from allegata.un.masthead import read_masthead
from allegata.un.naming import same_document
from allegata.un.words import plain, union

MOST_LINES_ABOVE = 10  # of a masthead above its distribution line
_WINDOW = 1500  # characters in which a masthead ends


@dataclass(frozen=True, slots=True)
class OtherMasthead:
    """A masthead at ``start`` that shows ``symbol``, which is not the document's own."""

    start: int
    symbol: str


def find_other_mastheads(text: str) -> tuple[OtherMasthead, ...]:
    """Return the mastheads after the first, each where its symbol differs from those before."""
    first = read_masthead(text)
    known = [first.symbol] if first.symbol else []
    found: list[OtherMasthead] = []
    at = first.end
    readable = plain(text)
    for label in _distribution_lines().finditer(readable, at):
        other = _masthead_around(text, label.start(), at)
        if other is None or any(same_document(other.symbol, symbol) for symbol in known):
            continue
        known.append(other.symbol)
        found.append(other)
        at = label.end()
    return tuple(found)


@cache
def _distribution_lines() -> re.Pattern[str]:
    """Return the expression of a line with a distribution label; the organ may stand before it."""
    label = union("masthead.distribution_label")
    return re.compile(rf"^[^\n]{{0,60}}?(?<!\w){label}", re.IGNORECASE | re.MULTILINE)


def _masthead_around(text: str, label: int, floor: int) -> OtherMasthead | None:
    """Return the masthead with the distribution line at ``label``: that of the nearest symbol."""
    start = label
    for _ in range(MOST_LINES_ABOVE + 1):
        head = read_masthead(text[start : label + _WINDOW])
        if head.is_present and head.symbol and head.distribution and start + head.end > label:
            return OtherMasthead(start, head.symbol)
        if start <= floor:
            return None
        start = max(text.rfind("\n", 0, start - 1) + 1, floor)
    return None
