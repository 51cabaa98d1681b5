"""A stand-in for the linker: one account for each claim, and one incident for each town.

The stand-in for the reader knows no places: numbers below ten are of Tarnel, those below twenty of
Brisk, those below thirty of Oster, and of others no town is known.

Decisions bind as they must: ``same`` is carried through, ``different`` keeps whole groups apart.
"""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from tests.store.casekit import parse_number, read, ticking

from allegata.app.case import Case
from allegata.app.linked import Linker, claims_in_force
from allegata.app.views import CaseDocument
from allegata.model.claim import Claim
from allegata.model.linking import (
    Account,
    ClaimRef,
    Link,
    LinkDecision,
    LinkOutcome,
    Partition,
)
from allegata.model.source import Source
from allegata.model.vocabularies import Event
from allegata.store.case_store import create, open_store

TOWNS = ("Tarnel", "Brisk", "Oster")


def town_of(claim: Claim) -> str:
    """Return the town that a claim is of, "" where none is known."""
    tens = (claim.counts[0].best or 0) // 10
    return TOWNS[tens] if tens < len(TOWNS) else ""


def accounts(
    shown: CaseDocument, _register: Sequence[Source], _decisions: Sequence[LinkDecision]
) -> tuple[Account, ...]:
    """Return one account for each claim; it cites its town."""
    return tuple(
        Account(
            f"{shown.row.id} {id_}", shown.row.id, (id_,), Event.SHELLING, cites=(town_of(claim),)
        )
        for id_, claim in claims_in_force(shown).items()
    )


def link(accounts: Sequence[Account], decisions: Sequence[LinkDecision]) -> Partition:
    """Return one group for each town, less what people decided."""
    by_ref = {ClaimRef(each.document, each.claims[0]): each for each in accounts}
    group = {each.id: {each.id} for each in accounts}
    apart: list[tuple[str, str]] = []
    for decision in decisions:
        a, b = by_ref.get(decision.a), by_ref.get(decision.b)
        if a is None or b is None:
            continue
        if decision.outcome is LinkOutcome.SAME:
            _join(group, a.id, b.id)
        else:
            apart.append((a.id, b.id))
    by_town: dict[str, list[str]] = {}
    for each in sorted(accounts, key=lambda each: each.id):
        if each.cites[0]:
            by_town.setdefault(each.cites[0], []).append(each.id)
    for ids in by_town.values():
        for other in ids[1:]:
            if _may_join(group, ids[0], other, apart):
                _join(group, ids[0], other)
    groups = sorted({tuple(sorted(each)) for each in group.values()})
    loose = sorted(each.id for each in accounts if not each.cites[0])
    decided = {frozenset((decision.a, decision.b)) for decision in decisions}
    refs = {each.id: ref for ref, each in by_ref.items()}
    doubtful = tuple(
        Link(a, b, LinkOutcome.SAME, 0.5, ("for: no town is named",))
        for a, b in pairwise(loose)
        if frozenset((refs[a], refs[b])) not in decided
    )
    return Partition(tuple(groups), (), doubtful)


def _may_join(
    group: dict[str, set[str]], one: str, other: str, apart: Sequence[tuple[str, str]]
) -> bool:
    together = group[one] | group[other]
    return not any(a in together and b in together for a, b in apart)


def _join(group: dict[str, set[str]], one: str, other: str) -> None:
    together = group[one] | group[other]
    for each in together:
        group[each] = together


LINKER = Linker(accounts, link)


def linking_case(folder: Path) -> Case:
    """A case file on the stand-ins, with a clock that ticks."""
    clock = ticking()
    if not folder.exists():
        create(folder, at=clock(), reviewer="r1")
    store = open_store(folder, at=clock())
    return Case(store, read=read, clock=clock, parse_number=parse_number, linker=LINKER)
