"""How incidents are tied to each other and within: the links of a partition, by code.

In: the case file as linking sees it. Out: for each code its own links, the incident or episode that
it is part of, its parts, and what it is related to.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from allegata.app.linked import Linked
from allegata.model.linking import ClaimRef, Link, LinkOutcome


@dataclass(frozen=True, slots=True)
class Ties:
    """Links within an incident, and the codes of those that it is tied to."""

    links: tuple[Link, ...] = ()
    whole: str | None = None
    parts: tuple[str, ...] = ()
    related: tuple[str, ...] = ()


def ties_of(linked: Linked) -> Mapping[str, Ties]:
    """Return the ties of each code that has any."""
    code_of = _codes(linked)
    within: defaultdict[str, list[Link]] = defaultdict(list)
    wholes: dict[str, str] = {}
    parts: defaultdict[str, set[str]] = defaultdict(set)
    related: defaultdict[str, set[str]] = defaultdict(set)
    for link in linked.partition.links:
        a, b = code_of.get(link.a), code_of.get(link.b)
        if a is None or b is None:
            continue
        if a == b:
            within[a].append(link)
        elif link.outcome is LinkOutcome.PART_OF:
            wholes[a] = b
            parts[b].add(a)
        elif link.outcome is LinkOutcome.RELATED:
            related[a].add(b)
            related[b].add(a)
    return {
        code: Ties(
            tuple(within[code]),
            wholes.get(code),
            tuple(sorted(parts[code])),
            tuple(sorted(related[code])),
        )
        for code in sorted({*within, *wholes, *parts, *related})
    }


def _codes(linked: Linked) -> dict[str, str]:
    """Return the code of each account that has one."""
    codes = {ref: each.code for each in linked.known for ref in each.claims}
    found: dict[str, str] = {}
    for account in linked.accounts.values():
        for claim in account.claims:
            code = codes.get(ClaimRef(account.document, claim))
            if code is not None:
                found.setdefault(account.id, code)
    return found
