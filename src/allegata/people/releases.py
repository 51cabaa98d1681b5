"""Two releases of one list of victims: who came, who went, and what was changed of whom.

In: the entries of both. Out: ``ReleaseChanges``. The list's own number tells who is who; where a
number stands for people of other names in the two, it was given anew, and that is told. People
without a number, or under another one, are compared by what is written of them.

>>> old = ListedPerson("1", "Ahmad Corun", born="1999-05-04", number="7")
>>> new = ListedPerson("1", "Ahmad Corun", born="1999-05-04", number="9")
>>> [(one.old.number, one.new.number) for one in compare_releases([old], [new]).renumbered]
[('7', '9')]
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import Final

from allegata.model.victims import (
    ChangedEntry,
    FieldChange,
    ListedPerson,
    PersonPair,
    ReleaseChanges,
)
from allegata.people.likeness import Alike, alike
from allegata.people.matching import LIKELY, propose
from allegata.people.names import read_name

_COMPARED: Final = tuple(
    item.name for item in fields(ListedPerson) if item.name not in ("id", "row", "number")
)
_SURE: Final = 6.0  # log odds from which on two entries are one person under another number


def compare_releases(old: Sequence[ListedPerson], new: Sequence[ListedPerson]) -> ReleaseChanges:
    """Return what became of a list."""
    doubled = sorted({*_doubled(old), *_doubled(new)})
    before = {one.number: one for one in old if one.number and one.number not in doubled}
    after = {one.number: one for one in new if one.number and one.number not in doubled}
    both = [(before[number], after[number]) for number in before if number in after]
    kept = [(one, other) for one, other in both if _is_same_name(one, other)]
    reused = [(one, other) for one, other in both if not _is_same_name(one, other)]
    left = _without(old, (one for one, _ in kept))
    come = _without(new, (other for _, other in kept))
    moved, possible = _by_what_is_written(left, come)
    gone = _without(left, (one for one, _ in moved))
    added = _without(come, (other for _, other in moved))
    changes = [_changed(one, other) for one, other in kept]
    return ReleaseChanges(
        added=tuple(added),
        removed=tuple(gone),
        changed=tuple(one for one in changes if one.changes),
        renumbered=tuple(_changed(one, other) for one, other in moved),
        reused=tuple(_changed(one, other) for one, other in reused),
        possible=possible,
        doubled=tuple(doubled),
        unchanged=sum(not one.changes for one in changes),
    )


def _by_what_is_written(
    left: Sequence[ListedPerson], come: Sequence[ListedPerson]
) -> tuple[list[tuple[ListedPerson, ListedPerson]], tuple[PersonPair, ...]]:
    """Return who is surely the same under another number, and who may be."""
    olds = {f"old:{at:06d}": one for at, one in enumerate(left)}
    news = {f"new:{at:06d}": one for at, one in enumerate(come)}
    entries = [replace(one, id=own) for own, one in (*olds.items(), *news.items())]
    moved, possible = [], []
    taken: set[str] = set()
    for pair in propose(entries, least=LIKELY):
        ids = {pair.a, pair.b}
        new, older = (next((own for own in ids if own in held), "") for held in (news, olds))
        if not new or not older or ids & taken:
            continue
        one, other = olds[older], news[new]
        if pair.odds >= _SURE and _is_same_name(one, other):
            moved.append((one, other))
            taken |= ids
        else:
            possible.append(replace(pair, a=one.id, b=other.id))
    return moved, tuple(possible)


def _is_same_name(one: ListedPerson, other: ListedPerson) -> bool:
    mine, theirs = read_name(one.name), read_name(other.name)
    pairs = ((mine.given, theirs.given), (mine.family, theirs.family))
    return all(not a or not b or alike(a, b) is not Alike.NOT for a, b in pairs)


def _changed(one: ListedPerson, other: ListedPerson) -> ChangedEntry:
    changes = tuple(
        FieldChange(name, _text(getattr(one, name)), _text(getattr(other, name)))
        for name in _COMPARED
        if getattr(one, name) != getattr(other, name)
    )
    return ChangedEntry(one, other, changes)


def _text(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _doubled(entries: Iterable[ListedPerson]) -> list[str]:
    counted = Counter(entry.number for entry in entries if entry.number)
    return [number for number, times in counted.items() if times > 1]


def _without(entries: Iterable[ListedPerson], taken: Iterable[ListedPerson]) -> list[ListedPerson]:
    ids = {id(entry) for entry in taken}
    return [entry for entry in entries if id(entry) not in ids]
