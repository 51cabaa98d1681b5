"""What is named right behind a place and may hold it: "Corun, Zuhur district", "in northern Zuhur".

In: a text and what it asks. Out: pairs of asks, the place first, with the side told between them.
Words between are of ``place_types.toml``; "and" joins a list and holds nothing.

>>> text = "Corun village in the south-eastern Zuhur countryside"
>>> asks = [Ask(0, 13, ("Corun",), "settlement", True), Ask(35, 52, ("Zuhur",), "region", True)]
>>> [(one.inner, one.outer, one.side) for one in contained(text, asks, is_address=False)]
[(0, 1, 'SE')]
>>> list(contained("Corun and Zuhur", [Ask(0, 5, ("Corun",)), Ask(10, 15, ("Zuhur",))],
...                is_address=False))
[]
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from allegata.places.asking import COUNTRYSIDE, UNIT_KINDS, Ask
from allegata.places.directions import side_before
from allegata.places.type_words import alternatives, joints

_AFTER: Final = 3  # names at most that one chain leads to
_LONGEST: Final = 40  # characters between two names of a chain
_IN_A_TOWN: Final = frozenset({"facility", "neighbourhood"})
_LARGE: Final = UNIT_KINDS | {"country", COUNTRYSIDE}
_LEAST: Final = frozenset({"settlement", *_IN_A_TOWN})


@dataclass(frozen=True, slots=True)
class Containment:
    """Two asks by their numbers: ``outer`` is named right behind ``inner``.

    ``side`` of ``outer``, N to NW or "", is where the text says that ``inner`` lies; ``is_told``
    where a word such as "in" says that it does, rather than a comma. Behind a comma
    of running text a town is mostly the next of a list: it ``may_be_town`` in an address only, or
    where what it holds lies in towns.
    """

    inner: int
    outer: int
    side: str
    is_told: bool
    may_be_town: bool


def contained(text: str, asks: Sequence[Ask], *, is_address: bool) -> Iterator[Containment]:
    """Yield what is named right behind each ask, and behind that."""
    order = sorted(range(len(asks)), key=lambda number: asks[number].start)
    for at, inner in enumerate(order):
        last = inner
        for outer in order[at + 1 : at + 1 + _AFTER]:
            start = asks[outer].start
            if start - asks[last].end > _LONGEST:
                break
            side, start = side_before(text, start)
            joint = _joints().fullmatch(text, asks[last].end, start)
            if joint is None:
                break
            kind = asks[inner].kind
            is_told = joint["word"] is not None or kind in _IN_A_TOWN
            is_small = not asks[inner].is_framed or kind in _LEAST
            may_be_town = (is_told and is_small) or (is_address and kind not in _LARGE)
            yield Containment(inner, outer, side, joint["word"] is not None, may_be_town)
            last = outer


@cache
def _joints() -> re.Pattern[str]:
    within, articles = (alternatives(joints(label)) for label in ("within", "articles"))
    word = rf"\s+(?P<word>(?:{within}))(?:\s+(?:{articles}))?\s+|\s*\("
    comma = rf"\s?[,،]\s*(?:(?:{within})\s+)?(?:(?:{articles})\s+)?"
    return re.compile(f"(?:{word}|{comma})", re.IGNORECASE)
