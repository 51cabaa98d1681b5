"""A state of linking that can take in more: only what a new document touches is made anew.

In: accounts and decisions, at once or one document after another. Out: their partition, the same as
if all had come at once.

>>> Linkage.of([]).partition().groups
()
"""

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np

from allegata.model.linking import Account, LinkDecision, Partition
from allegata.stages.resolve.binding import Bound, Pair, bind
from allegata.stages.resolve.pairs.blocking import keys_of, pairs_of
from allegata.stages.resolve.pairs.coded import load_signs
from allegata.stages.resolve.pairs.columns import Array, columns_of
from allegata.stages.resolve.pairs.comparing import CHUNK, features_of
from allegata.stages.resolve.pairs.keybook import KeyBook
from allegata.stages.resolve.pairs.weighing import Trees, load_trees
from allegata.stages.resolve.pieces import Piece, alone, piece_of, question_of

BELOW = -4.0  # how far under the threshold a pair is still kept
MOST_DOUBTFUL = 500
THREADS = 2


@dataclass(frozen=True, slots=True, eq=False)
class Only:
    """Pairs of which one is of ``names``, but for keys that are too ``common`` over all."""

    names: set[str]
    common: Array


class Linkage:
    """Accounts, what speaks for their pairs, and the piece that each component makes."""

    def __init__(self, model: Trees) -> None:
        self.model = model
        self.accounts: dict[str, Account] = {}
        self._odds: dict[str, dict[str, float]] = defaultdict(dict)
        self._bound = Bound((), (), (), ())
        self._pieces: dict[str, Piece] = {}  # by the smallest id of each component
        self._root: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}
        self._book: KeyBook | None = None

    @classmethod
    def of(
        cls,
        accounts: Iterable[Account],
        decisions: Iterable[LinkDecision] = (),
        *,
        trees: Trees | None = None,
    ) -> "Linkage":
        """Return the state that holds these accounts; two with one id are a ValueError."""
        found = cls(trees or load_trees())
        known = sorted(accounts, key=lambda account: account.id)
        found.accounts = {account.id: account for account in known}
        if len(found.accounts) != len(known):
            raise ValueError("two accounts share one id")
        for (one, other), odds in compare(known, found.model).items():
            found._odds[one][other] = found._odds[other][one] = odds
        found._bound = bind(known, decisions)
        with _no_collection():
            found._renew(set(found.accounts))
        return found

    def change(
        self,
        accounts: Iterable[Account],
        gone: Iterable[str] = (),
        decisions: Iterable[LinkDecision] = (),
    ) -> None:
        """Take in accounts, new or changed, and let go those of ``gone``.

        ``decisions`` are all that there are now.
        """
        if self._book is None:
            self._book = KeyBook.of(list(self.accounts.values()))
        new = {account.id: account for account in accounts}
        left = {name for name in (*gone, *new) if name in self.accounts}
        touched = self._book.change(new.values(), left)
        before = self._neighbourhood(left | touched)
        for name in left:
            del self.accounts[name]
        self.accounts |= new
        stale = (touched | set(new)) & self.accounts.keys()
        for name in left | stale:
            for other in self._odds.pop(name, {}):
                self._odds[other].pop(name, None)
        names, common = self._book.near(stale)
        near = [self.accounts[name] for name in sorted(names)]
        only = Only(stale, common)
        for (one, other), odds in compare(near, self.model, only=only).items():
            self._odds[one][other] = self._odds[other][one] = odds
        bound = bind(self.accounts.values(), decisions)
        decided = {one for pair, _ in _said(self._bound) ^ _said(bound) for one in pair}
        self._bound = bound
        self._renew(self._neighbourhood(before | stale | decided))

    def partition(self) -> Partition:
        """Return the partition of all accounts."""
        pieces = [self._pieces[root] for root in sorted(self._pieces)]
        rows = [row for piece in pieces for row in piece.doubtful]
        best = sorted(rows, key=lambda row: (-row[0], row[1]))[:MOST_DOUBTFUL]
        return Partition(
            groups=tuple(sorted(names for piece in pieces for names in piece.groups)),
            links=tuple(
                sorted(
                    (link for piece in pieces for link in piece.links),
                    key=lambda link: (link.a, link.b),
                )
            ),
            doubtful=tuple(question_of(row, self.accounts) for row in best),
        )

    def _neighbourhood(self, names: Iterable[str]) -> set[str]:
        """Return the accounts of all components that these are of or touch, as known so far."""
        found: set[str] = set()
        for name in names:
            found.add(name)
            for other in (name, *self._odds.get(name, ())):
                if (root := self._root.get(other)) is not None:
                    found.update(self._members[root])
        return found

    def _renew(self, names: set[str]) -> None:
        """Make the components of these accounts anew."""
        for name in names:
            root = self._root.pop(name, None)
            if root is not None:
                self._pieces.pop(root, None)
                self._members.pop(root, None)
        told: dict[str, set[str]] = defaultdict(set)
        for (one, other), _ in self._bound.told:
            told[one].add(other)
            told[other].add(one)
        seen: set[str] = set()
        for start in sorted(names & self.accounts.keys()):
            if start in seen:
                continue
            component = sorted(self._component(start, told))
            seen.update(component)
            self._members[component[0]] = component
            self._root |= dict.fromkeys(component, component[0])
            self._pieces[component[0]] = self._piece(component)

    def _component(self, start: str, told: Mapping[str, set[str]]) -> set[str]:
        found, ends = {start}, [start]
        while ends:
            name = ends.pop()
            for other in (*self._odds.get(name, ()), *told.get(name, ())):
                if other not in found:
                    found.add(other)
                    ends.append(other)
        return found

    def _piece(self, component: Sequence[str]) -> Piece:
        if len(component) == 1:
            return alone(component[0])
        inside = set(component)
        bound = self._bound
        odds = {
            (one, other): value
            for one in component
            for other, value in self._odds.get(one, {}).items()
            if one < other
        }
        own = bound
        if bound.told:
            own = Bound(
                tuple(pair for pair in bound.together if pair[0] in inside),
                tuple(pair for pair in bound.apart if pair[0] in inside),
                tuple(row for row in bound.told if row[0][0] in inside),
                (),
            )
        return piece_of({name: self.accounts[name] for name in component}, odds, own, self.model)


def compare(
    accounts: Sequence[Account], model: Trees, *, only: Only | None = None
) -> dict[Pair, float]:
    """Return the logarithm of odds for each pair worth keeping, the smaller id first.

    Args:
        accounts: Sorted by id.
        model: The weights.
        only: Which pairs are wanted, all where it is None.
    """
    columns = columns_of(accounts)
    keys = keys_of(columns)
    low, high, _ = pairs_of(columns, keys if only is None else keys.without(only.common))
    if only is not None:
        wanted = np.array([name in only.names for name in columns.ids], dtype=bool)
        kept = wanted[low] | wanted[high]
        low, high = low[kept], high[kept]
    floor, signs = model.floor_of(BELOW), load_signs()

    def weigh(start: int) -> tuple[Array, Array, Array]:
        a, b = low[start : start + CHUNK], high[start : start + CHUNK]
        features = features_of(columns, a, b)
        odds = model.score(features, floor=floor)
        coded = columns.coded[a] | columns.coded[b]
        # one threshold for all pairs, whichever weights they are held against
        odds[coded] = signs.score(features[coded]) + (model.same - signs.same)
        kept = odds > floor
        return a[kept], b[kept], odds[kept]

    found: dict[Pair, float] = {}
    with ThreadPoolExecutor(THREADS) as pool:  # numpy works outside of Python's lock
        for a, b, odds in pool.map(weigh, range(0, len(low), CHUNK)):
            names = _names(columns.ids, a.tolist(), b.tolist())
            found.update(zip(names, odds.tolist(), strict=True))
    return found


def _names(ids: Sequence[str], low: Iterable[int], high: Iterable[int]) -> Iterator[Pair]:
    for one, other in zip(low, high, strict=True):
        yield (ids[one], ids[other])


@contextmanager
def _no_collection() -> Iterator[None]:
    """Make millions of nouns, none of them in a cycle, without looking for cycles all the while."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _said(bound: Bound) -> set[tuple[Pair, str]]:
    """Return each pair that people decided on, with what follows from it: it may have changed."""
    return {
        *((pair, "together") for pair in bound.together),
        *((pair, "apart") for pair in bound.apart),
        *((pair, f"{told.outcome.value} {told.reviewer}") for pair, told in bound.told),
    }
