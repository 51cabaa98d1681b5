"""How many people are surely named: a floor, so that whoever may be one person counts once.

In: names as written. Out: how many of them can only be different people. Two names are different
where both have a given name, a family name or fathers that are not the same in any spelling; of
"Salim" and "Salim Corun" nobody knows.

>>> distinct_named(["Ahmad Corun", "Ahmed Corun", "Zuhur Corun"])
2
"""

from collections.abc import Iterable, Mapping

from allegata.people.bonds import Bonds
from allegata.people.likeness import Alike, alike
from allegata.people.names import PersonName, read_name

NO_BONDS = Bonds()


def distinct_named(names: Iterable[str]) -> int:
    """Return how many of the names surely stand for different people."""
    return distinct_people((name, name) for name in names)


def distinct_people(people: Iterable[tuple[str, str]], bonds: Bonds = NO_BONDS) -> int:
    """Return how many of the people, each with an id and a name, are surely different.

    What a person decided of two of them goes before their names.
    """
    named: dict[str, set[PersonName]] = {}
    for own, written in people:
        name = read_name(written)
        if name.parts or name.kunya:
            named.setdefault(bonds.group(own)[0], set()).add(name)
    kept: list[str] = []
    for own in sorted(named, key=lambda one: (_order(_fullest(named[one])), one)):
        if not any(_may_be(own, other, named, bonds) for other in kept):
            kept.append(own)
    return len(kept)


def _fullest(names: Iterable[PersonName]) -> PersonName:
    return min(names, key=_order)


def _may_be(own: str, other: str, named: Mapping[str, set[PersonName]], bonds: Bonds) -> bool:
    if bonds.are_apart(own, other):
        return False
    return any(_may_be_one(mine, theirs) for mine in named[own] for theirs in named[other])


def _order(name: PersonName) -> tuple[int, tuple[str, ...], str]:
    """The fullest first: a short name is then of one of the full ones."""
    return -len(name.parts), name.parts, name.kunya


def _may_be_one(one: PersonName, other: PersonName) -> bool:
    if not one.parts or not other.parts:  # a name by one's child may be anybody's
        return True
    pairs = [(one.given, other.given), (one.family, other.family)]
    pairs += zip(one.fathers, other.fathers, strict=False)
    return all(
        not mine or not theirs or alike(mine, theirs) is not Alike.NOT for mine, theirs in pairs
    )
