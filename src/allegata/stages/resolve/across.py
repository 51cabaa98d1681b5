"""Accounts of many documents to incidents: which of them tell of one and the same?

In: accounts and what people decided. Out: a ``Partition``, the same in whatever order accounts
come, and a function of nothing else. Accounts that share a key are compared (``pairs.blocking``),
what speaks for each pair is weighed (``pairs.weighing``), and groups grow by average link
(``clustering``). What a person decided binds. Two accounts of one roll, as the rows of a list are,
are never one incident unless a person says so.
"""

from collections.abc import Iterable

from allegata.model.linking import Account, LinkDecision, Partition
from allegata.stages.resolve.linkage import Linkage
from allegata.stages.resolve.pairs.weighing import Trees


def link(
    accounts: Iterable[Account],
    decisions: Iterable[LinkDecision] = (),
    *,
    trees: Trees | None = None,
) -> Partition:
    """Return the incidents that the accounts tell of.

    Args:
        accounts: All accounts; two with one id are a ValueError.
        decisions: What people decided of claims, in force or taken back, in any order.
        trees: The weights, those of the package where it is None.
    """
    return Linkage.of(accounts, decisions, trees=trees).partition()
