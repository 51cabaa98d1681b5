"""Which names stand for one document: its halves, its short forms, its running heads.

In: symbols. Out: their names in normal form, without the star of a reissue, and which of them are
the same document's.

>>> from allegata.un.symbols import parse_symbol
>>> sorted(names_of(parse_symbol("A/85/1-S/2031/7*")))
['A/85/1', 'S/2031/7']
>>> whole_names(["S/RES/2253", "S/RES/2253 (2015)"])
{'S/RES/2253': 'S/RES/2253 (2015)'}
"""

import dataclasses
import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from allegata.un.symbols import FoundSymbol, Symbol, parse_symbol, render

LEAST_HEADS = 3  # a symbol alone on so many lines is the running head
MOST_SPECKS = 2  # letters beside it that a reading machine saw
_LINE = 60  # characters: a longer line has more on it than a symbol


def names_of(symbol: Symbol) -> frozenset[str]:
    """Return the normal forms under which a document is known, without the reissue star."""
    return frozenset(render(dataclasses.replace(half, reissued=False)) for half in symbol.halves)


@lru_cache(maxsize=4096)
def names_under(name: str) -> frozenset[str]:
    """Return the names of the document that a symbol in normal form names."""
    return names_of(parse_symbol(name))


def own_names(text: str, symbols: Sequence[FoundSymbol], own: Symbol | None) -> frozenset[str]:
    """Return the names of the document itself: its symbol, its running heads, its second symbol."""
    names = set(names_of(own)) if own else set()
    alone = [one for one in symbols if _is_alone(text, one)]
    counts = Counter(render(one.symbol) for one in alone)
    for one in alone:
        if counts[render(one.symbol)] >= LEAST_HEADS:
            names |= names_of(one.symbol)
    for first, second in itertools.pairwise(alone):  # "A/44/661", next line "S/20911"
        between = text[first.end : second.start]
        both = names_of(first.symbol) | names_of(second.symbol)
        if between.count("\n") == 1 and first.symbol.organ != second.symbol.organ and both & names:
            names |= both
    return frozenset(names)


def _is_alone(text: str, found: FoundSymbol) -> bool:
    """Say whether a symbol stands alone on its line, page numbers and specks aside."""
    before = text[max(0, found.start - _LINE) : found.start].rpartition("\n")[2]
    after = text[found.end : found.end + _LINE].partition("\n")[0]
    rest = before + after
    return len(rest) < _LINE and sum(sign.isalpha() for sign in rest) <= MOST_SPECKS


def whole_names(symbols: Iterable[str]) -> dict[str, str]:
    """Return the name in full of each name in short that stands for the same document.

    "S/RES/2253" is "S/RES/2253 (2015)" where the text says so in another place, and each half of
    "A/85/1-S/2031/7" is that document.
    """
    whole: dict[str, str] = {}
    for name in symbols:
        if name.startswith("S/RES/") and " (" in name:
            whole[name.partition(" (")[0]] = name
        halves = names_under(name)
        if len(halves) > 1:
            whole |= dict.fromkeys(halves, name)
    return whole
