"""Codes of incidents: given once, permanent, and followed when claims move between incidents.

In: groups of claims, one for each incident, and the incidents that the case file knows. Out: each
group under a code. A group takes the code with which it shares most claims, the older code where
two share as many; a code that no group takes becomes a former code of the group that took most of
its claims. What was split off gets a new code.

>>> code_of(7)
'AL-000007'
>>> one = ClaimRef("sha256:00", "c1")
>>> [(each.code, len(each.claims)) for each in assign([(one,)], (), at="2031-01-01T00:00:00Z")]
[('AL-000001', 1)]
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from allegata.model.linking import ClaimRef, KnownIncident

PREFIX = "AL-"
_CODE = re.compile(rf"{PREFIX}(\d+)")
Group = Sequence[ClaimRef]


def code_of(serial: int) -> str:
    """Return the code of the incident of that number."""
    return f"{PREFIX}{serial:06d}"


def assign(
    groups: Iterable[Group], known: Sequence[KnownIncident], *, at: str
) -> tuple[KnownIncident, ...]:
    """Return every incident that is known after this: those of the groups, and retired codes.

    The order of ``groups`` does not matter. A retired code has no claims, and stands among the
    formers of the incident that took it over.
    """
    whole = sorted((tuple(sorted(group, key=_order)) for group in groups), key=_orders)
    taken = _taken(whole, known)
    serial = _next_serial(known)
    by_code = {each.code: each for each in known}
    made: dict[str, KnownIncident] = {}
    owner: dict[ClaimRef, str] = {}
    for index, claims in enumerate(whole):
        code = taken.get(index)
        if code is None:
            code, serial = code_of(serial), serial + 1
            made[code] = KnownIncident(code, claims, at)
        else:
            made[code] = replace(by_code[code], claims=claims)
        owner |= dict.fromkeys(claims, code)
    return _with_formers(made, known, owner)


def changed(
    before: Sequence[KnownIncident], after: Sequence[KnownIncident]
) -> tuple[KnownIncident, ...]:
    """Return the incidents that are new or not what they were, sorted by code."""
    held = {each.code: each for each in before}
    return tuple(each for each in after if held.get(each.code) != each)


def find(known: Iterable[KnownIncident], code: str) -> KnownIncident | None:
    """Return the incident of a code or a former code, as it is called now; None if unknown."""
    by_code = {each.code: each for each in known}
    found = by_code.get(code)
    if found is not None and found.claims:
        return found
    heirs = [each for each in by_code.values() if each.claims and code in each.formers]
    return min(heirs, key=lambda each: each.code) if heirs else found


def _order(ref: ClaimRef) -> tuple[str, str]:
    return ref.document, ref.claim


def _orders(group: Group) -> list[tuple[str, str]]:
    return [_order(ref) for ref in group]


def _taken(groups: Sequence[Group], known: Sequence[KnownIncident]) -> dict[int, str]:
    """Return the code of each group that has one: the largest overlaps choose first."""
    holder = {ref: each.code for each in known for ref in each.claims}
    overlaps: Counter[tuple[int, str]] = Counter()
    for index, group in enumerate(groups):
        overlaps.update((index, holder[ref]) for ref in group if ref in holder)
    order = sorted(overlaps, key=lambda pair: (-overlaps[pair], pair[1], pair[0]))
    taken: dict[int, str] = {}
    used: set[str] = set()
    for index, code in order:
        if index not in taken and code not in used:
            taken[index] = code
            used.add(code)
    return taken


def _with_formers(
    made: dict[str, KnownIncident], known: Sequence[KnownIncident], owner: dict[ClaimRef, str]
) -> tuple[KnownIncident, ...]:
    """Return what was made, with codes that nobody took among the formers of their heirs.

    A code in use is no former of another: an undo may have given it back to its claims.
    """
    heirs: dict[str, set[str]] = {}
    retired: dict[str, KnownIncident] = {}
    for each in known:
        if each.code in made:
            continue
        retired[each.code] = replace(each, claims=())
        votes = Counter(owner[ref] for ref in each.claims if ref in owner)
        if votes:
            heir = min(votes, key=lambda code: (-votes[code], code))
            heirs.setdefault(heir, set()).update({each.code, *each.formers})
    for code, each in made.items():
        formers = ({*each.formers} | heirs.get(code, set())) - made.keys()
        made[code] = replace(each, formers=tuple(sorted(formers)))
    return tuple(sorted([*made.values(), *retired.values()], key=lambda each: each.code))


def _next_serial(known: Iterable[KnownIncident]) -> int:
    numbers = [int(found.group(1)) for each in known if (found := _CODE.fullmatch(each.code))]
    return max(numbers, default=0) + 1
