"""What several citations of one document say together: its symbol, its day, and where they differ.

In: citations of one and the same document. Out: the fullest symbol, the day that most of them give,
and doubts where they do not agree.

>>> said = [Cited("document", "S/2031/7"), Cited("document", "A/85/3-S/2031/7", "2031-05-06")]
>>> fullest_symbol(said), stated_day(said)
('A/85/3-S/2031/7', ('2031-05-06', ()))
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from allegata.model.doubt import Doubt
from allegata.model.works import Cited
from allegata.un.identity import identity_of

RELATIONS = ("previous", "replies_to", "corrects", "annexed", "supplements", "cites")


def fullest_symbol(said: Sequence[Cited]) -> str:
    """Return the form that says most: both halves, the year; of equals the one cited most."""
    symbols = Counter([one.symbol or "" for one in said])

    def fullness(symbol: str) -> tuple[int, bool, int, str]:
        identity = identity_of(symbol)
        return len(identity.halves), identity.year is not None, symbols[symbol], symbol

    return max(symbols, key=fullness)


def stated_day(said: Iterable[Cited]) -> tuple[str | None, tuple[Doubt, ...]]:
    """Return the day that most give, the earliest of equals, and a doubt where they differ."""
    days = Counter([one.dated for one in said if one.dated is not None])
    if not days:
        return None, ()
    day = min(days, key=lambda one: (-days[one], one))
    if len(days) == 1:
        return day, ()
    message = f"it is cited with different dates: {', '.join(sorted(days))}"
    return day, (Doubt("reference.dates_disagree", message),)


def symbols_differ(said: Iterable[Cited]) -> tuple[Doubt, ...]:
    """Return a doubt where one document is cited by symbols that do not agree."""
    known = [identity_of(symbol) for symbol in {one.symbol or "" for one in said}]
    pairs = {"-".join(identity.joined) for identity in known if identity.joined}
    years = {identity.symbol for identity in known if identity.year is not None}
    return tuple(
        Doubt("reference.symbols_disagree", f"it is cited as {' and as '.join(sorted(named))}")
        for named in (pairs, years)
        if len(named) > 1
    )


def own_doubts(said: Iterable[Cited]) -> tuple[Doubt, ...]:
    """Return the doubts that the citations bear themselves, once each."""
    doubts = {doubt for one in said for doubt in one.doubts}
    return tuple(sorted(doubts, key=lambda doubt: (doubt.code, doubt.message)))


def relations_of(said: Iterable[Cited]) -> tuple[str, ...]:
    """Return the relations stated, the most telling first; one that is new here comes last."""
    stated = {one.relation for one in said}
    return (
        *(relation for relation in RELATIONS if relation in stated),
        *sorted(stated.difference(RELATIONS)),
    )
