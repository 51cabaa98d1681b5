"""Linking that remembers how likely pairs are: decisions bind anew without comparing anew.

Whoever works through a queue of pairs changes what is decided and no account; comparing all
accounts is most of the work of linking them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from allegata.model.linking import Account, LinkDecision, Partition
from allegata.stages.resolve.across import compare, partition_of
from allegata.stages.resolve.binding import Pair, bind
from allegata.stages.resolve.pairs.weighing import Trees, load_trees

MOST_KEPT = 2


@dataclass
class ComparingOnce:
    """Links accounts as ``across.link`` does; the last accounts and their pairs are kept.

    Those of documents alone, and those with the rows of people's lists, are kept side by side.
    """

    trees: Trees = field(default_factory=load_trees)
    _kept: list[tuple[list[Account], dict[Pair, float]]] = field(default_factory=list)

    def link(self, accounts: Sequence[Account], decisions: Sequence[LinkDecision]) -> Partition:
        """Return the incidents that the accounts tell of."""
        known = sorted(accounts, key=lambda account: account.id)
        odds = next((odds for accounts, odds in self._kept if accounts == known), None)
        if odds is None:
            odds = compare(known, self.trees)
            self._kept = [*self._kept[1 - MOST_KEPT :], (known, odds)]
        of_id = {account.id: account for account in known}
        return partition_of(of_id, odds, bind(known, decisions), self.trees)
