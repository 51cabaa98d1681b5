"""What is cited and not here: each document once, with what the citing texts say of it.

In: citations of documents that no file answers to. Out: what is missing, with its stable address.

>>> target = Target(None, "S/2031/4", answered=False)
>>> said = [("w1", Cited("document", "S/2031/4", "2031-05-02", "previous"))]
>>> found = missing_work(target, said)
>>> found.symbol, found.dated, found.url, found.cited_by
('S/2031/4', '2031-05-02', 'https://undocs.org/en/S/2031/4', ('w1',))
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from allegata.model.errors import InputError
from allegata.model.works import Cited, MissingWork
from allegata.un.addresses import address_of
from allegata.un.citing import (
    fullest_symbol,
    own_doubts,
    relations_of,
    stated_day,
    symbols_differ,
)
from allegata.un.finding import Target
from allegata.un.symbols import parse_symbol


def missing_work(target: Target, said: Sequence[tuple[str, Cited]]) -> MissingWork:
    """Return what is missing; ``said`` are the citations of it, with the works that make them."""
    everything = [cited for _, cited in said]
    symbol = fullest_symbol(everything)
    kinds = Counter(one.kind for one in everything)
    dated, doubts = stated_day(everything)
    return MissingWork(
        symbol=symbol,
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        dated=dated,
        url=_address(symbol),
        relations=relations_of(everything),
        cited_by=in_order({work for work, _ in said}),
        here=target.work,
        doubts=(*own_doubts(everything), *doubts, *symbols_differ(everything)),
    )


def in_order(works: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of works in the order of their numbers.

    >>> in_order({"w10", "w9"})
    ('w9', 'w10')
    """
    return tuple(sorted(works, key=lambda one: int(one[1:])))


def _address(symbol: str) -> str | None:
    try:
        return address_of(parse_symbol(symbol))
    except InputError:
        return None
