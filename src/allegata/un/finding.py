"""Which work, and which edition of it, does a cited symbol lead to?

In: works, and everything that is cited. Out: for each symbol the work that is here, if one is, and
a key that is one for all ways to cite the same edition.

>>> from allegata.model.works import Expression, Form
>>> text = Expression("a", "a.pdf", "en", Form.VERSION, "A/85/3-S/2031/7", "own symbol")
>>> find = Finder([Work("w1", "A/85/3-S/2031/7", "a.pdf", expressions=(text,))], ())
>>> find("S/2031/7")
Target(work='w1', key='A/85/3', answered=True)
>>> find("S/2031/7/Corr.1")
Target(work='w1', key='A/85/3/Corr.1', answered=False)
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from allegata.model.errors import InputError
from allegata.model.works import Cited, Work
from allegata.un.gathering import joined_keys
from allegata.un.identity import Half, identity_of
from allegata.un.symbols import parse_symbol, sort_key


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """What a symbol leads to: a work, if one is here, and the key of the edition meant.

    ``answered``: this very edition is here. A finder makes one target of each edition, so that two
    are equal only if they are one.
    """

    work: str | None
    key: str
    answered: bool


class Finder:
    """Finds the work that a symbol names. ``targets`` are those of all that is cited."""

    def __init__(self, works: Sequence[Work], cited: Iterable[Cited]) -> None:
        self._exact: dict[str, Target] = {}
        self._by_key: dict[str, Target] = {}
        self._by_work: dict[str, str] = {}
        self._targets: dict[tuple[str | None, str, bool], Target] = {}
        held = [
            (work.id, identity_of(text.symbol))
            for work in works
            for text in work.expressions
            if text.symbol is not None
        ]
        named = {one.symbol for one in cited if one.symbol is not None}
        self._joined = joined_keys(map(identity_of, {*named, *(one.symbol for _, one in held)}))
        for work, identity in held:
            for half in identity.halves:
                target = self._target(work, self._key(half), answered=True)
                self._exact.setdefault(half.exact, target)
                self._by_key.setdefault(target.key, target)
                self._by_work.setdefault(half.work, work)
        for work, identity in held:  # 76/84A-B answers to 76/84A where no other does
            for key in (key for half in identity.halves for key in half.also):
                self._exact.setdefault(key, self._target(work, key, answered=True))

        self.targets = {symbol: self._find(symbol) for symbol in named}

    def __call__(self, symbol: str) -> Target:
        """Return what ``symbol``, in normal form, leads to."""
        return self.targets.get(symbol) or self._find(symbol)

    def ranks(self) -> Mapping[Target, int]:
        """Return the place of each target in the order of symbols."""
        ordered = sorted(self._targets.values(), key=_order)
        return {target: at for at, target in enumerate(ordered)}

    def _find(self, symbol: str) -> Target:
        halves = identity_of(symbol).halves
        key = self._key(halves[0])
        for half in halves:
            if half.exact in self._exact:
                return self._exact[half.exact]
        if key in self._by_key:  # under the other of two symbols, which a citation says are one's
            return self._by_key[key]
        here = (self._by_work[half.work] for half in halves if half.work in self._by_work)
        return self._target(next(here, None), key, answered=False)

    def _target(self, work: str | None, key: str, *, answered: bool) -> Target:
        return self._targets.setdefault((work, key, answered), Target(work, key, answered))

    def _key(self, half: Half) -> str:
        """Return one key for an edition under either of its symbols."""
        return "/".join((self._joined.get(half.work, half.work), *half.edition))


def _order(target: Target) -> tuple[Any, ...]:  # whatever sort_key makes of a symbol
    last = target.key, target.work or "", target.answered
    try:
        return (0, sort_key(parse_symbol(target.key)), *last)
    except InputError:
        return (1, *last)
