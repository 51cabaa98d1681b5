"""Whether what a document tells was told before: an incident held, a new toll for one, or new.

In: the accounts of a document and a partition that holds them. Out: for each account what it is,
of which other accounts, and why; across spellings and across months ("reported since").

>>> from allegata.model.linking import Account
>>> from allegata.model.vocabularies import Event
>>> one = Account("a", "a", ("c",), Event.SHELLING)
>>> [seen.verdict.value for seen in seen_before([one], {"a": one}, Partition((("a",),), (), ()))]
['new']
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from allegata.model.linking import Account, LinkOutcome, Partition
from allegata.stages.resolve.reasons import reason, shown

LATE = 7  # days after the act from which a report is one "since"


class Verdict(StrEnum):
    """What an account is to what is held."""

    HELD = "held"  # an incident held, with a toll that was told before
    NEW_TOLL = "new_toll"
    PART = "part"  # of an incident held, or it holds one
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Seen:
    """An account, what it is to what is held, the accounts of that, and the reasons."""

    account: str
    verdict: Verdict
    others: tuple[str, ...]
    reasons: tuple[str, ...]


def seen_before(
    accounts: Iterable[Account], held: Mapping[str, Account], partition: Partition
) -> tuple[Seen, ...]:
    """Return what each account of one document is to the others of the partition.

    ``held`` are all accounts of the partition, by id.
    """
    group = {name: names for names in partition.groups for name in names}
    return tuple(_seen(account, held, group.get(account.id, ()), partition) for account in accounts)


def _seen(
    account: Account, held: Mapping[str, Account], names: tuple[str, ...], partition: Partition
) -> Seen:
    others = [held[name] for name in names if held[name].document != account.document]
    best = max(
        (link for link in partition.links if account.id in (link.a, link.b)),
        key=lambda link: (link.outcome is LinkOutcome.SAME, link.score, link.a, link.b),
        default=None,
    )
    why = best.reasons if best is not None else ()
    if not others:
        if best is not None and best.outcome is LinkOutcome.PART_OF:
            other = best.b if best.a == account.id else best.a
            return Seen(account.id, Verdict.PART, (other,), why)
        return Seen(account.id, Verdict.NEW, (), ())
    told = (*_since(account, others), *_new_tolls(account, others))
    verdict = Verdict.NEW_TOLL if _new_tolls(account, others) else Verdict.HELD
    return Seen(account.id, verdict, tuple(sorted(one.id for one in others)), (*told, *why))


def _since(account: Account, others: Iterable[Account]) -> tuple[str, ...]:
    """Return that the document reports long after the act, where it does."""
    days = [one.days for one in (account, *others) if one.days is not None]
    if account.published is None or not days:
        return ()
    apart = account.published - min(last for _, last in days)
    return (reason("reported_since", days=apart),) if apart > LATE else ()


def _new_tolls(account: Account, others: Iterable[Account]) -> tuple[str, ...]:
    """Return the figures that no other account tells."""
    known = {(toll.outcome, toll.bounds) for one in others for toll in one.tolls}
    return tuple(
        reason("new_toll", count=shown(toll.bounds), outcome=toll.outcome.value.replace("_", " "))
        for toll in account.tolls
        if (toll.outcome, toll.bounds) not in known
    )
