"""Linking that remembers: only what came, went or was decided since is linked anew.

Whoever works through a queue of pairs changes what is decided and no account; whoever adds a
document adds a few accounts to many.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from allegata.model.linking import Account, LinkDecision, Partition
from allegata.stages.resolve.linkage import Linkage
from allegata.stages.resolve.pairs.weighing import Trees, load_trees

MOST_KEPT = 2
_FEW = 0.1  # the share of accounts that may have changed for a state to be of use


@dataclass
class ComparingOnce:
    """Links accounts as ``across.link`` does; the last states are kept.

    Those of documents alone, and those with the rows of people's lists, are kept side by side.
    """

    trees: Trees = field(default_factory=load_trees)
    _kept: list[Linkage] = field(default_factory=list)

    def link(self, accounts: Sequence[Account], decisions: Sequence[LinkDecision]) -> Partition:
        """Return the incidents that the accounts tell of."""
        wanted = {account.id: account for account in accounts}
        state = min(self._kept, key=lambda kept: _other(kept, wanted), default=None)
        if state is not None and _other(state, wanted) <= _FEW * len(wanted):
            changed = [one for name, one in wanted.items() if state.accounts.get(name) != one]
            state.change(changed, state.accounts.keys() - wanted.keys(), decisions)
            self._kept.remove(state)
        else:
            state = Linkage.of(accounts, decisions, trees=self.trees)
        self._kept = [*self._kept[1 - MOST_KEPT :], state]
        return state.partition()


def _other(state: Linkage, wanted: dict[str, Account]) -> int:
    """Return how many accounts differ between a state and what is wanted."""
    changed = sum(state.accounts.get(name) != one for name, one in wanted.items())
    return changed + len(state.accounts.keys() - wanted.keys())
