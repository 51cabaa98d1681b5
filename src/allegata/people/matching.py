"""Which entries of a list may be one person: proposed with reasons, never merged.

In: entries. Out: pairs that are likelier one person than a bound, the likeliest first, and groups
for a person to look at. Only entries that share a key are compared: two parts of a name, or a part
and most of a date of birth, or the whole of one.

>>> first = ListedPerson("a", "Salim Corun", age=7)
>>> second = ListedPerson("b", "Saleem Corun", age=8)
>>> [pair.reasons for pair in propose([first, second])]
[('for: given name in another spelling', 'for: same family name', 'for: ages 7 and 8')]
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import combinations
from math import log
from typing import Final

from allegata.model.victims import ListedPerson, PersonPair
from allegata.people.likeness import part_key
from allegata.people.names import read_name
from allegata.people.weighing import FOR, Commonness, weigh

LIKELY: Final = 1.8  # log odds from which on two entries are proposed as one person
LARGEST: Final = 400  # entries of one key that are compared with each other
Decided = Collection[frozenset[str]]  # pairs of ids


def propose(
    entries: Sequence[ListedPerson],
    *,
    least: float = LIKELY,
    different: Decided = (),
    together: Iterable[Collection[str]] = (),
) -> tuple[PersonPair, ...]:
    """Return the pairs that are likely one person, the likeliest first.

    ``different`` are pairs that a person has told apart: they are not proposed again. ``together``
    are ids of entries that are of one incident: of so few people two are sooner one, and all of
    them whose names agree are compared.
    """
    common = Commonness(entries)
    apart = frozenset(different)
    by_id = {entry.id: entry for entry in entries}
    nearer = _nearer(together)
    found = []
    for one, other in sorted(_near(entries) | nearer.keys()):
        if frozenset((one, other)) in apart:
            continue
        odds, reasons = weigh(by_id[one], by_id[other], common)
        if (one, other) in nearer and any(_is_of_name(reason) for reason in reasons):
            odds = round(odds + log(common.size) - log(nearer[one, other]), 6)
            reasons = (*reasons, f"{FOR}of one incident")
        if odds >= least:
            found.append(PersonPair(one, other, odds, reasons))
    return tuple(sorted(found, key=lambda pair: (-pair.odds, pair.a, pair.b)))


def groups(
    entries: Iterable[ListedPerson], pairs: Iterable[PersonPair]
) -> tuple[tuple[str, ...], ...]:
    """Return the ids of entries that hang together by pairs, each group and all of them sorted."""
    parent = {entry.id: entry.id for entry in entries}

    def root(own: str) -> str:
        while parent[own] != own:
            parent[own] = parent[parent[own]]
            own = parent[own]
        return own

    for pair in pairs:
        first, second = sorted((root(pair.a), root(pair.b)))
        parent[second] = first
    held: dict[str, list[str]] = defaultdict(list)
    for own in sorted(parent):
        held[root(own)].append(own)
    return tuple(tuple(ids) for _, ids in sorted(held.items()))


def _nearer(together: Iterable[Collection[str]]) -> dict[tuple[str, str], int]:
    """Return the pairs of ids of one incident, with how many the smallest such has."""
    found: dict[tuple[str, str], int] = {}
    for ids in together:
        if 1 < len(ids) <= LARGEST:
            for one, other in combinations(sorted(ids), 2):
                found[one, other] = min(found.get((one, other), len(ids)), len(ids))
    return found


def _is_of_name(reason: str) -> bool:
    return reason.startswith(FOR) and "name" in reason


def _near(entries: Sequence[ListedPerson]) -> set[tuple[str, str]]:
    """Return the pairs of ids that share a key."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for entry in entries:
        for key in set(_keys(entry)):
            blocks[key].append(entry.id)
    return {
        (min(pair), max(pair))
        for ids in blocks.values()
        if 1 < len(ids) <= LARGEST
        for pair in combinations(ids, 2)
    }


def _keys(entry: ListedPerson) -> Iterator[tuple[str, ...]]:
    year, month, day = (*entry.born.split("-"), "", "", "")[:3]
    if year and month and day:
        yield "born", year, month, day
    for written in (entry.name, *entry.other_names):
        name = read_name(written)
        given, family = part_key(name.given), part_key(name.family)
        if given and family:
            yield "names", given, family
        if name.kunya:
            yield "kunya", part_key(name.kunya), entry.place
        for what, part in (("given", given), ("family", family)):
            if part and year:
                yield what, part, year, month
                yield what, part, "day", month, day
                yield what, part, year, "", day
            elif part and entry.age is not None and entry.died:
                yield what, part, str(entry.age), entry.died
