"""What people decided of entries: which are one person, and which are told apart.

In: ids of entries, and pairs told the same or different. Out: ``Bonds``. Nothing is joined that no
person joined; what is told apart stays so, also through others who are one with either of the two.

>>> bonds = Bonds.of(["a", "b", "c"], same=[("a", "b")], different=[("b", "c")])
>>> bonds.group("b"), bonds.are_apart("a", "c"), bonds.are_one("a", "c")
(('a', 'b'), True, False)
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bonds:
    """Groups of ids that are one person, by each id, and which groups are told apart."""

    _groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    _apart: frozenset[frozenset[str]] = frozenset()

    @classmethod
    def of(cls, ids: Iterable[str], *, same: Iterable[Pair], different: Iterable[Pair]) -> "Bonds":
        """Return the bonds among ids; a pair that joins what is told apart is passed over."""
        known = sorted(set(ids))
        apart = {frozenset(pair) for pair in different if set(pair) <= set(known)}
        groups = {own: frozenset([own]) for own in known}
        for one, other in sorted(tuple(sorted(pair)) for pair in same if set(pair) <= set(known)):
            joined = groups[one] | groups[other]
            if any(pair <= joined for pair in apart):
                continue
            for own in joined:
                groups[own] = joined
        firsts = {own: tuple(sorted(group)) for own, group in groups.items()}
        between = {frozenset(firsts[own][0] for own in pair) for pair in apart if len(pair) > 1}
        return cls(firsts, frozenset(between))

    def group(self, own: str) -> tuple[str, ...]:
        """Return all ids of the person, sorted; the id alone where nobody joined it."""
        return self._groups.get(own, (own,))

    def are_one(self, one: str, other: str) -> bool:
        """Say whether a person told two ids to be one, also through others."""
        return other in self.group(one)

    def are_apart(self, one: str, other: str) -> bool:
        """Say whether a person told two ids apart, also through others who are one with them."""
        return frozenset((self.group(one)[0], self.group(other)[0])) in self._apart
