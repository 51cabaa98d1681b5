"""Accounts of many documents to incidents: which of them tell of one and the same?

In: accounts and what people decided. Out: a ``Partition``, the same in whatever order accounts
come, and a function of nothing else. Accounts that share a key are compared (``pairs.blocking``),
what speaks for each pair is weighed (``pairs.weighing``), and groups grow by average link
(``clustering``). What a person decided binds. Two accounts of one roll, as the rows of a list are,
are never one incident unless a person says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import log1p

from allegata.model.linking import Account, Link, LinkDecision, LinkOutcome, Partition
from allegata.stages.resolve.binding import Bound, Pair, bind
from allegata.stages.resolve.clustering import UNIT, group
from allegata.stages.resolve.pairs.blocking import keys_of, pairs_of
from allegata.stages.resolve.pairs.columns import columns_of
from allegata.stages.resolve.pairs.comparing import features_of
from allegata.stages.resolve.pairs.weighing import Trees, likeliness, load_trees
from allegata.stages.resolve.reasons import reason, reasons_of
from allegata.stages.resolve.relating import is_part, relation_of
from allegata.stages.resolve.spans import Span, span_of

BELOW = -4.0  # how far under the threshold a pair is still kept
MOST_DOUBTFUL = 500
_CERTAIN = 0.05  # of two outcomes, what is less likely is not worth a look


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
    model = trees or load_trees()
    known = sorted(accounts, key=lambda account: account.id)
    of_id = {account.id: account for account in known}
    if len(of_id) != len(known):
        raise ValueError("two accounts share one id")
    bound = bind(known, decisions)
    return partition_of(of_id, compare(known, model), bound, model)


def compare(accounts: Sequence[Account], model: Trees) -> dict[Pair, float]:
    """Return the logarithm of odds for each pair worth keeping, the smaller id first."""
    columns = columns_of(accounts)
    low, high, _ = pairs_of(columns, keys_of(columns))
    floor = model.floor_of(BELOW)
    odds = model.score(features_of(columns, low, high), floor=floor)
    kept = odds > floor
    ids = columns.ids
    found: dict[Pair, float] = {}
    for i, j, value in zip(low[kept], high[kept], odds[kept].tolist(), strict=True):
        one, other = ids[i], ids[j]
        found[(one, other) if one < other else (other, one)] = value
    return found


def partition_of(
    accounts: Mapping[str, Account], odds: Mapping[Pair, float], bound: Bound, model: Trees
) -> Partition:
    """Return the partition that follows from the pairs and what binds."""
    weights = {
        pair: round((value - model.same) * UNIT)
        if not is_part(accounts[pair[0]], accounts[pair[1]])
        else min(round((value - model.same) * UNIT), -UNIT)
        for pair, value in odds.items()
    }
    spans = {name: span_of(account) for name, account in accounts.items()}
    groups = group(
        accounts,
        weights,
        together=bound.together,
        apart=bound.apart,
        may_join=lambda one, other: Span.of(spans, one).may_join(Span.of(spans, other)),
    )
    of_account = {name: number for number, names in enumerate(groups) for name in names}
    decided = {frozenset(pair) for pair, _ in bound.told}
    links = [_decided(pair, decision, odds, accounts) for pair, decision in bound.told]
    related: dict[tuple[int, int], Link] = {}
    doubtful: list[tuple[float, Pair]] = []
    for pair in sorted(odds):
        if frozenset(pair) in decided:
            continue
        one, other = accounts[pair[0]], accounts[pair[1]]
        score = likeliness(odds[pair])
        of_one, of_other = of_account[pair[0]], of_account[pair[1]]
        if of_one == of_other:
            links.append(Link(*pair, LinkOutcome.SAME, score, reasons_of(one, other)))
        elif (found := relation_of(one, other, score)) is not None:
            key = (min(of_one, of_other), max(of_one, of_other))
            if key not in related or related[key].score < score:
                related[key] = found
        if abs(odds[pair] - model.same) <= model.doubt and one.document != other.document:
            doubtful.append((_use(odds[pair], one, other, groups, of_account, model), pair))
    best = sorted(doubtful, key=lambda row: (-row[0], row[1]))[:MOST_DOUBTFUL]
    return Partition(
        groups=groups,
        links=tuple(sorted((*links, *related.values()), key=lambda one: (one.a, one.b))),
        doubtful=tuple(
            Link(
                *pair,
                LinkOutcome.SAME
                if of_account[pair[0]] == of_account[pair[1]]
                else LinkOutcome.DIFFERENT,
                likeliness(odds[pair]),
                reasons_of(accounts[pair[0]], accounts[pair[1]]),
            )
            for _, pair in best
        ),
    )


def _decided(
    pair: Pair, decision: LinkDecision, odds: Mapping[Pair, float], accounts: Mapping[str, Account]
) -> Link:
    """Return what a person decided as a link, in the order of the claims where that matters."""
    ordered = pair if pair[0] < pair[1] else (pair[1], pair[0])
    a, b = pair if decision.outcome is LinkOutcome.PART_OF else ordered
    score = likeliness(odds[ordered]) if ordered in odds else 0.0
    why = (reason("decided", reviewer=decision.reviewer), *reasons_of(accounts[a], accounts[b]))
    return Link(a, b, decision.outcome, score, why, decision.reviewer)


def _use(
    odds: float,
    one: Account,
    other: Account,
    groups: Sequence[tuple[str, ...]],
    of_account: Mapping[str, int],
    model: Trees,
) -> float:
    """Return how useful a person's look is: how open the question is, and what hangs on it."""
    open_share = 1 - abs(odds - model.same) / (model.doubt + _CERTAIN)
    moved = min(len(groups[of_account[one.id]]), len(groups[of_account[other.id]]))
    people = max((_people(one), _people(other)))
    return round(open_share * (1 + log1p(moved) + log1p(people)), 6)


def _people(account: Account) -> int:
    ends = [
        value
        for toll in account.tolls
        for value in (toll.bounds.low, toll.bounds.best, toll.bounds.high)
        if value is not None
    ]
    return max(ends, default=0)
