"""Scored pairs to groups: average link, so that a chain of follow-ups does not join a town.

In: ids, how much speaks for each compared pair being one (positive) or two (negative), and what
people decided. Out: groups. Two groups become one while what speaks for it, on average over all
pairs of their members, is positive; a pair that was not even compared speaks against it by
``UNCOMPARED``. Each component of the graph is grouped for itself. Weights are whole numbers, so
that sums are exact and the result is the same in whatever order pairs come; of two equal merges
the one with the smaller ids is made.

>>> group(["a", "b", "c"], {("a", "b"): 2 * UNIT, ("b", "c"): 2 * UNIT})
(('a', 'b', 'c'),)
>>> group(["a", "b", "c"], {("a", "b"): 2 * UNIT, ("b", "c"): UNIT, ("a", "c"): -3 * UNIT})
(('a', 'b'), ('c',))
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

UNIT = 1_000_000  # a weight of one in the logarithm of odds
UNCOMPARED = UNIT  # what speaks against a pair that shares no key
Pair = tuple[str, str]
MayJoin = Callable[[Sequence[str], Sequence[str]], bool]


def group(
    ids: Iterable[str],
    weights: Mapping[Pair, int],
    *,
    together: Sequence[Pair] = (),
    apart: Iterable[Pair] = (),
    may_join: MayJoin = lambda _one, _other: True,
) -> tuple[tuple[str, ...], ...]:
    """Return the groups, each sorted and all of them sorted.

    Args:
        ids: All ids; those of no pair are groups of one.
        weights: For each compared pair, the smaller id first, what speaks for it.
        together: Pairs that people hold to be one, the decision that binds most first; one that
            contradicts ``apart`` or an earlier one is left out.
        apart: Pairs that are never in one group.
        may_join: Whether two groups may become one, whatever the weights.
    """
    kept_apart = {_ordered(pair) for pair in apart}
    found: list[tuple[str, ...]] = []
    neighbours: dict[str, set[str]] = defaultdict(set)
    for one, other in (*weights, *together):
        neighbours[one].add(other)
        neighbours[other].add(one)
    seen: set[str] = set()
    for start in sorted(ids):
        if start not in seen:
            component = _component(start, neighbours)
            seen |= component
            if len(component) == 1:
                found.append((start,))
            else:
                found += _Grouping(
                    component, neighbours, weights, together, kept_apart, may_join
                ).run()
    return tuple(sorted(found))


def _ordered(pair: Pair) -> Pair:
    return pair if pair[0] < pair[1] else (pair[1], pair[0])


def _component(start: str, neighbours: Mapping[str, set[str]]) -> set[str]:
    found, open_ends = {start}, [start]
    while open_ends:
        for other in neighbours.get(open_ends.pop(), ()):
            if other not in found:
                found.add(other)
                open_ends.append(other)
    return found


class _Grouping:
    """The groups of one component while they grow; a group goes by its smallest id."""

    def __init__(
        self,
        component: set[str],
        neighbours: Mapping[str, set[str]],
        weights: Mapping[Pair, int],
        together: Sequence[Pair],
        apart: set[Pair],
        may_join: MayJoin,
    ) -> None:
        self.members = {one: [one] for one in component}
        self.may_join = may_join
        self.of = {one: one for one in component}
        # between two groups: the sum of weights and the number of pairs that were compared
        self.between: dict[str, dict[str, tuple[int, int]]] = {one: {} for one in component}
        self.forbidden: dict[str, set[str]] = defaultdict(set)
        for one in component:
            for other in neighbours[one]:
                weight = weights.get(_ordered((one, other)))
                if weight is not None:
                    self.between[one][other] = (weight, 1)
        for one, other in apart:
            if one in component and other in component:
                self.forbidden[one].add(other)
                self.forbidden[other].add(one)
        for one, other in together:
            if one in component and other in component:
                self._bind(self.of[one], self.of[other])

    def _bind(self, one: str, other: str) -> None:
        if one != other and other not in self.forbidden[one]:
            self._merge(one, other)

    def run(self) -> list[tuple[str, ...]]:
        """Join groups, the best first, while anything speaks for it."""
        heap = [
            (-self._mean(one, other), one, other)
            for one in self.members
            for other in self.between[one]
            if one < other and self._mean(one, other) > 0
        ]
        heapq.heapify(heap)
        while heap:
            mean, one, other = heapq.heappop(heap)
            if one not in self.members or other not in self.members:
                continue
            if -mean != self._mean(one, other):
                continue  # an older entry; the present one is in the heap too
            if other in self.forbidden[one] or not self.may_join(
                self.members[one], self.members[other]
            ):
                continue
            self._merge(one, other)
            for near in self.between[one]:
                if (now := self._mean(one, near)) > 0:
                    heapq.heappush(heap, (-now, *_ordered((one, near))))
        return [tuple(sorted(group)) for group in self.members.values()]

    def _mean(self, one: str, other: str) -> float:
        total, compared = self.between[one][other]
        pairs = len(self.members[one]) * len(self.members[other])
        return (total - UNCOMPARED * (pairs - compared)) / pairs

    def _merge(self, one: str, other: str) -> None:
        """Put both groups under the smaller id."""
        one, other = _ordered((one, other))
        for near, (total, compared) in self.between.pop(other).items():
            del self.between[near][other]
            if near != one:
                before = self.between[one].get(near, (0, 0))
                both = (total + before[0], compared + before[1])
                self.between[one][near] = self.between[near][one] = both
        for foe in self.forbidden.pop(other, set()):
            self.forbidden[foe].discard(other)
            self.forbidden[foe].add(one)
            self.forbidden[one].add(foe)
        for member in self.members[other]:
            self.of[member] = one
        self.members[one] += self.members.pop(other)
