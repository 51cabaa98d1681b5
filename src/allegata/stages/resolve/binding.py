"""What people decided of claims, as what holds between accounts.

In: accounts and the decisions in force. Out: pairs of accounts that are together, pairs that are
apart, and the rest of what was decided. The last decision binds: going back from it, one that
contradicts what binds already is left out, through others too (a is b and b is c, so that a cannot
be apart from c).

>>> from allegata.model.linking import Account, ClaimRef
>>> from allegata.model.vocabularies import Event
>>> accounts = [Account(name, name, ("c",), Event.SHELLING) for name in "ab"]
>>> refs = [ClaimRef(name, "c") for name in "ba"]
>>> decision = LinkDecision("1", *refs, LinkOutcome.SAME, "r", "2031-01-01T00:00:00Z")
>>> bind(accounts, [decision]).together
(('a', 'b'),)
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from allegata.model.linking import Account, ClaimRef, LinkDecision, LinkOutcome

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bound:
    """What binds between accounts: each pair with the smaller id first but for ``told``.

    ``told`` are the decisions that still bind, by the pair in the order of its claims; ``left``
    those that a later one overrules, or whose claims are no longer there.
    """

    together: tuple[Pair, ...]
    apart: tuple[Pair, ...]
    told: tuple[tuple[Pair, LinkDecision], ...]
    left: tuple[LinkDecision, ...]


def bind(accounts: Iterable[Account], decisions: Iterable[LinkDecision]) -> Bound:
    """Return what binds between the accounts."""
    of_claim = {
        ClaimRef(account.document, claim): account.id
        for account in accounts
        for claim in account.claims
    }
    sets = _Sets()
    told: dict[Pair, tuple[Pair, LinkDecision]] = {}
    left: list[LinkDecision] = []
    for decision in in_force(decisions):
        a, b = of_claim.get(decision.a), of_claim.get(decision.b)
        pair = _ordered(a, b) if a is not None and b is not None and a != b else None
        if a is None or b is None or pair is None or pair in told:
            left.append(decision)
        elif sets.take(*pair, decision.outcome):
            told[pair] = ((a, b), decision)
        else:
            left.append(decision)
    by_outcome: dict[bool, list[Pair]] = {True: [], False: []}
    for pair, (_, decision) in told.items():
        by_outcome[decision.outcome is LinkOutcome.SAME].append(pair)
    return Bound(
        tuple(by_outcome[True]), tuple(sorted(by_outcome[False])), tuple(told.values()), tuple(left)
    )


def in_force(decisions: Iterable[LinkDecision]) -> tuple[LinkDecision, ...]:
    """Return the decisions that none took back, the last first."""
    every = list(decisions)
    undone = {one.undoes for one in every} - {None}
    kept = [one for one in every if one.undoes is None and one.id not in undone]
    return tuple(sorted(kept, key=lambda one: (one.at, one.id), reverse=True))


def _ordered(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


class _Sets:
    """Accounts held together, and which of these sets are held apart."""

    def __init__(self) -> None:
        self._root: dict[str, str] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)

    def take(self, a: str, b: str, outcome: LinkOutcome) -> bool:
        """Hold two together or apart; say whether that contradicts nothing."""
        one, other = self._find(a), self._find(b)
        if outcome is not LinkOutcome.SAME:
            if one == other:
                return False
            self._apart[one].add(other)
            self._apart[other].add(one)
            return True
        if other in self._apart[one]:
            return False
        if one != other:
            self._root[other] = one
            for foe in self._apart.pop(other, set()):
                self._apart[foe].discard(other)
                self._apart[foe].add(one)
                self._apart[one].add(foe)
        return True

    def _find(self, one: str) -> str:
        while (root := self._root.get(one, one)) != one:
            one = root
        return one
