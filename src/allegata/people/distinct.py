"""How many people are surely named: a floor, so that whoever may be one person counts once.

In: names as written. Out: how many of them can only be different people. Two names are different
where both have a given name, a family name or fathers that are not the same in any spelling; of
"Salim" and "Salim Corun" nobody knows.

>>> distinct_named(["Ahmad Corun", "Ahmed Corun", "Zuhur Corun"])
2
"""

from collections.abc import Iterable

from allegata.people.likeness import Alike, alike
from allegata.people.names import PersonName, read_name


def distinct_named(names: Iterable[str]) -> int:
    """Return how many of the names surely stand for different people."""
    kept: list[PersonName] = []
    for name in sorted({read_name(written) for written in names}, key=_order):
        if (name.parts or name.kunya) and not any(_may_be_one(name, other) for other in kept):
            kept.append(name)
    return len(kept)


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
