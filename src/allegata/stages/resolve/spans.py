"""How many days a group may reach before it is more than one incident.

In: accounts. Out: spans that can be put together, or cannot. Only days that are told finely count:
an account of "March" is no reason to keep two apart.

>>> Span(first=1, last=2).may_join(Span(first=50, last=500))
False
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from allegata.model.linking import Account

# Days between what is told of one incident. What speaks against a pair is weighed; this is only the
# end of what a misread year may do.
LONGEST = 366
_FINE_DAYS = 7


@dataclass(frozen=True, slots=True)
class Span:
    """The days of some accounts, and what may occur in a group but once."""

    first: int | None = None
    last: int | None = None
    once: frozenset[str] = frozenset()

    @classmethod
    def of(cls, spans: Mapping[str, "Span"], names: Iterable[str]) -> "Span":
        """Return the span of several accounts."""
        first, *others = names
        found = spans[first]
        for name in others:
            found = found.with_other(spans[name])
        return found

    def with_other(self, other: "Span") -> "Span":
        """Return the span of both."""
        firsts = [one for one in (self.first, other.first) if one is not None]
        lasts = [one for one in (self.last, other.last) if one is not None]
        return Span(min(firsts, default=None), max(lasts, default=None), self.once | other.once)

    def may_join(self, other: "Span") -> bool:
        """Say whether both can be of one incident."""
        if self.once & other.once:
            return False
        whole = self.with_other(other)
        return whole.first is None or whole.last is None or whole.last - whole.first <= LONGEST


def span_of(account: Account) -> Span:
    """Return the span of an account: no day where its days are told too widely."""
    once = {account.roll} if account.roll else set()
    days = account.days
    if days is None or days[1] - days[0] > _FINE_DAYS:
        return Span(once=frozenset(once))
    return Span(*days, once=frozenset(once))
