"""One component of the graph of compared accounts: its groups, its links, its open questions.

In: the accounts of a component with what speaks for each pair, and what binds. Out: a ``Piece``. A
piece depends on its own accounts alone, so that a new document makes only those anew that it
touches.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from allegata.model.linking import Account, Link, LinkDecision, LinkOutcome
from allegata.stages.resolve.binding import Bound, Pair
from allegata.stages.resolve.clustering import UNIT, group
from allegata.stages.resolve.pairs.weighing import Trees, likeliness
from allegata.stages.resolve.reasons import reason, reasons_of
from allegata.stages.resolve.relating import is_part, relation_of
from allegata.stages.resolve.spans import Span, span_of

_AGREES = UNIT // 2  # what speaks at least for a row and the account that it agrees with best
_CERTAIN = 0.05  # beyond the doubt: no question is worth nothing at all
Groups = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """What follows for one component. ``doubtful`` are pairs with how useful a look would be."""

    groups: Groups
    links: tuple[Link, ...]
    doubtful: tuple[tuple[float, Pair, float, bool], ...]  # use, pair, odds, whether one group


def alone(name: str) -> Piece:
    """Return the piece of an account that is like no other."""
    return Piece(((name,),), (), ())


def piece_of(
    accounts: Mapping[str, Account], odds: Mapping[Pair, float], bound: Bound, model: Trees
) -> Piece:
    """Return the piece of the accounts of one component."""
    weights = {pair: _weight(accounts, pair, value, model) for pair, value in odds.items()}
    spans = {name: span_of(account) for name, account in accounts.items()}
    groups = group(
        accounts,
        weights,
        together=bound.together,
        apart=bound.apart,
        may_join=lambda one, other: Span.of(spans, one).may_join(Span.of(spans, other)),
    )
    if any(account.coded for account in accounts.values()):
        groups = _with_rows(groups, accounts, weights, spans, bound)
    of_account = {name: number for number, names in enumerate(groups) for name in names}
    decided = {frozenset(pair) for pair, _ in bound.told}
    links = [_decided(pair, decision, odds, accounts) for pair, decision in bound.told]
    related: dict[tuple[int, int], Link] = {}
    doubtful: list[tuple[float, Pair, float, bool]] = []
    for pair in sorted(odds):
        if frozenset(pair) in decided:
            continue
        one, other = accounts[pair[0]], accounts[pair[1]]
        score = likeliness(odds[pair])
        sides = (of_account[pair[0]], of_account[pair[1]])
        is_one = sides[0] == sides[1]
        if is_one:
            links.append(Link(*pair, LinkOutcome.SAME, score, reasons_of(one, other)))
        elif (found := relation_of(one, other, score)) is not None:
            key = (min(sides), max(sides))
            if key not in related or related[key].score < score:
                related[key] = found
        if abs(odds[pair] - model.same) <= model.doubt and one.document != other.document:
            moved = min(len(groups[side]) for side in sides)
            doubtful.append(
                (_use(odds[pair], (one, other), moved, model), pair, odds[pair], is_one)
            )
    links += related.values()
    return Piece(groups, tuple(sorted(links, key=lambda one: (one.a, one.b))), tuple(doubtful))


def _with_rows(
    groups: Groups,
    accounts: Mapping[str, Account],
    weights: Mapping[Pair, int],
    spans: Mapping[str, Span],
    bound: Bound,
) -> Groups:
    """Return the groups with each row without words, left alone, in that which it agrees with best.

    Accounts of one incident differ in their tolls, and a row has few keys: on average over a group
    little would speak for it. Rows alone join, so that nothing is chained.
    """
    held = {name: list(names) for names in groups for name in names[:1]}
    of_account = {name: names[0] for names in groups for name in names}
    apart = {frozenset(pair) for pair in bound.apart}
    for weight, pair in sorted((-weight, pair) for pair, weight in weights.items()):
        if -weight < _AGREES:
            break
        for row, other in (pair, pair[::-1]):
            home = of_account[other]
            if not accounts[row].coded:
                continue
            if len(held.get(row, ())) != 1 or of_account[row] != row or home == row:
                continue
            if any(frozenset((row, name)) in apart for name in held[home]):
                continue
            if not spans[row].may_join(Span.of(spans, held[home])):
                continue
            del held[row]
            held[home].append(row)
            of_account[row] = home
            break
    return tuple(sorted(tuple(sorted(names)) for names in held.values()))


def _weight(accounts: Mapping[str, Account], pair: Pair, odds: float, model: Trees) -> int:
    weight = round((odds - model.same) * UNIT)
    part = is_part(accounts[pair[0]], accounts[pair[1]])
    return min(weight, -UNIT) if part else weight


def _decided(
    pair: Pair, decision: LinkDecision, odds: Mapping[Pair, float], accounts: Mapping[str, Account]
) -> Link:
    """Return what a person decided as a link, in the order of the claims where that matters."""
    ordered = pair if pair[0] < pair[1] else (pair[1], pair[0])
    a, b = pair if decision.outcome is LinkOutcome.PART_OF else ordered
    score = likeliness(odds[ordered]) if ordered in odds else 0.0
    why = (
        reason("decided", reviewer=decision.reviewer),
        *reasons_of(accounts[a], accounts[b]),
    )
    return Link(a, b, decision.outcome, score, why, decision.reviewer)


def _use(odds: float, pair: tuple[Account, Account], moved: int, model: Trees) -> float:
    """Return how useful a person's look is: how open the question is, and what hangs on it."""
    open_share = 1 - abs(odds - model.same) / (model.doubt + _CERTAIN)
    people = max(_people(account) for account in pair)
    return round(open_share * (1 + log1p(moved) + log1p(people)), 6)


def _people(account: Account) -> int:
    ends = [
        value
        for toll in account.tolls
        for value in (toll.bounds.low, toll.bounds.best, toll.bounds.high)
        if value is not None
    ]
    return max(ends, default=0)


def question_of(row: tuple[float, Pair, float, bool], accounts: Mapping[str, Account]) -> Link:
    """Return a doubtful pair as a link that says what the machine made of it."""
    _, pair, odds, is_one = row
    outcome = LinkOutcome.SAME if is_one else LinkOutcome.DIFFERENT
    why: Sequence[str] = reasons_of(accounts[pair[0]], accounts[pair[1]])
    return Link(*pair, outcome, likeliness(odds), tuple(why))
